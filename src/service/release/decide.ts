import type { HiddenReason, ReleaseRules } from '../../rubric/release';
import { checkQuestion } from './check-question';
import { chooseCells, type Measured, type Version } from './choose-cells';
import { changeBetween } from './difference';
import type { Atom, Version as LedgerVersion } from './ledger';
import { cellOf, type Dimension, DIMENSIONS, membersAt, presentOf } from './membership';

/** What is asked of the rules: a release about to be made, and everything that the cycle's earlier ones published. */
export interface Question {
  /** Every atom of the cycle up to this release, ended ones too. */
  readonly atoms: readonly Atom[];
  /** Every version that earlier releases of the cycle published. */
  readonly versions: readonly LedgerVersion[];
  /** Number of the release about to be made. */
  readonly release: number;
  /** Keys of the groups to publish: `all`, `organization:hospital`. */
  readonly cells: readonly string[];
  /** `composite`, domain ids, item ids. */
  readonly measures: readonly string[];
  readonly rules: ReleaseRules;
}

/** What a release does with a group. */
export type Decision =
  | { readonly kind: 'hidden'; readonly reason: HiddenReason }
  /** The figures of that earlier release stay. */
  | { readonly kind: 'keep'; readonly release: number }
  | {
      readonly kind: 'publish';
      /** Measures with new figures, in the order asked. */
      readonly measures: readonly string[];
      /** All other measures, and why. */
      readonly hidden: ReadonlyMap<string, HiddenReason>;
    };

/**
 * Decides what a release publishes of each group (R1, R6, R8, R9), by cell key, in the order asked. The same question
 * gives the same answer. Throws where atoms and versions do not fit together (R11): then nothing is published.
 */
export function decide(question: Question): ReadonlyMap<string, Decision> {
  checkQuestion(question);
  const { cells } = question;
  return settle(
    question,
    cells.map((cell) => now(cell, question)).filter((group) => !isAsBefore(group, question)),
  );
}

/** Decides on the groups that may be published anew; without those that would lose too much, until none would. */
function settle(question: Question, candidates: readonly Version[]): ReadonlyMap<string, Decision> {
  const { cells, measures, rules } = question;
  const dimensions = DIMENSIONS.map((dimension) =>
    categoriesOf(question, dimension).map((cell) => now(cell, question)),
  );
  const groups = chooseCells(candidates, measured(question, null), dimensions, rules);
  const fresh = candidates.filter(({ cell }) => groups.get(cell) === null);
  const verdicts = measures.map(
    (id) => [id, chooseCells(fresh, measured(question, id), dimensions, rules)] as const,
  );
  const decisions = new Map(
    cells.map((cell): [string, Decision] => {
      const group = groups.get(cell);
      const reasons = verdicts.map(([id, verdict]) => [id, verdict.get(cell) ?? null] as const);
      return [cell, group === null ? published(reasons) : (kept(cell, question) ?? hidden(group))];
    }),
  );
  const rich = candidates.filter(({ cell }) => !isPoorer(cell, decisions.get(cell), question));
  return rich.length === candidates.length ? decisions : settle(question, rich);
}

const now = (cell: string, { atoms, release }: Question): Version => ({
  cell,
  release,
  members: membersAt(atoms, cell, release),
});

/** New figures are for less than three quarters of what the last ones were for: readers are better off with those. */
function isPoorer(cell: string, decision: Decision | undefined, question: Question): boolean {
  const last = lastOf(cell, question);
  return (
    last !== null && decision?.kind === 'publish' && 4 * decision.measures.length < 3 * last.measures.length
  );
}

/** A measure's rows by atom, and the versions it was published with; every row for null. */
function measured({ atoms, versions }: Question, id: string | null): Measured {
  const rows = atoms.map((atom) => (id === null ? atom.rows : (atom.answered[id] ?? 0)));
  return {
    rows,
    present: presentOf(atoms, rows),
    published: versions
      .filter(({ measures }) => id === null || measures.includes(id))
      .map(({ cell, release }) => ({ cell, release, members: membersAt(atoms, cell, release) })),
  };
}

/** Every category that has a row or is asked for: one that nobody asked for is hidden, and has to count as such. */
function categoriesOf({ atoms, cells }: Question, dimension: Dimension): readonly string[] {
  const ofRows = atoms.map((atom) => cellOf(dimension, atom[dimension]));
  return [...new Set([...ofRows, ...cells.filter((cell) => cell.startsWith(`${dimension}:`))])].sort();
}

/** A group of the same rows as in its last version keeps that: whether anything changed shows nowhere. */
function isAsBefore({ cell, members }: Version, question: Question): boolean {
  const last = lastOf(cell, question);
  if (last === null) return false;
  const rows = question.atoms.map((atom) => atom.rows);
  const change = changeBetween(rows, membersAt(question.atoms, cell, last.release), members);
  return change.added + change.removed === 0;
}

/** The newest version of a group. */
const lastOf = (cell: string, { versions }: Question): LedgerVersion | null =>
  versions
    .filter((version) => version.cell === cell)
    .reduce<LedgerVersion | null>(
      (last, one) => (last === null || one.release > last.release ? one : last),
      null,
    );

function kept(cell: string, question: Question): Decision | null {
  const last = lastOf(cell, question);
  return last === null ? null : { kind: 'keep', release: last.release };
}

const hidden = (reason: HiddenReason = 'few'): Decision => ({ kind: 'hidden', reason });

function published(reasons: readonly (readonly [string, HiddenReason | null])[]): Decision {
  return {
    kind: 'publish',
    measures: reasons.filter(([, reason]) => reason === null).map(([id]) => id),
    hidden: new Map(reasons.filter((entry): entry is readonly [string, HiddenReason] => entry[1] !== null)),
  };
}
