/** The value of a formula by its 0-based place on a sheet. */
export interface PlacedValue {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean;
}
