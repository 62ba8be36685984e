import { accessDenied } from './api-error';
import type { Area } from './area';
import { intersection } from './area';
import type { CellSet } from './cell-set';

/** Merges each area into one cell, or (`across`) each of its rows; only the first content stays, as in Excel. */
export function mergeCells(cells: CellSet, across: boolean): null {
  const target = cells.areas.flatMap((area) => (across ? rowsOf(area) : [area]));
  unprotected(cells);
  for (const area of target) cells.book.engine.ensure(cells.sheetId, area);
  cells.book.engine.dispatch('ADD_MERGE', { sheetId: cells.sheetId, target: [...target], force: true });
  return null;
}

/** Parts every merged area that the cells touch. */
export function unmergeCells(cells: CellSet): null {
  unprotected(cells);
  const target = mergedAreas(cells);
  if (target.length > 0) cells.book.engine.dispatch('REMOVE_MERGE', { sheetId: cells.sheetId, target });
  return null;
}

/** The merged areas that the cells touch. */
export function mergedAreas(cells: CellSet): Area[] {
  return cells.book.engine.getters
    .getMerges(cells.sheetId)
    .map(({ top, left, bottom, right }) => ({ top, left, bottom, right }))
    .filter((merge) => cells.areas.some((area) => intersection(area, merge) !== null));
}

function rowsOf(area: Area): Area[] {
  return Array.from({ length: area.bottom - area.top + 1 }, (_, index) => ({
    ...area,
    top: area.top + index,
    bottom: area.top + index,
  }));
}

function unprotected(cells: CellSet): void {
  if (cells.book.notes(cells.sheetId).protection !== null) throw accessDenied();
}
