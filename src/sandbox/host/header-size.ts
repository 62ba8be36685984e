import { invalidArgument } from './api-error';
import type { CellSet } from './cell-set';
import { mayDo } from './protection';

type Dimension = 'ROW' | 'COL';

/** The width in pixels the engine gives a column that nobody set. */
const engineColumn = 96;
/** Excel measures in points, the engine in pixels. */
const pixelsPerPoint = 96 / 72;
/** Width of a column, height of a row that nobody set. */
const initialPoints = { COL: 48, ROW: 15 } as const;

function headers(cells: CellSet, dimension: Dimension): number[] {
  const { engine } = cells.book;
  const found = new Set<number>();
  for (const area of cells.areas) {
    const present = engine.present(cells.sheetId, area);
    if (present === null) continue;
    const [first, last] = dimension === 'ROW' ? [present.top, present.bottom] : [present.left, present.right];
    for (let index = first; index <= last; index++) found.add(index);
  }
  return [...found];
}

/** Column width or row height in points, if all agree; rows nobody set are 15 points. */
export function headerSize(cells: CellSet, dimension: Dimension): number | null {
  const { getters } = cells.book.engine;
  const sizes = new Set(
    headers(cells, dimension).map((index) => {
      const pixels =
        dimension === 'ROW'
          ? getters.getUserRowSize(cells.sheetId, index)
          : getters.getColSize(cells.sheetId, index);
      const untouched = pixels === undefined || (dimension === 'COL' && pixels === engineColumn);
      return untouched ? initialPoints[dimension] : pixels / pixelsPerPoint;
    }),
  );
  const [size] = sizes;
  return sizes.size === 1 && size !== undefined ? Math.round(size * 100) / 100 : null;
}

export function setHeaderSize(cells: CellSet, dimension: Dimension, points: unknown): void {
  const { book, sheetId } = cells;
  if (typeof points !== 'number' || points < 0 || points > 1790) throw invalidArgument();
  mayDo(book.notes(sheetId), dimension === 'ROW' ? 'allowFormatRows' : 'allowFormatColumns');
  for (const area of cells.areas) book.engine.ensure(sheetId, area);
  const elements = headers(cells, dimension);
  if (elements.length > 0)
    book.engine.dispatch('RESIZE_COLUMNS_ROWS', {
      sheetId,
      dimension,
      elements,
      size: points * pixelsPerPoint,
    });
}
