import { areaAddress, cellAddress, quotedSheet } from '../workbook/address';
import type { Area, CellDesign, LinkDesign, SheetDesign, WorkbookDesign } from '../workbook/design';
import { cellInput } from './cell-content';
import { extentOf, matrixOf } from './cell-matrix';
import { groupedBy, runsOf } from '../workbook/rectangles';

/** Writes everything a sheet says in one 2-D array, and gives its cells the workbook's font. */
export function drawContent(sheet: Excel.Worksheet, design: SheetDesign, font: WorkbookDesign['font']): void {
  const extent = extentOf(design.cells);
  const range = sheet.getRange(areaAddress(extent));
  range.formulas = matrixOf(extent, design.cells, (cell) => cellInput(cell.content));
  range.format.font.name = font.name;
  range.format.font.size = font.size;
  range.format.font.color = `#${font.color}`;
  range.untrack();
}

/** Writes the number formats in one 2-D array over the cells that have one. After the content: `@` would turn formulas into text. */
export function drawNumberFormats(sheet: Excel.Worksheet, cells: readonly CellDesign[]): void {
  const formatted = cells.filter(({ style }) => style.numberFormat !== undefined);
  if (formatted.length === 0) return;
  const area = extentOf(formatted);
  const range = sheet.getRange(areaAddress(area));
  range.numberFormat = matrixOf(area, formatted, ({ style }) => style.numberFormat ?? null);
  range.untrack();
}

/** Merges; areas of one row that stand below each other are merged row by row in one call. */
export function drawMerges(sheet: Excel.Worksheet, merges: readonly Area[]): void {
  const flat = merges.filter(({ rows }) => rows === 1);
  for (const [, sameColumns] of groupedBy(flat, ({ column, columns }) => `${column}:${columns}`)) {
    const { column = 0, columns = 1 } = sameColumns[0] ?? {};
    for (const { first, last } of runsOf(sameColumns.map(({ row }) => row))) {
      merge(sheet, { row: first, column, rows: last - first + 1, columns }, true);
    }
  }
  for (const block of merges) if (block.rows > 1) merge(sheet, block, false);
}

function merge(sheet: Excel.Worksheet, area: Area, rowByRow: boolean): void {
  const range = sheet.getRange(areaAddress(area));
  range.merge(rowByRow);
  range.untrack();
}

/** Links into the workbook. Before the styles: Excel gives a linked cell its own look. */
export function drawLinks(
  sheet: Excel.Worksheet,
  links: readonly LinkDesign[],
  nameOf: (sheet: LinkDesign['to']['sheet']) => string,
): void {
  for (const { row, column, to, tip } of links) {
    const range = sheet.getRange(cellAddress(row, column));
    const documentReference = `${quotedSheet(nameOf(to.sheet))}!${cellAddress(to.row, to.column)}`;
    range.hyperlink = { documentReference, screenTip: tip };
    range.untrack();
  }
}
