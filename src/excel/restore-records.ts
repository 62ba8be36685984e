import type { Words } from '../words/words';
import type { SheetId } from '../workbook/design';
import { receiptLine } from '../workbook/receipt-line';
import { RECEIPT_ROWS } from '../workbook/sheets/submission-layout';
import { storedSubmissions } from '../workbook/stored-submissions';
import { openWorkbook } from './open-workbook';
import { writeCells } from './write-cells';

/** Fills a Submission sheet that was drawn again with the receipts that the state sheet kept. */
export async function restoreRecords(
  context: Excel.RequestContext,
  redrawn: ReadonlySet<SheetId>,
  words: Words,
): Promise<void> {
  const opened = await openWorkbook(context, words);
  if (!opened.ok) return;
  const { state, map } = opened.value;
  const records = storedSubmissions(state, words);
  const header = map.spot('pointer.receipts');
  if (!redrawn.has('submission') || !records.ok || header === null) return;
  const lines = records.value
    .slice(-RECEIPT_ROWS)
    .map((record, i) => receiptLine({ ...header, row: header.row + 1 + i }, record, words));
  writeCells(context, lines);
  await context.sync();
}
