import type { Words } from '../words/words';
import type { SheetId } from '../workbook/design';
import { RECEIPT_ROWS } from '../workbook/sheets/submission-layout';
import { benchmarkOf } from './benchmark-cells';
import { openWorkbook } from './open-workbook';
import { saveBenchmark } from './records';
import { storedSubmissions, writeReceiptLine } from './submissions';

/** Fills sheets that were drawn again with what the state sheet kept: the benchmark's figures, the receipts. */
export async function restoreRecords(
  context: Excel.RequestContext,
  redrawn: ReadonlySet<SheetId>,
  words: Words,
): Promise<void> {
  const opened = await openWorkbook(context, words);
  if (!opened.ok) return;
  const { state, map } = opened.value;
  const stored = benchmarkOf(state, words);
  if (redrawn.has('benchmark') && stored.ok && stored.value)
    await saveBenchmark(context, stored.value, words);
  const records = storedSubmissions(state, words);
  const header = map.spot('pointer.receipts');
  if (!redrawn.has('submission') || !records.ok || header === null) return;
  const sheet = context.workbook.worksheets.getItem(header.sheet);
  records.value
    .slice(-RECEIPT_ROWS)
    .forEach((record, i) => writeReceiptLine(sheet, header.row + 1 + i, header.column, record, words));
  await context.sync();
}
