import { accessDenied, invalidArgument, notImplemented } from './api-error';
import type { Area } from './area';
import { isEntireColumn, isEntireRow } from './area';
import type { Book } from './book';
import { isLocked } from './protection';

/** Inserts whole rows (`Down`) or columns (`Right`) before an area; parts of rows are not implemented. */
export function insertCells(book: Book, sheetId: string, area: Area, shift: unknown): void {
  if (shift !== 'Down' && shift !== 'Right') throw invalidArgument();
  const dimension = wholeOf(area, shift === 'Down' ? 'ROW' : 'COL', 'range.insert');
  const protection = book.notes(sheetId).protection;
  const allowed =
    dimension === 'ROW' ? protection?.options.allowInsertRows : protection?.options.allowInsertColumns;
  if (protection !== null && allowed !== true) throw accessDenied();
  const [base, last] = dimension === 'ROW' ? [area.top, area.bottom] : [area.left, area.right];
  book.engine.ensure(sheetId, dimension === 'ROW' ? { ...area, right: 0 } : { ...area, bottom: 0 });
  book.engine.dispatch('ADD_COLUMNS_ROWS', {
    sheetId,
    sheetName: book.sheetName(sheetId),
    dimension,
    base,
    quantity: last - base + 1,
    position: 'before',
  });
}

/** Deletes whole rows (`Up`) or columns (`Left`); parts of rows are not implemented. */
export function deleteCells(book: Book, sheetId: string, area: Area, shift: unknown): null {
  if (shift !== 'Up' && shift !== 'Left') throw invalidArgument();
  const dimension = wholeOf(area, shift === 'Up' ? 'ROW' : 'COL', 'range.delete');
  const notes = book.notes(sheetId);
  const allowed =
    dimension === 'ROW'
      ? notes.protection?.options.allowDeleteRows
      : notes.protection?.options.allowDeleteColumns;
  if (notes.protection !== null && (allowed !== true || isLocked(notes, area))) throw accessDenied();
  book.engine.ensure(sheetId, dimension === 'ROW' ? { ...area, right: 0 } : { ...area, bottom: 0 });
  const [first, last] = dimension === 'ROW' ? [area.top, area.bottom] : [area.left, area.right];
  book.engine.dispatch('REMOVE_COLUMNS_ROWS', {
    sheetId,
    sheetName: book.sheetName(sheetId),
    dimension,
    elements: Array.from({ length: last - first + 1 }, (_, index) => first + index),
  });
  return null;
}

function wholeOf(area: Area, dimension: 'ROW' | 'COL', member: string): 'ROW' | 'COL' {
  const whole = dimension === 'ROW' ? isEntireRow(area) : isEntireColumn(area);
  if (!whole)
    throw notImplemented(`${member} of less than whole ${dimension === 'ROW' ? 'rows' : 'columns'}`);
  return dimension;
}
