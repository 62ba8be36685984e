import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Release, ReleaseFigure, ReleaseMeasure } from '../../../src/rubric/release';
import { releaseSchema } from '../../../src/rubric/release';
import { exportRelease } from '../../../src/service/release/export-release';
import { recount } from '../../../src/service/release/recount';
import { remakeRelease } from '../../../src/service/release/remake-release';
import { capacityFor } from '../../../src/service/release/tree';
import { verifyExport } from '../../../src/service/release/verify-export';
import { verifyInclusion } from '../../../src/service/release/verify-files';
import { openOperatorStore } from '../../../src/service/store/open-store';
import type { OperatorStore } from '../../../src/service/store/operator-store';
import { canonicalJson } from '../../../src/submission/canonical';
import type { Row } from '../../../src/submission/row';
import { rubric, words } from '../../submission/fixtures';
import { freshDirectory } from '../fixtures';
import { keys, proofPagesOf, pagesOf, receiptOf, sha, valueOf } from './fixtures';
import type { Moment } from './history';
import { play } from './history';
import { MemoryStore } from './memory-store';
import { isRounded, plainFigure, rowsOfCell, valueIn } from './plain-figures';
import { countOf } from '../../depth';

const HISTORIES = countOf('releaseHistories');

const labelOf = (n: number) => (n < 10 ? '5-9' : `${Math.floor(n / 5) * 5}+`);

function measuresIn(
  cell: Exclude<Release['cells'][string], { hidden: unknown }>,
): [string, ReleaseMeasure][] {
  return Object.entries({ composite: cell.composite, ...cell.domains, ...cell.items });
}

/** Checks that every figure of every release is what a plain count over its rows gives; tells how many there were. */
function checkFigures(moments: readonly Moment[]): number {
  let figures = 0;
  for (const { release, rows } of moments) {
    const wrong = Object.entries(release.cells).flatMap(([key, cell]) => {
      if ('hidden' in cell) return [];
      if (cell.asOf !== release.id) {
        const earlier = moments.find((moment) => moment.release.id === cell.asOf);
        return isDeepStrictEqual(cell, earlier?.release.cells[key]) ? [] : [`${key} as of ${cell.asOf}`];
      }
      const all = rows.map(({ row }) => row);
      const within = rowsOfCell(all, key);
      const published = measuresIn(cell).flatMap(([id, figure]) =>
        'hidden' in figure ? [] : [{ id, figure }],
      );
      figures += published.length;
      const odd = published
        .filter(({ id, figure }) => !isTrue(id, figure, within))
        .map(({ id }) => `${key}/${id}`);
      return cell.rows === labelOf(within.length) ? odd : [...odd, `${key}/rows`];
    });
    expect([release.id, wrong]).toEqual([release.id, []]);
  }
  return figures;
}

function isTrue(id: string, figure: ReleaseFigure, rows: readonly Row[]): boolean {
  const kind = id.includes('-') ? 'item' : 'mean';
  const values = rows.map((row) => valueIn(row, id)).filter((value) => value !== null);
  const share = (code: string) =>
    Math.floor((10 * rows.filter((row) => row.items?.[id] === code).length) / rows.length) * 10;
  return (
    figure.answers === labelOf(values.length) &&
    isRounded(figure, plainFigure(values, kind === 'item' ? 6 : 5), values.length, kind) &&
    (figure.notApplicable ?? 0) === share('na') &&
    (figure.unknown ?? 0) === share('unknown')
  );
}

/** Everything that holds of a store's releases whatever its history. */
async function checkHistory(store: OperatorStore, moments: readonly Moment[]): Promise<void> {
  for (const { release, rows } of moments) {
    expect(releaseSchema.parse(release)).toEqual(release);
    expect(release.tree.capacity).toBe(capacityFor(rows.length));
    const number = Number(release.id.slice(1));
    const remade = valueOf(await remakeRelease(store, number, words));
    expect(remade).toEqual({ body: canonicalJson(release), same: true });
  }
  const last = moments.at(-1);
  if (!last) return;
  const number = Number(last.release.id.slice(1));
  const recounted = valueOf(await recount(store, number, words));
  if (recounted.changed === 0) {
    expect(recounted.findings).toEqual([]);
    const lines = valueOf(await exportRelease(store, number, words));
    const files = { release: last.release, pages: await pagesOf(store, number), keys };
    expect(valueOf(await verifyExport(lines, files, words))).toEqual({
      rows: last.rows.length,
      findings: [],
    });
  }
  const pages = await proofPagesOf(store, number);
  for (const { nullifier, revision, row } of last.rows.filter((_, i) => i % 8 === 0)) {
    const receipt = receiptOf({ nullifier, revision, rowHash: sha(canonicalJson(row)).toString('hex') });
    const counted = await verifyInclusion({ receipt, release: last.release, pages, keys }, words);
    expect(counted.ok).toBe(true);
  }
}

test('whatever happened, releases are true, counted once a row, and made again to the byte', async () => {
  let figures = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(1_000_000), async (seed) => {
      const store = new MemoryStore(rubric);
      const moments = await play(store, seed, 4);
      figures += checkFigures(moments);
      await checkHistory(store, moments);
    }),
    { numRuns: HISTORIES, seed: 20_261_123 },
  );
  expect(figures).toBeGreaterThan(160 * HISTORIES);
}, 120_000);

test('the embedded store gives the same releases, pages and ledgers as plain counting', async () => {
  for (const seed of [3, 11]) {
    const opened = await openOperatorStore({ directory: freshDirectory() }, [rubric], words);
    const store = valueOf(opened);
    try {
      const memory = new MemoryStore(rubric);
      const moments = await play(store, seed, 4);
      await play(memory, seed, 4);
      expect(moments.length).toBeGreaterThan(1);
      for (const kept of memory.kept) {
        const stored = await store.release(kept.number);
        const ofSigner = { body: kept.body, ledger: kept.ledger, pages: kept.pages };
        expect(stored).toMatchObject(ofSigner);
        expect(await pagesOf(store, kept.number)).toEqual(await pagesOf(memory, kept.number));
      }
      expect(await store.releases()).toEqual(memory.kept.map(({ number }) => number));
      checkFigures(moments);
      await checkHistory(store, moments);
    } finally {
      await store.close();
    }
  }
}, 60_000);
