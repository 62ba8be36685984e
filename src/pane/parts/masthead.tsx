import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useWords } from '../pane-context';

const useStyles = makeStyles({
  head: {
    // Excel draws its own menu over the top right corner: 34 x 32 px stay free.
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: `${tokens.spacingHorizontalM} 46px`,
    minHeight: '32px',
    boxSizing: 'border-box',
  },
  name: { ...typographyStyles.body1Strong, margin: 0 },
});

/** The product's name, clear of the corner that Excel uses. */
export function Masthead() {
  const words = useWords();
  const styles = useStyles();
  return (
    <div className={styles.head}>
      <h1 className={styles.name}>{words('pane.product')}</h1>
    </div>
  );
}
