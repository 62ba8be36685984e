import type { Area, CellDesign } from '../workbook/design';

/** The rectangle around the given cells. */
export function extentOf(cells: readonly CellDesign[]): Area {
  const rows = cells.map((cell) => cell.row);
  const columns = cells.map((cell) => cell.column);
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}

/** One entry for each cell of the area, row by row; null where no cell is given. Office.js leaves a cell with null as it is. */
export function matrixOf<T>(
  area: Area,
  cells: readonly CellDesign[],
  entryOf: (cell: CellDesign) => T,
): (T | null)[][] {
  const matrix = Array.from({ length: area.rows }, () =>
    Array.from({ length: area.columns }, (): T | null => null),
  );
  for (const cell of cells) {
    const row = matrix[cell.row - area.row];
    if (row) row[cell.column - area.column] = entryOf(cell);
  }
  return matrix;
}
