import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Benchmark } from '../../rubric/benchmark';
import type { RubricDomain } from '../../rubric/schema';
import { useAnswers, usePane } from '../pane-context';
import { useLook } from '../parts/use-look';
import { floorWords, levelWords, meanWords, percentWords } from '../score-words';
import { Facts } from '../parts/facts';
import { Histogram } from './histogram';
import { PositionLine } from './position-line';
import { RangeBar } from './range-bar';

const useStyles = makeStyles({
  level: {
    ...typographyStyles.caption1Strong,
    padding: `0 ${tokens.spacingHorizontalS}`,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    border: `${tokens.strokeWidthThin} solid transparent`,
    borderRadius: tokens.borderRadiusCircular,
  },
});

export interface DomainCardProps {
  readonly domain: RubricDomain;
  readonly benchmark: Benchmark | null;
}

/** One domain: its mean with the bounds that open answers leave, its level, its distribution, its place in the benchmark. */
export function DomainCard({ domain, benchmark }: DomainCardProps) {
  const { words, rubric } = usePane();
  const measures = useAnswers().scores.domains.get(domain.id);
  const look = useLook();
  const styles = useStyles();
  if (!measures) throw new Error(`No scores for domain ${domain.id}`);
  const figure = benchmark?.domains[domain.id];
  const bounds = { low: meanWords(measures.low, words), high: meanWords(measures.high, words) };
  return (
    <section className={look.card} aria-labelledby={`domain-${domain.id}`}>
      <div className={look.between}>
        <h2 id={`domain-${domain.id}`} className={look.heading}>
          {domain.name}
        </h2>
        <span className={styles.level}>
          {words('pane.levelIs', { level: levelWords(measures.level, rubric, words) })}
        </span>
      </div>
      <RangeBar
        own={measures.mean}
        low={measures.low}
        high={measures.high}
        target={measures.target}
        figure={figure}
      />
      <PositionLine value={measures.mean} figure={figure} benchmark={benchmark} />
      <Facts
        facts={[
          [words('pane.mean'), meanWords(measures.mean, words)],
          [words('pane.bounds'), words('pane.between', bounds)],
          [words('pane.median'), meanWords(measures.median, words)],
          [words('pane.floor'), floorWords(measures, words)],
          [words('pane.coverage'), percentWords(measures.coverage, words)],
          [words('pane.toTarget'), percentWords(measures.percentToTarget, words)],
        ]}
      />
      <Histogram histogram={measures.histogram} name={domain.name} />
    </section>
  );
}
