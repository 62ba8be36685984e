import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import type { Words } from '../../words/words';
import type { OperatorStore } from '../store/operator-store';
import type { StoredRelease } from '../store/stored-release';
import { checkRows } from './check-rows';
import { countedRows, rowsCounted } from './export-release';
import type { Finding } from './finding';
import { formerOf, formerOfCycle } from './former-release';
import { leafPagesOf, releasesUpTo } from './remake-release';

/** What came of counting a release's rows again. */
export interface Recount {
  /** How many of its rows were corrected or withdrawn since; where any was, nothing can be counted again. */
  readonly changed: number;
  /** What is not as it was released; empty where all of it is. */
  readonly findings: readonly Finding[];
}

/** Makes tree and figures of a release again from the store's rows, where they are those that it counted. Fails: `no-release`. */
export async function recount(store: OperatorStore, number: number, words: Words): Promise<Result<Recount>> {
  const all = await releasesUpTo(store, number);
  const stored = all.at(-1);
  if (stored?.number !== number) {
    return failed('no-release', words('release.none', { release: `r${number}` }));
  }
  const { release, ledger } = formerOf(stored);
  const changed = rowsCounted(ledger) - (await rowsHeld(store, stored));
  if (changed > 0) return success({ changed, findings: [] });
  const former = formerOfCycle(all.slice(0, -1), stored.cycle, stored.rubric);
  const findings = await checkRows(countedRows(store, stored), {
    release,
    pages: await leafPagesOf(store, stored),
    filling: Buffer.from(ledger.filling, 'base64url'),
    domains: ledger.domains,
    former,
    before: former.at(-1)?.ledger ?? null,
    words,
  });
  return success({ changed, findings });
}

/** How many rows of a release are still as it counted them. */
async function rowsHeld(store: OperatorStore, { number, cycle, rubric }: StoredRelease): Promise<number> {
  const groups = await store.inRelease((transaction) => transaction.groups(cycle, rubric));
  return groups
    .filter(({ first }) => first !== null && first <= number)
    .reduce((sum, { rows }) => sum + rows, 0);
}
