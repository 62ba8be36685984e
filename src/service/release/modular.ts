/** The greatest prime whose products fit a double exactly: (P - 1)^2 < 2^53. */
export const P = 94_906_249;

export const times = (a: number, b: number): number => (a * b) % P;
/** a - b x c. */
export const lessTimes = (a: number, b: number, c: number): number => {
  const rest = (a - ((b * c) % P)) % P;
  return rest < 0 ? rest + P : rest;
};

/** The number that times `a` is 1, by Euclid's algorithm; `a` is not 0. */
export function inverse(a: number): number {
  let [r, next, x, y] = [P, a, 0, 1];
  while (next !== 0) {
    const rest = r % next;
    const z = x - ((r - rest) / next) * y;
    r = next;
    next = rest;
    x = y;
    y = z;
  }
  return x < 0 ? x + P : x;
}

/** Subtracts multiples of `row` from `other` until its entry at `pivot` is 0; `row` has a 1 there. */
export function clear(other: number[], row: readonly number[], pivot: number): void {
  const factor = other[pivot] ?? 0;
  if (factor === 0) return;
  row.forEach((entry, i) => {
    if (entry !== 0) other[i] = lessTimes(other[i] ?? 0, factor, entry);
  });
}

/** The same row with a 1 at the pivot. */
export function scaled(row: readonly number[], pivot: number): number[] {
  const first = row[pivot] ?? 0;
  if (first === 1) return [...row];
  const factor = inverse(first);
  return row.map((entry) => times(entry, factor));
}

/** Rows in reduced echelon form with the column of each one's leading 1. */
export interface Echelon {
  readonly pivot: number;
  readonly row: number[];
}

/** The reduced echelon form of a matrix given by its rows. */
export function echelonOf(matrix: readonly (readonly number[])[]): readonly Echelon[] {
  const basis: Echelon[] = [];
  for (const given of matrix) {
    const row = [...given];
    for (const earlier of basis) clear(row, earlier.row, earlier.pivot);
    const pivot = row.findIndex((entry) => entry !== 0);
    if (pivot < 0) continue;
    const reduced = scaled(row, pivot);
    for (const earlier of basis) clear(earlier.row, reduced, pivot);
    basis.push({ pivot, row: reduced });
  }
  return basis;
}
