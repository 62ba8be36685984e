import type { ReleaseFigure } from '../../rubric/release';
import { intervalOf } from './interval';
import type { Named } from './standing';

export interface Ranked {
  readonly id: string;
  readonly figure: ReleaseFigure;
  readonly mean: number;
}

/** The items with the lowest means, or the highest, farthest first. */
export interface End {
  /** So many items share the farthest mean; named only when they are few. */
  readonly items: readonly Ranked[];
  readonly sharing: number;
  readonly mean: number;
}

export interface Extremes {
  readonly lowest: End;
  readonly highest: End;
  /** Items that have no mean, so that they may belong to an end, too. */
  readonly unranked: number;
  /** Every named item of the high end lies above every one of the low end, intervals and all; null where intervals are missing. */
  readonly apart: boolean | null;
}

const ENOUGH = 3;
const MOST = 5;
/** Fewer ranked items than this have no ends to speak of. */
const LEAST_RANKED = 12;

/**
 * The ends of the items by their means: three to five items each, never one without those of the same mean. Null where
 * too few means are published, or all are alike.
 */
export function extremesOf(all: readonly Named[]): Extremes | null {
  const ranked = all
    .flatMap(({ id, figure }) => (figure?.mean === undefined ? [] : [{ id, figure, mean: figure.mean }]))
    .sort((a, b) => a.mean - b.mean);
  if (ranked.length < LEAST_RANKED) return null;
  const lowest = endOf(ranked);
  const highest = endOf([...ranked].reverse());
  const inner = Math.max(lowest.mean, ...lowest.items.map(({ mean }) => mean));
  const outer = Math.min(highest.mean, ...highest.items.map(({ mean }) => mean));
  if (inner >= outer) return null;
  return {
    lowest,
    highest,
    unranked: all.length - ranked.length,
    apart: areApart(lowest.items, highest.items),
  };
}

function endOf(ranked: readonly Ranked[]): End {
  const means = [...new Set(ranked.map(({ mean }) => mean))];
  const upTo = (count: number) => ranked.filter(({ mean }) => means.slice(0, count).includes(mean));
  const sizes = means.map((_, at) => upTo(at + 1).length);
  const fitting = sizes.filter((size) => size <= MOST);
  const wanted = fitting.find((size) => size >= ENOUGH) ?? fitting.at(-1) ?? 0;
  return { items: ranked.slice(0, wanted), sharing: sizes[0] ?? 0, mean: means[0] ?? 0 };
}

function areApart(low: readonly Ranked[], high: readonly Ranked[]): boolean | null {
  const lows = low.map(({ figure }) => intervalOf(figure));
  const highs = high.map(({ figure }) => intervalOf(figure));
  if (lows.length === 0 || highs.length === 0 || [...lows, ...highs].includes(null)) return null;
  const top = Math.max(...lows.map((interval) => interval?.high ?? 500));
  return highs.every((interval) => interval !== null && interval.low > top);
}
