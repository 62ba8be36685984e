import { EVIDENCE_FIELDS } from '../assessment/evidence';
import type { WordKey, Words } from '../words/words';
import type { SheetId } from './design';
import { EVIDENCE_HEADINGS } from './evidence-headings';
import { evidencePlaces } from './evidence-places';
import type { AnswerField, WorkbookMap } from './map';
import type { Finding } from './port';
import { sheetTitle } from './sheet-title';

/** Sheets that can be drawn again: they show what others hold or, as Start and the state sheet, little that is not kept elsewhere. */
export const REDRAWABLE: ReadonlySet<SheetId> = new Set([
  'start',
  'scorecard',
  'roadmap',
  'benchmark',
  'submission',
  'rubric',
  'state',
]);

const GONE: Partial<Record<SheetId, WordKey>> = {
  start: 'workbook.findingStartGone',
  state: 'workbook.findingStateGone',
};

/** What is wrong with one of our sheets as such: it is gone, or has another name. */
export function sheetFindings(id: SheetId, name: string | null, words: Words): readonly Finding[] {
  const sheet = sheetTitle(id, words);
  const about = { sheet: id, address: null, item: null };
  if (name === null) {
    const repairable = REDRAWABLE.has(id);
    const key = repairable ? (GONE[id] ?? 'workbook.findingSheetGone') : 'workbook.findingSheetGoneManual';
    const remedy = repairable ? 'repair' : 'manual';
    return [{ code: 'sheet-missing', ...about, message: words(key, { sheet }), remedy }];
  }
  if (name === sheet || name.startsWith(`${sheet} (JSP`)) return [];
  const message = words('workbook.findingRenamed', { sheet, name });
  // Without the add-in nobody sees the state sheet, and other programs know it by its name.
  return [{ code: 'sheet-renamed', ...about, message, remedy: id === 'state' ? 'repair' : 'accept' }];
}

const COLUMNS: readonly (readonly [AnswerField, WordKey])[] = [
  ['target', 'sheet.colTarget'],
  ['evidence', 'sheet.colEvidence'],
  ['owner', 'sheet.colOwner'],
  ['due', 'sheet.colDue'],
  ['notes', 'sheet.colNotes'],
];

/** The columns that people write in and that are gone. Without the ID or level column there is no map at all. */
export const columnFindings = (map: WorkbookMap, words: Words): readonly Finding[] => [
  ...answerColumnFindings(map, words),
  ...evidenceColumnFindings(map, words),
];

function answerColumnFindings(map: WorkbookMap, words: Words): readonly Finding[] {
  return COLUMNS.filter(([field]) => map.spot(`pointer.${field}`) === null).map(([, key]): Finding => ({
    code: 'answer-column-missing',
    sheet: 'assessment',
    address: null,
    item: null,
    message: words('workbook.findingColumn', { column: words(key) }),
    remedy: 'manual',
  }));
}

function evidenceColumnFindings(map: WorkbookMap, words: Words): readonly Finding[] {
  const places = evidencePlaces(map);
  const sheet = map.sheets.evidence;
  if (places === null || sheet === null) return [];
  return EVIDENCE_FIELDS.filter((field) => places[field] === null).map((field): Finding => ({
    code: 'answer-column-missing',
    sheet: 'evidence',
    address: null,
    item: null,
    message: words('workbook.findingEvidenceColumn', { column: words(EVIDENCE_HEADINGS[field]), sheet }),
    remedy: 'manual',
  }));
}
