import { foundByHeadings, LOOKED, type SheetLook } from '../../workbook/found-by-headings';
import {
  isSchema,
  locate,
  parsePointer,
  pointedSheets,
  type StateRow,
  type WorkbookMap,
} from '../../workbook/map';
import { STATE_SHEET_NAME } from '../../workbook/sheet-names';
import { STATE } from '../../workbook/sheets/state-layout';
import { success, type Result } from '../../words/result';
import type { Words } from '../../words/words';
import { cellAt, type XlsxContent, type XlsxSheet } from '../read-xlsx';

/** Where everything is in a file, and every row of its state sheet, empty ones among them: its index is its row. */
export interface MappedFile {
  readonly map: WorkbookMap;
  readonly state: readonly StateRow[];
}

/**
 * Where everything is: as the state sheet says or, where that is gone or does not say it all, as headings and IDs do.
 * Fails as `locate` does. Throws `Unreadable`.
 */
export function mapOfFile(content: XlsxContent, words: Words): Result<MappedFile> {
  const name = stateNameOf(content);
  const state = stateRowsOf(content);
  const rows = state.map((row) => leadingSomewhere(row, content));
  const said = locate(rows, name, words);
  const isSaid = said.ok ? said.value.whole : said.failure.code === 'newer';
  const located = isSaid
    ? said
    : locate(rows, name, words, foundByHeadings(content.sheets.map(lookAt), words, pointedSheets(rows)));
  return located.ok ? success({ map: located.value, state }) : located;
}

/** Every row of a file's state sheet, empty ones among them: its index is its row. */
export function stateRowsOf(content: XlsxContent): readonly StateRow[] {
  const sheet = sheetNamed(content, stateNameOf(content) ?? '');
  if (!sheet) return [];
  return Array.from({ length: endOf(sheet) }, (_, row) => {
    const { value, formula } = cellAt(sheet, row, STATE.value);
    return { key: cellAt(sheet, row, STATE.key).value, value, formula };
  });
}

/** Excel compares sheet names without letter case. */
export const sheetNamed = (content: XlsxContent, name: string): XlsxSheet | undefined =>
  content.sheets.find((sheet) => sheet.name === name) ??
  content.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());

/** The row after a sheet's last one that holds something. */
export function endOf({ rows }: XlsxSheet): number {
  let end = 0;
  for (const row of rows.keys()) end = Math.max(end, row + 1);
  return end;
}

/** By its name; else by what it says first. */
function stateNameOf(content: XlsxContent): string | null {
  if (sheetNamed(content, STATE_SHEET_NAME)) return STATE_SHEET_NAME;
  const says = ({ cell }: SheetLook) => cell(0, STATE.key) === 'schema' && isSchema(cell(0, STATE.value));
  return content.sheets.find((sheet) => says(lookAt(sheet)))?.name ?? null;
}

const lookAt = (sheet: XlsxSheet): SheetLook => ({
  name: sheet.name,
  cell: (row, column) => (row < LOOKED.rows ? (sheet.top.get(row)?.get(column)?.value ?? null) : null),
});

/** Programs other than spreadsheets rename and delete sheets without a look at the formulas that point at them. */
function leadingSomewhere(row: StateRow, content: XlsxContent): StateRow {
  const spot = row.formula === null ? null : parsePointer(row.formula);
  return spot !== null && sheetNamed(content, spot.sheet) === undefined ? { ...row, formula: null } : row;
}
