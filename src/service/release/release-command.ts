import type { Release } from '../../rubric/release';
import type { Rubric } from '../../rubric/schema';
import { canonicalJson } from '../../submission/canonical';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import type { Words } from '../../words/words';
import type { OperatorStore, ReleaseTransaction } from '../store/operator-store';
import type { StoredRelease } from '../store/stored-release';
import type { CellOutcome } from './compose-cells';
import type { ReleaseSubject } from './draft-from-store';
import { draftFromStore } from './draft-from-store';
import { formerOf, formerOfCycle, hashOf, releaseOfCycleBefore } from './former-release';
import type { ReleaseDraft, ReleaseSigner } from './make-release';
import { releaseOf, signRelease } from './make-release';
import { firstDay } from './release-day';
import { isOldEnough } from './rules';
import { makeTree } from './tree';

/** What the report of a release is rendered from. */
export interface ReportMaterial {
  readonly release: Release;
  /** Lower-case hex. */
  readonly hash: string;
  /** The last release of the cycle before; null where there was none. */
  readonly former: Release | null;
  readonly rubric: Rubric;
}

export interface ReleaseOrder extends ReleaseSubject {
  readonly signer: ReleaseSigner;
  /** So many random bytes, fit for a secret. */
  readonly random: (length: number) => Uint8Array;
  readonly renderReport: (material: ReportMaterial) => Promise<string>;
}

/** What a release would be, for the operator's eyes: exact counts are in it. */
export interface Preview {
  readonly number: number;
  /** The first ISO day on which it can be made, where that is still to come. */
  readonly earliest: string | null;
  readonly outcomes: readonly CellOutcome[];
}

export interface MadeRelease {
  readonly release: Release;
  /** Lower-case hex. */
  readonly hash: string;
  readonly outcomes: readonly CellOutcome[];
}

const SEED_BYTES = 32;

/**
 * What each rule would hide now, and why; writes nothing, and may be asked before the cycle closes. Fails in words:
 * `nothing-to-release`, `nothing-new`, `nothing-to-publish` (as `makeRelease`).
 */
export function previewRelease(subject: ReleaseSubject): Promise<Result<Preview>> {
  const { closes, today, rules, store } = subject;
  return store.inRelease(async (transaction) => {
    const drafted = await draftFromStore(subject, await transaction.releases(), transaction);
    if (!drafted.ok) return drafted;
    const { number, outcomes } = drafted.value;
    const earliest = isOldEnough(closes, today, rules) ? null : firstDay(closes, rules);
    return success({ number, earliest, outcomes });
  });
}

/**
 * Makes the next release, signs it, has its report rendered and keeps all of it, in one transaction: what throws leaves
 * nothing behind. Fails in words: `too-early`; `nothing-to-release` (no row); `nothing-to-publish` (no group of the
 * cycle may be shown, and none ever was); `nothing-new` (no row came, changed or went since the last release).
 */
export async function makeRelease(order: ReleaseOrder): Promise<Result<MadeRelease>> {
  const { store, cycle, closes, today, rules, words } = order;
  if (!isOldEnough(closes, today, rules)) {
    const from = firstDay(closes, rules);
    return failed('too-early', words('release.tooEarly', { cycle, closes, from, days: rules.leastAgeDays }));
  }
  return store.inRelease(async (transaction) => {
    const all = await transaction.releases();
    const drafted = await draftFromStore(order, all, transaction);
    if (!drafted.ok) return drafted;
    const versions = await transaction.versions(cycle, order.rubric.id);
    const leaves = await transaction.leaves(cycle, order.rubric.id);
    const { made, stored, leafPages } = await finish(order, drafted.value, { all, versions, leaves });
    await transaction.mark(cycle, order.rubric.id, drafted.value.number);
    await transaction.add(stored, leafPages);
    return success(made);
  });
}

/** A release that was made, and its hash. Fails: `no-release`. */
export async function showRelease(
  store: Pick<OperatorStore, 'release'>,
  number: number,
  words: Words,
): Promise<Result<{ readonly release: Release; readonly hash: string }>> {
  const stored = await store.release(number);
  if (stored === null) return failed('no-release', words('release.none', { release: `r${number}` }));
  const { release } = formerOf(stored);
  return success({ release, hash: hashOf(release) });
}

interface Counted {
  readonly all: readonly StoredRelease[];
  readonly versions: readonly string[];
  readonly leaves: Awaited<ReturnType<ReleaseTransaction['leaves']>>;
}

async function finish(order: ReleaseOrder, draft: ReleaseDraft, { all, versions, leaves }: Counted) {
  const { cycle, rubric, today, signer, random, renderReport } = order;
  const filling = Buffer.from(random(SEED_BYTES));
  const tree = makeTree(leaves, `r${draft.number}`, filling);
  const [before] = formerOfCycle(all, cycle, rubric.id).slice(-1);
  const last = all.at(-1);
  const unsigned = releaseOf(draft, {
    cycle,
    rubric: rubric.id,
    versions: versions.length > 0 ? versions : (before?.release.rubric.versions ?? []),
    made: today,
    previous: last ? hashOf(formerOf(last).release) : null,
    tree,
    keyId: signer.keyId,
  });
  const { release, body } = signRelease(unsigned, signer);
  const hash = hashOf(release);
  const report = await renderReport({
    release,
    hash,
    former: releaseOfCycleBefore(all, cycle, rubric.id),
    rubric,
  });
  const ledger = canonicalJson({ ...draft.ledger, filling: filling.toString('base64url') });
  const stored: StoredRelease = {
    number: draft.number,
    cycle,
    rubric: rubric.id,
    body,
    report,
    pages: tree.leafPages.length - 1,
    ledger,
  };
  return { made: { release, hash, outcomes: draft.outcomes }, stored, leafPages: tree.leafPages };
}
