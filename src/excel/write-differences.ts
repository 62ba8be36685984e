import { areaAddress } from '../workbook/address';
import type { Difference } from '../workbook/check/compared';
import { cellInput } from './cell-content';
import { rectanglesOf } from '../workbook/rectangles';
import { untracked } from './untracked';

/** Writes what the cells should say, a rectangle of them in one call; the caller syncs. */
export function writeDifferences(sheet: Excel.Worksheet, differences: readonly Difference[]): void {
  const inputs = new Map(
    differences.map(({ row, column, content }) => [`${row}:${column}`, cellInput(content) ?? '']),
  );
  for (const area of rectanglesOf(differences)) {
    untracked(sheet.getRange(areaAddress(area))).formulas = Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (__, c) => inputs.get(`${area.row + r}:${area.column + c}`) ?? ''),
    );
  }
}
