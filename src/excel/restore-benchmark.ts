import type { Words } from '../words/words';
import { benchmarkOf } from './benchmark-cells';
import { openWorkbook } from './open-workbook';
import { saveBenchmark } from './records';

/** Fills a Benchmark sheet that was drawn again with the figures that the state sheet kept; those of the design stay where it kept none. */
export async function restoreBenchmark(context: Excel.RequestContext, words: Words): Promise<void> {
  const opened = await openWorkbook(context, words);
  const stored = opened.ok ? benchmarkOf(opened.value.state, words) : opened;
  if (stored.ok && stored.value !== null) await saveBenchmark(context, stored.value, words);
}
