import { parseAddress } from '../../workbook/address';
import type { Area } from '../../workbook/design';

/** The area of `A1:B2` or `A1`; null for anything else. */
export function parseArea(text: string): Area | null {
  const [first = '', last = first] = text.split(':');
  const [from, to] = [parseAddress(first), parseAddress(last)];
  if (from === null || to === null) return null;
  const [row, column] = [Math.min(from.row, to.row), Math.min(from.column, to.column)];
  return {
    row,
    column,
    rows: Math.abs(to.row - from.row) + 1,
    columns: Math.abs(to.column - from.column) + 1,
  };
}

export const holds = (area: Area, row: number, column: number): boolean =>
  row >= area.row &&
  row < area.row + area.rows &&
  column >= area.column &&
  column < area.column + area.columns;

/** The smallest area around an area and a cell. */
export function grown(area: Area, row: number, column: number): Area {
  const [top, left] = [Math.min(area.row, row), Math.min(area.column, column)];
  return {
    row: top,
    column: left,
    rows: Math.max(area.row + area.rows, row + 1) - top,
    columns: Math.max(area.column + area.columns, column + 1) - left,
  };
}
