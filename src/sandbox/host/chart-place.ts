import { invalidArgument } from './api-error';
import type { Area } from './area';
import type { Book } from './book';
import { pixelsPerPoint } from './charts';
import { mayDo } from './protection';

/** Where a chart lies on its sheet, in points from the top left corner. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function placeOf(book: Book, sheetId: string, id: string): Place {
  const figure = book.engine.getters.getFigure(sheetId, id);
  if (figure === undefined) throw invalidArgument();
  const { col, row, offset, width, height } = figure;
  return {
    left: points(before(book, sheetId, 'COL', col) + offset.x),
    top: points(before(book, sheetId, 'ROW', row) + offset.y),
    width: points(width),
    height: points(height),
  };
}

/** Puts a chart over exactly the cells of an area. */
export function placeOver(book: Book, sheetId: string, id: string, area: Area): void {
  book.engine.ensure(sheetId, area);
  const left = before(book, sheetId, 'COL', area.left);
  const top = before(book, sheetId, 'ROW', area.top);
  move(
    book,
    sheetId,
    id,
    area.left,
    area.top,
    { x: 0, y: 0 },
    {
      width: before(book, sheetId, 'COL', area.right + 1) - left,
      height: before(book, sheetId, 'ROW', area.bottom + 1) - top,
    },
  );
}

/** Moves or resizes a chart; what is absent stays. */
export function changePlace(book: Book, sheetId: string, id: string, change: Partial<Place>): void {
  if (Object.values(change).some((value) => typeof value !== 'number' || value < 0)) throw invalidArgument();
  const place = { ...placeOf(book, sheetId, id), ...change };
  const column = headerAt(book, sheetId, 'COL', place.left * pixelsPerPoint);
  const row = headerAt(book, sheetId, 'ROW', place.top * pixelsPerPoint);
  move(
    book,
    sheetId,
    id,
    column.index,
    row.index,
    { x: column.offset, y: row.offset },
    {
      width: place.width * pixelsPerPoint,
      height: place.height * pixelsPerPoint,
    },
  );
}

function move(
  book: Book,
  sheetId: string,
  figureId: string,
  col: number,
  row: number,
  offset: { readonly x: number; readonly y: number },
  size: { readonly width: number; readonly height: number },
): void {
  mayDo(book.notes(sheetId), 'allowEditObjects');
  book.engine.dispatch('UPDATE_FIGURE', { sheetId, figureId, col, row, offset, ...size });
}

type Dimension = 'ROW' | 'COL';
const size = (book: Book, sheetId: string, dimension: Dimension, index: number): number =>
  book.engine.getters.isHeaderHidden(sheetId, dimension, index)
    ? 0
    : book.engine.getters.getHeaderSize(sheetId, dimension, index);

/** Pixels from the sheet's edge to a row or column. */
function before(book: Book, sheetId: string, dimension: Dimension, index: number): number {
  let pixels = 0;
  for (let header = 0; header < index; header++) pixels += size(book, sheetId, dimension, header);
  return pixels;
}

function headerAt(
  book: Book,
  sheetId: string,
  dimension: Dimension,
  pixels: number,
): { index: number; offset: number } {
  const last = book.engine.getters.getNumberHeaders(sheetId, dimension) - 1;
  let offset = pixels;
  for (let index = 0; index < last; index++) {
    const own = size(book, sheetId, dimension, index);
    if (offset < own) return { index, offset };
    offset -= own;
  }
  return { index: last, offset };
}

const points = (pixels: number): number => Math.round((pixels / pixelsPerPoint) * 100) / 100;
