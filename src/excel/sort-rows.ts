import { idOf } from '../assessment/read-cell';
import type { ItemId } from '../rubric/schema';
import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import { rowsOfIds } from '../workbook/answer-rows';
import type { Area } from '../workbook/design';
import type { WorkbookCells } from '../workbook/workbook-cells';
import { officeCode } from './office-failure';
import { openWorkbook } from './open-workbook';
import { blockOf, loadGuarded } from './sheet-block';
import { sheetCells } from './sheet-cells';
import { untracked } from './untracked';

/**
 * Moves whole rows of the Assessment sheet, everything that stands in them included, so that the items follow each other
 * as asked; rows of no such item go behind them in the order they had. Excel sorts, by numbers that are written into the
 * free column right of everything on the sheet and taken away again. Protection is taken off for it and put on again.
 * `sheet-password` where that wants a password, `rows-stayed` where rows that are hidden stayed where they were.
 */
export async function sortRows(
  context: Excel.RequestContext,
  order: readonly ItemId[],
  words: Words,
): Promise<Result<void>> {
  const opened = await openWorkbook(context, words);
  if (!opened.ok) return opened;
  const { map, state } = opened.value;
  const name = map.sheets.assessment;
  const header = map.spot('pointer.id');
  if (name === null || header === null) return failed('answers-gone', words('workbook.answersGone'));
  const guarded = loadGuarded(context.workbook.worksheets.getItem(name));
  await context.sync();
  const block = blockOf(guarded.used);
  const places = rowPlaces(sheetCells(map, state, new Map([[name, block]])), header.row + 1, order);
  if (places.every((place, i) => place === i)) return success(undefined);
  const area = {
    row: header.row + 1,
    column: block.column,
    rows: places.length,
    columns: block.columns + 1,
  };
  const ids = places.map((_, i) => idOf(block.cell(area.row + i, header.column)));
  const wanted = places.map((_, place) => ids[places.indexOf(place)]);
  const now = await sorted(context, name, area, places, guarded.protection).catch(async (error: unknown) => {
    const stillProtected = await Excel.run((undo) => tidied(undo, name, area, guarded.protection));
    if (officeCode(error) !== 'AccessDenied' || !stillProtected) throw error;
    return null;
  });
  if (now === null) return failed('sheet-password', words('workbook.sortPassword', { sheet: name }));
  const found = now.map((line) => idOf(line[header.column - area.column] as string));
  return found.every((id, i) => id === wanted[i])
    ? success(undefined)
    : failed('rows-stayed', words('workbook.sortStayed', { sheet: name }));
}

/** For each row from `first` to the last one with an ID: the place among them that it is to go to. */
function rowPlaces(cells: WorkbookCells, first: number, order: readonly ItemId[]): readonly number[] {
  const rowsOf = rowsOfIds(cells);
  const last = Math.max(first - 1, ...[...rowsOf.values()].flat());
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const asked = order.flatMap((item) => rowsOf.get(item.toUpperCase()) ?? []);
  const known = new Set(asked);
  const rows = [...asked, ...all.filter((row) => !known.has(row))];
  const places = new Map(rows.map((row, place) => [row, place]));
  return all.map((row) => places.get(row) ?? 0);
}

/** Sorts, and gives the values as they are afterwards; one sync. */
async function sorted(
  context: Excel.RequestContext,
  name: string,
  area: Area,
  places: readonly number[],
  guard: Excel.WorksheetProtection,
): Promise<readonly (readonly unknown[])[]> {
  const sheet = context.workbook.worksheets.getItem(name);
  const range = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
  const keys = keysOf(sheet, area);
  if (guard.protected) sheet.protection.unprotect();
  keys.values = places.map((place) => [place]);
  range.sort.apply([{ key: area.columns - 1, ascending: true }], false, false, 'Rows');
  keys.clear('Contents');
  if (guard.protected) sheet.protection.protect(guard.options);
  range.load('values');
  range.untrack();
  await context.sync();
  return range.values as readonly (readonly unknown[])[];
}

/** After a failure half-way: no numbers are left, and the sheet is protected again. Says whether it was all the time. */
async function tidied(
  context: Excel.RequestContext,
  name: string,
  area: Area,
  guard: Excel.WorksheetProtection,
): Promise<boolean> {
  const sheet = context.workbook.worksheets.getItem(name);
  const { protection } = sheet;
  protection.load('protected');
  await context.sync();
  if (protection.protected) return true;
  keysOf(sheet, area).clear('Contents');
  if (guard.protected) protection.protect(guard.options);
  await context.sync();
  return false;
}

const keysOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Area): Excel.Range =>
  untracked(sheet.getRangeByIndexes(row, column + columns - 1, rows, 1));
