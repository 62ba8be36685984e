import type { Benchmark } from './benchmark';

/** What a new workbook compares with: the first published figures that have domain values; shipping none is a bug. */
export function startingBenchmark(published: readonly Benchmark[]): Benchmark {
  const found = published.find((figures) => Object.keys(figures.domains).length > 0);
  if (found === undefined) throw new Error('No published figures with domain values are shipped');
  return found;
}
