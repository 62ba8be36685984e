import type { ReleaseRules } from '../../rubric/release';
import type { Rubric } from '../../rubric/schema';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import type { Words } from '../../words/words';
import type { OperatorStore, ReleaseTransaction } from '../store/operator-store';
import type { StoredRelease } from '../store/stored-release';
import { formerOfCycle } from './former-release';
import type { ReleaseDraft } from './make-release';
import { draftRelease } from './make-release';
import { domainsOf } from './measures';

/** Which release is meant. */
export interface ReleaseSubject {
  readonly store: OperatorStore;
  readonly cycle: string;
  readonly rubric: Rubric;
  /** ISO day after which the cycle takes no rows. */
  readonly closes: string;
  /** The current ISO day, UTC. */
  readonly today: string;
  readonly rules: ReleaseRules;
  readonly words: Words;
}

/**
 * The draft of the cycle's next release. `all`: every release there is, in order. Fails: `nothing-to-release` (no row),
 * `nothing-new` (no row came, changed or went since the last release), `nothing-to-publish` (no group may be shown, and
 * no release of the cycle ever showed one).
 */
export async function draftFromStore(
  { cycle, rubric, rules, words }: ReleaseSubject,
  all: readonly StoredRelease[],
  transaction: Pick<ReleaseTransaction, 'groups'>,
): Promise<Result<ReleaseDraft>> {
  const former = formerOfCycle(all, cycle, rubric.id);
  const groups = await transaction.groups(cycle, rubric.id);
  const [before] = former.slice(-1);
  if (groups.length === 0 && !before) {
    return failed('nothing-to-release', words('release.noRow', { cycle }));
  }
  const number = (all.at(-1)?.number ?? 0) + 1;
  const draft = draftRelease({
    number,
    domains: domainsOf(rubric),
    groups,
    former,
    before: before?.ledger ?? null,
    rules,
  });
  if (before && !draft.changed) {
    return failed('nothing-new', words('release.nothingNew', { cycle, release: before.release.id }));
  }
  if (!before && draft.outcomes.every(({ outcome }) => outcome === 'hidden')) {
    return failed('nothing-to-publish', words('release.nothingToPublish', { cycle, least: rules.leastRows }));
  }
  return success(draft);
}
