import { createHash } from 'node:crypto';
import type { Release, UnsignedRelease } from '../../rubric/release';
import { releaseSchema } from '../../rubric/release';
import { releaseBytes } from '../../submission/release';
import type { StoredRelease } from '../store/stored-release';
import type { Ledger } from './ledger';
import { ledgerSchema } from './ledger';

/** A release that was made. */
export interface FormerFigures {
  readonly number: number;
  readonly release: Release;
}

/** And what the service remembers of it. */
export interface FormerRelease extends FormerFigures {
  readonly ledger: Ledger;
}

/** Types a release out of the store. The store holds what this service wrote: anything else throws. */
export const formerOf = ({ number, body, ledger }: StoredRelease): FormerRelease => ({
  number,
  release: releaseSchema.parse(JSON.parse(body)),
  ledger: ledgerSchema.parse(JSON.parse(ledger)),
});

/** The releases of one cycle and rubric, in order. */
export const formerOfCycle = (
  all: readonly StoredRelease[],
  cycle: string,
  rubric: string,
): readonly FormerRelease[] =>
  all.filter((stored) => stored.cycle === cycle && stored.rubric === rubric).map(formerOf);

/** The last release of the latest earlier cycle of a rubric, to compare with; null where there is none. */
export function releaseOfCycleBefore(
  all: readonly StoredRelease[],
  cycle: string,
  rubric: string,
): Release | null {
  const earlier = all.filter((stored) => stored.rubric === rubric && stored.cycle < cycle);
  const latest = earlier
    .map((stored) => stored.cycle)
    .sort()
    .at(-1);
  const last = earlier.findLast((stored) => stored.cycle === latest);
  return last ? formerOf(last).release : null;
}

/** Lower-case hex SHA-256 of what is signed: what `releaseHash` gives, at once. */
export const hashOf = (release: UnsignedRelease): string =>
  createHash('sha256').update(releaseBytes(release)).digest('hex');
