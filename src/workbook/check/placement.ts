import { idOf } from '../../assessment/read-cell';
import type { CellContent, CellDesign, SheetDesign } from '../design';
import { ASSESSMENT as A } from '../layout';
import { ANSWER_FIELDS, type WorkbookMap } from '../map';
import { aligned, type Places } from './aligned';
import { shapeOf } from './formula-text';
import type { StandingBlock } from './standing-block';

/** Where the rows and columns of a designed sheet are now. */
export interface Placement {
  readonly rows: Places;
  readonly columns: Places;
}

/** Keys of what cells say: a formula counts by what it does, not by where its references point. */
type Keys = ReadonlyMap<number, ReadonlyMap<number, string>>;
/** A formula's key; the same formula is taken apart once. */
type ShapeOf = (formula: string) => string;

/** Finds the rows and columns of a sheet of ours, whatever was inserted, deleted, moved or typed over since. */
export function placementOf(design: SheetDesign, block: StandingBlock, map: WorkbookMap): Placement {
  const shapes = new Map<string, string>();
  const shape: ShapeOf = (formula) => {
    const known = shapes.get(formula) ?? `=${shapeOf(formula)}`;
    shapes.set(formula, known);
    return known;
  };
  const designed = keysOf(
    design.cells.filter(({ style }) => !style.unlocked),
    ({ content }) => keyOfContent(content, shape),
  );
  const standing = standingKeys(block, shape);
  const columns = columnsOf(design, designed, standing, block, map);
  const extent = 1 + Math.max(...design.cells.map(({ row }) => row));
  const items = design.id === 'assessment' ? itemRows(design, block, columns) : new Map<number, number>();
  const taken = new Set(items.values());
  // The heading and what is above it stand above the items: a row below them is none that was lost.
  const heading = map.spot('pointer.id')?.row ?? -1;
  const end = items.size > 0 ? Math.max(heading + 1, Math.min(...taken)) : block.row + block.rows;
  const others = Array.from({ length: end }, (_, row) => row).filter((row) => !taken.has(row));
  const top = items.size > 0 ? A.firstRow : extent;
  const alike = (row: number, at: number): number => {
    const now = standing.get(others[at] ?? -1);
    if (!now) return 0;
    let same = 0;
    for (const [column, key] of designed.get(row) ?? []) {
      const place = columns[column];
      if (typeof place === 'number' && now.get(place) === key) same += 1;
    }
    return same;
  };
  const rows = aligned(top, others.length, alike, (row) => designed.get(row)?.size ?? 0);
  return {
    columns,
    rows: Array.from({ length: extent }, (_, row) => {
      const at = rows[row];
      if (row >= top) return items.get(row) ?? null;
      if (typeof at !== 'number') return null;
      return others[at] ?? (items.size > 0 ? null : nextFree(block, at - others.length));
    }),
  };
}

/** Rows below everything that is there. */
const nextFree = (block: StandingBlock, beyond: number): number => block.row + block.rows + beyond;

/** Columns by what they say, in whatever row; answers where they are read. */
function columnsOf(
  design: SheetDesign,
  designed: Keys,
  standing: Keys,
  block: StandingBlock,
  map: WorkbookMap,
): Places {
  const [ours, theirs] = [countsByColumn(designed), countsByColumn(standing)];
  const extent = 1 + Math.max(...design.cells.map(({ column }) => column));
  const alike = (column: number, at: number): number => {
    let same = 0;
    const there = theirs.get(at);
    if (there)
      for (const [key, count] of ours.get(column) ?? []) same += Math.min(count, there.get(key) ?? 0);
    return same;
  };
  const weight = (column: number) => [...(ours.get(column)?.values() ?? [])].reduce((sum, n) => sum + n, 0);
  const columns = [...aligned(extent, block.column + block.columns, alike, weight)];
  // A column in which nothing is ours, and something stands, is a team's: ours is gone, as from an older workbook.
  for (const [column, at] of columns.entries())
    if (typeof at === 'number' && weight(column) > HEADING && alike(column, at) === 0 && holds(block, at))
      columns[column] = null;
  if (design.id !== 'assessment') return columns;
  // Where people write may stand where one of ours was: without its heading nothing tells.
  if (ANSWER_FIELDS.some((field) => map.spot(`pointer.${field}`) === null))
    for (const [column, at] of columns.entries())
      if (typeof at === 'number' && alike(column, at) === 0) columns[column] = null;
  for (const field of ANSWER_FIELDS) {
    const spot = map.spot(`pointer.${field}`);
    const heading = design.cells.find(
      ({ row, column }) => row === A.headerRow && column === A[field],
    )?.content;
    if (spot === null) columns[A[field]] = null;
    else if (spot.row < 0 || block.cell(spot.row, spot.column) === heading) columns[A[field]] = spot.column;
    else columns[A[field]] ??= spot.column;
  }
  return columns;
}

