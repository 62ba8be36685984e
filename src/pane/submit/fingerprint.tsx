import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';
import { useSubmit } from './submit-context';

const useStyles = makeStyles({
  value: {
    ...typographyStyles.caption1,
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
  },
});

/** A name over a long value that is compared, not read. */
export function Fingerprint({ name, value }: { readonly name: string; readonly value: string }) {
  const look = useLook();
  const styles = useStyles();
  return (
    <div>
      <p className={look.quiet}>{name}</p>
      <code className={styles.value}>{value}</code>
    </div>
  );
}

/** The SHA-256 of the bytes, to compare with a receipt or with one's own. */
export function RowHash({ hash }: { readonly hash: string }) {
  return <Fingerprint name={useWords()('pane.hash')} value={hash} />;
}

/** The id (SHA-256) of a key of the service, and whether this build was made for that key. */
export function KeyId({ of, id }: { readonly of: 'receipt' | 'token'; readonly id: string }) {
  const { words, pins } = useSubmit();
  const look = useLook();
  const pinned = (of === 'receipt' ? pins.receiptKey : pins.tokenKey) === id;
  return (
    <div>
      <Fingerprint name={words(`pane.keyOf-${of}`)} value={id} />
      <p className={look.quiet}>{words(pinned ? 'pane.keyPinned' : 'pane.keyNotPinned')}</p>
    </div>
  );
}
