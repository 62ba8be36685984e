import { invalidArgument } from './api-error';
import type { Area } from './area';
import { columnCount, rowCount } from './area';
import type { Book } from './book';
import type { CellScalar } from './cell-content';
import { engineContent } from './cell-content';
import { mayWrite } from './protection';

/** The largest area whose cells Excel hands out one by one. */
const mostCells = 5_000_000;

/** Reads one thing of every cell, row by row; null for an area too large for it. */
export function readCells<T>(area: Area, read: (row: number, column: number) => T): T[][] | null {
  if (rowCount(area) * columnCount(area) > mostCells) return null;
  return Array.from({ length: rowCount(area) }, (_, row) =>
    Array.from({ length: columnCount(area) }, (_, column) => read(area.top + row, area.left + column)),
  );
}

/** One value for all cells, or a matrix of exactly the area's shape; InvalidArgument otherwise. */
export function asMatrix(area: Area, given: unknown): (row: number, column: number) => unknown {
  if (!Array.isArray(given)) return () => given;
  const rows = given as readonly unknown[];
  const fits =
    rows.length === rowCount(area) &&
    rows.every((row) => Array.isArray(row) && row.length === columnCount(area));
  if (!fits)
    throw invalidArgument(
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  return (row, column) => (rows[row] as readonly unknown[])[column];
}

/** Writes `values` or `formulas`; null leaves a cell as it is. One change, one calculation, one event. */
export function writeCells(book: Book, sheetId: string, area: Area, given: unknown): void {
  const notes = book.notes(sheetId);
  mayWrite(notes, area);
  const at = asMatrix(area, given);
  book.engine.ensure(sheetId, area);
  const present = book.engine.present(sheetId, area);
  if (present === null) return;
  book.engine.together(() => {
    for (let row = present.top; row <= present.bottom; row++)
      for (let column = present.left; column <= present.right; column++) {
        const value = at(row - area.top, column - area.left);
        if (value !== null && value !== undefined) writeCell(book, sheetId, row, column, scalar(value));
      }
  });
  book.rangeChanged(sheetId, area, 'RangeEdited');
}

function writeCell(book: Book, sheetId: string, row: number, column: number, value: CellScalar): void {
  const { engine } = book;
  const position = { sheetId, row, col: column };
  const content = engineContent(value, engine.getters.getCell(position)?.format);
  engine.dispatch('UPDATE_CELL', { ...position, content });
  if (!content.startsWith('=')) return;
  const cell = engine.getters.getCell(position);
  if (!cell?.isFormula) return;
  if (cell.compiledFormula.isBadExpression) throw invalidArgument();
  const spelled = cell.compiledFormula.toFormulaString(engine.getters);
  if (spelled !== content) book.notes(sheetId).written.set(cell.id, { engine: spelled, text: content });
}

function scalar(value: unknown): CellScalar {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw invalidArgument();
}
