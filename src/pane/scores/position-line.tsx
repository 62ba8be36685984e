import type { Benchmark, BenchmarkFigure } from '../../rubric/benchmark';
import type { Fraction } from '../../scoring/fraction';
import { centreOf, positionOf } from '../../scoring/position';
import type { Words } from '../../words/words';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';
import { hundredthsWords } from '../score-words';

export interface PositionLineProps {
  readonly value: Fraction | null;
  readonly figure: BenchmarkFigure | undefined;
  readonly benchmark: Benchmark | null;
}

/** Where a value stands in the benchmark, in words. A sample says each time that its contributors are invented. */
export function PositionLine({ value, figure, benchmark }: PositionLineProps) {
  const words = useWords();
  const look = useLook();
  if (!benchmark || !figure) return null;
  if (centreOf(figure) === null) {
    return <p className={look.quiet}>{words('compare.withheld-unpublished')}</p>;
  }
  const position = value && positionOf(value, figure);
  return (
    <p className={look.text}>
      {position && <strong>{words(`pane.position-${position}`)}</strong>}{' '}
      <span className={look.quiet}>
        {figuresWords(figure, words)}
        {benchmark.kind === 'sample' && ` ${words('pane.invented')}`}
      </span>
    </p>
  );
}

function figuresWords({ mean, p25, median, p75 }: BenchmarkFigure, words: Words): string {
  const shown = (value: number) => hundredthsWords(value, words);
  const parts = [
    mean === undefined ? null : words('pane.industryMean', { value: shown(mean) }),
    median === undefined ? null : words('pane.industryMedian', { value: shown(median) }),
    p25 === undefined || p75 === undefined
      ? null
      : words('pane.industryMiddle', { from: shown(p25), to: shown(p75) }),
  ];
  return parts.filter((part) => part !== null).join(' ');
}
