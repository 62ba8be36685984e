import type { RawAssessment, RawCell, RawRow } from '../assessment/assessment';
import { ASSESSMENT } from '../workbook/layout';
import {
  ANSWER_FIELDS,
  locate,
  PROFILE_FIELDS,
  type AnswerField,
  type ProfileField,
  type StateRow,
  type WorkbookMap,
} from '../workbook/map';
import { STATE_SHEET_NAME } from '../workbook/sheet-names';
import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import { cellAt, readXlsx, type XlsxContent, type XlsxSheet } from './read-xlsx';

/** What a workbook file says about answers, and where it says it. */
export interface AssessmentFile {
  readonly map: WorkbookMap;
  /** The rows of the state sheet, among them stored submissions. */
  readonly state: readonly StateRow[];
  readonly raw: RawAssessment;
}

/** Serial numbers of the 1904 date system start four years and a day later. */
const DAYS_TO_1904 = 1462;

/**
 * Reads the answers of an .xlsx file, wherever its columns and sheets went since it was made. Fails in words where the
 * file cannot be read or holds no assessment of ours.
 */
export function readAssessmentFile(bytes: Uint8Array, words: Words): Result<AssessmentFile> {
  const content = readXlsx(bytes, words);
  if (!content.ok) return content;
  const stateSheet = sheetNamed(content.value, STATE_SHEET_NAME);
  const state = stateSheet ? stateRows(stateSheet) : [];
  const map = locate(state, STATE_SHEET_NAME, words);
  if (!map.ok) return map;
  const assessment = sheetOf(content.value, map.value, 'pointer.id');
  if (!assessment) return failed('answers-gone', words('workbook.answersGone'));
  const raw = {
    rows: answerRows(assessment, map.value, content.value.date1904),
    profile: profileOf(content.value, map.value),
  };
  return success({ map: map.value, state, raw });
}

/** Excel compares sheet names without letter case. */
const sheetNamed = (content: XlsxContent, name: string): XlsxSheet | undefined =>
  content.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());

function sheetOf(
  content: XlsxContent,
  map: WorkbookMap,
  key: `pointer.${AnswerField | ProfileField}`,
): XlsxSheet | undefined {
  const spot = map.spot(key);
  return spot === null ? undefined : sheetNamed(content, spot.sheet);
}

/** In the order of the sheet; rows that are empty are left out. */
function stateRows(sheet: XlsxSheet): StateRow[] {
  return rowNumbers(sheet).map((row) => {
    const { value, formula } = cellAt(sheet, row, 1);
    return { key: cellAt(sheet, row, 0).value, value, formula };
  });
}

const rowNumbers = (sheet: XlsxSheet): number[] => [...sheet.rows.keys()].sort((a, b) => a - b);

/** The rows that the workbook's own formulas search, without those that are wholly empty. */
function answerRows(sheet: XlsxSheet, map: WorkbookMap, date1904: boolean): RawRow[] {
  const header = map.spot('pointer.id')?.row ?? 0;
  return rowNumbers(sheet)
    .filter((row) => row > header && row <= header + ASSESSMENT.searchedRows)
    .map((row) => rawRow(sheet, map, row, date1904))
    .filter(({ row: _, ...cells }) => Object.values(cells).some((cell) => cell !== null));
}

function rawRow(sheet: XlsxSheet, map: WorkbookMap, row: number, date1904: boolean): RawRow {
  const cells = ANSWER_FIELDS.map((field) => {
    const column = map.spot(`pointer.${field}`)?.column;
    return [field, column === undefined ? null : cellAt(sheet, row, column).value] as const;
  });
  const fields = Object.fromEntries(cells) as Record<AnswerField, RawCell>;
  const due = date1904 && typeof fields.due === 'number' ? fields.due + DAYS_TO_1904 : fields.due;
  return { row: row + 1, ...fields, due };
}

function profileOf(content: XlsxContent, map: WorkbookMap): RawAssessment['profile'] {
  const cells = PROFILE_FIELDS.map((field) => {
    const sheet = sheetOf(content, map, `pointer.${field}`);
    const spot = map.spot(`pointer.${field}`);
    return [field, sheet && spot ? cellAt(sheet, spot.row, spot.column).value : null] as const;
  });
  return Object.fromEntries(cells) as Record<ProfileField, RawCell>;
}
