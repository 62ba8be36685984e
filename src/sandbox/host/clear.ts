import { invalidArgument } from './api-error';
import type { CellSet } from './cell-set';
import { mayDo, mayWrite } from './protection';

/** Clears contents, formats or both (`Contents`, `Formats`, `All`; also `Hyperlinks`), as `range.clear` does. */
export function clearCells(cells: CellSet, applyTo: unknown = 'All'): null {
  const { book, sheetId } = cells;
  const kind = applyTo ?? 'All';
  if (kind !== 'All' && kind !== 'Contents' && kind !== 'Formats' && kind !== 'Hyperlinks')
    throw invalidArgument();
  if (kind === 'All' || kind === 'Contents') clearContents(cells);
  if (kind === 'All' || kind === 'Formats') clearFormats(cells);
  if (kind !== 'Contents') for (const area of cells.areas) book.notes(sheetId).hyperlink.set(area, null);
  return null;
}

function clearContents({ book, sheetId, areas }: CellSet): void {
  for (const area of areas) mayWrite(book.notes(sheetId), area);
  const { engine } = book;
  for (const area of areas) {
    const present = engine.present(sheetId, area);
    if (present === null) continue;
    for (let row = present.top; row <= present.bottom; row++)
      for (let col = present.left; col <= present.right; col++) {
        const cell = engine.getters.getCell({ sheetId, row, col });
        if (cell !== undefined && (cell.isFormula || cell.content !== ''))
          engine.dispatch('UPDATE_CELL', { sheetId, row, col, content: '' });
      }
    book.rangeChanged(sheetId, area, 'RangeEdited');
  }
}

function clearFormats({ book, sheetId, areas }: CellSet): void {
  const notes = book.notes(sheetId);
  mayDo(notes, 'allowFormatCells');
  for (const area of areas) {
    const present = book.engine.present(sheetId, area);
    if (present !== null) book.engine.dispatch('CLEAR_FORMATTING', { sheetId, target: [present] });
    notes.numberFormat.set(area, null);
    notes.fontName.set(area, 'Calibri');
    notes.underline.set(area, 'None');
    notes.indent.set(area, 0);
    notes.horizontal.set(area, 'General');
  }
}
