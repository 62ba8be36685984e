import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';

const useStyles = makeStyles({
  hash: {
    ...typographyStyles.caption1,
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
  },
});

/** The SHA-256 of the bytes, to compare with a receipt or with one's own. */
export function RowHash({ hash }: { readonly hash: string }) {
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  return (
    <div>
      <p className={look.quiet}>{words('pane.hash')}</p>
      <code className={styles.hash}>{hash}</code>
    </div>
  );
}
