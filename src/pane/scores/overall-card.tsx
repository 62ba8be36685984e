import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Benchmark } from '../../rubric/benchmark';
import { useAnswers, usePane } from '../pane-context';
import { useLook } from '../parts/use-look';
import { floorWords, levelWords, meanWords, percentWords } from '../score-words';
import { Facts } from '../parts/facts';
import { Histogram } from './histogram';
import { PositionLine } from './position-line';
import { RangeBar } from './range-bar';
import { RangeLegend } from './range-legend';

const useStyles = makeStyles({
  figures: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXXL },
  figure: { display: 'flex', flexDirection: 'column-reverse', margin: 0 },
  number: { ...typographyStyles.title1, margin: 0, fontVariantNumeric: 'tabular-nums' },
  level: { ...typographyStyles.title3, margin: 0, lineHeight: tokens.lineHeightHero800 },
  name: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});

/** Composite and level side by side: a mean never stands alone. */
export function OverallCard({ benchmark }: { readonly benchmark: Benchmark | null }) {
  const { words, rubric } = usePane();
  const { overall } = useAnswers().scores;
  const look = useLook();
  const styles = useStyles();
  const { composite, compositeLow, compositeHigh } = overall;
  const mean = composite === 'open' ? null : composite;
  return (
    <section className={look.card} aria-labelledby="overall-title">
      <h2 id="overall-title" className={look.heading}>
        {words('pane.overall')}
      </h2>
      <dl className={styles.figures} style={{ margin: 0 }}>
        <div className={styles.figure}>
          <dd className={styles.number}>{meanWords(composite, words)}</dd>
          <dt className={styles.name}>{words('pane.composite')}</dt>
        </div>
        <div className={styles.figure}>
          <dd className={styles.level}>{levelWords(overall.level, rubric, words)}</dd>
          <dt className={styles.name}>{words('pane.level')}</dt>
        </div>
      </dl>
      <RangeBar
        own={mean}
        low={compositeLow}
        high={compositeHigh}
        target={overall.target}
        figure={benchmark?.composite}
      />
      <RangeLegend figures={benchmark ? [benchmark.composite, ...Object.values(benchmark.domains)] : []} />
      <PositionLine value={mean} figure={benchmark?.composite} benchmark={benchmark} />
      <Facts
        facts={[
          [
            words('pane.bounds'),
            boundsOf(words, meanWords(compositeLow, words), meanWords(compositeHigh, words)),
          ],
          [words('pane.itemMean'), meanWords(overall.mean, words)],
          [words('pane.floor'), floorWords(overall, words)],
          [words('pane.coverage'), percentWords(overall.coverage, words)],
        ]}
      />
      <Histogram histogram={overall.histogram} name={words('pane.overall')} />
    </section>
  );
}

const boundsOf = (words: ReturnType<typeof usePane>['words'], low: string, high: string) =>
  words('pane.between', { low, high });
