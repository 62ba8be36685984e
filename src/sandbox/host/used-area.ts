import type { Area } from './area';
import { bounding, hasCell } from './area';
import type { Book } from './book';

/** The smallest area around all cells inside `within` that hold something: content, or (unless `valuesOnly`) a look. */
export function usedArea(book: Book, sheetId: string, within: Area, valuesOnly: boolean): Area | null {
  if (!valuesOnly) book.engine.dry();
  const { getters } = book.engine;
  let used: Area | null = null;
  for (const cell of getters.getCells(sheetId)) {
    const filled = cell.isFormula || cell.content !== '';
    if (!filled && (valuesOnly || (cell.style === undefined && cell.format === undefined))) continue;
    const { row, col } = getters.getCellPosition(cell.id);
    if (!hasCell(within, row, col)) continue;
    const area = { top: row, bottom: row, left: col, right: col };
    used = used === null ? area : bounding(used, area);
  }
  return used;
}
