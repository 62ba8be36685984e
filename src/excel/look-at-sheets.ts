import type { SheetId } from '../workbook/design';
import { foundByHeadings, LOOKED, type SheetLook } from '../workbook/found-by-headings';
import { isSchema } from '../workbook/map';
import type { Words } from '../words/words';
import { rawCell } from './cell-content';
import { untracked } from './untracked';

/** What the headings of all sheets say, and the name of the one that says what a state sheet says. */
export interface FoundInSheets {
  readonly found: ReturnType<typeof foundByHeadings>;
  readonly state: string | null;
}

/** Looks at the first rows and columns of every sheet; one sync where their names are known, otherwise two. No write. */
export async function foundInSheets(
  context: Excel.RequestContext,
  words: Words,
  pointed: ReadonlyMap<SheetId, string>,
  names?: readonly string[],
): Promise<FoundInSheets> {
  const { worksheets } = context.workbook;
  const all = names ?? (await sheetNames(context));
  const looking = all.map((name) => loadLook(worksheets.getItem(name), name));
  await context.sync();
  const looks = looking.map(lookOf);
  return { found: foundByHeadings(looks, words, pointed), state: stateAmong(looks) };
}

async function sheetNames(context: Excel.RequestContext): Promise<readonly string[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  return worksheets.items.map(({ name }) => name);
}

export interface LoadingLook {
  readonly name: string;
  readonly range: Excel.Range;
}

/** Asks for what a sheet is recognised by; read it with `lookOf` after the next sync. */
export function loadLook(sheet: Excel.Worksheet, name: string): LoadingLook {
  const range = untracked(sheet.getRangeByIndexes(0, 0, LOOKED.rows, LOOKED.columns));
  range.load(['values', 'valueTypes']);
  return { name, range };
}

export function lookOf({ name, range }: LoadingLook): SheetLook {
  const values: readonly (readonly unknown[])[] = range.values;
  const types: readonly (readonly string[])[] = range.valueTypes;
  return {
    name,
    cell: (row, column) => rawCell(values[row]?.[column], types[row]?.[column] ?? 'Empty'),
  };
}

const stateAmong = (looks: readonly SheetLook[]): string | null =>
  looks.find(({ cell }) => cell(0, 0) === 'schema' && isSchema(cell(0, 1)))?.name ?? null;
