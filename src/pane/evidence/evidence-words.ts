import type { Evidence } from '../../assessment/evidence';
import type { Words } from '../../words/words';
import type { EvidenceSaved } from '../../workbook/port';
import { dayWords } from '../day-words';

/** What a line is called: its title, else its address, else that it has none. */
export const titleWords = ({ title, address }: Evidence, words: Words): string =>
  title.trim() || address.trim() || words('pane.evidenceUntitled');

/** When it was captured and last verified, and how old the page says it is; days in UTC, as the sheet shows them. */
export function dayFacts({ captured, verified, pageDate }: Evidence, words: Words): readonly string[] {
  const said = (key: 'evidenceCaptured' | 'evidenceVerified' | 'evidencePageDate', moment: string | null) =>
    moment === null ? [] : [words(`pane.${key}`, { day: dayWords(moment.slice(0, 10), words) })];
  return [
    ...said('evidenceCaptured', captured),
    ...said('evidenceVerified', verified),
    ...said('evidencePageDate', pageDate),
  ];
}

/** How many lines were added and how many updated. */
export function savedWords({ added, updated }: EvidenceSaved, words: Words): string {
  const changes = [
    ...(added > 0 || updated === 0 ? [words('pane.evidenceAdded', { count: added })] : []),
    ...(updated > 0 ? [words('pane.evidenceUpdated', { count: updated })] : []),
  ];
  const list = new Intl.ListFormat(words.language, { type: 'conjunction' }).format(changes);
  return words('pane.evidenceSaved', { changes: list });
}
