import { cellText } from '../assessment/read-cell';
import { canonicalJson } from '../submission/canonical';
import { submissionRecordSchema, type SubmissionRecord } from '../submission/record';
import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import type { Spot } from '../workbook/map';
import { RECEIPT_ROWS } from '../workbook/sheets/submission-layout';
import { parsedJson } from './parsed-json';
import { storedKeys, storedText, storeText, type State } from './state-sheet';
import { textInput } from './cell-content';
import type { SheetBlock } from './sheet-block';

const PREFIX = 'submission.';

/** Every row that was prepared or sent, oldest first, as the state sheet holds them. One that cannot be read is not left out in silence. */
export function storedSubmissions(state: State, words: Words): Result<readonly SubmissionRecord[]> {
  const records: SubmissionRecord[] = [];
  for (const key of storedKeys(state.rows, PREFIX)) {
    const record = parsedJson(submissionRecordSchema, storedText(state.rows, key));
    if (record === null) {
      return failed('state-damaged', words('workbook.stateDamaged', { what: words('sheet.submission') }));
    }
    records.push(record);
  }
  return success(records);
}

/** Stores the record under its key, over an earlier one of the same key. */
export function storeSubmission(state: State, sheet: Excel.Worksheet, record: SubmissionRecord): void {
  storeText(sheet, state.rows, `${PREFIX}${record.nullifier}`, canonicalJson(record));
}

/**
 * Writes the record's line of the receipts table (Day, Cycle, State, Row hash, Receipt): over the line of the record
 * that it replaces, on the first free line otherwise. A full table or a lost one loses nothing: the state sheet has it all.
 */
export function writeReceiptLine(
  sheet: Excel.Worksheet,
  block: SheetBlock,
  header: Spot,
  record: SubmissionRecord,
  replaced: SubmissionRecord | undefined,
  words: Words,
): void {
  const row = lineOf(block, header, replaced);
  if (row === null) return;
  const state = record.state === 'accepted' ? 'workbook.stateAccepted' : 'workbook.stateWaiting';
  const line = [
    record.prepared,
    record.cycle,
    words(state),
    record.hash,
    record.receipt === null ? '' : record.receipt.signature,
  ];
  const range = sheet.getRangeByIndexes(row, header.column, 1, line.length);
  range.values = [line.map(textInput)];
  range.untrack();
}

const [CYCLE, HASH] = [1, 3];

function lineOf(
  block: SheetBlock,
  { row, column }: Spot,
  replaced: SubmissionRecord | undefined,
): number | null {
  const lines = Array.from({ length: RECEIPT_ROWS }, (_, i) => row + 1 + i);
  const own = lines.find(
    (line) =>
      replaced !== undefined &&
      block.cell(line, column + HASH) === replaced.hash &&
      cellText(block.cell(line, column + CYCLE)) === replaced.cycle,
  );
  return own ?? lines.find((line) => block.cell(line, column + HASH) === null) ?? null;
}
