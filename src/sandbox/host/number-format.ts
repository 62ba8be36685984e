import type { Area } from './area';
import type { Book } from './book';
import { asMatrix, readCells } from './cells';
import { invalidArgument } from './api-error';
import { rectanglesOf } from './rectangles';
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
  const cellFormat = (row: number, column: number): unknown =>
    at(row - area.top, column - area.left) ?? undefined;
  book.engine.ensure(sheetId, area);
  for (const { area: part, value } of Array.isArray(given)
    ? rectanglesOf(area, cellFormat)
    : [{ area, value: given }]) {
    if (typeof value !== 'string') throw invalidArgument();
    const format = engineFormat(book, value);
    notes.numberFormat.set(part, { excel: value, engine: format });
    const present = book.engine.present(sheetId, part);
    if (present !== null) book.engine.paint(sheetId, present, { format });
  }
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
