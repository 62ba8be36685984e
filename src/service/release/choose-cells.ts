import type { HiddenReason, ReleaseRules } from '../../rubric/release';
import { findDisclosure, type Vector } from './audit';
import { type Category, complementOf } from './complement';
import { changeBetween, isFarEnough } from './difference';

/** A group as it is at a release, or was published in one. */
export interface Version {
  readonly cell: string;
  readonly release: number;
  readonly members: Vector;
}

/** One measure: how many rows of each atom have it, and every version of every group that was published with it. */
export interface Measured {
  readonly rows: readonly number[];
  /** The same without the rows that are gone: who corrected a row knows what it was, so it may not count as cover. */
  readonly present: readonly number[];
  readonly published: readonly Version[];
}

/** The groups of one dimension as they are now: together they are all rows. */
export type Siblings = readonly Version[];

/**
 * Which of some groups can be published with a measure, and why the others cannot. The largest are tried first, each
 * against everything published so far and accepted before it (R1, R8, R9); then every dimension is looked at for what
 * total minus siblings would tell (R6).
 */
export function chooseCells(
  candidates: readonly Version[],
  measured: Measured,
  dimensions: readonly Siblings[],
  rules: ReleaseRules,
): ReadonlyMap<string, HiddenReason | null> {
  const verdicts = new Map<string, HiddenReason | null>();
  const accepted: Version[] = [];
  for (const candidate of largestFirst(candidates, measured.rows)) {
    const objection = objectionTo(candidate, accepted, measured, rules);
    verdicts.set(candidate.cell, objection);
    if (objection === null) accepted.push(candidate);
  }
  for (const siblings of dimensions) {
    const fresh = new Set(accepted.map(({ cell }) => cell));
    const categories = siblings.map((sibling) => categoryOf(sibling, fresh, measured));
    for (const cell of complementOf(categories, rules.leastRows)) verdicts.set(cell, 'complement');
  }
  return verdicts;
}

function objectionTo(
  candidate: Version,
  accepted: readonly Version[],
  { rows, present, published }: Measured,
  rules: ReleaseRules,
): HiddenReason | null {
  if (count(rows, candidate.members) < rules.leastRows) return 'few';
  const earlier = published.filter(({ cell }) => cell === candidate.cell);
  const near = earlier.some(
    ({ members }) => !isFarEnough(changeBetween(rows, members, candidate.members), rules.leastDifference),
  );
  if (near) return 'difference';
  const discloses = (versions: readonly Version[]) =>
    [rows, present].some((known) => {
      const groups = versions.map(({ members }) => members);
      return findDisclosure(known, groups, candidate.members, rules.leastRows) !== null;
    });
  if (!discloses([...published, ...accepted])) return null;
  return discloses(accepted) ? 'complement' : 'difference';
}

function categoryOf(
  { cell, members }: Version,
  fresh: ReadonlySet<string>,
  { rows, published }: Measured,
): Category {
  const changes = published
    .filter((version) => version.cell === cell)
    .map((version) => changeBetween(rows, version.members, members))
    .map(({ added, removed }) => added + removed);
  const total = count(rows, members);
  return { key: cell, rows: total, fresh: fresh.has(cell), open: Math.min(total, ...changes) };
}

function largestFirst(candidates: readonly Version[], rows: readonly number[]): readonly Version[] {
  const size = (version: Version) => count(rows, version.members);
  return [...candidates].sort((one, other) => size(other) - size(one) || (one.cell < other.cell ? -1 : 1));
}

const count = (rows: readonly number[], members: Vector): number =>
  rows.reduce((sum, some, i) => (members[i] === 1 ? sum + some : sum), 0);
