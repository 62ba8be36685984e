/** One measured line: what, how much, and in what. */
export interface Measurement {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'syncs' | 'operations' | 'reads' | 'KB' | 'rows/s' | 'times' | 'quartiles';
}

export interface Bench {
  readonly title: string;
  run(): Promise<readonly Measurement[]>;
}

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
