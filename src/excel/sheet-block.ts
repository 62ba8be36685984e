import type { StandingBlock } from '../workbook/check/standing-block';
import { rawCell } from './cell-content';

/** A loaded rectangle of cells with its place on the sheet (0-based). */
export type SheetBlock = StandingBlock;

/** Asks for every cell of a sheet that holds something (formats alone do not count: they may reach far down); read it with `blockOf` after the next sync. The sheet may be a null object. */
export function loadUsed(sheet: Excel.Worksheet): Excel.Range {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load(['rowIndex', 'columnIndex', 'rowCount', 'columnCount', 'values', 'valueTypes', 'formulas']);
  // Nothing is asked of it later, so the client need not keep it, nor clean up behind it.
  used.untrack();
  return used;
}

/** Asks for everything that is used on a sheet that is there, and whether and how the sheet is protected. */
export function loadGuarded(sheet: Excel.Worksheet) {
  const { protection } = sheet;
  protection.load(['protected', 'options']);
  return { sheet, used: loadUsed(sheet), protection };
}

/** What was loaded; an empty or missing sheet is an empty block. */
export function blockOf(used: Excel.Range): SheetBlock {
  if (used.isNullObject) return EMPTY_BLOCK;
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  const values: readonly (readonly unknown[])[] = used.values;
  const types: readonly (readonly string[])[] = used.valueTypes;
  const formulas: readonly (readonly unknown[])[] = used.formulas;
  return {
    row: rowIndex,
    column: columnIndex,
    rows: rowCount,
    columns: columnCount,
    cell: (row, column) => {
      const [r, c] = [row - rowIndex, column - columnIndex];
      return rawCell(values[r]?.[c], types[r]?.[c] ?? 'Empty');
    },
    formula: (row, column) => {
      const [r, c] = [row - rowIndex, column - columnIndex];
      const formula = formulas[r]?.[c];
      if (typeof formula !== 'string' || !formula.startsWith('=')) return null;
      // Of a text that starts with = Excel gives the text as the formula, too.
      return formula === values[r]?.[c] ? null : formula;
    },
  };
}

/** Nothing: no cell holds anything. */
export const EMPTY_BLOCK: SheetBlock = {
  row: 0,
  column: 0,
  rows: 0,
  columns: 0,
  cell: () => null,
  formula: () => null,
};
