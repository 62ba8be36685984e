import type { Words } from '../words/words';
import type { SheetId } from './design';
import { shortened } from './shortened';

export type SheetNames = Readonly<Record<SheetId, string>>;

/** The order of the tabs. */
export const SHEET_IDS: readonly SheetId[] = [
  'start',
  'assessment',
  'scorecard',
  'roadmap',
  'evidence',
  'benchmark',
  'submission',
  'history',
  'rubric',
  'state',
];

/** The state sheet keeps one name in every language: it is how an assessment is recognised. */
export const STATE_SHEET_NAME = 'JSP_state';

const LONGEST = 31;

/**
 * Names for our sheets that no other sheet of the workbook holds: the catalogue's, or with a number behind, and always
 * names that Excel takes. It compares them without letter case and reserves "History" (hence "Score history").
 */
export function freeSheetNames(words: Words, taken: readonly string[]): SheetNames {
  const used = new Set(['history', ...[STATE_SHEET_NAME, ...taken].map((name) => name.toLowerCase())]);
  const free = (wanted: string): string => {
    for (let i = 1; ; i += 1) {
      const mark = i === 1 ? '' : ` (JSP${i === 2 ? '' : ` ${i - 1}`})`;
      const name = shortened(wanted, LONGEST - mark.length) + mark;
      if (!used.has(name.toLowerCase())) {
        used.add(name.toLowerCase());
        return name;
      }
    }
  };
  const nameOf = (id: SheetId) =>
    id === 'state' ? STATE_SHEET_NAME : free(withoutForbidden(words(`sheet.${id}`)));
  return Object.fromEntries(SHEET_IDS.map((id) => [id, nameOf(id)])) as Record<SheetId, string>;
}

/** Excel takes none of `\ / ? * [ ] :` and no control character in a sheet's name, and no apostrophe at its ends. */
const withoutForbidden = (text: string): string =>
  text.replace(/[\s\\/?*[\]:\p{Cc}]+/gu, ' ').replace(/^[\s']+|[\s']+$/g, '');
