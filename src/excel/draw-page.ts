import { areaAddress } from '../workbook/address';
import type { PrintDesign, SheetDesign } from '../workbook/design';
import { rowsAddress } from './range-address';

/** Tab, grid lines, frozen panes, filter and paper of a sheet (ExcelApi 1.9). */
export function drawPage(sheet: Excel.Worksheet, design: SheetDesign): void {
  sheet.showGridlines = false;
  if (design.tabColor !== undefined) sheet.tabColor = `#${design.tabColor}`;
  drawFrozen(sheet, design.frozen);
  if (design.autoFilter) sheet.autoFilter.apply(areaAddress(design.autoFilter));
  drawPrint(sheet.pageLayout, design.print);
}

function drawFrozen(sheet: Excel.Worksheet, frozen: SheetDesign['frozen']): void {
  const { rows, columns } = frozen ?? { rows: 0, columns: 0 };
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(areaAddress({ row: 0, column: 0, rows, columns }));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

function drawPrint(page: Excel.PageLayout, print: PrintDesign): void {
  page.orientation = print.landscape ? 'Landscape' : 'Portrait';
  page.centerHorizontally = true;
  page.zoom = { horizontalFitToPages: 1, ...(print.onePage ? { verticalFitToPages: 1 } : {}) };
  if (print.area) page.setPrintArea(areaAddress(print.area));
  if (print.titleRows) page.setPrintTitleRows(rowsAddress(print.titleRows.first, print.titleRows.last));
  const footer = footerParts(print.footer);
  const texts = page.headersFooters.defaultForAllPages;
  if (footer.left !== '') texts.leftFooter = footer.left;
  if (footer.center !== '') texts.centerFooter = footer.center;
  if (footer.right !== '') texts.rightFooter = footer.right;
}

/** Splits a footer at its section codes `&L`, `&C`, `&R` (ECMA-376 Part 1, 18.3.1.46); text before any code is centred. */
export function footerParts(footer: string): {
  readonly left: string;
  readonly center: string;
  readonly right: string;
} {
  const parts = { L: '', C: '', R: '' };
  let section: keyof typeof parts = 'C';
  for (const [token] of footer.matchAll(/&&|&[LCR]|[^&]+|&/g)) {
    if (token === '&L' || token === '&C' || token === '&R') section = token.charAt(1) as keyof typeof parts;
    else parts[section] += token;
  }
  return { left: parts.L, center: parts.C, right: parts.R };
}
