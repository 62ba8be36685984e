import type { RawCell } from '../../assessment/assessment';

/** The cells of a sheet as they stand, 0-based places on the sheet. */
export interface StandingBlock {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Null outside the block. */
  readonly cell: (row: number, column: number) => RawCell;
  /** The formula of a cell, or null where it has none. */
  readonly formula: (row: number, column: number) => string | null;
}
