import type { ReleaseFigure } from '../../rubric/release';

/** Hundredths on the scale 0-5. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 95 % interval of a mean, cut to the scale; null where the mean or its margin is not published. */
export function intervalOf(figure: ReleaseFigure | null): Interval | null {
  if (figure?.mean === undefined || figure.margin === undefined) return null;
  return { low: Math.max(0, figure.mean - figure.margin), high: Math.min(500, figure.mean + figure.margin) };
}

/** Whether all of one interval lies above all of the other. */
export const isAbove = (one: Interval, other: Interval): boolean => one.low > other.high;
