import { notImplemented } from './api-error';
import type { Area } from './area';
import type { Book } from './book';
import { mayDo } from './protection';

/** Puts filter buttons on the first row of an area, in place of those the sheet had. Criteria are not implemented. */
export function applyFilter(book: Book, sheetId: string, area: Area, columnIndex: unknown): null {
  if (columnIndex !== null && columnIndex !== undefined)
    throw notImplemented('autoFilter.apply with criteria');
  mayDo(book.notes(sheetId), null);
  removeFilter(book, sheetId);
  const { engine } = book;
  engine.ensure(sheetId, area);
  engine.dispatch('CREATE_TABLE', {
    sheetId,
    ranges: [engine.getters.getRangeDataFromZone(sheetId, area)],
    tableType: 'static',
    config: {
      hasFilters: true,
      totalRow: false,
      firstColumn: false,
      lastColumn: false,
      numberOfHeaders: 1,
      bandedRows: false,
      bandedColumns: false,
      automaticAutofill: false,
      styleId: 'None',
    },
  });
  book.notes(sheetId).autoFilter = area;
  return null;
}

export function removeFilter(book: Book, sheetId: string): null {
  const notes = book.notes(sheetId);
  mayDo(notes, null);
  if (notes.autoFilter !== null)
    book.engine.dispatch('REMOVE_TABLE', { sheetId, target: [notes.autoFilter] });
  notes.autoFilter = null;
  return null;
}
