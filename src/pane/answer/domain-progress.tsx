import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { RubricDomain } from '../../rubric/schema';
import { useAnswers, usePane, usePaneState } from '../pane-context';
import { Meter } from '../parts/meter';
import { useLook } from '../parts/use-look';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  jump: {
    ...typographyStyles.caption1,
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'end',
    gap: tokens.spacingVerticalXXS,
    width: '100%',
    height: '100%',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalXS,
    textAlign: 'start',
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    '&:hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  line: {
    display: 'flex',
    alignItems: 'end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalXS,
    width: '100%',
  },
  name: {},
  here: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground1 },
  count: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

/** How far each domain is. A click goes to the domain's next unanswered item, or to its first. */
export function DomainProgress() {
  const { words, rubric } = usePane();
  const styles = useStyles();
  return (
    <nav aria-label={words('pane.progressByDomain')}>
      <ul className={styles.grid}>
        {rubric.domains.map((domain) => (
          <li key={domain.id}>
            <DomainButton domain={domain} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function DomainButton({ domain }: { readonly domain: RubricDomain }) {
  const { words, rubric, store } = usePane();
  const { assessment, scores } = useAnswers();
  const { selected } = usePaneState();
  const look = useLook();
  const styles = useStyles();
  const items = rubric.items.filter((item) => item.domain === domain.id);
  const histogram = scores.domains.get(domain.id)?.histogram;
  const answered = items.length - (histogram ? histogram.blank + histogram.invalid : items.length);
  const here = items.some(({ id }) => id === selected);
  const next = items.find(({ id }) => assessment.entries.get(id)?.answer.state === 'blank') ?? items[0];
  return (
    <button
      type="button"
      className={styles.jump}
      aria-current={here ? 'step' : undefined}
      onClick={() => next && store.select(next.id)}
    >
      <span className={look.hidden}>
        {words('pane.domainProgress', { domain: domain.name, answered, of: items.length })}
      </span>
      <span aria-hidden="true" className={styles.line}>
        <span className={here ? `${styles.name} ${styles.here}` : styles.name}>{domain.name}</span>
        <span className={styles.count}>{words('pane.outOf', { part: answered, of: items.length })}</span>
      </span>
      <Meter share={answered / items.length} />
    </button>
  );
}
