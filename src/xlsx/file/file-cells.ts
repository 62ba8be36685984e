import type { StandingCells } from '../../workbook/known/workbook-facts';
import type { SheetId } from '../../workbook/design';
import { locate, type PointerKey, type StateRow, type WorkbookMap } from '../../workbook/map';
import type { CellReader } from '../../workbook/raw-assessment';
import { SHEET_IDS, STATE_SHEET_NAME } from '../../workbook/sheet-names';
import { STATE } from '../../workbook/sheets/state-layout';
import type { WorkbookCells } from '../../workbook/workbook-cells';
import { failed, success, type Result } from '../../words/result';
import type { Words } from '../../words/words';
import { cellAt, readAhead, type XlsxContent, type XlsxSheet } from '../read-xlsx';
import { datesFrom1904 } from './date-system';
import { shownBy } from './shown-by';

/** A workbook file that holds an assessment of ours, cell by cell. */
export interface FileCells extends WorkbookCells {
  /** Constants and formulas as the file has them, dates in its own date system. */
  readonly standing: StandingCells;
  readonly date1904: boolean;
}

/** Every row of a file's state sheet, empty ones among them: its index is its row. */
export function stateRowsOf(content: XlsxContent): readonly StateRow[] {
  const sheet = sheetNamed(content, STATE_SHEET_NAME);
  if (!sheet) return [];
  return Array.from({ length: endOf(sheet) }, (_, row) => {
    const { value, formula } = cellAt(sheet, row, STATE.value);
    return { key: cellAt(sheet, row, STATE.key).value, value, formula };
  });
}

/** Where everything is in a file, our sheets read and no other; fails as `locate` does, with `answers-gone` also where their sheet is not there. */
export function fileCells(content: XlsxContent, words: Words): Result<FileCells> {
  const state = stateRowsOf(content);
  const located = locate(state, STATE_SHEET_NAME, words);
  if (!located.ok) return located;
  const map = ofWhatIsThere(located.value, content);
  if (map.spot('pointer.id') === null || map.spot('pointer.level') === null) {
    return failed('answers-gone', words('workbook.answersGone'));
  }
  for (const sheet of oursIn(content, map)) readAhead(sheet);
  return success(cellsOf(content, state, map, words));
}

const oursIn = (content: XlsxContent, map: WorkbookMap): readonly XlsxSheet[] =>
  SHEET_IDS.flatMap((id) => sheetNamed(content, map.sheets[id] ?? '') ?? []);

/** Programs other than spreadsheets rename and delete sheets without a look at the formulas that point at them. */
function ofWhatIsThere(map: WorkbookMap, content: XlsxContent): WorkbookMap {
  const isThere = (name: string) => sheetNamed(content, name) !== undefined;
  const sheets = Object.fromEntries(
    SHEET_IDS.map((id) => [id, map.sheets[id] !== null && isThere(map.sheets[id]) ? map.sheets[id] : null]),
  ) as Record<SheetId, string | null>;
  const spot = (key: PointerKey) => {
    const found = map.spot(key);
    return found !== null && isThere(found.sheet) ? found : null;
  };
  return { ...map, sheets, spot };
}

function cellsOf(
  content: XlsxContent,
  state: readonly StateRow[],
  map: WorkbookMap,
  words: Words,
): FileCells {
  const found = (name: string, row: number, column: number) => {
    const sheet = sheetNamed(content, name);
    return sheet && cellAt(sheet, row, column);
  };
  const standing: StandingCells = (...place) => found(...place) ?? { value: null, formula: null };
  // Not empty: an answer that somebody has a formula give must not pass for one that nobody gave.
  const cell: CellReader = (...place) => {
    const shown = shownBy(found, place);
    return shown === undefined ? { error: words('file.notCalculated') } : shown;
  };
  const end = (name: string): number => {
    const sheet = sheetNamed(content, name);
    return sheet === undefined ? 0 : endOf(sheet);
  };
  const { date1904 } = content;
  const formula: WorkbookCells['formula'] = (...place) => standing(...place).formula;
  return { map, state, cell: date1904 ? datesFrom1904(cell, map) : cell, formula, end, standing, date1904 };
}

/** Excel compares sheet names without letter case. */
export const sheetNamed = (content: XlsxContent, name: string): XlsxSheet | undefined =>
  content.sheets.find((sheet) => sheet.name === name) ??
  content.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());

function endOf({ rows }: XlsxSheet): number {
  let end = 0;
  for (const row of rows.keys()) end = Math.max(end, row + 1);
  return end;
}
