import { echelonOf, P } from './modular';
import { type Point, smallDependence } from './small-dependence';

/** For every atom 1 where its rows are in a published group, else 0. */
export type Vector = readonly number[];

/** Atoms (by index) to which somebody can narrow an equation down; `unsearchable` where there were too many to try. */
export type Disclosure = readonly number[] | 'unsearchable';

/**
 * The exact linear audit (R9): does publishing one more group let somebody add and subtract sums over published groups,
 * with any factors, until an equation about fewer than `least` rows is left that was not there before? Gives the atoms
 * of such an equation, or null. `rows` counts the rows of each atom that have the measure; all rows of an atom are in
 * the same groups. Whatever is a sum over rows is covered: counts, means, level counts. Quartiles are no sums.
 *
 * How: a combination of groups that touches only the atoms S exists just if the coordinates of S in the null space of
 * the groups' matrix are linearly dependent. So small dependent sets are looked for, by hashing directions.
 *
 * Arithmetic is modulo the prime P, which can differ from the rationals only where P divides a minor: a false alarm
 * where it divides some, a miss only where it divides every minor of full rank. By Hadamard's bound a 0/1 minor of size
 * r is at most (r+1)^((r+1)/2) / 2^r, which is less than P up to r = 20.
 */
export function findDisclosure(
  rows: readonly number[],
  published: readonly Vector[],
  candidate: Vector,
  least: number,
): Disclosure | null {
  const atoms = distinguished(rows, [...published, candidate]);
  if (atoms.every((atom) => atom.rows >= least)) return null;
  const before = nullCoordinates(atoms, published.length);
  const after = nullCoordinates(atoms, published.length + 1);
  const points = atoms.map((atom, i): Point => ({
    rows: atom.rows,
    at: after[i] ?? [],
    before: before[i] ?? [],
    index: i,
  }));
  const found = smallDependence(points, least - 1);
  if (found === null || found === 'unsearchable') return found;
  return found.flatMap((index) => atoms[index]?.members ?? []);
}

interface Distinguished {
  rows: number;
  readonly members: number[];
  /** Its entries in the groups' vectors. */
  readonly column: Vector;
}

/** Atoms that no group tells apart are one; atoms without rows, or in no group, are none. */
function distinguished(rows: readonly number[], groups: readonly Vector[]): readonly Distinguished[] {
  const atoms = new Map<string, Distinguished>();
  rows.forEach((count, i) => {
    if (count === 0) return;
    const column = groups.map((group) => group[i] ?? 0);
    if (!column.includes(1)) return;
    const key = column.join('');
    const atom = atoms.get(key) ?? { rows: 0, members: [], column };
    atom.rows += count;
    atom.members.push(i);
    atoms.set(key, atom);
  });
  return [...atoms.values()];
}

/** Each atom's entries in the vectors of a basis of the null space of the first `groups` groups. */
function nullCoordinates(atoms: readonly Distinguished[], groups: number): readonly (readonly number[])[] {
  const matrix = Array.from({ length: groups }, (_, g) => atoms.map(({ column }) => column[g] ?? 0));
  const byPivot = new Map(echelonOf(matrix).map(({ pivot, row }) => [pivot, row]));
  const free = atoms.flatMap((_, i) => (byPivot.has(i) ? [] : [i]));
  return atoms.map((_, i) => {
    const row = byPivot.get(i);
    return row ? free.map((f) => (P - (row[f] ?? 0)) % P) : free.map((f) => (f === i ? 1 : 0));
  });
}
