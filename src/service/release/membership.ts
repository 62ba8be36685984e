import type { Vector } from './audit';
import type { Atom } from './ledger';

/** What a release groups rows by, one at a time. */
export const DIMENSIONS = ['organization', 'size'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const cellOf = (dimension: Dimension, category: string): string => `${dimension}:${category}`;

/** Whether an atom's rows belong to a group. */
export const fits = (atom: Atom, cell: string): boolean =>
  cell === 'all' || DIMENSIONS.some((dimension) => cell === cellOf(dimension, atom[dimension]));

/** Which atoms a group consisted of at a release. */
export const membersAt = (atoms: readonly Atom[], cell: string, release: number): Vector =>
  atoms.map((atom) => {
    const there = atom.first <= release && (atom.last === null || atom.last >= release);
    return there && fits(atom, cell) ? 1 : 0;
  });

/** Rows by atom without those that are gone. */
export const presentOf = (atoms: readonly Atom[], rows: readonly number[]): readonly number[] =>
  rows.map((count, i) => (atoms[i]?.last === null ? count : 0));
