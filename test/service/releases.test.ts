import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { type Release, releaseSchema } from '../../src/rubric/release';
import { canonicalJson } from '../../src/submission/canonical';
import { cycleSchema, proofPageSchema, releaseListSchema } from '../../src/submission/protocol';
import { ed25519Verifier } from '../../src/submission/receipt';
import { verifyRelease } from '../../src/submission/release';
import { countLeafIn, leafOf, verifyPage } from '../../src/submission/release-tree';
import { freshDirectory, openedService, problemCode } from './fixtures';
import { madeRelease } from './made-release';
import { asOperator } from './members';
import { entryOf } from './release/fixtures';
import { digest } from './tokens/fixtures';

const IMMUTABLE = 'public, max-age=31536000, immutable';
const dataDir = freshDirectory();
let service: FastifyInstance;
let first: Release;
let second: Release;
beforeAll(async () => {
  service = await openedService({ dataDir, mode: 'code' });
  first = await madeRelease(dataDir, [0, 30]);
  second = await madeRelease(dataDir, [30, 60]);
}, 60_000);

const storedReleases = () =>
  asOperator(dataDir, async (store) => Promise.all([1, 2].map(async (number) => store.release(number))));

describe('a release', () => {
  it('is listed after the published figures, oldest first', async () => {
    const { releases } = releaseListSchema.parse((await service.inject('/v1/releases')).json());
    expect(releases.map(({ kind }) => kind)).toEqual([
      'published',
      'published',
      'sample',
      'release',
      'release',
    ]);
    expect(releases.slice(3)).toEqual([
      { id: 'r1', kind: 'release', cycle: '2026', title: 'Cycle 2026, release 1' },
      { id: 'r2', kind: 'release', cycle: '2026', title: 'Cycle 2026, release 2' },
    ]);
  });

  it('is served byte for byte as it was signed, for ever, and its signature verifies', async () => {
    const { receiptKey } = cycleSchema.parse((await service.inject('/v1/cycle')).json());
    const stored = await storedReleases();
    for (const [i, release] of [first, second].entries()) {
      const response = await service.inject(`/v1/releases/r${i + 1}`);
      expect(response.body).toBe(stored[i]?.body);
      expect(response.body).toBe(canonicalJson(release));
      expect(response.headers['cache-control']).toBe(IMMUTABLE);
      expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
      const served = releaseSchema.parse(response.json());
      expect(await verifyRelease(served, receiptKey.publicKey, ed25519Verifier(crypto.subtle))).toBe(true);
    }
  });

  it('comes as a table, too, with a name to save it under', async () => {
    const { body, headers } = await service.inject('/v1/releases/r2.csv');
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'cache-control': IMMUTABLE,
      'content-disposition': 'attachment; filename="jsp-benchmark-r2.csv"',
    });
    expect(body.split('\r\n').length).toBeGreaterThan(44);
  });

  it('proves, page by page, that each of its rows is counted once, and no other', async () => {
    const { root, capacity } = first.tree;
    const response = await service.inject('/v1/releases/r1/proof');
    expect(response.headers['cache-control']).toBe(IMMUTABLE);
    const page = proofPageSchema.parse(response.json());
    expect((await service.inject('/v1/releases/r1/proof?page=0')).body).toBe(response.body);
    expect(await verifyPage(page, root, capacity, digest)).toBe(true);
    const countOf = async (seed: number) => {
      const { nullifier, rowHash } = entryOf(seed);
      return countLeafIn(page, await leafOf({ nullifier, revision: 1, rowHash }, 'r1', digest));
    };
    expect(await Promise.all([0, 7, 29].map(countOf))).toEqual([1, 1, 1]);
    expect(await Promise.all([30, 59].map(countOf))).toEqual([0, 0]);
  });

  it('serves nothing of what it remembers for itself: not its ledger, not how many rows there are', async () => {
    const urls = ['', '.csv', '/proof'].map((end) => `/v1/releases/r1${end}`);
    const [stored] = await storedReleases();
    const { filling } = JSON.parse(stored?.ledger ?? '') as { filling: string };
    for (const url of [...urls, '/report/r1']) {
      const { body } = await service.inject(url);
      expect(body).not.toContain(filling);
      expect(body).not.toContain('jsp-ledger');
    }
  });

  it.each([
    '/v1/releases/r3',
    '/v1/releases/r0',
    '/v1/releases/r01',
    '/v1/releases/r1.json',
    '/v1/releases/R1',
    '/v1/releases/r9999999',
    '/v1/releases/r3.csv',
    '/v1/releases/mdic-2022.csv',
    '/v1/releases/mdic-2022/proof',
    '/v1/releases/r1/proof?page=1',
    '/v1/releases/r1/proof?page=-1',
    '/v1/releases/r1/proof?page=0&page=0',
    '/v1/releases/r1/proof?page=0x0',
    '/v1/releases/r1/proof?page=99999999999999999999',
    '/v1/releases/r1/proof?page=',
    '/report/r3',
    '/report/mdic-2022',
    '/report/',
  ])('that is not there is not found, and nobody keeps that answer: %s', async (url) => {
    const response = await service.inject(url);
    expect(response.statusCode).toBe(404);
    expect(['not-found', 'release-unknown']).toContain(problemCode(response));
  });
});

describe('a report', () => {
  const hashes = (html: string) =>
    [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(
      ([, style]) =>
        `'sha256-${createHash('sha256')
          .update(style ?? '')
          .digest('base64')}'`,
    );

  it('is the stored page, which may apply its own style and do nothing else', async () => {
    const [stored] = await storedReleases();
    const { body, headers } = await service.inject('/report/r1');
    expect(body).toBe(stored?.report);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': IMMUTABLE,
      'content-security-policy': `default-src 'none';style-src ${hashes(body).join()};base-uri 'none';form-action 'none';frame-ancestors 'none'`,
    });
  });

  it('is linked from the list of reports, newest first; without releases the list says so', async () => {
    const { body, headers } = await service.inject('/report');
    expect([...body.matchAll(/href="(report\/[^"]+)"/g)].map(([, link]) => link)).toEqual([
      'report/r2',
      'report/r1',
    ]);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain(`style-src ${hashes(body).join()};`);
    const none = await openedService({ mode: 'code' });
    expect((await none.inject('/report')).body).toContain('No release has been made yet.');
  });
});
