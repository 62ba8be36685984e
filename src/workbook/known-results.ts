import type { SheetDesign, SheetId } from './design';
import type { KnownResult } from './known-result';
import { assessmentValues } from './known/assessment-values';
import { calculationStands, sameFormula } from './known/calculation-stands';
import type { PlacedValue } from './known/placed-value';
import { roadmapValues } from './known/roadmap-values';
import { scorecardValues } from './known/scorecard-values';
import { startValues } from './known/start-values';
import { factsOf, type KnownInput, type StandingCells, type WorkbookFacts } from './known/workbook-facts';

const VALUES: Partial<Record<SheetId, (facts: WorkbookFacts) => readonly PlacedValue[]>> = {
  start: startValues,
  assessment: assessmentValues,
  scorecard: scorecardValues,
  roadmap: roadmapValues,
};

/**
 * What people see of our formulas' results, by `src/scoring`, for the answers as they stand in the cells. Previews and
 * programs that do not calculate show such results as they are, and a wrong one is worse than none: where an answer is a
 * formula, or anything of the calculation was changed, nothing is known.
 */
export function knownResults(input: KnownInput): readonly KnownResult[] {
  const facts = calculationStands(input) ? factsOf(input) : null;
  if (facts === null) return [];
  return input.design.sheets.flatMap((sheet) => placed(sheet, VALUES[sheet.id]?.(facts) ?? [], input.cells));
}

/** The values whose cells hold the formula they belong to, as it is spelled there. */
function placed(
  sheet: SheetDesign,
  values: readonly PlacedValue[],
  cells: StandingCells,
): readonly KnownResult[] {
  const key = (row: number, column: number) => `${row}:${column}`;
  const formulas = new Map(
    sheet.cells.flatMap(({ row, column, content }) =>
      content !== null && typeof content === 'object' ? [[key(row, column), content.formula] as const] : [],
    ),
  );
  return values.flatMap(({ row, column, value }) => {
    const designed = formulas.get(key(row, column));
    if (designed === undefined) throw new Error(`No formula of ${sheet.name} is at ${key(row, column)}`);
    const { formula } = cells(sheet.name, row, column);
    return formula !== null && sameFormula(designed, formula)
      ? [{ sheet: sheet.name, row, column, formula, value }]
      : [];
  });
}
