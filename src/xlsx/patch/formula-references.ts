/** What a formula refers to, in lower case. It may name more than the formula does, never less. */
export interface FormulaReferences {
  /** Sheets, each by its name; of a 3-D reference the first and the last. */
  readonly sheets: readonly (readonly [first: string, last: string])[];
  /** Words that may be defined names, tables or functions. */
  readonly words: readonly string[];
}

/**
 * A quoted sheet, a plain one behind an optional `[book]`, or a word. Texts are not told apart: what they seem to name
 * does no harm, and an apostrophe inside one cannot hide a sheet.
 */
const TOKEN =
  /'((?:[^']|'')+)'!|(\[[^[\]]*\])?([\p{L}\p{N}_.\\?]+)(?::([\p{L}\p{N}_.\\?]+))?!|([\p{L}_\\][\p{L}\p{N}_.\\?]*)/gu;

/** Reads a formula in the A1 style of files (ISO/IEC 29500-1 18.17.2), with or without its `=`. References to other books are left out. */
export function formulaReferences(formula: string): FormulaReferences {
  const sheets: [string, string][] = [];
  const words: string[] = [];
  for (const [, quoted, book, first, last, word] of formula.toLowerCase().matchAll(TOKEN)) {
    if (quoted !== undefined) {
      const name = quoted.replaceAll("''", "'").replace(/^\[0\]/, '');
      const [from = '', to = from] = name.split(':');
      if (!name.includes(']')) sheets.push([from, to]);
    } else if (first !== undefined) {
      if (book === undefined || book === '[0]') sheets.push([first, last ?? first]);
    } else if (word !== undefined) words.push(word);
  }
  return { sheets, words };
}
