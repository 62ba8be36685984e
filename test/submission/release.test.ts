import { createHash, generateKeyPairSync, sign, webcrypto } from 'node:crypto';
import type { Release } from '../../src/rubric/release';
import { canonicalJson } from '../../src/submission/canonical';
import { ed25519Verifier } from '../../src/submission/receipt';
import {
  parseRelease,
  releaseBytes,
  releaseHash,
  releaseNumber,
  verifyRelease,
} from '../../src/submission/release';
import { words } from './fixtures';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const rawKey = publicKey.export({ format: 'jwk' })['x'] as string;
const verify = ed25519Verifier(webcrypto.subtle as SubtleCrypto);

const unsigned: Omit<Release, 'signature'> = {
  schema: 'jsp-release/1',
  id: 'r2',
  cycle: '2026',
  rubric: { id: 'jsp', versions: ['1.0.0'] },
  made: '2027-03-31',
  previous: 'a'.repeat(64),
  rules: { leastRows: 5, fullRows: 10, leastDifference: 5, greatestShare: 90, leastAgeDays: 90 },
  cells: {
    all: {
      asOf: 'r1',
      rows: '5-9',
      composite: { answers: '5-9', mean: 150, median: 140 },
      domains: { ORG: { hidden: 'few' } },
      items: {},
    },
    'size:under-250': { hidden: 'complement' },
  },
  tree: { root: 'b'.repeat(64), capacity: 64 },
  keyId: 'k'.repeat(43),
};
const signature = sign(null, releaseBytes(unsigned), privateKey).toString('base64url');
const release: Release = { ...unsigned, signature };

test('the bytes of a release are the canonical JSON of all but its signature, and its hash is theirs', async () => {
  const bytes = Buffer.from(releaseBytes(release));
  expect(bytes.toString('ascii')).toBe(canonicalJson(unsigned));
  const hash = await releaseHash(release, (data) => webcrypto.subtle.digest('SHA-256', data));
  expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
});

test('a release is genuine under the key that signed it, and under no other', async () => {
  expect(await verifyRelease(release, rawKey, verify)).toBe(true);
  const other = Buffer.alloc(32, 9).toString('base64url');
  expect(await verifyRelease(release, other, verify)).toBe(false);
  expect(await verifyRelease({ ...release, made: '2027-04-01' }, rawKey, verify)).toBe(false);
  expect(await verifyRelease(release, rawKey, () => Promise.resolve('unsupported'))).toBe('unsupported');
});

test.each([
  ['id', { ...release, id: 'x1' }],
  ['cells.all', { ...release, cells: { all: { asOf: 'r1' } } }],
  ['tree.capacity', { ...release, tree: { ...release.tree, capacity: 100 } }],
  ['cells.all.asOf', { ...release, id: 'r1', cells: { all: { ...release.cells['all'], asOf: 'r2' } } }],
  ['-', { ...release, more: 1 }],
  ['-', null],
])('what is no release names the field %s', (place, json) => {
  const parsed = parseRelease(json, words);
  expect(parsed.ok ? null : parsed.failure.code).toBe('release-invalid');
  expect(parsed.ok ? '' : parsed.failure.message).toContain(`: ${place}: `);
});

test('a release is read as it was written', () => {
  expect(parseRelease(JSON.parse(JSON.stringify(release)), words)).toEqual({ ok: true, value: release });
  expect(releaseNumber('r12')).toBe(12);
});
