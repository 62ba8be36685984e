import * as z from 'zod/mini';
import { benchmarkSchema } from '../rubric/benchmark';
import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import type { StateKey, StateRow } from './map';
import { parsedJson } from './parsed-json';
import { storedText } from './state-writes';

/** The key of the state sheet that holds it. */
export const BENCHMARK_KEY = 'benchmark' satisfies StateKey;

/** `fetched` is an ISO day; empty for figures that came with the product. */
const storedBenchmarkSchema = z.strictObject({ benchmark: benchmarkSchema, fetched: z.string() });
export type StoredBenchmark = z.infer<typeof storedBenchmarkSchema>;

/**
 * The benchmark that the workbook compares with, exactly as it was received; null where there is none, `state-damaged`
 * where it cannot be read.
 */
export function storedBenchmark(state: readonly StateRow[], words: Words): Result<StoredBenchmark | null> {
  const text = storedText(state, BENCHMARK_KEY);
  if (text === null) return success(null);
  const stored = parsedJson(storedBenchmarkSchema, text);
  return stored
    ? success(stored)
    : failed('state-damaged', words('workbook.stateDamaged', { what: words('sheet.benchmark') }));
}
