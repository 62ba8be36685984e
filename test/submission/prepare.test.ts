import { accepted, prepare, type PrepareContext } from '../../src/submission/prepare';
import type { Receipt } from '../../src/submission/record';
import { CYCLE, keyOf, recordOf, sha256, someRow, words } from './fixtures';

const ENDPOINT = 'https://benchmark.example';
const context = (change: Partial<PrepareContext> = {}): PrepareContext => ({
  records: [],
  endpoint: ENDPOINT,
  today: '2026-11-23',
  digest: (bytes) => crypto.subtle.digest('SHA-256', bytes),
  random: (count) => new Uint8Array(count).fill(7),
  words,
  ...change,
});
const receipt: Receipt = {
  schema: 'jsp-receipt/1',
  nullifier: keyOf(1),
  revision: 1,
  cycle: CYCLE,
  rowHash: '0'.repeat(64),
  keyId: keyOf(2),
  signature: 'A'.repeat(86),
};

async function prepared(change: Partial<PrepareContext> = {}, row = someRow(1)) {
  const result = await prepare(row, context(change));
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

it('makes a waiting record whose hash is that of its bytes', async () => {
  const { bytes, hash, record, replaces } = await prepared();
  expect(hash).toBe(sha256(bytes).toString('hex'));
  expect(record).toEqual({
    nullifier: Buffer.alloc(32, 7).toString('base64url'),
    cycle: CYCLE,
    endpoint: ENDPOINT,
    bytes,
    hash,
    prepared: '2026-11-23',
    state: 'waiting',
    receipt: null,
  });
  expect(replaces).toBeNull();
});

it('keeps the key of a waiting row, so that a changed second try never becomes a second row', async () => {
  const waiting = recordOf(someRow(2), keyOf(2));
  const { record, replaces } = await prepared({ records: [waiting] });
  expect(record.nullifier).toBe(keyOf(2));
  expect(record.bytes).not.toBe(waiting.bytes);
  expect(replaces).toEqual(waiting);
});

it('replaces nothing when the bytes are the same', async () => {
  const waiting = recordOf(someRow(1), keyOf(2));
  const { record, replaces } = await prepared({ records: [waiting] });
  expect([record.nullifier, record.bytes, replaces]).toEqual([keyOf(2), waiting.bytes, null]);
});

it('takes a new key for another cycle', async () => {
  const waiting = { ...recordOf(someRow(2), keyOf(2)), cycle: '2025' };
  expect((await prepared({ records: [waiting] })).record.nullifier).not.toBe(keyOf(2));
});

it('says so where a row of the cycle was accepted by this endpoint', async () => {
  const done = accepted(recordOf(someRow(2), keyOf(1)), receipt);
  expect(done).toMatchObject({ state: 'accepted', receipt });
  expect(await prepare(someRow(1), context({ records: [done] }))).toMatchObject({
    ok: false,
    failure: { code: 'already-accepted', message: expect.stringContaining(CYCLE) as string },
  });
  const elsewhere = { ...done, endpoint: 'http://localhost:3000' };
  expect((await prepared({ records: [elsewhere] })).record.nullifier).not.toBe(keyOf(1));
});
