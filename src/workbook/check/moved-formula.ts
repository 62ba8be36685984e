import { columnName, parseAddress } from '../address';
import {
  cornersOf,
  cornersText,
  referencesIn,
  shapeOf,
  withReferences,
  type FormulaReference,
} from './formula-text';
import type { Placement } from './placement';

/** A sheet that formulas may point at: where its rows and columns are, and the row after its last used one. */
export interface PlacedSheet {
  readonly placement: Placement;
  readonly end: number;
  /** Every designed row and column is where it was designed, and nothing is used below. */
  readonly asDesigned: boolean;
}

/** Sheets by their names in lower case, as the formulas of the design and of the workbook both spell them. */
export type PlacedSheets = ReadonlyMap<string, PlacedSheet>;

/** A formula of the design, and where it is: its sheet and its row as designed and as it stands. */
export interface FormulaPlace {
  readonly sheet: string;
  readonly designedRow: number;
  readonly row: number;
}

interface MovedReference extends FormulaReference {
  /** It reaches below the designed rows, so that it may as well reach further: at least to this row, 1-based. */
  readonly open: number | null;
}

/** The formula as it has to stand now; null where something it points at is gone. */
export const movedFormula = (designed: string, place: FormulaPlace, sheets: PlacedSheets): string | null =>
  withReferences(designed, (reference) => movedReference(reference, place, sheets));

/** Whether the formula found does what the designed one does, its references included; true where a reference has no place to be compared with. */
export function standsAsDesigned(
  found: string | null,
  designed: string,
  place: FormulaPlace,
  sheets: PlacedSheets,
): boolean {
  // Most often nothing moved, and nothing has to be taken apart.
  const still = place.row === place.designedRow && [...sheets.values()].every(({ asDesigned }) => asDesigned);
  if (still && found === designed) return true;
  const expected = referencesIn(designed).map((reference) => movedReference(reference, place, sheets));
  if (expected.some((reference) => reference === null)) return true;
  if (found === null || shapeOf(found) !== shapeOf(designed)) return false;
  const references = referencesIn(found);
  return expected.every((wanted, i) => {
    const now = references[i];
    return wanted !== null && now !== undefined && sameReference(now, wanted, place.sheet);
  });
}

/** The sheet that a reference in a formula of the sheet `own` points to. */
const sheetOf = ({ sheet }: FormulaReference, own: string): string =>
  (sheet === '' ? own : sheet.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'")).toLowerCase();

function sameReference(now: FormulaReference, wanted: MovedReference, own: string): boolean {
  if (sheetOf(now, own) !== sheetOf(wanted, own)) return false;
  const [here, there] = [cornersOf(now.cells), cornersOf(wanted.cells)];
  return (
    here.length === there.length &&
    here.every((corner, i) => {
      const other = there[i];
      if (!other || plain(corner.column) !== plain(other.column)) return false;
      return i === 1 && wanted.open !== null ? corner.row >= wanted.open : corner.row === other.row;
    })
  );
}

const plain = (column: string): string => column.replace('$', '');

function movedReference(
  reference: FormulaReference,
  place: FormulaPlace,
  sheets: PlacedSheets,
): MovedReference | null {
  const name = sheetOf(reference, place.sheet);
  const target = sheets.get(name);
  const corners = cornersOf(reference.cells);
  const [first, last] = [corners[0], corners.at(-1)];
  if (!target || !first || !last) return null;
  const ownRow = (row: number) => name === place.sheet.toLowerCase() && row === place.designedRow;
  const rows =
    ownRow(first.row - 1) && ownRow(last.row - 1)
      ? { first: place.row, last: place.row }
      : span(target.placement.rows, first.row - 1, last.row - 1);
  const columns = span(target.placement.columns, columnOf(first.column), columnOf(last.column));
  if (!rows || !columns) return null;
  const isOpen = last.row > target.placement.rows.length;
  const end = isOpen ? Math.max(rows.first + last.row - first.row, target.end - 1) : rows.last;
  const at = [
    { row: rows.first, column: columns.first },
    { row: end, column: columns.last },
  ];
  const moved = corners.map((corner, i) => ({
    ...corner,
    column: `${corner.column.startsWith('$') ? '$' : ''}${columnName(at[i]?.column ?? 0)}`,
    row: (at[i]?.row ?? 0) + 1,
  }));
  return { sheet: reference.sheet, cells: cornersText(moved), open: isOpen ? target.end : null };
}

const columnOf = (column: string): number => parseAddress(`${column}1`)?.column ?? 0;

/** From the first to the last place of what was designed from `first` to `last`, in whatever order it is now. */
function span(
  places: readonly (number | null)[],
  first: number,
  last: number,
): { readonly first: number; readonly last: number } | null {
  const now = places.slice(first, last + 1).filter((place) => place !== null);
  return now.length === 0 ? null : { first: Math.min(...now), last: Math.max(...now) };
}
