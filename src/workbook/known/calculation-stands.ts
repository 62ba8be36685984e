import type { CellContent, CellDesign } from '../design';
import { RUBRIC, SCORECARD } from '../layout';
import type { KnownInput, StandingCell } from './workbook-facts';

/** Nothing is calculated from what the Scorecard compares with. */
const ENDS: ReadonlySet<number> = new Set([SCORECARD.benchmark, SCORECARD.position]);

/**
 * Whether the calculation is the one that was designed: every text and formula of the Rubric's item rows and of the
 * Scorecard's table that others look at is in its cell. If one was overwritten, the workbook computes something that the
 * engine does not.
 */
export function calculationStands(input: KnownInput): boolean {
  const { design, names, cells, rubric } = input;
  const rowsStand = (name: string, first: number, count: number, ends: ReadonlySet<number>): boolean => {
    const sheet = design.sheets.find((candidate) => candidate.name === name);
    const concerned = ({ row, column }: CellDesign) =>
      row >= first && row < first + count && !ends.has(column);
    return (
      sheet?.cells.filter(concerned).every((cell) => standsAs(cell, cells(name, cell.row, cell.column))) ??
      false
    );
  };
  return (
    rowsStand(names.rubric, RUBRIC.firstRow, rubric.items.length, new Set()) &&
    rowsStand(names.scorecard, SCORECARD.firstRow, rubric.domains.length + 1, ENDS)
  );
}

/** The rows in which a column of a sheet holds the formulas that were designed for it. */
export function rowsThatStand(
  { design, cells }: KnownInput,
  name: string,
  column: number,
): ReadonlySet<number> {
  const sheet = design.sheets.find((candidate) => candidate.name === name);
  const standing = sheet?.cells.filter(
    (cell) =>
      cell.column === column && isFormula(cell.content) && standsAs(cell, cells(name, cell.row, column)),
  );
  return new Set(standing?.map(({ row }) => row));
}

/** Whether a cell holds what was designed. */
function standsAs({ content }: CellDesign, found: StandingCell): boolean {
  if (isFormula(content)) return sameFormula(content.formula, found.formula);
  return found.formula === null && (found.value ?? '') === (content ?? '');
}

const isFormula = (content: CellContent): content is { readonly formula: string } =>
  content !== null && typeof content === 'object';

/** Whether two formulas say the same; letter case and white space count in texts only. LibreOffice saves FALSE as FALSE(). */
export const sameFormula = (designed: string, found: string | null): boolean =>
  found !== null && (designed === found || plain(designed) === plain(found));

const plain = (formula: string): string =>
  formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, i) => (i % 2 === 0 ? code(part) : quoted(part)))
    .join('');

const code = (part: string): string =>
  part
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/\b(TRUE|FALSE)\(\)/g, '$1');

/** Sheet names are compared without letter case, texts with. */
const quoted = (part: string): string => (part.startsWith("'") ? part.toUpperCase() : part);
