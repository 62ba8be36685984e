import type { Words } from '../words/words';

/** An ISO day as people of the language write it ("Nov 23, 2026"); what is no day stays as it is. */
export function dayWords(day: string, words: Words): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(words.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}
