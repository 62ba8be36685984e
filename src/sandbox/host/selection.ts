import { accessDenied } from './api-error';
import { addressOf } from './address';
import type { Area } from './area';
import type { Book } from './book';

/** What is selected on the sheet in view. */
export function selectedArea(book: Book): { readonly sheetId: string; readonly area: Area } {
  const { getters } = book.engine;
  const { top, left, bottom, right } = getters.getSelectedZone();
  return { sheetId: getters.getActiveSheetId(), area: { top, left, bottom, right } };
}

/** Brings a sheet into view and selects an area on it. */
export function select(book: Book, sheetId: string, area: Area): void {
  const { engine } = book;
  if (!engine.getters.isSheetVisible(sheetId)) throw accessDenied();
  engine.ensure(sheetId, area);
  const from = engine.getters.getActiveSheetId();
  if (from !== sheetId) engine.dispatch('ACTIVATE_SHEET', { sheetIdFrom: from, sheetIdTo: sheetId });
  const zone = engine.present(sheetId, area);
  if (zone === null) return;
  const cell = { row: zone.top, col: zone.left };
  engine.model.selection.selectZone({ cell, zone: { ...zone } }, { scrollIntoView: true });
}

/** Tells listeners when another sheet or other cells are selected, by anyone. */
export function watchSelection(book: Book): void {
  let last = selectedArea(book);
  book.model.on('update', book, () => {
    const now = selectedArea(book);
    const sheetChanged = now.sheetId !== last.sheetId;
    if (!sheetChanged && addressOf(now.area) === addressOf(last.area)) return;
    if (sheetChanged) {
      book.events.raiseOnSheet('DeactivatedEvent', last.sheetId, { worksheetId: last.sheetId });
      book.events.raiseOnSheet('ActivatedEvent', now.sheetId, { worksheetId: now.sheetId });
    }
    last = now;
    const message = { address: addressOf(now.area), worksheetId: now.sheetId };
    book.events.raiseOnSheet('SelectionChangedEvent', now.sheetId, message);
  });
}
