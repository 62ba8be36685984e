import type { StateRow, WorkbookMap } from './map';
import type { CellReader } from './raw-assessment';

/** A workbook's cells as they stand, whoever read them: what a write is worked out from. */
export interface WorkbookCells {
  readonly map: WorkbookMap;
  /** Every row of the state sheet from the first on, empty ones among them: its index is its row. */
  readonly state: readonly StateRow[];
  readonly cell: CellReader;
  /** The formula of a cell, null where it has none; absent where the reader does not say. */
  readonly formula?: (sheet: string, row: number, column: number) => string | null;
  /** The row after a sheet's last used one; 0 where it is empty or not there. */
  readonly end: (sheet: string) => number;
}
