import type { ReleaseFigure } from '../../rubric/release';
import { intervalOf, isAbove, type Interval } from './interval';

export interface Named {
  readonly id: string;
  readonly figure: ReleaseFigure | null;
}

/**
 * Which of several groups or domains stands clear of all others: its 95 % interval overlaps none of theirs. `unknown`
 * where an interval is missing, because a hidden one could stand higher or lower.
 */
export type Standing =
  | { readonly known: false }
  | { readonly known: true; readonly highest: string | null; readonly lowest: string | null };

export function standingOf(all: readonly Named[]): Standing {
  const intervals = all.map(({ id, figure }) => ({ id, interval: intervalOf(figure) }));
  if (intervals.length < 2 || intervals.some(({ interval }) => interval === null)) return { known: false };
  const known = intervals as readonly { id: string; interval: Interval }[];
  const clear = (beats: (one: Interval, other: Interval) => boolean): string | null =>
    known.find((one) => known.every((other) => other === one || beats(one.interval, other.interval)))?.id ??
    null;
  return { known: true, highest: clear(isAbove), lowest: clear((one, other) => isAbove(other, one)) };
}

/** How many pairs there are in all, and in how many the intervals do not overlap; only those with intervals count. */
export function pairsApart(all: readonly Named[]): { readonly apart: number; readonly pairs: number } {
  const intervals = all.flatMap(({ figure }) => intervalOf(figure) ?? []);
  const pairs = intervals.flatMap((one, at) => intervals.slice(at + 1).map((other) => [one, other] as const));
  const apart = pairs.filter(([one, other]) => isAbove(one, other) || isAbove(other, one));
  return { apart: apart.length, pairs: pairs.length };
}
