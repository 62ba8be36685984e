import type { CellDesign, ConditionalFormat, Validation } from '../workbook/design';
import { cellAddress } from '../workbook/address';
import { cellInput } from './cell-content';
import { drawConditionalFormats, drawValidations } from './draw-rules';
import { drawStyles } from './draw-styles';
import { cellsInRow, currentColumns } from './formula-survey';
import type { MissingRow } from './missing-rows';
import type { Relocate } from './moved-references';
import type { Survey, SurveyedSheet } from './survey-workbook';

/** Draws the row of an item whose row was deleted, in a free row of the Assessment sheet, with everything it was inserted with but its answer. */
export function drawMissingRow(
  { map, designMap, design: workbook }: Survey,
  { sheet, design, block }: SurveyedSheet,
  { designedRow, row }: MissingRow,
  relocate: Relocate,
): void {
  const header = map.spot('pointer.id');
  const designed = designMap.spot('pointer.id');
  if (row === null || header === null || designed === null) return;
  const columns = currentColumns({ design, block }, designed.row, header.row);
  const moved = (column: number) => columns.get(column);
  const cells = cellsInRow(design, designedRow).flatMap((cell): CellDesign[] => {
    const column = moved(cell.column);
    const content = column === undefined ? null : contentAt(cell, design.name, designedRow, row, relocate);
    return column === undefined ? [] : [{ ...cell, row, column, content }];
  });
  for (const cell of cells) {
    const input = cellInput(cell.content);
    if (input === null) continue;
    const range = sheet.getRange(cellAddress(cell.row, cell.column));
    range.formulas = [[input]];
    range.untrack();
  }
  drawRowFormats(sheet, cells, row);
  drawStyles(sheet, cells, workbook.lineColor);
  const height = design.rowHeights.find((entry) => entry.row === designedRow)?.points;
  if (height !== undefined) sheet.getRange(`${row + 1}:${row + 1}`).format.rowHeight = height;
  drawValidations(sheet, rulesAt(design.validations, designedRow, row, moved));
  const formats = rulesAt(design.conditionalFormats, designedRow, row, moved);
  drawConditionalFormats(sheet, relocated(formats, design.name, relocate));
}

/** Answers are the user's to give again: an unlocked cell stays empty. */
function contentAt(
  { content, style }: CellDesign,
  sheet: string,
  from: number,
  to: number,
  relocate: Relocate,
): CellDesign['content'] {
  if (style.unlocked) return null;
  if (content === null || typeof content !== 'object') return content;
  const formula = relocate(sheet, content.formula, from, to);
  return formula === null ? null : { formula };
}

function drawRowFormats(sheet: Excel.Worksheet, cells: readonly CellDesign[], row: number): void {
  for (const { column, style } of cells) {
    if (style.numberFormat === undefined) continue;
    const range = sheet.getRange(cellAddress(row, column));
    range.numberFormat = [[style.numberFormat]];
    range.untrack();
  }
}

/** The rules that cover a designed row, for one cell of the new row each. */
function rulesAt<R extends Validation | ConditionalFormat>(
  rules: readonly R[],
  designedRow: number,
  row: number,
  moved: (column: number) => number | undefined,
): readonly (R & { readonly areaRow: number })[] {
  return rules.flatMap((rule) => {
    const { area } = rule;
    const covers = designedRow >= area.row && designedRow < area.row + area.rows;
    const column = moved(area.column);
    if (!covers || column === undefined) return [];
    return [{ ...rule, areaRow: area.row, area: { row, column, rows: 1, columns: area.columns } }];
  });
}

function relocated(
  formats: readonly (ConditionalFormat & { readonly areaRow: number })[],
  sheet: string,
  relocate: Relocate,
): readonly ConditionalFormat[] {
  return formats.flatMap(({ areaRow, ...format }) => {
    const formula = relocate(sheet, format.formula, areaRow, format.area.row);
    return formula === null ? [] : [{ ...format, formula }];
  });
}
