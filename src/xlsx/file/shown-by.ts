import type { RawCell } from '../../assessment/assessment';
import { parseAddress } from '../../workbook/address';
import type { StandingCell } from '../../workbook/known/workbook-facts';
import { parsePointer } from '../../workbook/map';

/** Cells that lead to one another in a circle, or nearly so. */
const LONGEST_CHAIN = 50;

/**
 * What a cell shows: its value, also where its formula has no stored result and does no more than name another cell
 * (`=Team!E7`), which shows an empty one as 0. Undefined where only a program that calculates knows; an empty cell is
 * null. `standing` gives nothing for a sheet that is not there.
 */
export function shownBy(
  standing: (sheet: string, row: number, column: number) => StandingCell | undefined,
  [sheet, row, column]: readonly [sheet: string, row: number, column: number],
): RawCell | undefined {
  let here = { sheet, row, column };
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const cell = standing(here.sheet, here.row, here.column);
    if (cell === undefined) return step === 0 ? null : undefined;
    if (cell.value !== null) return cell.value;
    if (cell.formula === null) return step === 0 ? null : 0;
    const next = spotOf(cell.formula, here.sheet);
    if (next === null) return undefined;
    here = next;
  }
  return undefined;
}

function spotOf(formula: string, sheet: string) {
  const address = parseAddress(formula.replace(/^=\s*/, '').trim());
  return address === null ? parsePointer(formula) : { sheet, ...address };
}
