import type { ItemId } from '../rubric/schema';
import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import { cellAddress } from '../workbook/address';
import { rowsOfIds } from '../workbook/answer-rows';
import type { Spot } from '../workbook/map';
import type { Place } from '../workbook/port';
import type { WorkbookCells } from '../workbook/workbook-cells';
import { sheetGone } from '../workbook/sheet-gone';

/** Shows a place: its sheet comes to the front, its cell is selected. */
export async function goTo(
  context: Excel.RequestContext,
  cells: WorkbookCells,
  place: Place,
  words: Words,
): Promise<Result<void>> {
  const target = targetOf(cells, place, words);
  if (!target.ok) return target;
  const sheet = context.workbook.worksheets.getItem(target.value.sheet);
  sheet.activate();
  if (target.value.address !== null) sheet.getRange(target.value.address).select();
  await context.sync();
  return success(undefined);
}

/** Selects an item's row where its sheet is in front; one sync, or two. */
export async function follow(
  context: Excel.RequestContext,
  cells: WorkbookCells,
  item: ItemId,
  words: Words,
): Promise<Result<void>> {
  const target = targetOf(cells, { item, field: 'level' }, words);
  if (!target.ok) return target;
  const inFront = context.workbook.worksheets.getActiveWorksheet();
  inFront.load('name');
  await context.sync();
  const { sheet, address } = target.value;
  if (inFront.name !== sheet || address === null) return success(undefined);
  inFront.getRange(address).select();
  await context.sync();
  return success(undefined);
}

interface Target {
  readonly sheet: string;
  readonly address: string | null;
}

function targetOf(cells: WorkbookCells, place: Place, words: Words): Result<Target> {
  if ('sheet' in place) {
    const sheet = cells.map.sheets[place.sheet];
    if (sheet !== null) return success({ sheet, address: place.address ?? null });
    return sheetGone(place.sheet, words);
  }
  if ('profile' in place) return spotTarget(cells.map.spot(`pointer.${place.profile}`), words);
  const row = rowsOfIds(cells).get(place.item)?.[0];
  if (row === undefined) return failed('row-gone', words('workbook.rowGone', { item: place.item }));
  const header = cells.map.spot(`pointer.${place.field}`);
  return spotTarget(header && { ...header, row }, words);
}

const spotTarget = (spot: Spot | null, words: Words): Result<Target> =>
  spot
    ? success({ sheet: spot.sheet, address: cellAddress(spot.row, spot.column) })
    : failed('place-gone', words('workbook.placeGone'));
