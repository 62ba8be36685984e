import type { Area } from './design';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Covers exactly the given cells with few rectangles: runs along one direction, stacked along the other; the better of both. */
export function rectanglesOf(cells: readonly CellPlace[]): readonly Area[] {
  const alongRows = stackedRuns(cells);
  const alongColumns = stackedRuns(cells.map(turnCell)).map(turnArea);
  return alongColumns.length < alongRows.length ? alongColumns : alongRows;
}

/** Inclusive runs of consecutive numbers in any list without doubles: 1 2 3 7 gives 1-3 and 7-7. */
export function runsOf(
  numbers: readonly number[],
): readonly { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && n === run.last + 1) run.last = n;
    else runs.push({ first: n, last: n });
  }
  return runs;
}

/** Entries under their keys, in the order in which the keys first appear. */
export function groupedBy<T, K>(entries: Iterable<T>, keyOf: (entry: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group) group.push(entry);
    else groups.set(keyOf(entry), [entry]);
  }
  return groups;
}

/** Runs along each row; a run that stands right below one of the same columns makes it taller. */
function stackedRuns(cells: readonly CellPlace[]): readonly Area[] {
  const byRow = groupedBy(cells, (cell) => cell.row);
  const closed: Area[] = [];
  let open = new Map<string, Area>();
  let previous = Number.NaN;
  for (const [row, inRow] of [...byRow].sort(([a], [b]) => a - b)) {
    const next = new Map<string, Area>();
    for (const { first, last } of runsOf(inRow.map((cell) => cell.column))) {
      const key = `${first}:${last}`;
      const above = row === previous + 1 ? open.get(key) : undefined;
      if (above) open.delete(key);
      const fresh = { row, column: first, rows: 1, columns: last - first + 1 };
      next.set(key, above ? { ...above, rows: above.rows + 1 } : fresh);
    }
    closed.push(...open.values());
    open = next;
    previous = row;
  }
  return [...closed, ...open.values()];
}

const turnCell = ({ row, column }: CellPlace): CellPlace => ({ row: column, column: row });
const turnArea = (area: Area): Area => ({
  row: area.column,
  column: area.row,
  rows: area.columns,
  columns: area.rows,
});
