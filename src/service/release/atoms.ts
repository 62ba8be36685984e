import type { Group } from '../store/operator-store';
import type { Atom } from './ledger';
import type { Measure } from './measures';
import { answeredIn } from './measures';

/** What the cycle's release before left behind: its number, and every atom that it knew. */
export interface FormerAtoms {
  readonly release: number;
  readonly atoms: readonly Atom[];
}

/**
 * The atoms of a cycle at a release: rows that came since the release before are new ones, first counted in `release`;
 * of an older one, what the store still holds stays open, and what is missing was counted for the last time in the
 * release before. So membership needs no table. Throws where the store holds more of an atom than it was counted with:
 * its rows were changed past the service.
 */
export function atomsAt(
  release: number,
  groups: readonly Group[],
  former: FormerAtoms | null,
  measures: readonly Measure[],
): readonly Atom[] {
  const present = groups.map((group) => openAtom(release, group, measures));
  const now = new Map(present.map((atom) => [keyOf(atom), atom]));
  const before = former?.atoms ?? [];
  const known = new Set(before.filter(isOpen).map(keyOf));
  const foreign = present.find((atom) => atom.first !== release && !known.has(keyOf(atom)));
  if (foreign !== undefined) throw inconsistent(foreign);
  const ended = before.filter(isOpen).map((atom) => remainder(atom, now.get(keyOf(atom)), former?.release));
  return [...before.filter((atom) => !isOpen(atom)), ...ended, ...present]
    .filter(({ rows }) => rows > 0)
    .sort(byKey);
}

const isOpen = ({ last }: Atom): boolean => last === null;

function openAtom(release: number, group: Group, measures: readonly Measure[]): Atom {
  return {
    first: group.first ?? release,
    last: null,
    organization: group.organization,
    size: group.size,
    rows: group.rows,
    answered: someOf(measures.map((measure) => [measure.id, answeredIn(group, measure)])),
  };
}

/** What left an atom since the release before. */
function remainder(before: Atom, now: Atom | undefined, last = 0): Atom {
  const counts = Object.entries(before.answered).map(([id, count]): [string, number] => [
    id,
    count - (now?.answered[id] ?? 0),
  ]);
  const rows = before.rows - (now?.rows ?? 0);
  const more = Object.keys(now?.answered ?? {}).some((id) => !(id in before.answered));
  if (more || rows < 0 || counts.some(([, count]) => count < 0 || count > rows)) throw inconsistent(before);
  return { ...before, last, rows, answered: someOf(counts) };
}

/** A measure that no row has is absent. */
const someOf = (counts: readonly (readonly [string, number])[]): Record<string, number> =>
  Object.fromEntries(counts.filter(([, count]) => count !== 0));

const keyOf = ({ first, organization, size }: Atom): string => `${first}|${organization}|${size}`;

/** One order whatever the store's, so that the same rows give the same ledger; open atoms after ended ones. */
const byKey = (one: Atom, other: Atom): number =>
  one.first - other.first || lastOf(one) - lastOf(other) || (keyOf(one) < keyOf(other) ? -1 : 1);

const lastOf = ({ last }: Atom): number => last ?? Number.MAX_SAFE_INTEGER;

const inconsistent = ({ first, organization, size }: Atom): Error =>
  new Error(`Rows first counted in release ${first} (${organization}, ${size}) are not those it counted`);
