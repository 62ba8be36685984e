import { cellText } from '../assessment/read-cell';
import { canonicalJson } from '../submission/canonical';
import { submissionRecordSchema, type SubmissionRecord } from '../submission/record';
import type { Result } from '../words/result';
import type { WordKey, Words } from '../words/words';
import { type Spot, SUBMISSION_PREFIX } from '../workbook/map';
import { RECEIPT_ROWS } from '../workbook/sheets/submission-layout';
import { untracked } from './untracked';
import { storeText, type State } from './state-sheet';
import { storedRecords } from './stored-records';
import { textInput } from './cell-content';
import type { SheetBlock } from './sheet-block';

/** Every row that was prepared or sent, oldest first, as the state sheet holds them. */
export const storedSubmissions = (state: State, words: Words): Result<readonly SubmissionRecord[]> =>
  storedRecords(state, SUBMISSION_PREFIX, submissionRecordSchema, words);

/** Stores the record under its key, over an earlier one of the same key. */
export function storeSubmission(state: State, sheet: Excel.Worksheet, record: SubmissionRecord): void {
  storeText(sheet, state.rows, `${SUBMISSION_PREFIX}${record.nullifier}`, canonicalJson(record));
}

/** Writes a record's line of the receipts table (Day, Cycle, State, Row hash, Receipt) into a 0-based row. */
export function writeReceiptLine(
  sheet: Excel.Worksheet,
  row: number,
  column: number,
  record: SubmissionRecord,
  words: Words,
): void {
  const proof = record.state === 'withdrawn' ? record.withdrawal : record.receipt;
  const state = words(STATES[record.state]);
  const line = [record.prepared, record.cycle, state, record.hash, proof?.signature ?? ''];
  untracked(sheet.getRangeByIndexes(row, column, 1, line.length)).values = [line.map(textInput)];
}

const STATES: Readonly<Record<SubmissionRecord['state'], WordKey>> = {
  waiting: 'workbook.stateWaiting',
  accepted: 'workbook.stateAccepted',
  withdrawn: 'workbook.stateWithdrawn',
};

const [CYCLE, HASH] = [1, 3];

/**
 * Where a record's line goes: over the line of the record that it replaces, on the first free line otherwise. Null when
 * the table is full, which loses nothing: the state sheet has every record.
 */
export function receiptRow(
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
