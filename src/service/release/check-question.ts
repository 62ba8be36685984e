import type { Question } from './decide';
import { releaseRules } from '../../rubric/release';
import type { Atom, Version } from './ledger';
import { fits } from './membership';

/** The least that any configuration allows; an earlier version of fewer rows is not ours. */
const LEAST_EVER = 5;

/** Throws where the ledger cannot be true: then no rule can be judged, and nothing may be published (R11). */
export function checkQuestion({ atoms, versions, release, cells, measures, rules }: Question): void {
  releaseRules.parse(rules);
  const require = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`The ledger does not hold together: ${what}`);
  };
  require(cells.includes('all') && isSet(cells), 'cells');
  require(isSet(measures), 'measures');
  require(isSet(atoms.map(keyOf)), 'an atom stands there twice');
  require(isSet(versions.map(({ cell, release: r }) => `${r} ${cell}`)), 'a version stands there twice');
  for (const atom of atoms) require(isPossible(atom, release), `atom ${keyOf(atom)}`);
  for (const version of versions) {
    const named = `version ${version.cell} of ${version.release}`;
    require(version.release < release, named);
    require(isSet(version.measures), named);
    require(count(atoms, version, null) >= LEAST_EVER, named);
    for (const id of version.measures) require(count(atoms, version, id) >= LEAST_EVER, `${named}, ${id}`);
  }
}

const isSet = (names: readonly string[]): boolean => new Set(names).size === names.length;

const keyOf = ({ first, last, organization, size }: Atom): string =>
  `${first}-${last} ${organization} ${size}`;

function isPossible({ first, last, rows, answered }: Atom, release: number): boolean {
  const counts = Object.values(answered);
  return (
    first <= release &&
    (last === null || (last >= first && last < release)) &&
    Number.isSafeInteger(rows) &&
    rows >= 0 &&
    counts.every((count) => Number.isSafeInteger(count) && count >= 0 && count <= rows)
  );
}

function count(atoms: readonly Atom[], { cell, release }: Version, measure: string | null): number {
  return atoms
    .filter((atom) => atom.first <= release && (atom.last ?? release) >= release && fits(atom, cell))
    .reduce((sum, atom) => sum + (measure === null ? atom.rows : (atom.answered[measure] ?? 0)), 0);
}
