import type { ItemId } from '../rubric/schema';
import { success, type Result } from '../words/result';
import type { Words } from '../words/words';
import { cellAddress } from '../workbook/address';
import { idOf } from '../assessment/read-cell';
import { openedState } from './open-workbook';
import { loadState, stateOf } from './state-sheet';

/** The item of the row that holds the active cell of the Assessment sheet; null elsewhere. Two syncs, no write. */
export async function selectedItem(
  context: Excel.RequestContext,
  words: Words,
): Promise<Result<ItemId | null>> {
  const state = loadState(context);
  const active = context.workbook.getActiveCell();
  active.load('rowIndex');
  active.untrack();
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load('name');
  await context.sync();
  const opened = await openedState(context, stateOf(state), words);
  const header = opened.ok ? opened.value.map.spot('pointer.id') : null;
  if (header === null || header.sheet !== sheet.name || active.rowIndex <= header.row) return success(null);
  const id = sheet.getRange(cellAddress(active.rowIndex, header.column));
  id.load('values');
  id.untrack();
  await context.sync();
  const value: unknown = id.values[0]?.[0];
  return success(typeof value === 'string' ? idOf(value) || null : null);
}
