import { idOf } from '../assessment/read-cell';
import { groupedBy } from './rectangles';
import { itemRows } from './formula-survey';
import type { Survey } from './survey-workbook';

export interface MissingRow {
  readonly item: string;
  /** 0-based row of the item in the design. */
  readonly designedRow: number;
  /** 0-based free row for it; null where the searched rows are full. */
  readonly row: number | null;
}

/** Rows below the header that the formulas search, fewer by the rows that were deleted. */
const SEARCHED = 300;

/** Items of the design whose id stands in no row, each with a free row below everything on the sheet. */
export function missingRows({ map, designMap, sheets }: Survey): readonly MissingRow[] {
  const sheet = sheets.get('assessment');
  const header = map.spot('pointer.id');
  const designed = designMap.spot('pointer.id');
  if (!sheet || !header || !designed) return [];
  const { block, design } = sheet;
  const rows = Array.from({ length: block.row + block.rows }, (_, row) => row).slice(header.row + 1);
  const ids = groupedBy(rows, (row) => idOf(block.cell(row, header.column)));
  const missing = itemRows(design, designed).filter(({ id }) => !ids.has(id));
  const firstFree = 1 + lastFilledRow(sheet.block, header.row);
  const end = header.row + SEARCHED - missing.length;
  return missing.map(({ id, row }, i) => ({
    item: id,
    designedRow: row,
    row: firstFree + i <= end ? firstFree + i : null,
  }));
}

function lastFilledRow(
  block: NonNullable<ReturnType<Survey['sheets']['get']>>['block'],
  header: number,
): number {
  const columns = Array.from({ length: block.column + block.columns }, (_, column) => column);
  for (let row = block.row + block.rows - 1; row > header; row -= 1) {
    if (columns.some((column) => block.cell(row, column) !== null)) return row;
  }
  return header;
}
