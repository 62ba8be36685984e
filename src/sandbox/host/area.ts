import { invalidArgument } from './api-error';

/** A rectangle of cells, 0-based, both ends included (the same shape as o-spreadsheet's `Zone`). */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const lastRow = 1_048_575;
export const lastColumn = 16_383;
export const wholeSheet: Area = { top: 0, left: 0, bottom: lastRow, right: lastColumn };

export const rowCount = (area: Area): number => area.bottom - area.top + 1;
export const columnCount = (area: Area): number => area.right - area.left + 1;
export const isEntireColumn = (area: Area): boolean => area.top === 0 && area.bottom === lastRow;
export const isEntireRow = (area: Area): boolean => area.left === 0 && area.right === lastColumn;
export const sameArea = (a: Area, b: Area): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
export const contains = (outer: Area, inner: Area): boolean =>
  outer.top <= inner.top &&
  outer.left <= inner.left &&
  outer.bottom >= inner.bottom &&
  outer.right >= inner.right;
export const hasCell = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

/** What two areas share, or nothing. */
export function intersection(a: Area, b: Area): Area | null {
  const shared = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return shared.top <= shared.bottom && shared.left <= shared.right ? shared : null;
}

/** The smallest area around both. */
export const bounding = (a: Area, b: Area): Area => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

/** The area itself when it lies on a sheet, otherwise InvalidArgument as in Excel. */
export function onSheet(area: Area): Area {
  const inside = area.top >= 0 && area.left >= 0 && area.bottom <= lastRow && area.right <= lastColumn;
  if (!inside || area.top > area.bottom || area.left > area.right) throw invalidArgument();
  return area;
}

/**
 * Where an area is after rows (or columns) were inserted before `at` (`count` > 0) or deleted from `at` on (`count` < 0);
 * nothing when all of it was deleted.
 */
export function shifted(area: Area, dimension: 'ROW' | 'COL', at: number, count: number): Area | null {
  const [from, to, last] =
    dimension === 'ROW' ? [area.top, area.bottom, lastRow] : [area.left, area.right, lastColumn];
  if (from === 0 && to === last) return area;
  const start = count > 0 ? (from >= at ? from + count : from) : movedStart(from, at, -count);
  const end = count > 0 ? (to >= at ? to + count : to) : movedEnd(to, at, -count);
  if (end < start) return null;
  return dimension === 'ROW'
    ? { ...area, top: start, bottom: Math.min(end, last) }
    : { ...area, left: start, right: Math.min(end, last) };
}

const movedStart = (from: number, at: number, gone: number): number =>
  from < at ? from : Math.max(at, from - gone);
const movedEnd = (to: number, at: number, gone: number): number =>
  to < at ? to : Math.max(at - 1, to - gone);
