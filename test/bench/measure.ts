import type { Need } from './needs';

/** How much, and in what. `x` is a ratio of two figures of the same run. */
export interface Figure {
  readonly value: number;
  readonly unit: 'count' | 'ms' | 'KB' | 'a second' | 'x';
}

/** A table of a document: a text is printed as it stands, a figure as `shownFigure` has it. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | Figure)[])[];
}

/** One part of `npm run bench`: what it needs built, and the tables that it measures. */
export interface Bench {
  readonly title: string;
  readonly needs: readonly Need[];
  run(): Promise<readonly Table[]>;
}

/** A figure of a unit, short to write. */
export const figure = (value: number, unit: Figure['unit']): Figure => ({ value, unit });

/** Milliseconds that some work takes, and its outcome. */
export async function timed<T>(work: () => Promise<T> | T): Promise<{ ms: number; outcome: T }> {
  const begun = performance.now();
  const outcome = await work();
  return { ms: performance.now() - begun, outcome };
}

/** The middle of an odd number of values; of an even number, the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new Error('The median of nothing');
  return middle;
}
