import type { WordKey, Words } from '../words/words';
import type { SheetId } from './design';
import type { AnswerField, WorkbookMap } from './map';
import type { Finding } from './port';
import { sheetTitle } from './sheet-title';

/** Sheets that only show what others hold: they can be drawn again without losing anything. */
export const REDRAWABLE: ReadonlySet<SheetId> = new Set([
  'scorecard',
  'roadmap',
  'benchmark',
  'submission',
  'rubric',
]);

/** What is wrong with one of our sheets as such: it is gone, or has another name. */
export function sheetFindings(id: SheetId, name: string | null, words: Words): readonly Finding[] {
  const sheet = sheetTitle(id, words);
  const about = { sheet: id, address: null, item: null };
  if (name === null) {
    const repairable = REDRAWABLE.has(id);
    const key = repairable ? 'workbook.findingSheetGone' : 'workbook.findingSheetGoneManual';
    const remedy = repairable ? 'repair' : 'manual';
    return [{ code: 'sheet-missing', ...about, message: words(key, { sheet }), remedy }];
  }
  if (id === 'state' || name === sheet || name.startsWith(`${sheet} (JSP`)) return [];
  const message = words('workbook.findingRenamed', { sheet, name });
  return [{ code: 'sheet-renamed', ...about, message, remedy: 'accept' }];
}

const COLUMNS: readonly (readonly [AnswerField, WordKey])[] = [
  ['target', 'sheet.colTarget'],
  ['evidence', 'sheet.colEvidence'],
  ['owner', 'sheet.colOwner'],
  ['due', 'sheet.colDue'],
  ['notes', 'sheet.colNotes'],
];

/** The answer columns that are gone. Without the ID or level column there is no map at all. */
export function columnFindings(map: WorkbookMap, words: Words): readonly Finding[] {
  return COLUMNS.filter(([field]) => map.spot(`pointer.${field}`) === null).map(([, key]): Finding => ({
    code: 'answer-column-missing',
    sheet: 'assessment',
    address: null,
    item: null,
    message: words('workbook.findingColumn', { column: words(key) }),
    remedy: 'manual',
  }));
}
