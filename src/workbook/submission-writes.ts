import { cellText } from '../assessment/read-cell';
import { canonicalJson } from '../submission/canonical';
import type { SubmissionRecord } from '../submission/record';
import { success, type Result } from '../words/result';
import type { Words } from '../words/words';
import type { CellWrite } from './cell-writes';
import { type Spot, SUBMISSION_PREFIX } from './map';
import { receiptLine } from './receipt-line';
import { RECEIPT_ROWS } from './sheets/submission-layout';
import { storeText } from './state-writes';
import { storedSubmissions } from './stored-submissions';
import type { WorkbookCells } from './workbook-cells';

/**
 * Keeps a record on the state sheet, over the one of the same key, and shows it on the Submission sheet where there is
 * room. `state-damaged` where the kept ones cannot be read.
 */
export function submissionWrites(
  cells: WorkbookCells,
  record: SubmissionRecord,
  words: Words,
): Result<readonly CellWrite[]> {
  const { map, state } = cells;
  const known = storedSubmissions(state, words);
  if (!known.ok) return known;
  const replaced = known.value.find(({ nullifier }) => nullifier === record.nullifier);
  const header = map.spot('pointer.receipts');
  const row = header && receiptRow(cells, header, replaced);
  return success([
    ...storeText(cells, `${SUBMISSION_PREFIX}${record.nullifier}`, canonicalJson(record)),
    // The sheet builds its own row for the newest cycle that was sent for: the same bytes as the pane's.
    ...(record.cycle > map.cycle ? storeText(cells, 'cycle', record.cycle) : []),
    ...(header !== null && row !== null ? [receiptLine({ ...header, row }, record, words)] : []),
  ]);
}

const [CYCLE, HASH] = [1, 3];

/**
 * Where a record's line goes: over the line of the record that it replaces, on the first free line otherwise. Null when
 * the table is full, which loses nothing: the state sheet has every record.
 */
function receiptRow(
  { cell }: WorkbookCells,
  { sheet, row, column }: Spot,
  replaced: SubmissionRecord | undefined,
): number | null {
  const lines = Array.from({ length: RECEIPT_ROWS }, (_, i) => row + 1 + i);
  const own = lines.find(
    (line) =>
      replaced !== undefined &&
      cell(sheet, line, column + HASH) === replaced.hash &&
      cellText(cell(sheet, line, column + CYCLE)) === replaced.cycle,
  );
  return own ?? lines.find((line) => cell(sheet, line, column + HASH) === null) ?? null;
}
