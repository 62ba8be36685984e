import type { HiddenReason, ReleaseRules } from '../../rubric/release';
import type { Atom, Version } from './ledger';

/** What is asked of the rules: a release about to be made, and everything that the cycle's earlier ones published. */
export interface Question {
  /** Every atom of the cycle up to this release, ended ones too. */
  readonly atoms: readonly Atom[];
  /** Every version that earlier releases of the cycle published. */
  readonly versions: readonly Version[];
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
export function decide({ atoms, cells, measures, rules }: Question): ReadonlyMap<string, Decision> {
  return new Map(
    cells.map((cell): [string, Decision] => {
      const within = atoms.filter(
        (atom) =>
          atom.last === null &&
          (cell === 'all' || cell === `organization:${atom.organization}` || cell === `size:${atom.size}`),
      );
      const rows = within.reduce((sum, atom) => sum + atom.rows, 0);
      if (rows < rules.leastRows) return [cell, { kind: 'hidden', reason: 'few' }];
      const answered = (measure: string) =>
        within.reduce((sum, atom) => sum + (atom.answered[measure] ?? 0), 0);
      const hidden = measures.filter((measure) => answered(measure) < rules.leastRows);
      return [
        cell,
        {
          kind: 'publish',
          measures: measures.filter((measure) => !hidden.includes(measure)),
          hidden: new Map(hidden.map((measure) => [measure, 'few'])),
        },
      ];
    }),
  );
}
