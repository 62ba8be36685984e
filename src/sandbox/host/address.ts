import { invalidArgument } from './api-error';
import type { Area } from './area';
import { isEntireColumn, isEntireRow, lastColumn, lastRow, onSheet } from './area';

/** `0` is `A`, `26` is `AA`. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

const columnIndex = (name: string): number =>
  [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** `A1`, `A1:B2`, `A:C` or `1:3`, without sheet and dollars. */
export function addressOf(area: Area): string {
  if (isEntireColumn(area)) return `${columnName(area.left)}:${columnName(area.right)}`;
  if (isEntireRow(area)) return `${area.top + 1}:${area.bottom + 1}`;
  const first = `${columnName(area.left)}${area.top + 1}`;
  const last = `${columnName(area.right)}${area.bottom + 1}`;
  return first === last ? first : `${first}:${last}`;
}

/** A sheet's name as it stands before `!`. */
export const quotedSheet = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;

/** Reads an A1 address, maybe with a sheet before it; InvalidArgument where it is none. */
export function parseAddress(text: string): { readonly sheet: string | null; readonly area: Area } {
  const parts = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(.+)$/.exec(text.trim().replace(/^=/, ''));
  const area = parseArea(parts?.[3] ?? '');
  if (area === null) throw invalidArgument();
  const sheet = parts?.[1]?.replaceAll("''", "'") ?? parts?.[2] ?? null;
  return { sheet, area: onSheet(area) };
}

function parseArea(text: string): Area | null {
  const cells = /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/i.exec(text.replaceAll('$', ''));
  if (cells) {
    const [, left = '', top = '', right = left, bottom = top] = cells;
    return between(Number(top) - 1, columnIndex(left), Number(bottom) - 1, columnIndex(right));
  }
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(text.replaceAll('$', ''));
  if (columns) return between(0, columnIndex(columns[1] ?? ''), lastRow, columnIndex(columns[2] ?? ''));
  const rows = /^(\d+):(\d+)$/.exec(text.replaceAll('$', ''));
  if (rows) return between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, lastColumn);
  return null;
}

const between = (rowA: number, columnA: number, rowB: number, columnB: number): Area => ({
  top: Math.min(rowA, rowB),
  left: Math.min(columnA, columnB),
  bottom: Math.max(rowA, rowB),
  right: Math.max(columnA, columnB),
});
