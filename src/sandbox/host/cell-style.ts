import type { Style } from '@odoo/o-spreadsheet';
import type { AreaRules } from './area-rules';
import type { CellSet } from './cell-set';
import { uniformOver } from './cell-set';
import { mayDo } from './protection';
import type { SheetNotes } from './sheet-notes';

/** Gives all cells a style the engine can draw. Whole rows and columns get it as far as the grid goes. */
export function setStyle(cells: CellSet, style: Style): void {
  const { book, sheetId } = cells;
  mayDo(book.notes(sheetId), 'allowFormatCells');
  for (const area of cells.areas) {
    book.engine.ensure(sheetId, area);
    const present = book.engine.present(sheetId, area);
    if (present !== null) book.engine.paint(sheetId, present, { style });
  }
}

/** One property of the engine's style, if all cells agree on it. */
export function styleOf<K extends keyof Style>(
  cells: CellSet,
  property: K,
  blank: NonNullable<Style[K]>,
): Style[K] | null {
  const { getters } = cells.book.engine;
  return uniformOver<Style[K]>(
    cells,
    blank,
    (position) => getters.getCell(position)?.style?.[property] ?? blank,
  );
}

type RulesOf<T> = (notes: SheetNotes) => AreaRules<T>;

/** Sets a property of cells that the engine cannot hold. */
export function setNote<T>(cells: CellSet, rulesOf: RulesOf<T>, value: T): void {
  const notes = cells.book.notes(cells.sheetId);
  mayDo(notes, 'allowFormatCells');
  for (const area of cells.areas) rulesOf(notes).set(area, value);
}

/** A property the engine cannot hold, if all cells agree on it. */
export function noteOf<T>(cells: CellSet, rulesOf: RulesOf<T>): T | null {
  const notes = cells.book.notes(cells.sheetId);
  const [first, ...rest] = cells.areas.map((area) => rulesOf(notes).uniform(area));
  return first !== undefined && rest.every((value) => value === first) ? first : null;
}
