/**
 * The result of a formula that our own engine knows: the value of a cell (0-based place) as long as the cell holds exactly
 * this formula (with its leading `=`), whatever its letter case and white space.
 */
export interface KnownResult {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly value: string | number | boolean;
}
