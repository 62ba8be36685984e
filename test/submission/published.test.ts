import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Release } from '../../src/rubric/release';
import { benchmarkClient, type ClientOptions } from '../../src/submission/client';
import { ed25519Verifier } from '../../src/submission/receipt';
import { releaseBytes } from '../../src/submission/release';
import { nodeBytes, PAGE_SIZE, type ProofPage } from '../../src/submission/release-tree';
import { keyOf, sha256, words } from './fixtures';

const ENDPOINT = 'https://benchmark.example';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const publicText = publicKey.export({ format: 'jwk' })['x'] as string;
const keyId = sha256(Buffer.from(publicText, 'base64url')).toString('base64url');

/** Two pages of sorted leaves, their roots, and the root over both. */
const leaves = Array.from({ length: 2 * PAGE_SIZE }, (_, i) => sha256(`leaf ${i}`).toString('hex')).sort();
const halves = [leaves.slice(0, PAGE_SIZE), leaves.slice(PAGE_SIZE)] as const;
function rootOf(level: readonly Buffer[]): Buffer {
  if (level.length === 1) return level[0]!;
  const above = Array.from({ length: level.length / 2 }, (_, i) =>
    sha256(nodeBytes(level[2 * i]!, level[2 * i + 1]!)),
  );
  return rootOf(above);
}
const roots = halves.map((half) => rootOf(half.map((leaf) => Buffer.from(leaf, 'hex'))));
const pages: readonly ProofPage[] = halves.map((half, page) => ({
  ...{ page, pages: 2, leaves: half },
  path: [roots[1 - page]!.toString('hex')],
}));

function releaseWith(change: Partial<Release> = {}): Release {
  const unsigned: Omit<Release, 'signature'> = {
    ...{ schema: 'jsp-release/1', id: 'r2', cycle: '2026', rubric: { id: 'jsp', versions: ['1.0.0'] } },
    ...{ made: '2027-03-31', previous: 'a'.repeat(64), cells: { all: { hidden: 'few' } }, keyId },
    rules: { leastRows: 5, fullRows: 10, leastDifference: 5, greatestShare: 90, leastAgeDays: 90 },
    tree: { root: rootOf(roots).toString('hex'), capacity: leaves.length },
    ...change,
  };
  return { ...unsigned, signature: sign(null, releaseBytes(unsigned), privateKey).toString('base64url') };
}
const release = releaseWith();

const keysWith = (state: 'current' | 'former', id = keyId) => ({
  receipt: [{ id, publicKey: publicText, state }],
  token: [],
});

interface Served {
  readonly body?: unknown;
  readonly keys?: unknown;
  readonly pageAt?: (page: number) => unknown;
}

function clientOver(
  { body = release, keys = keysWith('current'), pageAt = (page) => pages[page] }: Served = {},
  change: Partial<ClientOptions> = {},
) {
  const asked: string[] = [];
  const client = benchmarkClient({
    ...{ endpoint: ENDPOINT, words, timeoutMs: 20_000, schedule: () => () => undefined },
    digest: (data) => crypto.subtle.digest('SHA-256', data),
    verify: ed25519Verifier(crypto.subtle),
    fetch: async (url) => {
      const { pathname, searchParams } = new URL(url);
      asked.push(pathname + (searchParams.size > 0 ? `?${searchParams}` : ''));
      const page = searchParams.get('page');
      const answer = page !== null ? pageAt(Number(page)) : pathname === '/v1/keys' ? keys : body;
      const status = answer === undefined ? 503 : 200;
      return new Response(JSON.stringify(answer ?? {}), {
        status,
        headers: { 'content-type': 'application/json' },
      });
    },
    ...change,
  });
  return { client, asked };
}
const codeOf = async (...served: Parameters<typeof clientOver>) => {
  const read = await clientOver(...served).client.release('r2');
  return read.ok ? read.value.kind : read.failure.code;
};

describe('a release', () => {
  it.each(['current', 'former'] as const)('that a %s key of the service signed is taken', async (state) => {
    const { client } = clientOver({ keys: keysWith(state) });
    expect(await client.release('r2')).toEqual({
      ok: true,
      value: { kind: 'release', release, hash: sha256(releaseBytes(release)).toString('hex') },
    });
  });

  it.each<[string, Served, string]>([
    ['changed after it was signed', { body: { ...release, made: '2027-04-01' } }, 'signature-invalid'],
    [
      'of a key that the service does not name',
      { body: releaseWith({ keyId: keyOf(3) }) },
      'signature-invalid',
    ],
    ['of a key under a false name', { keys: keysWith('current', keyOf(3)) }, 'not-understood'],
    ['under another number', { body: releaseWith({ id: 'r3' }) }, 'not-understood'],
    ['of a later format', { body: { ...release, schema: 'jsp-release/2' } }, 'not-understood'],
  ])('%s is not', async (_, served, code) => {
    expect(await codeOf(served)).toBe(code);
  });

  it('is not taken unchecked where this machine cannot check signatures', async () => {
    expect(await codeOf({}, { verify: () => Promise.resolve('unsupported') })).toBe('signature-unsupported');
  });

  it('does not go through in the plain format, which nobody signs; published figures do', async () => {
    const plain = JSON.parse(readFileSync('rubric/samples/release.json', 'utf8')) as object;
    expect(await codeOf({ body: { ...plain, id: 'r2', kind: 'release' } })).toBe('signature-invalid');
    expect(await codeOf({ body: plain })).toBe('benchmark');
  });
});

describe('counting a leaf', () => {
  it('finds each leaf once, and asks for no page twice', async () => {
    for (const leaf of [leaves[0]!, leaves[PAGE_SIZE - 1]!, leaves[PAGE_SIZE]!, leaves.at(-1)!]) {
      const { client, asked } = clientOver();
      expect(await client.countLeaf(release, leaf)).toEqual({ ok: true, value: 1 });
      expect(new Set(asked).size).toBe(asked.length);
    }
  });

  it('finds none of what is not there', async () => {
    const { client } = clientOver();
    for (const leaf of ['0'.repeat(64), 'f'.repeat(64), sha256('another').toString('hex')]) {
      expect(await client.countLeaf(release, leaf)).toEqual({ ok: true, value: 0 });
    }
  });

  it.each<[string, (page: number) => unknown]>([
    [
      'a leaf left out',
      (n) => ({ ...pages[n], leaves: pages[n]!.leaves.map((x, i) => (i === 5 ? x.replace(/./g, '0') : x)) }),
    ],
    ['the other page', (n) => pages[1 - n]],
    ['the other page under this number', (n) => ({ ...pages[1 - n], page: n })],
    [
      'a leaf doubled',
      (n) => ({ ...pages[n], leaves: pages[n]!.leaves.map((x, i, all) => (i === 5 ? all[4]! : x)) }),
    ],
    ['another way up', (n) => ({ ...pages[n], path: ['0'.repeat(64)] })],
  ])('says not to trust a tree with %s', async (_, pageAt) => {
    const { client } = clientOver({ pageAt });
    expect(await client.countLeaf(release, leaves[7]!)).toMatchObject({
      failure: { code: 'tree-untrusted' },
    });
  });

  it('passes on why a page could not be read', async () => {
    const { client } = clientOver({ pageAt: () => undefined });
    expect(await client.countLeaf(release, leaves[7]!)).toMatchObject({
      failure: { code: 'service-failed' },
    });
  });
});
