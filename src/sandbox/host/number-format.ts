import type { Area } from './area';
import type { Book } from './book';
import { asMatrix, readCells } from './cells';
import { invalidArgument } from './api-error';
import { mayDo } from './protection';

/** A number format of Excel as the engine takes it: `General` is none, and so is one it cannot draw. */
function engineFormat(book: Book, excel: string): string {
  if (excel === 'General') return '';
  const { helpers } = book.library;
  try {
    for (const sample of [-1.5, 0, 12345.678])
      helpers.formatValue(sample, { format: excel, locale: book.locale });
    return excel;
  } catch (refused) {
    if (refused instanceof Error) return '';
    throw refused;
  }
}

/** Sets number formats: one text for all cells, or a matrix of the area's shape. */
export function setNumberFormat(book: Book, sheetId: string, area: Area, given: unknown): void {
  const notes = book.notes(sheetId);
  mayDo(notes, 'allowFormatCells');
  const at = asMatrix(area, given);
  book.engine.ensure(sheetId, area);
  for (const [part, value] of Array.isArray(given) ? uniformRows(area, at) : [[area, given] as const]) {
    if (value === null) continue;
    if (typeof value !== 'string') throw invalidArgument();
    const format = engineFormat(book, value);
    notes.numberFormat.set(part, { excel: value, engine: format });
    const present = book.engine.present(sheetId, part);
    if (present !== null) book.engine.dispatch('SET_FORMATTING', { sheetId, target: [present], format });
  }
}

/** The same format along a row is set once. */
function uniformRows(area: Area, at: (row: number, column: number) => unknown): (readonly [Area, unknown])[] {
  const parts: [Area, unknown][] = [];
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) {
      const value = at(row - area.top, column - area.left);
      const last = parts.at(-1);
      if (last !== undefined && last[1] === value && last[0].top === row)
        last[0] = { ...last[0], right: column };
      else parts.push([{ top: row, bottom: row, left: column, right: column }, value]);
    }
  return parts;
}

/** Formats as they were written, unless a person gave the cell another one since. */
export function numberFormats(book: Book, sheetId: string, area: Area): string[][] | null {
  const notes = book.notes(sheetId);
  return readCells(area, (row, column) => {
    const engine = book.engine.getters.getCell({ sheetId, row, col: column })?.format ?? '';
    const written = notes.numberFormat.at(row, column);
    return written?.engine === engine ? written.excel : engine === '' ? 'General' : engine;
  });
}
