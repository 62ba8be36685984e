import type { Catalogue } from '../../src/words/words';

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  O: 'Ó',
};
const LONGER_BY = 0.4;

/**
 * A language that nobody speaks: every word of the catalogue accented, bracketed and 40 % longer, `{placeholders}`
 * kept. What shows up without accents was never in the catalogue; what loses its last bracket was cut.
 */
export function pseudoCatalogue(catalogue: Catalogue): Catalogue {
  const sections = Object.entries(catalogue).map(([section, texts]) => [
    section,
    section === 'meta'
      ? { language: 'en-XA', name: 'Pseudo' }
      : Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, pseudo(text)])),
  ]);
  return Object.fromEntries(sections) as Catalogue;
}

function pseudo(text: string): string {
  const accented = text.replace(/\{\w+\}|[a-zA-Z]/g, (part) => ACCENTED[part] ?? part);
  return `[${accented}${'~'.repeat(Math.ceil(text.length * LONGER_BY))}]`;
}
