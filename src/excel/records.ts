import type { Snapshot } from '../assessment/snapshot';
import type { SubmissionRecord } from '../submission/record';
import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import type { SheetId } from '../workbook/design';
import { storeBenchmark, writeBenchmark, type StoredBenchmark } from './benchmark-cells';
import { writeHistoryLine } from './history-line';
import { openWorkbook } from './open-workbook';
import { blockOf, loadGuarded, type SheetBlock } from './sheet-block';
import { sheetTitle } from './sheet-title';
import { storeText } from './state-sheet';
import { receiptRow, storeSubmission, storedSubmissions, writeReceiptLine } from './submissions';

/** Stores a record in the state sheet and shows it on the Submission sheet, in one batch of writes. */
export async function saveSubmission(
  context: Excel.RequestContext,
  record: SubmissionRecord,
  words: Words,
): Promise<Result<void>> {
  const opened = await openWorkbook(context, words);
  if (!opened.ok) return opened;
  const { state, stateSheet, map } = opened.value;
  const known = storedSubmissions(state, words);
  if (!known.ok) return known;
  const replaced = known.value.find(({ nullifier }) => nullifier === record.nullifier);
  const header = map.spot('pointer.receipts');
  const target = header && (await openSheet(context, header.sheet));
  storeSubmission(state, stateSheet, record);
  // The sheet builds its own row for the newest cycle that was sent for: the same bytes as the pane's.
  if (record.cycle > map.cycle) storeText(stateSheet, state.rows, 'cycle', record.cycle);
  const row = target && receiptRow(target.block, header, replaced);
  if (target && row !== null) writeReceiptLine(target.sheet, row, header.column, record, words);
  await context.sync();
  return success(undefined);
}

/** Fills the Benchmark sheet and keeps the exact figures in the state sheet, in one batch of writes. */
export async function saveBenchmark(
  context: Excel.RequestContext,
  stored: StoredBenchmark,
  words: Words,
): Promise<Result<void>> {
  const opened = await openWorkbook(context, words);
  if (!opened.ok) return opened;
  const { state, stateSheet, map } = opened.value;
  const table = map.spot('pointer.benchmark.table');
  const target = table && (await openSheet(context, table.sheet));
  if (!table || !target) return sheetGone('benchmark', words);
  writeBenchmark(target.sheet, target.block, map, table, stored, target.isProtected, words);
  storeBenchmark(state, stateSheet, stored);
  await context.sync();
  return success(undefined);
}

/** Appends a line to the history sheet. */
export async function saveSnapshot(
  context: Excel.RequestContext,
  snapshot: Snapshot,
  words: Words,
): Promise<Result<void>> {
  const opened = await openWorkbook(context, words);
  if (!opened.ok) return opened;
  const header = opened.value.map.spot('pointer.history');
  const target = header && (await openSheet(context, header.sheet));
  if (!header || !target) return sheetGone('history', words);
  const written = writeHistoryLine(target.sheet, target.block, header, snapshot, words);
  await context.sync();
  return written;
}

interface OpenSheet {
  readonly sheet: Excel.Worksheet;
  readonly block: SheetBlock;
  readonly isProtected: boolean;
}

async function openSheet(context: Excel.RequestContext, name: string): Promise<OpenSheet> {
  const { sheet, used, protection } = loadGuarded(context.workbook.worksheets.getItem(name));
  await context.sync();
  return { sheet, block: blockOf(used), isProtected: protection.protected };
}

const sheetGone = (id: SheetId, words: Words) =>
  failed('sheet-gone', words('workbook.sheetGone', { sheet: sheetTitle(id, words) }));
