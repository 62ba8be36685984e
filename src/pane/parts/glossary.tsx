import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { WordKey } from '../../words/words';
import { useWords } from '../pane-context';

const useStyles = makeStyles({
  list: { margin: 0, '& dt': { ...typographyStyles.body1Strong, display: 'inline' } },
  means: { display: 'inline', margin: 0 },
  line: { ...typographyStyles.body1, '& + &': { marginTop: tokens.spacingVerticalXS } },
});

/** What the pane takes for known, in a line each. */
export type Term = 'jsp' | 'mdic' | 'cmmi' | 'open' | 'atMost';

export function Glossary({ terms }: { readonly terms: readonly Term[] }) {
  const words = useWords();
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {terms.map((term) => (
        <div key={term} className={styles.line}>
          <dt>{words(`glossary.${term}` satisfies WordKey)}</dt>{' '}
          <dd className={styles.means}>{words(`glossary.${term}Means` satisfies WordKey)}</dd>
        </div>
      ))}
    </dl>
  );
}
