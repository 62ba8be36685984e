import type { BenchmarkFigure } from '../rubric/benchmark';
import type { Fraction } from './fraction';
import { toHundredths } from './fraction';

/** Where a value stands in published figures. Quartile bands where quartiles are published; else against the median or mean. */
export type Position =
  | 'lowest-quarter'
  | 'below-median'
  | 'at-median'
  | 'above-median'
  | 'top-quarter'
  | 'below-mean'
  | 'at-mean'
  | 'above-mean';

/**
 * Compares at two decimals, as both are shown. A value on a quartile belongs to the band nearer the median.
 * Null where nothing is published to compare with.
 */
export function positionOf(value: Fraction, figure: BenchmarkFigure): Position | null {
  const v = toHundredths(value);
  const { p25, median, p75, mean } = figure;
  if (median !== undefined) {
    if (p25 !== undefined && v < p25) return 'lowest-quarter';
    if (p75 !== undefined && v > p75) return 'top-quarter';
    return v < median ? 'below-median' : v > median ? 'above-median' : 'at-median';
  }
  if (mean === undefined) return null;
  return v < mean ? 'below-mean' : v > mean ? 'above-mean' : 'at-mean';
}

/** The one figure to draw a line at: the median where published, else the mean. Hundredths, or null. */
export const centreOf = (figure: BenchmarkFigure): number | null => figure.median ?? figure.mean ?? null;
