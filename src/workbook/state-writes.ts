import type { CellWrite } from './cell-writes';
import type { StateRow } from './map';
import { STATE } from './sheets/state-layout';
import type { WorkbookCells } from './workbook-cells';

/** A cell holds 32,767 characters (Excel specifications and limits); one is kept for the apostrophe. */
const LONGEST_TEXT = 32_766;
const PART = '#';

/** The text stored under a key, put together from its parts; null when there is none. */
export function storedText(rows: readonly StateRow[], key: string): string | null {
  const parts = partsOf(rows, key)
    .map(({ row }) => row.value)
    .filter((value) => value !== null);
  return parts.length === 0 ? null : parts.map(String).join('');
}

/** The keys that start so, in the order of their rows, without the parts of long texts. */
export function storedKeys(rows: readonly StateRow[], prefix: string): readonly string[] {
  return rows.flatMap(({ key }) =>
    typeof key === 'string' && key.startsWith(prefix) && !key.includes(PART) ? [key] : [],
  );
}

/**
 * Stores a text under a key: over the one that is there, below the last row otherwise. Long texts take several rows,
 * `key#2` and so on. Of texts that are stored together only one may be new.
 */
export function storeText({ map, state }: WorkbookCells, key: string, text: string): readonly CellWrite[] {
  const parts = partsOfText(text);
  const known = partsOf(state, key);
  const writeRow = (row: number, values: readonly (string | null)[]): CellWrite => {
    if (map.sheets.state === null) throw new Error('A map without a state sheet');
    return { sheet: map.sheets.state, row, column: STATE.key, values: [values] };
  };
  return [
    ...parts.map((part, i) =>
      writeRow(known[i]?.index ?? state.length + i - known.length, [
        i === 0 ? key : `${key}${PART}${i + 1}`,
        part === '' ? null : part,
      ]),
    ),
    ...known.slice(parts.length).map(({ index }) => writeRow(index, [null, null])),
  ];
}

/** Empties the rows of a text. */
export function dropText({ map, state }: WorkbookCells, key: string): readonly CellWrite[] {
  const { sheets } = map;
  if (sheets.state === null) throw new Error('A map without a state sheet');
  const sheet = sheets.state;
  return partsOf(state, key).map(({ index }) => ({
    sheet,
    row: index,
    column: STATE.key,
    values: [[null, null]],
  }));
}

/** No part ends inside a character of two code units: a file cannot hold half of one. */
const partsOfText = (text: string): readonly string[] =>
  text.match(new RegExp(`[^]{1,${LONGEST_TEXT}}(?![\\uDC00-\\uDFFF])|[^]{1,${LONGEST_TEXT}}`, 'g')) ?? [''];

function partsOf(rows: readonly StateRow[], key: string): readonly { row: StateRow; index: number }[] {
  return rows.flatMap((row, index) =>
    row.key === key || (typeof row.key === 'string' && row.key.startsWith(`${key}${PART}`))
      ? [{ row, index }]
      : [],
  );
}
