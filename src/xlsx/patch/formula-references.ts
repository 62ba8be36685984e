/** Columns of a sheet, 0-based, first and last; the sheet is empty for the formula's own one. In lower case. */
export interface ColumnsRead {
  /** Of a 3-D reference the first and the last sheet. */
  readonly sheets: readonly [first: string, last: string];
  readonly first: number;
  readonly last: number;
}

/** What a formula refers to, in lower case. It may name more than the formula does, never less. */
export interface FormulaReferences {
  readonly columns: readonly ColumnsRead[];
  /** Words that may be defined names, tables or functions. */
  readonly words: readonly string[];
}

export const LAST_COLUMN = 16_383;

const NAME = String.raw`[\p{L}\p{N}_.\\?]+`;
const SHEET = String.raw`(?:'((?:[^']|'')+)'|(\[[^[\]]*\])?(${NAME})(?::(${NAME}))?)!`;
const CELL = String.raw`\$?[a-z]{1,3}\$?\d+`;
const END = String.raw`(?![\p{L}\p{N}_.(!])`;
const AREA = String.raw`(${CELL}(?::${CELL})*${END}|\$?[a-z]{1,3}:\$?[a-z]{1,3}${END}|\$?\d+:\$?\d+${END})`;
/**
 * A reference, with or without its sheet, or a word. Texts are not told apart: what they seem to name does no harm, and
 * an apostrophe inside one cannot hide a sheet.
 */
const TOKEN = new RegExp(String.raw`(?:${SHEET})?(?:${AREA}|([\p{L}_\\][\p{L}\p{N}_.\\?]*))|${SHEET}`, 'gu');
/** Areas that reach beyond what is written down: an end that a function gives, a sum as large as its criteria, a spill. */
const FARTHER = /\)\s*:|:\s*[\p{L}_.]+\(|\b(?:sumif|averageif|anchorarray)\s*\(|#/u;

/** Reads a formula in the A1 style of files (ISO/IEC 29500-1 18.17.2), with or without its `=`. References to other books are left out. */
export function formulaReferences(formula: string): FormulaReferences {
  const text = formula.toLowerCase();
  const found = [...text.matchAll(TOKEN)];
  const whole =
    FARTHER.test(text.replaceAll('#ref!', '')) ||
    found.some((token) => isEndOfRange(token, text)) ||
    joinsReferences(text);
  const columns: ColumnsRead[] = [];
  const words: string[] = [];
  for (const match of found) {
    const sheets = sheetsOf(match.slice(1, 5)) ?? sheetsOf(match.slice(7, 11)) ?? OWN;
    const [area, word] = [match[5], match[6]];
    if (word !== undefined) words.push(word);
    if (sheets === 'another book' || (area === undefined && sheets === OWN)) continue;
    const [first, last] = area === undefined || whole ? [0, LAST_COLUMN] : columnsOf(area);
    columns.push({ sheets, first, last });
  }
  return { columns, words };
}

/** Two references become one, as in `S!A1:S!D3` or `A1 : D3`: it reaches over what is between them. */
function joinsReferences(text: string): boolean {
  // Where both marks stand, a name of a sheet may look like a text.
  const told = text.includes("'") ? text : text.replace(/"(?:[^"]|"")*"/g, '');
  const areas = [...told.matchAll(TOKEN)].filter((token) => token[5] !== undefined);
  const ends = [...areas.map((token) => token.index), told.length];
  const starts = [0, ...areas.map((token) => token.index + token[0].length)];
  return starts.some((start, i) => told.slice(start, ends[i]).includes(':'));
}

/** A name is one end of a range. */
const isEndOfRange = (token: RegExpExecArray, text: string): boolean =>
  token[6] !== undefined && (text[token.index - 1] === ':' || text[token.index + token[0].length] === ':');

const OWN: ColumnsRead['sheets'] = ['', ''];

function sheetsOf([quoted, book, first, last]: readonly (string | undefined)[]) {
  if (quoted !== undefined) {
    const name = quoted.replaceAll("''", "'").replace(/^\[0\]/, '');
    const [from = '', to = from] = name.split(':');
    return name.includes(']') ? 'another book' : ([from, to] as const);
  }
  if (first === undefined) return undefined;
  return book === undefined || book === '[0]' ? ([first, last ?? first] as const) : 'another book';
}

function columnsOf(area: string): readonly [number, number] {
  const letters = area.match(/[a-z]+/g);
  if (letters === null) return [0, LAST_COLUMN];
  const numbers = letters.map(columnNumber);
  return [Math.min(...numbers), Math.max(...numbers)];
}

/** `a` is 0. */
const columnNumber = (name: string): number =>
  Array.from(name).reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 96, 0) - 1;
