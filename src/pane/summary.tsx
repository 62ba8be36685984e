import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useAnswers, usePane } from './pane-context';
import { floorWords, levelWords, percentWords } from './score-words';

const useStyles = makeStyles({
  summary: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    paddingInline: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground2,
  },
  level: { ...typographyStyles.caption1Strong, color: tokens.colorBrandForeground1 },
});

/** The overall level and how much of the answer is in, announced when they change. */
export function Summary() {
  const { words, rubric } = usePane();
  const { overall } = useAnswers().scores;
  const styles = useStyles();
  const level =
    overall.level === 'open' && overall.floor !== null
      ? words('pane.openAtMost', { floor: floorWords(overall, words) })
      : levelWords(overall.level, rubric, words);
  return (
    <p role="status" aria-label={words('pane.summary')} className={styles.summary}>
      <span className={styles.level}>{words('pane.overallLevel', { level })}</span>
      <span>
        {words('pane.ratedOf', {
          rated: overall.rated,
          applicable: overall.applicable,
          percent: percentWords(overall.coverage, words),
        })}
      </span>
    </p>
  );
}
