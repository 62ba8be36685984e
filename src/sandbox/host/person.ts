import type { Command, CommandTypes } from '@odoo/o-spreadsheet';
import type { Result } from '../../words/result';
import type { Area } from './area';
import type { Book } from './book';
import { engineContent } from './cell-content';
import type { CellScalar } from './cell-content';
import { clearValidation } from './validations';
import { personMay } from './person-rights';
import { protectionOptions } from './protection';
import { isValueValid } from './validation-check';

/** Why Excel does not let a person do something: protection, a validation that stops, or that it makes no sense. */
export type PersonRefusal = 'locked' | 'invalid' | 'impossible';
export type PersonResult = Result<void, PersonRefusal>;

const done: PersonResult = { ok: true, value: undefined };
const refused = (failure: PersonRefusal): PersonResult => ({ ok: false, failure });

/** Types into one cell. A locked cell and a value its validation stops are refused, and nothing changes. */
export function typeInto(book: Book, sheetId: string, area: Area, value: CellScalar): PersonResult {
  const [row, col] = [area.top, area.left];
  book.engine.ensure(sheetId, area);
  const content = engineContent(value, book.engine.getters.getCell({ sheetId, row, col })?.format);
  const command = { sheetId, row, col, content };
  if (!personMay(book, { type: 'UPDATE_CELL', ...command })) return refused('locked');
  const stops =
    book.notes(sheetId).alert.at(row, col).showAlert &&
    book.notes(sheetId).alert.at(row, col).style === 'Stop';
  if (stops && !content.startsWith('=') && !isValueValid(book, sheetId, row, col, typed(content)))
    return refused('invalid');
  return dispatched(book, 'UPDATE_CELL', command);
}

/** Pastes cells from elsewhere: no validation is asked, and the target's own is gone afterwards, as in Excel. */
export function paste(
  book: Book,
  sheetId: string,
  area: Area,
  values: readonly (readonly CellScalar[])[],
): PersonResult {
  const target = {
    ...area,
    bottom: area.top + values.length - 1,
    right: area.left + Math.max(...values.map((row) => row.length)) - 1,
  };
  book.engine.ensure(sheetId, target);
  if (!personMay(book, { type: 'DELETE_CONTENT', sheetId, target: [target] })) return refused('locked');
  book.asPerson(() => {
    values.forEach((line, down) =>
      line.forEach((value, across) => {
        const position = { sheetId, row: area.top + down, col: area.left + across };
        book.model.dispatch('UPDATE_CELL', { ...position, content: engineContent(value, undefined) });
      }),
    );
  });
  clearValidation({ book, sheetId, areas: [target] });
  return done;
}

/** Presses Delete on cells. */
export function empty(book: Book, sheetId: string, area: Area): PersonResult {
  const present = book.engine.present(sheetId, area);
  if (present === null) return done;
  if (!personMay(book, { type: 'DELETE_CONTENT', sheetId, target: [present] })) return refused('locked');
  book.asPerson(() => {
    for (let row = present.top; row <= present.bottom; row++)
      for (let col = present.left; col <= present.right; col++)
        book.model.dispatch('UPDATE_CELL', { sheetId, row, col, content: '' });
  });
  return done;
}

/** Inserts empty rows before a row (0-based). */
export const insertRows = (book: Book, sheetId: string, row: number, count: number): PersonResult =>
  dispatched(book, 'ADD_COLUMNS_ROWS', {
    sheetId,
    sheetName: book.sheetName(sheetId),
    dimension: 'ROW',
    base: row,
    quantity: count,
    position: 'before',
  });

/** Deletes rows (0-based). */
export const deleteRows = (book: Book, sheetId: string, row: number, count: number): PersonResult =>
  dispatched(book, 'REMOVE_COLUMNS_ROWS', {
    sheetId,
    sheetName: book.sheetName(sheetId),
    dimension: 'ROW',
    elements: Array.from({ length: count }, (_, index) => row + index),
  });

/** Sorts the rows of an area by one of its columns (0-based). */
export function sort(
  book: Book,
  sheetId: string,
  area: Area,
  column: number,
  ascending: boolean,
): PersonResult {
  const zone = { ...area };
  const sortDirection = ascending ? 'asc' : 'desc';
  return dispatched(book, 'SORT_CELLS', { sheetId, zone, col: column, row: area.top, sortDirection });
}

export const rename = (book: Book, sheetId: string, newName: string): PersonResult =>
  dispatched(book, 'RENAME_SHEET', { sheetId, oldName: book.sheetName(sheetId), newName });

export const removeSheet = (book: Book, sheetId: string): PersonResult =>
  dispatched(book, 'DELETE_SHEET', { sheetId, sheetName: book.sheetName(sheetId) });

/** Takes the protection off a sheet; a password that is not the sheet's is refused. */
export function unprotect(book: Book, sheetId: string, password: string | null): PersonResult {
  const notes = book.notes(sheetId);
  if (notes.protection === null) return done;
  if (notes.protection.password !== password) return refused('locked');
  notes.lastProtection = notes.protection.options;
  notes.protection = null;
  book.protectionChanged(sheetId, false);
  return done;
}

export const undo = (book: Book): PersonResult => dispatched(book, 'REQUEST_UNDO', {});
export const redo = (book: Book): PersonResult => dispatched(book, 'REQUEST_REDO', {});

/** Protects a sheet without a password, with the permissions it was protected with before, or as Excel proposes. */
export function protect(book: Book, sheetId: string): PersonResult {
  const notes = book.notes(sheetId);
  if (notes.protection !== null) return done;
  notes.protection = { options: notes.lastProtection ?? protectionOptions({}), password: null };
  book.protectionChanged(sheetId, true);
  return done;
}

/** Dispatches as the grid does, so that the seat sees a person; what the engine cannot do is `impossible`. */
function dispatched<T extends CommandTypes, C extends Extract<Command, { type: T }>>(
  book: Book,
  type: T,
  payload: Omit<C, 'type'>,
): PersonResult {
  const { reasons } = book.model.dispatch<T, C>(type, payload);
  const serious = reasons.filter((reason) => !['NoChanges', 'UnchangedSheetName'].includes(reason));
  if (serious.length === 0) return done;
  return refused(serious.includes('SheetLocked' as (typeof serious)[number]) ? 'locked' : 'impossible');
}

/** What Excel makes of typed text, as far as a validation asks: digits are a number. */
function typed(content: string): CellScalar {
  const text = content.replace(/^'/, '');
  return text.trim() !== '' && text === content && Number.isFinite(Number(text)) ? Number(text) : text;
}
