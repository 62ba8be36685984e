import type { Release } from '../../rubric/release';
import { canonicalJson } from '../../submission/canonical';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import type { Words } from '../../words/words';
import type { Store } from '../store/store';
import type { StoredRelease } from '../store/stored-release';
import { composeCells } from './compose-cells';
import { formerOf, formerOfCycle, hashOf } from './former-release';
import { hashesIn, rootOf } from './tree';

/** A release made again. */
export interface Remade {
  /** Its canonical JSON, with the signature of the stored one. */
  readonly body: string;
  /** Whether that is the stored body to the byte. */
  readonly same: boolean;
}

/**
 * Makes a release again from the ledgers and leaf pages that the store keeps, without the rows: its cells, its root, its
 * link to the release before. Day, versions, rules and key are taken as they stand. Fails: `no-release`.
 */
export async function remakeRelease(
  store: Pick<Store, 'release' | 'releases' | 'leafPage'>,
  number: number,
  words: Words,
): Promise<Result<Remade>> {
  const all = await releasesUpTo(store, number);
  const stored = all.at(-1);
  if (stored?.number !== number) {
    return failed('no-release', words('release.none', { release: `r${number}` }));
  }
  const { release, ledger } = formerOf(stored);
  const pages = await leafPagesOf(store, stored);
  const earlier = all.slice(0, -1);
  const former = formerOfCycle(earlier, stored.cycle, stored.rubric);
  const { cells } = composeCells({
    number,
    atoms: ledger.atoms,
    tallies: new Map(Object.entries(ledger.tallies)),
    former,
    versions: former.at(-1)?.ledger.versions ?? [],
    domains: ledger.domains,
    rules: release.rules,
  });
  const last = earlier.at(-1);
  const remade: Release = {
    ...release,
    id: `r${number}`,
    cells,
    previous: last ? hashOf(formerOf(last).release) : null,
    tree: {
      root: rootOf(pages.map(rootOf).join('')),
      capacity: pages.reduce((sum, page) => sum + hashesIn(page).length, 0),
    },
  };
  const body = canonicalJson(remade);
  return success({ body, same: body === stored.body });
}

/** Every release up to a number, in order. */
export async function releasesUpTo(
  store: Pick<Store, 'release' | 'releases'>,
  number: number,
): Promise<readonly StoredRelease[]> {
  const numbers = (await store.releases()).filter((other) => other <= number);
  const all = await Promise.all(numbers.map((other) => store.release(other)));
  return all.filter((stored) => stored !== null);
}

/** The pages of a release's leaves, without the one of roots. */
export async function leafPagesOf(
  store: Pick<Store, 'leafPage'>,
  { number, pages }: Pick<StoredRelease, 'number' | 'pages'>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let page = 0; page < pages; page++) {
    const leaves = await store.leafPage(number, page);
    if (leaves === null) throw new Error(`Release ${number} lacks page ${page} of its leaves`);
    found.push(leaves);
  }
  return found;
}
