import type { ReleaseFigure } from '../../../src/rubric/release';
import type { Row } from '../../../src/submission/row';

/** Rows of a cell, read off its key. */
export const rowsOfCell = (rows: readonly Row[], cell: string): readonly Row[] => {
  const [dimension, category] = cell.split(':');
  return rows.filter((row) => cell === 'all' || row[dimension as 'organization' | 'size'] === category);
};

/** A row's value of a measure in hundredths; null where it has none. */
export function valueIn(row: Row, measure: string): number | null {
  if (measure === 'composite')
    return typeof row.overall.composite === 'number' ? row.overall.composite : null;
  const domain = row.domains[measure];
  if (domain) return domain.mean;
  const answer = row.items?.[measure];
  return typeof answer === 'number' ? answer * 100 : null;
}

/** The quantile of a sorted list that SQL's `percentile_cont` gives: between two neighbours, in proportion. */
export function percentileCont(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? NaN;
  const high = sorted[Math.ceil(place)] ?? NaN;
  return low + (place - Math.floor(place)) * (high - low);
}

/** The nearest multiple of a step, half up; what floating point blurs is taken for what was meant. */
export const toNearest = (value: number, step: number): number =>
  Math.floor((value + 1e-9) / step + 0.5) * step;

export interface PlainFigure {
  readonly mean: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  /** Exact percent at each level, or in each bin of a mean. */
  readonly shares: readonly number[];
}

/** The figures of a list of values, unrounded, from the sorted list. */
export function plainFigure(values: readonly number[], bins: 5 | 6): PlainFigure {
  const sorted = [...values].sort((a, b) => a - b);
  const binOf = (value: number) => Math.min(bins - 1, Math.floor(value / 100));
  return {
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    p25: percentileCont(sorted, 0.25),
    median: percentileCont(sorted, 0.5),
    p75: percentileCont(sorted, 0.75),
    shares: Array.from(
      { length: bins },
      (_, bin) => (100 * sorted.filter((value) => binOf(value) === bin).length) / sorted.length,
    ),
  };
}

const STEPS = [1, 5, 10, 20, 50, 100];

/** Whether published figures are the plain ones, rounded: means of rows to some step, what is about items to one only. */
export function isRounded(
  published: ReleaseFigure,
  plain: PlainFigure,
  n: number,
  kind: 'item' | 'mean',
): boolean {
  const least = n < 10 ? 10 : n < 50 ? 5 : 1;
  const steps = kind === 'item' ? [least] : STEPS.filter((step) => step >= least);
  const shares = published.shares ?? [];
  return (
    shares.every((share, i) => share === toNearest(plain.shares[i] ?? NaN, 5)) &&
    steps.some((step) => {
      const near = (name: 'mean' | 'p25' | 'median' | 'p75') => {
        const rounded = toNearest(plain[name], kind === 'item' && name !== 'mean' ? 1 : step);
        return published[name] === undefined || published[name] === rounded;
      };
      return near('mean') && near('p25') && near('median') && near('p75');
    })
  );
}
