import { cellAddress } from '../workbook/address';
import type { GoneCells } from '../workbook/check/compared';
import { movedFormula } from '../workbook/check/moved-formula';
import type { CellDesign, ConditionalFormat } from '../workbook/design';
import { cellInput } from './cell-content';
import { drawMerges } from './draw-content';
import { drawConditionalFormats } from './draw-rules';
import { drawStyles } from './draw-styles';
import type { MissingRow } from './missing-rows';
import { columnsAddress, rowsAddress } from './range-address';
import type { Survey, SurveyedSheet } from './survey-workbook';
import { untracked } from './untracked';

/**
 * Inserts the rows (or the columns) of a sheet that are gone where they were, with their texts and looks. Formulas, rules
 * and locks follow when the sheet is compared again: by then everything has its place.
 */
export function putBack(survey: Survey, surveyed: SurveyedSheet, gone: readonly GoneCells[]): void {
  const { sheet, design, id } = surveyed;
  const placement = survey.comparison?.placements.get(id);
  const axis = gone[0]?.axis;
  if (!placement || axis === undefined) return;
  const lines = gone.map(({ designed }) => designed).sort((a, b) => a - b);
  const added = lines.map((designed, i) => ({ designed, at: placeFor(placement[axis], designed) + i }));
  for (const { at } of added) {
    const address = axis === 'rows' ? rowsAddress(at, at) : columnsAddress(at, at);
    untracked(sheet.getRange(address)).insert(axis === 'rows' ? 'Down' : 'Right');
  }
  const moved = new Map(added.map(({ designed, at }) => [designed, at]));
  const shifted = (place: number | null | undefined, base: readonly { readonly at: number }[]) =>
    typeof place === 'number' ? base.reduce((now, { at }) => (at <= now ? now + 1 : now), place) : undefined;
  const rowOf = (row: number) =>
    axis === 'rows'
      ? (moved.get(row) ?? shifted(placement.rows[row], added))
      : (placement.rows[row] ?? undefined);
  const columnOf = (column: number) =>
    axis === 'columns'
      ? (moved.get(column) ?? shifted(placement.columns[column], added))
      : (placement.columns[column] ?? undefined);
  const isNew = ({ row, column }: { readonly row: number; readonly column: number }) =>
    moved.has(axis === 'rows' ? row : column);
  const cells = design.cells.filter(isNew).flatMap((cell): CellDesign[] => {
    const [row, column] = [rowOf(cell.row), columnOf(cell.column)];
    return row === undefined || column === undefined ? [] : [{ ...cell, row, column }];
  });
  drawCells(survey, sheet, cells);
  if (axis === 'columns') return;
  for (const { designed, at } of added) {
    const height = design.rowHeights.find(({ row }) => row === designed)?.points;
    if (height !== undefined) sheet.getRange(rowsAddress(at, at)).format.rowHeight = height;
  }
  drawMerges(
    sheet,
    design.merges
      .filter(({ row, rows }) => rows === 1 && moved.has(row))
      .flatMap((area) => {
        const [row, column] = [rowOf(area.row), columnOf(area.column)];
        return row === undefined || column === undefined ? [] : [{ ...area, row, column }];
      }),
  );
}

/** Behind the nearest line before it that is there; in front of everything where there is none. */
function placeFor(places: readonly (number | null)[], designed: number): number {
  const before = places.slice(0, designed).findLast((place) => place !== null);
  return typeof before === 'number' ? before + 1 : 0;
}

/** Draws the row of an item in a free row of the Assessment sheet, with everything it was inserted with but its answer. */
export function drawItemRow(survey: Survey, surveyed: SurveyedSheet, { designedRow, row }: MissingRow): void {
  const { sheet, design } = surveyed;
  const comparison = survey.comparison;
  const columns = comparison?.placements.get('assessment')?.columns;
  if (!comparison || !columns) return;
  const cells = design.cells
    .filter((cell) => cell.row === designedRow)
    .flatMap((cell): CellDesign[] => {
      const column = columns[cell.column];
      return typeof column === 'number' ? [{ ...cell, row, column }] : [];
    });
  drawCells(survey, sheet, cells);
  const height = design.rowHeights.find((entry) => entry.row === designedRow)?.points;
  if (height !== undefined) sheet.getRange(rowsAddress(row, row)).format.rowHeight = height;
  const formats = design.conditionalFormats.flatMap((format): ConditionalFormat[] => {
    const { area } = format;
    const column = columns[area.column];
    const covers = designedRow >= area.row && designedRow < area.row + area.rows;
    const place = { sheet: design.name, designedRow: area.row, row };
    const formula = movedFormula(format.formula, place, comparison.sheets);
    return covers && typeof column === 'number' && formula !== null
      ? [{ ...format, formula, area: { row, column, rows: 1, columns: area.columns } }]
      : [];
  });
  drawConditionalFormats(sheet, formats);
}

/** Texts and looks. An answer is the user's to give: an unlocked cell stays empty. */
function drawCells({ design }: Survey, sheet: Excel.Worksheet, cells: readonly CellDesign[]): void {
  for (const { row, column, content, style } of cells) {
    const range = untracked(sheet.getRange(cellAddress(row, column)));
    const isText = content !== null && typeof content !== 'object' && !style.unlocked;
    if (isText) range.formulas = [[cellInput(content)]];
    if (style.numberFormat !== undefined) range.numberFormat = [[style.numberFormat]];
  }
  drawStyles(sheet, cells, design.lineColor);
}
