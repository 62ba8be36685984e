import type { CellDesign, WorkbookDesign } from '../../src/workbook/design';

/**
 * What a first attempt would write: the same sheets, a call for every property of every cell, a sync a sheet. Without
 * widths, rules, charts and protection, so what it needs is a lower bound.
 */
export async function insertCellByCell(context: Excel.RequestContext, design: WorkbookDesign): Promise<void> {
  for (const { name, cells } of design.sheets) {
    const sheet = context.workbook.worksheets.add(name);
    for (const cell of cells) writeCell(sheet.getCell(cell.row, cell.column), cell);
    await context.sync();
  }
}

function writeCell(range: Excel.Range, { content, style }: CellDesign): void {
  if (content !== null) range.formulas = [[typeof content === 'object' ? content.formula : content]];
  const { format } = range;
  if (style.numberFormat !== undefined) range.numberFormat = [[style.numberFormat]];
  if (style.bold) format.font.bold = true;
  if (style.italic) format.font.italic = true;
  if (style.size !== undefined) format.font.size = style.size;
  if (style.color !== undefined) format.font.color = `#${style.color}`;
  if (style.fill !== undefined) format.fill.color = `#${style.fill}`;
  if (style.wrap) format.wrapText = true;
  if (style.vertical !== undefined) format.verticalAlignment = style.vertical === 'top' ? 'Top' : 'Center';
  if (style.horizontal === 'center') format.horizontalAlignment = 'Center';
}
