import type { KnownResult } from '../known-result';
import { parsePointer } from '../map';
import { STATE } from '../sheets/state-layout';
import type { StandingCells } from './workbook-facts';

/**
 * What the pointers of the state sheet show: the cells they point at, an empty one as 0. Some programs drop a formula that
 * has no result when they save, and with ours the way to the answers. `end` is the row after the sheet's last one.
 */
export function pointerResults(sheet: string, end: number, cells: StandingCells): readonly KnownResult[] {
  return Array.from({ length: end }, (_, row) => row).flatMap((row) => {
    const { formula } = cells(sheet, row, STATE.value);
    const spot = formula === null ? null : parsePointer(formula);
    if (formula === null || spot === null) return [];
    const standing = cells(spot.sheet, spot.row, spot.column);
    const value = standing.value ?? (standing.formula === null ? 0 : null);
    return value === null || typeof value === 'object'
      ? []
      : [{ sheet, row, column: STATE.value, formula, value }];
  });
}
