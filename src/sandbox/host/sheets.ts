import { accessDenied, invalidArgument, invalidOperation } from './api-error';
import type { Book } from './book';

/** Rows of a new sheet: room for every range that a formula of ours names, for the engine lengthens what growth reaches into. */
const ROWS = 320;

/** Adds a sheet at the end and gives its id. Without a name it is the next free `Sheet…`. */
export function addSheet(book: Book, name: string | null): string {
  const { engine } = book;
  const sheetId = `{${engine.model.uuidGenerator.uuidv4().toUpperCase()}}`;
  engine.dispatch('CREATE_SHEET', {
    sheetId,
    name: name === null ? freeName(book) : book.freeSheetName(name),
    position: book.sheetIds.length,
    rows: ROWS,
  });
  return sheetId;
}

function freeName(book: Book): string {
  let number = book.sheetIds.length + 1;
  while (book.findSheet(`Sheet${number}`) !== null) number++;
  return `Sheet${number}`;
}

export function renameSheet(book: Book, sheetId: string, given: unknown): void {
  const oldName = book.sheetName(sheetId);
  const newName = book.freeSheetName(String(given), sheetId);
  if (newName !== oldName) book.engine.dispatch('RENAME_SHEET', { sheetId, oldName, newName });
}

export function moveSheet(book: Book, sheetId: string, given: unknown): void {
  const ids = book.sheetIds;
  const position = Number(given);
  if (!Number.isInteger(position) || position < 0 || position >= ids.length) throw invalidArgument();
  const from = ids.indexOf(sheetId);
  const passed = position > from ? ids.slice(from + 1, position + 1) : ids.slice(position, from);
  // The engine counts the sheets that can be seen.
  const delta =
    Math.sign(position - from) * passed.filter((id) => book.engine.getters.isSheetVisible(id)).length;
  if (delta !== 0) book.engine.dispatch('MOVE_SHEET', { sheetId, delta });
}

/** Deletes a sheet; the last visible one cannot go. */
export function deleteSheet(book: Book, sheetId: string): void {
  const { engine } = book;
  if (visibleCount(book) === 1 && engine.getters.isSheetVisible(sheetId)) throw invalidOperation();
  if (book.notes(sheetId).veryHidden) throw accessDenied();
  engine.dispatch('DELETE_SHEET', { sheetId, sheetName: book.sheetName(sheetId) });
}

export function sheetVisibility(book: Book, sheetId: string): string {
  if (book.engine.getters.isSheetVisible(sheetId)) return 'Visible';
  return book.notes(sheetId).veryHidden ? 'VeryHidden' : 'Hidden';
}

/** Shows or hides a sheet; one sheet always stays visible. */
export function setSheetVisibility(book: Book, sheetId: string, given: unknown): void {
  if (given !== 'Visible' && given !== 'Hidden' && given !== 'VeryHidden') throw invalidArgument();
  const { engine } = book;
  const visible = engine.getters.isSheetVisible(sheetId);
  if (visible && given !== 'Visible') {
    if (visibleCount(book) === 1) throw invalidOperation();
    engine.dispatch('HIDE_SHEET', { sheetId });
  }
  if (!visible && given === 'Visible') engine.dispatch('SHOW_SHEET', { sheetId });
  book.notes(sheetId).veryHidden = given === 'VeryHidden';
}

const visibleCount = (book: Book): number => book.engine.getters.getVisibleSheetIds().length;
