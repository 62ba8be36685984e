import type { Command } from '@odoo/o-spreadsheet';
import type { Area } from './area';
import { columnCount, rowCount } from './area';
import type { Book } from './book';
import type { CellScalar } from './cell-content';
import { cellValue, valueType } from './cell-content';

export interface SortKey {
  /** 0-based on the sheet. */
  readonly column: number;
  readonly ascending: boolean;
}

/**
 * Sorts the rows of an area as Excel does: values move with their looks and links, rules and row heights stay; a formula
 * is as if it had been copied to its new row; hidden rows stay where they are; blanks go last whichever way it is sorted.
 */
export function sortRows(book: Book, sheetId: string, area: Area, keys: readonly SortKey[]): void {
  const { engine } = book;
  // Inside a batch the engine has not calculated yet what was written before.
  if (engine.busy) engine.model.dispatch('EVALUATE_CELLS');
  const rows = Array.from({ length: rowCount(area) }, (_, i) => area.top + i).filter(
    (row) => !engine.getters.isRowHidden(sheetId, row),
  );
  const values = new Map(
    rows.map((row) => [row, keys.map(({ column }) => sortValue(book, { sheetId, row, col: column }))]),
  );
  const sorted = [...rows].sort((a, b) => {
    const orders = keys.map(({ ascending }, i) => compare(values.get(a)?.[i], values.get(b)?.[i], ascending));
    return orders.find((order) => order !== 0) ?? 0;
  });
  const from = new Map(rows.map((row, i) => [row, sorted[i] ?? row]));
  const moved = rows.filter((row) => from.get(row) !== row);
  if (moved.length === 0) return;
  const writes = moved.flatMap((row) =>
    Array.from({ length: columnCount(area) }, (_, i) =>
      movedCell(book, sheetId, from.get(row) ?? row, row, area.left + i),
    ),
  );
  for (const write of writes) engine.dispatch('UPDATE_CELL', write);
  book.changeNotes(sheetId, (notes) => notes.reorder(area, (row) => from.get(row) ?? row));
  book.rangeChanged(sheetId, area, 'RangeEdited');
}

/** The same as the grid asks for it: by one column, below a first row of headings. */
export function sortByPerson(
  book: Book,
  { sheetId, zone, col, sortDirection }: Extract<Command, { type: 'SORT_CELLS' }>,
): void {
  const top = zone.top + (looksLikeHeadings(book, sheetId, zone) ? 1 : 0);
  sortRows(book, sheetId, { ...zone, top }, [{ column: col, ascending: sortDirection === 'asc' }]);
}

/** All texts, and above at least one cell that is none. */
function looksLikeHeadings(book: Book, sheetId: string, { top, bottom, left, right }: Area): boolean {
  if (top === bottom) return false;
  const types = (row: number) =>
    Array.from({ length: right - left + 1 }, (_, i) =>
      valueType(book.engine.getters, { sheetId, row, col: left + i }),
    );
  return types(top).every((type) => type === 'String') && types(top + 1).some((type) => type !== 'String');
}

type UpdateCell = Extract<Command, { type: 'UPDATE_CELL' }>;

/** What a cell of row `to` holds once row `from` has come there. */
function movedCell(
  book: Book,
  sheetId: string,
  from: number,
  to: number,
  col: number,
): Omit<UpdateCell, 'type'> {
  const { getters } = book.engine;
  const cell = getters.getCell({ sheetId, row: from, col });
  const content = cell?.isFormula
    ? getters.getTranslatedCellFormula(sheetId, 0, to - from, cell.compiledFormula)
    : (cell?.content ?? '');
  return { sheetId, col, row: to, content, style: cell?.style ?? null, format: cell?.format ?? '' };
}

interface SortValue {
  readonly rank: number;
  readonly value: CellScalar;
}

const RANKS: Readonly<Record<string, number>> = { Double: 0, String: 1, Boolean: 2, Error: 3 };

/** Numbers, texts, booleans, errors, in this order; nothing for a blank. Texts compare without case. */
function sortValue(book: Book, position: { sheetId: string; row: number; col: number }): SortValue | null {
  const { getters } = book.engine;
  const type = valueType(getters, position);
  if (type === 'Empty') return null;
  const value = cellValue(getters, position);
  return { rank: RANKS[type] ?? 1, value: typeof value === 'string' ? value.toLowerCase() : value };
}

function compare(
  a: SortValue | null | undefined,
  b: SortValue | null | undefined,
  ascending: boolean,
): number {
  if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
  const order = a.rank - b.rank || (a.rank === RANKS['Error'] ? 0 : compareScalars(a.value, b.value));
  return ascending ? order : -order;
}

const compareScalars = (a: CellScalar, b: CellScalar): number =>
  typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : Number(a) - Number(b);
