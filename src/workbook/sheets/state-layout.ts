import type { Vocabulary } from '../../assessment/vocabulary';
import type { StateKey } from '../map';

/** Columns of the state sheet: key, value; then the words a profile cell may hold with their codes. */
export const STATE = { key: 0, value: 1, word: 3, code: 4 } as const;

/** The plain values, from the first row on; pointers follow. */
export const STATE_VALUES = [
  'schema',
  'rubric.id',
  'rubric.version',
  'language',
  'cycle',
  'benchmark',
  'detail',
] as const satisfies readonly StateKey[];

/** Under it stands what was chosen last on Start about what to send, in the words of the cell: a cell is soon emptied. */
export const DETAIL_KEY = 'detail' satisfies StateKey;

/** The row of a plain value. */
export const stateValueRow = (key: (typeof STATE_VALUES)[number]): number => STATE_VALUES.indexOf(key);

/** Words (upper case, behind their field) and codes of the three profile cells in one list. */
export function profileWords({
  organization,
  size,
  detail,
}: Vocabulary): readonly (readonly [string, string])[] {
  const behind = (field: string, words: ReadonlyMap<string, string>) =>
    [...words].map(([word, code]) => [`${field}|${word}`, code] as const);
  return [...behind('organization', organization), ...behind('size', size), ...behind('detail', detail)];
}
