/**
 * What a formula cell of a workbook file shows once the file is next calculated, worked out here so that programs that
 * do not calculate show it too. 0-based place; `formula` as the cell is expected to hold it, with or without its `=`:
 * where the file's formula is another text (letter case and white space aside), the result is not used.
 */
export interface KnownResult {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly value: string | number | boolean;
}
