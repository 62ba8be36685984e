import type { Area } from '../../workbook/design';
import { type SheetSurvey, surveySheet, type SheetText } from './sheet-survey';
import type { SheetValues } from './sheet-values';
import { type Table, tableOfRows } from './table';
import { isEmpty } from './write-row';

/**
 * Takes rows that are written straight below a table into it, as Excel does while one types. Only what is plain: a
 * table that is not simple, has something else below it, or would meet merged cells or another table stays as it is,
 * and the rows stand below it. Gives the changed table parts by path.
 */
export function growTables(
  sheet: SheetText,
  values: SheetValues,
  tables: readonly Table[],
): ReadonlyMap<string, string> {
  const growing = tables.filter((table) => table.simple && isWritten(values, rowBelow(table.area, 0)));
  const changed = new Map<string, string>();
  if (growing.length === 0) return changed;
  const survey = surveySheet(sheet, values);
  for (const table of growing) {
    let more = 0;
    while (isFree(rowBelow(table.area, more), table, { survey, values, tables })) more += 1;
    if (more > 0) changed.set(table.part, tableOfRows(table, table.area.rows + more));
  }
  return changed;
}

const rowBelow = (area: Area, distance: number): Area => ({
  ...area,
  row: area.row + area.rows + distance,
  rows: 1,
});

interface Surroundings {
  readonly survey: SheetSurvey;
  readonly values: SheetValues;
  readonly tables: readonly Table[];
}

/** The row is written to and held nothing before. */
function isFree(row: Area, table: Table, { survey, values, tables }: Surroundings): boolean {
  const cells = survey.rows.get(row.row)?.cells ?? [];
  const held = cells.some(
    ({ column, formula, values: parts }) => within(row, column) && (formula !== null || parts.length > 0),
  );
  const others = [
    ...survey.frame.merges,
    ...tables.filter((other) => other !== table).map(({ area }) => area),
  ];
  return isWritten(values, row) && !held && !others.some((area) => meet(area, row));
}

const isWritten = (values: SheetValues, row: Area): boolean =>
  [...(values.get(row.row) ?? [])].some(([column, value]) => within(row, column) && !isEmpty(value));

const within = ({ column: first, columns }: Area, column: number): boolean =>
  column >= first && column < first + columns;

const meet = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;
