import type { CellDesign, SheetDesign } from '../design';
import { RUBRIC, SCORECARD } from '../layout';
import type { KnownInput, StandingCell } from './workbook-facts';

/**
 * Whether the calculation is the one that was designed: every text and formula of the Rubric's item rows and of the
 * Scorecard's table is in its cell. If one was overwritten, the workbook computes something that the engine does not.
 */
export function calculationStands({ design, names, cells, rubric }: KnownInput): boolean {
  const table = { from: SCORECARD.firstRow, to: SCORECARD.firstRow + rubric.domains.length };
  const items = { from: RUBRIC.firstRow, to: RUBRIC.firstRow + rubric.items.length - 1 };
  const stands = (sheet: SheetDesign | undefined, { from, to }: { from: number; to: number }) =>
    sheet?.cells
      .filter(({ row }) => row >= from && row <= to)
      .every((cell) => standsAs(cell, cells(sheet.name, cell.row, cell.column))) ?? false;
  const sheet = (id: 'rubric' | 'scorecard') => design.sheets.find(({ name }) => name === names[id]);
  return stands(sheet('rubric'), items) && stands(sheet('scorecard'), table);
}

/** Whether a cell holds what was designed. */
export function standsAs({ content }: CellDesign, found: StandingCell): boolean {
  if (content !== null && typeof content === 'object') return sameFormula(content.formula, found.formula);
  return found.formula === null && (found.value ?? '') === (content ?? '');
}

/** Whether two formulas say the same; letter case and white space count in texts only. */
export const sameFormula = (designed: string, found: string | null): boolean =>
  found !== null && (designed === found || plain(designed) === plain(found));

const plain = (formula: string): string =>
  formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, i) => (i % 2 === 0 ? part.replace(/\s+/g, '').toUpperCase() : quoted(part)))
    .join('');

/** Sheet names are compared without letter case, texts with. */
const quoted = (part: string): string => (part.startsWith("'") ? part.toUpperCase() : part);
