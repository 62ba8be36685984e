import type { Snapshot } from '../assessment/snapshot';
import type { SubmissionRecord, TokenRecord } from '../submission/record';
import { success, type Result } from '../words/result';
import type { Words } from '../words/words';
import { benchmarkWrites } from '../workbook/benchmark-writes';
import type { CellWrite } from '../workbook/cell-writes';
import { historyWrites } from '../workbook/history-writes';
import type { PointerKey } from '../workbook/map';
import type { StoredBenchmark } from '../workbook/stored-benchmark';
import { submissionWrites } from '../workbook/submission-writes';
import { tokenWrites } from '../workbook/token-writes';
import type { WorkbookCells } from '../workbook/workbook-cells';
import { openCells } from './open-workbook';
import { writeCells } from './write-cells';

/** Stores a record in the state sheet and shows it on the Submission sheet, in one batch of writes. */
export const saveSubmission = (
  context: Excel.RequestContext,
  record: SubmissionRecord,
  words: Words,
): Promise<Result<void>> =>
  save(context, words, 'pointer.receipts', 'unlocked', (cells) => submissionWrites(cells, record, words));

/** Keeps a token in the state sheet, over the one of the same key. */
export const saveToken = (
  context: Excel.RequestContext,
  token: TokenRecord,
  words: Words,
): Promise<Result<void>> =>
  save(context, words, null, 'unlocked', (cells) => tokenWrites(cells, token, words));

/** Fills the Benchmark sheet and keeps the exact figures in the state sheet, in one batch of writes. */
export const saveBenchmark = (
  context: Excel.RequestContext,
  stored: StoredBenchmark,
  words: Words,
): Promise<Result<void>> =>
  save(context, words, 'pointer.benchmark.table', 'locked', (cells) => benchmarkWrites(cells, stored, words));

/** Appends a line to the history sheet. */
export const saveSnapshot = (
  context: Excel.RequestContext,
  snapshot: Snapshot,
  words: Words,
): Promise<Result<void>> =>
  save(context, words, 'pointer.history', 'unlocked', (cells) => historyWrites(cells, snapshot, words));

/** Reads the state sheet, and the sheet that a pointer leads to, works out what to write, and writes it. */
async function save(
  context: Excel.RequestContext,
  words: Words,
  place: PointerKey | null,
  target: 'locked' | 'unlocked',
  work: (cells: WorkbookCells) => Result<readonly CellWrite[]>,
): Promise<Result<void>> {
  const opened = await openCells(context, words, (map) => [place && map.spot(place)?.sheet]);
  if (!opened.ok) return opened;
  const { cells, guarded } = opened.value;
  const writes = work(cells);
  if (!writes.ok) return writes;
  writeCells(context, writes.value, target === 'locked' ? guarded : new Map());
  await context.sync();
  return success(undefined);
}
