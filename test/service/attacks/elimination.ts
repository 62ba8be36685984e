/** Rows that no equation tells apart. */
export interface Class {
  readonly rows: readonly number[];
  readonly column: readonly number[];
}

/** The rows of a history by the published sums that they are in; rows that are in none are left out, as are `known` ones. */
export function classesOf(
  equations: readonly (readonly number[])[],
  known: ReadonlySet<number>,
): readonly Class[] {
  const classes = new Map<string, { rows: number[]; column: number[] }>();
  for (let row = 0; row < (equations[0]?.length ?? 0); row += 1) {
    const column = equations.map((members) => members[row]!);
    if (known.has(row) || !column.includes(1)) continue;
    const key = column.join('');
    const found = classes.get(key);
    if (found) found.rows.push(row);
    else classes.set(key, { rows: [row], column });
  }
  return [...classes.values()];
}

/**
 * Sets of one or two classes, of fewer than `fewer` rows, about which alone an equation can be made: leaving their
 * columns out loses rank. Exact whole numbers.
 */
export function solvable(classes: readonly Class[], fewer: number): readonly (readonly number[])[] {
  const whole = rankOf(classes);
  const small = classes.filter(({ rows }) => rows.length < fewer);
  const sets = small.flatMap((one, i) => [[one], ...small.slice(i + 1).map((other) => [one, other])]);
  return sets
    .filter((set) => set.reduce((sum, { rows }) => sum + rows.length, 0) < fewer)
    .filter((set) => rankOf(classes.filter((one) => !set.includes(one))) < whole)
    .map((set) => set.flatMap(({ rows }) => rows));
}

/** Rank over the rationals: fraction-free elimination, every row divided by its common factor. */
export function rankOf(classes: readonly Class[]): number {
  let rows = (classes[0]?.column ?? []).map((_, e) => classes.map(({ column }) => column[e]!));
  let rank = 0;
  for (let column = 0; column < classes.length && rows.length > 0; column += 1) {
    const pivot = rows.find((row) => row[column] !== 0);
    if (pivot === undefined) continue;
    rank += 1;
    rows = rows
      .filter((row) => row !== pivot)
      .map((row) => (row[column] === 0 ? row : reduced(row, pivot, column)))
      .filter((row) => row.some((entry) => entry !== 0));
  }
  return rank;
}

function reduced(row: readonly number[], pivot: readonly number[], column: number): number[] {
  const [a, b] = [pivot[column]!, row[column]!];
  const next = row.map((entry, i) => a * entry - b * pivot[i]!);
  const factor = next.reduce(commonFactor, 0);
  if (next.some((entry) => !Number.isSafeInteger(entry))) throw new Error('Beyond exact numbers');
  return factor > 1 ? next.map((entry) => entry / factor) : next;
}

function commonFactor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
