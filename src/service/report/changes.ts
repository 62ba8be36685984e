import type { Release, ReleaseFigure } from '../../rubric/release';
import { cellOf, figureOf, measureOf } from './edition';

/** `same`: the difference is within its uncertainty, which is not to say that there is none. `unknown`: it cannot be judged. */
export type Verdict = 'higher' | 'lower' | 'same' | 'unknown';

/** One measure of all contributors in this cycle and the one before. Hundredths. */
export interface Change {
  readonly name: string;
  readonly before: ReleaseFigure | null;
  readonly now: ReleaseFigure | null;
  /** Now less before; null where either mean is hidden. */
  readonly difference: number | null;
  /** Half the width of the difference's 95 % interval, rounded up to 0.01; null where either margin is hidden. */
  readonly margin: number | null;
  readonly verdict: Verdict;
}

/**
 * What changed since a former release, measure by measure, in the order of `names`. The margin of a difference is
 * sqrt(m1² + m2²), as for two groups that have nothing to do with each other.
 */
export function changesSince(release: Release, former: Release, names: readonly string[]): readonly Change[] {
  const [cell, formerCell] = [cellOf(release, 'all'), cellOf(former, 'all')];
  return names.map((name) =>
    changeOf(name, figureOf(measureOf(formerCell, name)), figureOf(measureOf(cell, name))),
  );
}

export const isDistinct = ({ verdict }: Change): boolean => verdict === 'higher' || verdict === 'lower';
export const isJudged = ({ verdict }: Change): boolean => verdict !== 'unknown';

function changeOf(name: string, before: ReleaseFigure | null, now: ReleaseFigure | null): Change {
  if (before?.mean === undefined || now?.mean === undefined)
    return { name, before, now, difference: null, margin: null, verdict: 'unknown' };
  const difference = now.mean - before.mean;
  if (before.margin === undefined || now.margin === undefined)
    return { name, before, now, difference, margin: null, verdict: 'unknown' };
  // Whole numbers: no rounding stands between the figures and the verdict.
  const square = before.margin ** 2 + now.margin ** 2;
  const verdict = difference ** 2 <= square ? 'same' : difference > 0 ? 'higher' : 'lower';
  return { name, before, now, difference, margin: Math.ceil(Math.sqrt(square)), verdict };
}
