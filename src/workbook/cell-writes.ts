/**
 * A rectangle of cells to fill, 0-based. Text stays text, whatever it looks like; a number is a number; null empties a
 * cell. What a write does not name keeps its formula, style and everything else.
 */
export interface CellWrite {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly (string | number | null)[])[];
}
