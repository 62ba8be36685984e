import type { RawAssessment, RawCell } from '../assessment/assessment';
import { locate, type StateRow, type WorkbookMap } from '../workbook/map';
import { type CellReader, rawAssessmentOf } from '../workbook/raw-assessment';
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
  const assessment = sheetNamed(content.value, map.value.spot('pointer.id')?.sheet ?? '');
  if (!assessment) return failed('answers-gone', words('workbook.answersGone'));
  const evidence = sheetNamed(content.value, map.value.sheets.evidence ?? '');
  const raw = rawAssessmentOf(
    map.value,
    readerOf(content.value),
    endOf(assessment),
    evidence ? endOf(evidence) : null,
  );
  return success({ map: map.value, state, raw: content.value.date1904 ? from1904(raw) : raw });
}

/** Excel compares sheet names without letter case. */
const sheetNamed = (content: XlsxContent, name: string): XlsxSheet | undefined =>
  content.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());

const readerOf =
  (content: XlsxContent): CellReader =>
  (name, row, column) => {
    const sheet = sheetNamed(content, name);
    return sheet === undefined ? null : cellAt(sheet, row, column).value;
  };

const from1904 = ({ rows, profile, evidence }: RawAssessment): RawAssessment => ({
  rows: rows.map((row) => ({ ...row, due: dateFrom1904(row.due) })),
  profile,
  ...(evidence === undefined
    ? {}
    : {
        evidence: evidence.map((line) => ({
          ...line,
          captured: dateFrom1904(line.captured),
          verified: dateFrom1904(line.verified),
          pageDate: dateFrom1904(line.pageDate),
        })),
      }),
});

const dateFrom1904 = (cell: RawCell): RawCell => (typeof cell === 'number' ? cell + DAYS_TO_1904 : cell);

/** In the order of the sheet; rows that are empty are left out. */
function stateRows(sheet: XlsxSheet): StateRow[] {
  return rowNumbers(sheet).map((row) => {
    const { value, formula } = cellAt(sheet, row, 1);
    return { key: cellAt(sheet, row, 0).value, value, formula };
  });
}

/** The row after the last one that holds anything. */
const endOf = (sheet: XlsxSheet): number => (rowNumbers(sheet).at(-1) ?? -1) + 1;

const rowNumbers = (sheet: XlsxSheet): number[] => [...sheet.rows.keys()].sort((a, b) => a - b);
