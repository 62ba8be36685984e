import type { StateRow, WorkbookMap } from '../workbook/map';
import type { WorkbookCells } from '../workbook/workbook-cells';
import { EMPTY_BLOCK, type SheetBlock } from './sheet-block';

/** Loaded sheets as the cells of a workbook, by their names; a sheet that was not loaded has none. */
export function sheetCells(
  map: WorkbookMap,
  state: readonly StateRow[],
  blocks: ReadonlyMap<string, SheetBlock>,
): WorkbookCells {
  const block = (sheet: string) => blocks.get(sheet) ?? EMPTY_BLOCK;
  return {
    map,
    state,
    cell: (sheet, row, column) => block(sheet).cell(row, column),
    formula: (sheet, row, column) => block(sheet).formula(row, column),
    end: (sheet) => block(sheet).row + block(sheet).rows,
  };
}
