import { areaAddress } from '../workbook/address';
import type { CellDesign, CellStyle, ColumnDesign, SheetDesign } from '../workbook/design';
import { extentOf, matrixOf } from './cell-matrix';
import { columnsAddress } from './range-address';
import { runsOf } from '../workbook/rectangles';

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center' } as const;

/**
 * Gives every cell its look in one call (`setCellProperties`, ExcelApi 1.9; Excel on the web takes 80,000 cells, office-js
 * issue 2564). Cells without a style are left as they are.
 */
export function drawStyles(sheet: Excel.Worksheet, cells: readonly CellDesign[], lineColor: string): void {
  const styled = cells.filter(({ style }) => Object.keys(style).length > 0);
  if (styled.length === 0) return;
  const extent = extentOf(styled);
  const range = sheet.getRange(areaAddress(extent));
  const properties = matrixOf(extent, styled, ({ style }) => propertiesOf(style, lineColor));
  range.setCellProperties(properties.map((row) => row.map((cell) => cell ?? {})));
  range.untrack();
}

/** A style of the design as cell properties; number formats go another way (`drawNumberFormats`). */
function propertiesOf(style: CellStyle, lineColor: string): Excel.SettableCellProperties {
  const font = fontOf(style);
  const format: Excel.CellPropertiesFormat = {
    ...(Object.keys(font).length > 0 && { font }),
    ...(style.fill !== undefined && { fill: { color: `#${style.fill}` } }),
    ...(style.border !== undefined && { borders: bordersOf(style.border, lineColor) }),
    ...(style.horizontal !== undefined && { horizontalAlignment: HORIZONTAL[style.horizontal] }),
    ...(style.vertical !== undefined && { verticalAlignment: VERTICAL[style.vertical] }),
    ...(style.wrap && { wrapText: true }),
    ...(style.indent !== undefined && { indentLevel: style.indent }),
    ...(style.unlocked && { protection: { locked: false } }),
  };
  return Object.keys(format).length > 0 ? { format } : {};
}

const fontOf = ({ bold, italic, underline, size, color }: CellStyle): Excel.CellPropertiesFont => ({
  ...(bold && { bold }),
  ...(italic && { italic }),
  ...(underline && { underline: 'Single' }),
  ...(size !== undefined && { size }),
  ...(color !== undefined && { color: `#${color}` }),
});

function bordersOf(border: NonNullable<CellStyle['border']>, lineColor: string): Excel.CellBorderCollection {
  const line: Excel.CellBorder = { style: 'Continuous', color: `#${lineColor}` };
  return border === 'bottom' ? { bottom: line } : { top: line, bottom: line, left: line, right: line };
}

/** Sets all column widths in one call and all row heights in another (ExcelApi 1.9). */
export function drawSizes(sheet: Excel.Worksheet, { columns, rowHeights }: SheetDesign): void {
  if (columns.length > 0) {
    const range = sheet.getRange(areaAddress({ row: 0, column: 0, rows: 1, columns: columns.length }));
    range.setColumnProperties(
      columns.map(({ width }) => ({ format: { columnWidth: pointsOfWidth(width) } })),
    );
    range.untrack();
  }
  if (rowHeights.length > 0) {
    const heights = new Map(rowHeights.map(({ row, points }) => [row, points]));
    const rows = Math.max(...heights.keys()) + 1;
    const range = sheet.getRange(areaAddress({ row: 0, column: 0, rows, columns: 1 }));
    range.setRowProperties(Array.from({ length: rows }, (_, row) => heightOf(heights.get(row))));
    range.untrack();
  }
}

const heightOf = (points: number | undefined): Excel.SettableRowProperties =>
  points === undefined ? {} : { format: { rowHeight: points } };

/**
 * Points of a column width in characters. ECMA-376 Part 1, 18.3.1.13: pixels = trunc((256 * width + trunc(128 / d)) / 256 * d)
 * with d, the widest digit of the default font, 7 pixels (Calibri 11 at 96 dpi); a pixel is 0.75 points.
 */
export const pointsOfWidth = (width: number): number =>
  Math.trunc(((256 * width + Math.trunc(128 / 7)) / 256) * 7) * 0.75;

/** Puts helper columns behind a collapsed outline group where Excel can (ExcelApi 1.10), and hides them elsewhere. */
export function drawHelperColumns(
  sheet: Excel.Worksheet,
  columns: readonly ColumnDesign[],
  canGroup: boolean,
): void {
  const helpers = columns.flatMap((column, i) => (column.grouped ? [i] : []));
  for (const { first, last } of runsOf(helpers)) {
    const range = sheet.getRange(columnsAddress(first, last));
    if (canGroup) range.group('ByColumns');
    else range.columnHidden = true;
    range.untrack();
  }
  // Level 1 of the columns is "all groups closed"; 0 leaves the rows as they are.
  if (canGroup && helpers.length > 0) sheet.showOutlineLevels(0, 1);
}
