import type { Words } from '../words/words';
import type { RawCell } from './assessment';
import { readText } from './read-cell';

const LONGEST = 40;

/** An item and the row where it stands, in words; a file of answers has no rows. */
export const placeOf = (id: string, row: number | null, words: Words): string =>
  row === null ? id : words('problem.place', { item: id, row });

/** What a cell says, as a message quotes it: cut where it is long. */
export function shown(cell: RawCell): string {
  const text = cell !== null && typeof cell === 'object' ? cell.error : readText(cell);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
