import { invalidArgument } from './api-error';
import type { Area } from './area';
import { columnCount, rowCount } from './area';
import type { Book } from './book';

export interface SourceSeries {
  readonly name: string | null;
  readonly values: Area;
}

/**
 * What Excel makes of a chart's source: a first row (column) of text names the series, a first column (row) of text is
 * the categories; series run along the longer side unless `seriesBy` says otherwise. Blank cells make no series.
 */
export function seriesIn(
  book: Book,
  sheetId: string,
  source: Area,
  seriesBy: unknown,
): { readonly series: readonly SourceSeries[]; readonly categories: Area | null } {
  const directions: readonly unknown[] = [undefined, null, 'Auto', 'Columns', 'Rows'];
  if (!directions.includes(seriesBy)) throw invalidArgument();
  const byRows = seriesBy === 'Rows' || (seriesBy !== 'Columns' && columnCount(source) > rowCount(source));
  const text = (row: number, col: number): string | null => typed(book, { sheetId, row, col });
  const firstRow =
    rowCount(source) > 1 && textual(rest(source.left, source.right, (col) => text(source.top, col)));
  const firstColumn =
    columnCount(source) > 1 && textual(rest(source.top, source.bottom, (row) => text(row, source.left)));
  const body = {
    ...source,
    top: source.top + (firstRow ? 1 : 0),
    left: source.left + (firstColumn ? 1 : 0),
  };
  if (byRows)
    return {
      categories: firstRow ? { ...body, top: source.top, bottom: source.top } : null,
      series: numbers(body.top, body.bottom).map((row) => ({
        name: firstColumn ? text(row, source.left) : null,
        values: { ...body, top: row, bottom: row },
      })),
    };
  return {
    categories: firstColumn ? { ...body, left: source.left, right: source.left } : null,
    series: numbers(body.left, body.right).map((col) => ({
      name: firstRow ? text(source.top, col) : null,
      values: { ...body, left: col, right: col },
    })),
  };
}

/** The text typed into a cell; nothing for a number or a formula. */
function typed(book: Book, position: { sheetId: string; row: number; col: number }): string | null {
  const cell = book.engine.getters.getCell(position);
  if (cell === undefined || cell.isFormula || cell.content === '' || typeof cell.parsedValue !== 'string')
    return null;
  return cell.content.replace(/^'/, '');
}

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
/** All but the corner. */
const rest = (from: number, to: number, read: (index: number) => string | null): (string | null)[] =>
  numbers(from + 1, to).map(read);
const textual = (cells: readonly (string | null)[]): boolean =>
  cells.length > 0 && cells.every((cell) => cell !== null);
