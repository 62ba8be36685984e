import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Pins } from '../../submission/shipped-cycle';
import type { WordKey } from '../../words/words';
import { usePane } from '../pane-context';
import { Disclosure } from '../parts/disclosure';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import type { CheckedRelease } from './use-benchmark';

const useStyles = makeStyles({
  code: { ...typographyStyles.caption1, display: 'block', fontFamily: tokens.fontFamilyMonospace },
});

/** That the service signed a release, with which key, and whether this build was made for that key. */
export function SignatureFacts({ checked }: { readonly checked: CheckedRelease }) {
  const { words, pins } = usePane();
  const look = useLook();
  const styles = useStyles();
  const { keyId } = checked.release;
  const pinned = pinWords(keyId, pins);
  return (
    <div>
      <p className={look.quiet}>{words('compare.signed')}</p>
      {pinned === 'compare.keyOther' && <Notice intent="warning" title={words(pinned)} />}
      <Disclosure title={words('compare.releaseDetails')}>
        <div className={look.stack}>
          <div>
            <p className={look.quiet}>{words('compare.signedBy')}</p>
            <code className={styles.code}>{keyId}</code>
            <p className={look.quiet}>{words(pinned)}</p>
          </div>
          <div>
            <p className={look.quiet}>{words('compare.releaseHash')}</p>
            <code className={styles.code}>{checked.hash}</code>
          </div>
        </div>
      </Disclosure>
    </div>
  );
}

/** A service also shows its former keys, and a build knows one of them. */
function pinWords(keyId: string, { receiptKey }: Pins): WordKey {
  if (receiptKey === null) return 'compare.keyNotPinned';
  return receiptKey === keyId ? 'compare.keyPinned' : 'compare.keyOther';
}