/** More than so many cells of ours are more than a heading and what belongs to it. */
const HEADING = 3;

const holds = (block: StandingBlock, column: number): boolean =>
  Array.from({ length: block.rows }, (_, i) => block.row + i).some(
    (row) => block.cell(row, column) !== null || block.formula(row, column) !== null,
  );

/**
 * The row of each designed item: told by question, item and ID, whatever two of them agree on. People answer what they
 * read, so the question decides where all differ, and without it the item does. Of two rows of an item the first counts.
 */
function itemRows(design: SheetDesign, block: StandingBlock, columns: Places): ReadonlyMap<number, number> {
  const tellers = [A.question, A.item, A.id].map((column) => {
    const byText = new Map(
      design.cells
        .filter((cell) => cell.column === column && cell.row >= A.firstRow)
        .map(({ row, content }) => [column === A.id ? idOf(content as string) : content, row] as const),
    );
    const now = columns[column];
    return (row: number): number | undefined => {
      const cell = typeof now === 'number' ? block.cell(row, now) : null;
      return cell === null ? undefined : byText.get(column === A.id ? idOf(cell) : (cell as string));
    };
  });
  const found = new Map<number, { readonly row: number; readonly votes: number }>();
  for (let row = 0; row < block.row + block.rows; row += 1) {
    const votes = tellers.map((tell) => tell(row)).filter((item) => item !== undefined);
    const count = (item: number) => votes.filter((vote) => vote === item).length;
    const item = votes.find((vote) => count(vote) > 1) ?? votes[0];
    if (item === undefined) continue;
    const other = found.get(item);
    if (!other || count(item) > other.votes) found.set(item, { row, votes: count(item) });
  }
  return new Map([...found].map(([item, { row }]) => [item, row]));
}

function keysOf(cells: readonly CellDesign[], keyOf: (cell: CellDesign) => string | null): Keys {
  const keys = new Map<number, Map<number, string>>();
  for (const cell of cells) {
    const key = keyOf(cell);
    if (key === null) continue;
    const row = keys.get(cell.row) ?? new Map<number, string>();
    keys.set(cell.row, row.set(cell.column, key));
  }
  return keys;
}

function standingKeys(block: StandingBlock, shape: ShapeOf): Keys {
  const keys = new Map<number, Map<number, string>>();
  for (let row = block.row; row < block.row + block.rows; row += 1) {
    const inRow = new Map<number, string>();
    for (let column = block.column; column < block.column + block.columns; column += 1) {
      const formula = block.formula(row, column);
      const value = formula === null ? block.cell(row, column) : null;
      const key =
        formula !== null
          ? shape(formula)
          : value === null || typeof value === 'object'
            ? null
            : keyOfContent(value, shape);
      if (key !== null) inRow.set(column, key);
    }
    if (inRow.size > 0) keys.set(row, inRow);
  }
  return keys;
}

function keyOfContent(content: CellContent, shape: ShapeOf): string | null {
  if (content === null || content === '') return null;
  return typeof content === 'object' ? shape(content.formula) : `${typeof content}:${content}`;
}

function countsByColumn(keys: Keys): ReadonlyMap<number, ReadonlyMap<string, number>> {
  const counts = new Map<number, Map<string, number>>();
  for (const row of keys.values())
    for (const [column, key] of row) {
      const inColumn = counts.get(column) ?? new Map<string, number>();
      counts.set(column, inColumn.set(key, (inColumn.get(key) ?? 0) + 1));
    }
  return counts;
}
