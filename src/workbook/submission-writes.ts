import { cellText } from '../assessment/read-cell';
import { canonicalJson } from '../submission/canonical';
import type { SubmissionRecord } from '../submission/record';
import { preparedElsewhere } from '../submission/settle';
import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import type { CellWrite } from './cell-writes';
import { type Spot, SUBMISSION_PREFIX } from './map';
import { receiptLine } from './receipt-line';
import { RECEIPT_ROWS } from './sheets/submission-layout';
import { dropText, storeText } from './state-writes';
import { storedSubmissions } from './stored-submissions';
import type { WorkbookCells } from './workbook-cells';

/**
 * Keeps a record on the state sheet, over the one of the same key, and shows it on the Submission sheet where there is
 * room. `state-damaged` where the kept ones cannot be read; `prepared-elsewhere` where there is a row for the cycle that
 * is not among those `seen`.
 */
export function submissionWrites(
  cells: WorkbookCells,
  record: SubmissionRecord,
  words: Words,
  seen?: readonly string[],
): Result<readonly CellWrite[]> {
  const { map, state } = cells;
  const known = storedSubmissions(state, words);
  if (!known.ok) return known;
  if (seen !== undefined && preparedElsewhere(known.value, record, seen) !== undefined) {
    return failed('prepared-elsewhere', words('pane.preparedElsewhere'));
  }
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

/** Takes a record off the state sheet, and its line off the Submission sheet; `record-changed` where it is another by now. */
export function dropSubmissionWrites(
  cells: WorkbookCells,
  record: SubmissionRecord,
  words: Words,
): Result<readonly CellWrite[]> {
  const known = storedSubmissions(cells.state, words);
  if (!known.ok) return known;
  const held = known.value.find(({ nullifier }) => nullifier === record.nullifier);
  if (held === undefined || canonicalJson(held) !== canonicalJson(record)) {
    return failed('record-changed', words('workbook.recordChanged'));
  }
  const header = cells.map.spot('pointer.receipts');
  const row = header && ownRow(cells, header, held);
  return success([
    ...dropText(cells, `${SUBMISSION_PREFIX}${record.nullifier}`),
    ...(header !== null && typeof row === 'number'
      ? [{ ...header, row, values: [[null, null, null, null, null]] }]
      : []),
  ]);
}

const [CYCLE, HASH] = [1, 3];

/**
 * Where a record's line goes: over the line of the record that it replaces, on the first free line otherwise. Null when
 * the table is full, which loses nothing: the state sheet has every record.
 */
function receiptRow(
  cells: WorkbookCells,
  header: Spot,
  replaced: SubmissionRecord | undefined,
): number | null {
  const own = replaced && ownRow(cells, header, replaced);
  const free = linesBelow(header).find(
    (line) => cells.cell(header.sheet, line, header.column + HASH) === null,
  );
  return own ?? free ?? null;
}

/** The line that shows a record. */
const ownRow = (
  { cell }: WorkbookCells,
  { sheet, row, column }: Spot,
  record: SubmissionRecord,
): number | undefined =>
  linesBelow({ sheet, row, column }).find(
    (line) =>
      cell(sheet, line, column + HASH) === record.hash &&
      cellText(cell(sheet, line, column + CYCLE)) === record.cycle,
  );

const linesBelow = ({ row }: Spot): readonly number[] =>
  Array.from({ length: RECEIPT_ROWS }, (_, i) => row + 1 + i);
