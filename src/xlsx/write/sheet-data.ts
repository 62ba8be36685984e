import type { CellDesign, SheetDesign } from '../../workbook/design';
import { cellAddress } from '../../workbook/address';
import type { SharedStrings } from './shared-strings';
import type { StyleTable } from './style-table';
import { element, text, xString } from './xml';

/** The result a formula had when the file was written; undefined where it is not known. */
export type CachedValue = string | number | boolean | undefined;

const LONGEST_FORMULA = 8_192;

/** All rows of a sheet that hold a cell or a height (ISO/IEC 29500-1 18.3.1.80). */
export function sheetData(
  sheet: SheetDesign,
  styles: StyleTable,
  strings: SharedStrings,
  cached: (row: number, column: number) => CachedValue,
): string {
  const heights = new Map(sheet.rowHeights.map(({ row, points }) => [row, points]));
  const cells = byRow(sheet.cells);
  const numbers = [...new Set([...heights.keys(), ...cells.keys()])].sort((a, b) => a - b);
  const rows = numbers.map((row) => {
    const height = heights.get(row);
    const attributes = { r: row + 1, ht: height, customHeight: height === undefined ? undefined : true };
    const inOrder = (cells.get(row) ?? []).toSorted((a, b) => a.column - b.column);
    return element('row', attributes, ...inOrder.map((cell) => cellXml(cell, styles, strings, cached)));
  });
  return element('sheetData', {}, ...rows);
}

function byRow(cells: readonly CellDesign[]): ReadonlyMap<number, readonly CellDesign[]> {
  const rows = new Map<number, CellDesign[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return rows;
}

function cellXml(
  cell: CellDesign,
  styles: StyleTable,
  strings: SharedStrings,
  cached: (row: number, column: number) => CachedValue,
): string {
  const { row, column, content, style } = cell;
  const r = cellAddress(row, column);
  const s = styles.index(style) || undefined;
  if (content === null || content === '') return element('c', { r, s });
  if (typeof content === 'string') {
    return element('c', { r, s, t: 's' }, element('v', {}, String(strings.index(content))));
  }
  if (typeof content !== 'object') return element('c', { r, s, t: typeOf(content) }, valueXml(content, r));
  const formula = element('f', {}, text(xString(formulaText(content.formula, r))));
  const result = cached(row, column);
  if (result === undefined) return element('c', { r, s }, formula);
  return element('c', { r, s, t: typeOf(result) }, formula, valueXml(result, r));
}

/** A formula as the file stores it: without the leading equals sign. */
export function formulaText(formula: string, place: string): string {
  if (!formula.startsWith('=')) throw new Error(`The formula at ${place} does not start with =`);
  if (formula.length > LONGEST_FORMULA) throw new Error(`The formula at ${place} is too long for Excel`);
  return formula.slice(1);
}

function typeOf(value: string | number | boolean): 'str' | 'b' | undefined {
  if (typeof value === 'string') return 'str';
  return typeof value === 'boolean' ? 'b' : undefined;
}

function valueXml(value: string | number | boolean, place: string): string {
  if (typeof value === 'string') return element('v', {}, text(xString(value)));
  if (typeof value === 'boolean') return element('v', {}, value ? '1' : '0');
  if (!Number.isFinite(value)) throw new Error(`The number at ${place} is not finite`);
  return element('v', {}, String(value));
}
