import type { Area } from './design';

/** `0` is A, `26` is AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** `A1` of a 0-based cell; `$A$1` when absolute. */
export const cellAddress = (row: number, column: number): string => `${columnName(column)}${row + 1}`;
export const absoluteAddress = (row: number, column: number): string => `$${columnName(column)}$${row + 1}`;

/** `A1:B2` of an area, `A1` of a single cell. */
export function areaAddress({ row, column, rows, columns }: Area): string {
  const first = cellAddress(row, column);
  return rows === 1 && columns === 1
    ? first
    : `${first}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}

export function absoluteArea({ row, column, rows, columns }: Area): string {
  return `${absoluteAddress(row, column)}:${absoluteAddress(row + rows - 1, column + columns - 1)}`;
}

/** A sheet's name as formulas write it: quoted where it is not a plain word. */
export function quotedSheet(name: string): string {
  const plain =
    /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^R\d*C?\d*$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** A text as a formula's string: quotes inside go through CHAR(34), since not every engine reads a doubled quote. */
export function literal(text: string): string {
  const parts = text.split('"').map((part) => `"${part}"`);
  return parts.length === 1 ? parts.join('') : `(${parts.join('&CHAR(34)&')})`;
}

/** White space that comes with pasted text, beside the plain space: no-break space, tab, line feed, carriage return. */
const PASTED_SPACES: readonly string[] = ['"\u00a0"', 'CHAR(9)', 'CHAR(10)', 'CHAR(13)'];

/**
 * The text of a cell without white space around it, "" where empty. `&""` keeps an empty cell from reading as 0. The
 * no-break space is written out: CHAR(160) is another character in Excel for Mac.
 */
export const trimmedText = (cell: string): string =>
  `TRIM(${PASTED_SPACES.reduce((text, space) => `SUBSTITUTE(${text},${space}," ")`, `${cell}&""`)})`;

/** A formula's condition: the cell holds one of the words, whatever its letter case. The words are upper case, as a vocabulary's are. */
export const isOneOf = (cell: string, words: readonly string[]): string =>
  `OR(${words.map((word) => `UPPER(${cell})=${literal(word)}`).join(',')})`;

/** The 0-based cell of `A1` or `$A$1`; null for anything else. */
export function parseAddress(text: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const column =
    Array.from(match[1].toUpperCase()).reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}
