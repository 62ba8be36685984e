import { itemRows } from '../workbook/check/item-rows';
import type { Survey } from './survey-workbook';

export interface MissingRow {
  readonly item: string;
  /** 0-based row of the item in the design. */
  readonly designedRow: number;
  /** 0-based free row for it. */
  readonly row: number;
}

/** Items of the design that stand in no row, each with a free row below everything on the sheet. */
export function missingRows({ sheets, comparison }: Survey): readonly MissingRow[] {
  const sheet = sheets.get('assessment');
  const rows = comparison?.placements.get('assessment')?.rows;
  if (!sheet || !rows) return [];
  const { block, design } = sheet;
  return itemRows(design)
    .filter(({ row }) => (rows[row] ?? null) === null)
    .map(({ id, row }, i) => ({ item: id, designedRow: row, row: block.row + block.rows + i }));
}
