import { invalidArgument } from './api-error';
import type { Book } from './book';
import type { CellSet } from './cell-set';
import { mayDo } from './protection';

type Dimension = 'ROW' | 'COL';

function spans(cells: CellSet, dimension: Dimension): { readonly start: number; readonly end: number }[] {
  const { engine } = cells.book;
  return cells.areas.flatMap((area) => {
    engine.ensure(cells.sheetId, area);
    const present = engine.present(cells.sheetId, area);
    if (present === null) return [];
    return dimension === 'ROW'
      ? [{ start: present.top, end: present.bottom }]
      : [{ start: present.left, end: present.right }];
  });
}

const dimensionOf = (option: unknown): Dimension => {
  if (option === 'ByRows') return 'ROW';
  if (option === 'ByColumns') return 'COL';
  throw invalidArgument();
};

const permission = (dimension: Dimension): 'allowFormatRows' | 'allowFormatColumns' =>
  dimension === 'ROW' ? 'allowFormatRows' : 'allowFormatColumns';

/** Whether all rows (columns) of the cells are hidden; null where some are. */
export function headersHidden(cells: CellSet, dimension: Dimension): boolean | null {
  const { getters } = cells.book.engine;
  const states = new Set(
    spans(cells, dimension).flatMap(({ start, end }) =>
      Array.from({ length: end - start + 1 }, (_, index) =>
        getters.isHeaderHidden(cells.sheetId, dimension, start + index),
      ),
    ),
  );
  const [state] = states;
  return states.size === 1 && state !== undefined ? state : null;
}

export function hideHeaders(cells: CellSet, dimension: Dimension, hidden: boolean): void {
  const { book, sheetId } = cells;
  mayDo(book.notes(sheetId), permission(dimension));
  const elements = spans(cells, dimension).flatMap(({ start, end }) =>
    Array.from({ length: end - start + 1 }, (_, index) => start + index),
  );
  if (elements.length === 0) return;
  book.engine.dispatch(hidden ? 'HIDE_COLUMNS_ROWS' : 'UNHIDE_COLUMNS_ROWS', {
    sheetId,
    dimension,
    elements,
  });
}

export function groupHeaders(cells: CellSet, option: unknown): null {
  const dimension = dimensionOf(option);
  mayDo(cells.book.notes(cells.sheetId), null);
  for (const span of spans(cells, dimension))
    cells.book.engine.dispatch('GROUP_HEADERS', { sheetId: cells.sheetId, dimension, ...span });
  return null;
}

export function ungroupHeaders(cells: CellSet, option: unknown): null {
  const dimension = dimensionOf(option);
  mayDo(cells.book.notes(cells.sheetId), null);
  for (const span of spans(cells, dimension))
    cells.book.engine.dispatch('UNGROUP_HEADERS', { sheetId: cells.sheetId, dimension, ...span });
  return null;
}

/** Folds or unfolds the groups that the cells make up. */
export function foldGroup(cells: CellSet, option: unknown, folded: boolean): null {
  const dimension = dimensionOf(option);
  mayDo(cells.book.notes(cells.sheetId), null);
  for (const span of spans(cells, dimension))
    cells.book.engine.dispatch(folded ? 'FOLD_HEADER_GROUP' : 'UNFOLD_HEADER_GROUP', {
      sheetId: cells.sheetId,
      dimension,
      ...span,
    });
  return null;
}

/** Shows so many levels of a sheet's outline: 1 folds all groups, more unfold them, 0 leaves them. */
export function showOutline(book: Book, sheetId: string, rowLevels: number, columnLevels: number): null {
  mayDo(book.notes(sheetId), null);
  for (const [dimension, levels] of [
    ['ROW', rowLevels],
    ['COL', columnLevels],
  ] as const)
    if (levels > 0)
      book.engine.dispatch(levels === 1 ? 'FOLD_ALL_HEADER_GROUPS' : 'UNFOLD_ALL_HEADER_GROUPS', {
        sheetId,
        dimension,
      });
  return null;
}
