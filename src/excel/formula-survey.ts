import type { CellDesign, SheetDesign } from '../workbook/design';
import { ANSWER_FIELDS } from '../workbook/map';
import { idOf } from '../assessment/read-cell';
import { REDRAWABLE } from '../workbook/structure-findings';
import { referencesIn, shapeOf } from './formula-text';
import { relocator, sheetOf, type FormulaPair, type Relocate } from './moved-references';
import { groupedBy } from './rectangles';
import type { Survey, SurveyedSheet } from './survey-workbook';

/** A designed formula that is not in its cell any more. */
export interface ChangedFormula {
  readonly sheet: SurveyedSheet;
  /** Where it belongs now, 0-based. */
  readonly row: number;
  readonly column: number;
  /** What to write to put it right; null when that cannot be told. */
  readonly formula: string | null;
}

export interface FormulaSurvey {
  readonly changed: readonly ChangedFormula[];
  readonly relocate: Relocate;
}

/** Where a designed cell is today; null where it cannot be told or is gone. */
type Locator = (row: number, column: number) => { readonly row: number; readonly column: number } | null;

/** Compares every designed formula with the cell where it belongs now, by what it does, not by where its references point. */
export function surveyFormulas(survey: Survey): FormulaSurvey {
  const lost = lostSheets(survey);
  const needsLost = (formula: string, own: string) =>
    referencesIn(formula).some((reference) => lost.has(sheetOf(reference, own)));
  const pairs: FormulaPair[] = [];
  const suspects: { sheet: SurveyedSheet; designed: string; from: number; row: number; column: number }[] =
    [];
  for (const sheet of survey.sheets.values()) {
    if (sheet.id === 'state') continue;
    const name = sheet.design.name;
    const place = locatorOf(sheet, survey);
    for (const { row: from, column: at, content, style } of sheet.design.cells) {
      if (content === null || typeof content !== 'object' || style.unlocked) continue;
      const now = place(from, at);
      if (now === null) continue;
      const found = sheet.block.formula(now.row, now.column);
      if (found !== null && shapeOf(found) === shapeOf(content.formula)) {
        const [designedRow, foundRow] = [from, now.row];
        pairs.push({ sheet: name, designed: content.formula, found, designedRow, foundRow });
      } else if (!needsLost(content.formula, name)) {
        suspects.push({ sheet, designed: content.formula, from, ...now });
      }
    }
  }
  const relocate = relocator(pairs);
  const changed = suspects.map(({ sheet, designed, from, row, column }) => ({
    sheet,
    row,
    column,
    formula: relocate(sheet.design.name, designed, from, row),
  }));
  return { changed, relocate };
}

/** Names of sheets that nobody can draw again: a formula that needs one is right again when the sheet is back, and not before. */
const lostSheets = ({ design, sheets }: Survey): ReadonlySet<string> =>
  new Set(design.sheets.filter(({ id }) => !sheets.has(id) && !REDRAWABLE.has(id)).map(({ name }) => name));

const locatorOf = (sheet: SurveyedSheet, survey: Survey): Locator =>
  sheet.id === 'assessment' ? assessmentLocator(sheet, survey) : fixedLocator(sheet);

/** Cells of a sheet whose texts are all but few where they were designed; no cell of a sheet where things have moved. */
function fixedLocator({ design, block }: SurveyedSheet): Locator {
  const texts = design.cells.filter(({ content, style }) => typeof content === 'string' && !style.unlocked);
  const kept = texts.filter(({ row, column, content }) => block.cell(row, column) === content);
  const unmoved = kept.length >= texts.length * 0.8;
  return (row, column) => (unmoved ? { row, column } : null);
}

/** Cells of the answer table: rows by their id, columns by their header, so that sorting and inserting move nothing. */
function assessmentLocator(sheet: SurveyedSheet, survey: Survey): Locator {
  const designed = survey.designMap.spot('pointer.id');
  const header = survey.map.spot('pointer.id');
  if (designed === null || header === null) return () => null;
  const columns = currentColumns(sheet, designed.row, header.row);
  const answers = new Set(ANSWER_FIELDS.map((field) => survey.map.spot(`pointer.${field}`)?.column));
  const rows = currentRows(sheet, designed, header);
  const unmoved = designed.row === header.row && designed.column === header.column;
  return (row, column) => {
    if (row <= designed.row) return unmoved ? { row, column } : null;
    const now = { row: rows.get(row), column: columns.get(column) };
    if (now.row === undefined || now.column === undefined || answers.has(now.column)) return null;
    return { row: now.row, column: now.column };
  };
}

/** Today's column of each designed column, by the text of its header cell. */
export function currentColumns(
  { design, block }: Pick<SurveyedSheet, 'design' | 'block'>,
  designedRow: number,
  headerRow: number,
): ReadonlyMap<number, number> {
  const end = block.column + block.columns;
  const found = new Map<unknown, number>();
  for (let column = 0; column < end; column += 1) found.set(block.cell(headerRow, column), column);
  const headers = design.cells.filter(
    ({ row, content }) => row === designedRow && typeof content === 'string',
  );
  return new Map(
    headers.flatMap(({ column, content }) => {
      const now = found.get(content);
      return now === undefined ? [] : [[column, now] as const];
    }),
  );
}

/** Today's row of each designed item row, by its id. */
function currentRows(
  { design, block }: SurveyedSheet,
  designed: { readonly row: number; readonly column: number },
  header: { readonly row: number; readonly column: number },
): ReadonlyMap<number, number> {
  const found = new Map<string, number>();
  for (let row = block.row + block.rows - 1; row > header.row; row -= 1) {
    found.set(idOf(block.cell(row, header.column)), row);
  }
  return new Map(
    itemRows(design, designed).flatMap(({ id, row }) => {
      const now = found.get(id);
      return now === undefined ? [] : [[row, now] as const];
    }),
  );
}

/** The designed row of each item. */
export function itemRows(
  design: SheetDesign,
  header: { readonly row: number; readonly column: number },
): readonly { readonly id: string; readonly row: number }[] {
  return design.cells.flatMap(({ row, column, content }) =>
    row > header.row && column === header.column && typeof content === 'string'
      ? [{ id: content.toUpperCase(), row }]
      : [],
  );
}

/** The designed cells of one row, left to right. */
export const cellsInRow = (design: SheetDesign, row: number): readonly CellDesign[] =>
  groupedBy(design.cells, (cell) => cell.row).get(row) ?? [];
