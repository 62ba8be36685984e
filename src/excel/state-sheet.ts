import type { Result } from '../words/result';
import type { Words } from '../words/words';
import { locate, type StateRow, type WorkbookMap } from '../workbook/map';
import { STATE_SHEET_NAME } from '../workbook/sheet-names';
import { textInput } from './cell-content';
import { blockOf, loadUsed, type SheetBlock } from './sheet-block';

/** A cell holds 32,767 characters (Excel specifications and limits); one is kept for the apostrophe. */
const LONGEST_TEXT = 32_766;
const [KEY, VALUE] = [0, 1];

/** The state sheet on its way: read it with `stateOf` after the next sync. */
export interface LoadingState {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

/** The rows of the state sheet; `sheet` is null where the workbook has none. */
export interface State {
  readonly sheet: Excel.Worksheet | null;
  readonly rows: readonly StateRow[];
}

/** Asks for the state sheet. */
export function loadState(context: Excel.RequestContext): LoadingState {
  const sheet = context.workbook.worksheets.getItemOrNullObject(STATE_SHEET_NAME);
  return { sheet, used: loadUsed(sheet) };
}

export function stateOf({ sheet, used }: LoadingState): State {
  const block = blockOf(used);
  return { sheet: sheet.isNullObject ? null : sheet, rows: rowsOf(block) };
}

/** Where everything is, or why the workbook cannot be used, in words. */
export const mapOf = (state: State, words: Words): Result<WorkbookMap> =>
  locate(state.rows, STATE_SHEET_NAME, words);

/** The text stored under a key, put together from its parts; null when there is none. */
export function storedText(rows: readonly StateRow[], key: string): string | null {
  const parts = partsOf(rows, key).map(({ row }) => row.value);
  return parts.length === 0 || parts.every((part) => part === null) ? null : parts.map(String).join('');
}

/** The keys that start so, in the order of their rows, without the parts of long texts. */
export function storedKeys(rows: readonly StateRow[], prefix: string): readonly string[] {
  return rows.flatMap(({ key }) =>
    typeof key === 'string' && key.startsWith(prefix) && !key.includes(PART) ? [key] : [],
  );
}

/** Stores a text under a key: over the one that is there, below the last row otherwise. Long texts take several rows, `key#2` and so on. */
export function storeText(
  sheet: Excel.Worksheet,
  rows: readonly StateRow[],
  key: string,
  text: string,
): void {
  const parts = text.match(new RegExp(`[^]{1,${LONGEST_TEXT}}`, 'g')) ?? [''];
  const known = partsOf(rows, key);
  const fresh = rows.length;
  parts.forEach((part, i) => {
    const row = known[i]?.index ?? fresh + i - known.length;
    writeRow(sheet, row, i === 0 ? key : `${key}${PART}${i + 1}`, part);
  });
  for (const { index } of known.slice(parts.length)) writeRow(sheet, index, '', '');
}

const PART = '#';

function writeRow(sheet: Excel.Worksheet, row: number, key: string, value: string): void {
  const range = sheet.getRangeByIndexes(row, KEY, 1, 2);
  range.values = [[key, textInput(value)]];
  range.untrack();
}

function partsOf(rows: readonly StateRow[], key: string): readonly { row: StateRow; index: number }[] {
  return rows.flatMap((row, index) =>
    row.key === key || (typeof row.key === 'string' && row.key.startsWith(`${key}${PART}`))
      ? [{ row, index }]
      : [],
  );
}

function rowsOf(block: SheetBlock): readonly StateRow[] {
  return Array.from({ length: block.row + block.rows }, (_, row) => ({
    key: block.cell(row, KEY),
    value: block.cell(row, VALUE),
    formula: block.formula(row, VALUE),
  }));
}
