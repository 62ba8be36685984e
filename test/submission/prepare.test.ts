import { prepare, type PrepareContext } from '../../src/submission/prepare';
import { accepted, corrected, correcting, withdrawn } from '../../src/submission/settle';
import type { Receipt } from '../../src/submission/record';
import { CYCLE, keyOf, recordOf, sha256, someRow, words } from './fixtures';

const ENDPOINT = 'https://benchmark.example';
const context = (change: Partial<PrepareContext> = {}): PrepareContext => ({
  records: [],
  endpoint: ENDPOINT,
  today: '2026-11-23',
  digest: (bytes) => crypto.subtle.digest('SHA-256', bytes),
  access: { nullifier: keyOf('new'), owner: keyOf('owner'), authorization: null, bound: false },
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
    nullifier: keyOf('new'),
    cycle: CYCLE,
    endpoint: ENDPOINT,
    bytes,
    hash,
    prepared: '2026-11-23',
    state: 'waiting',
    receipt: null,
    owner: keyOf('owner'),
    authorization: null,
    correction: null,
    withdrawal: null,
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

it('keeps the owner of a waiting row, and lets it go with what admits it now', async () => {
  const waiting = {
    ...recordOf(someRow(2), keyOf(2)),
    owner: keyOf(3),
    authorization: 'MemberCode code="A"',
  };
  const access = { ...context().access, authorization: 'MemberCode code="B"' };
  const { record } = await prepared({ records: [waiting], access });
  expect(record).toMatchObject({
    nullifier: keyOf(2),
    owner: keyOf(3),
    authorization: 'MemberCode code="B"',
  });
});

it('lets a token keep its own key: a row that waits under another one is not taken over', async () => {
  const waiting = recordOf(someRow(1), keyOf(2));
  const access = {
    nullifier: keyOf(4),
    owner: keyOf(5),
    authorization: 'PrivateToken token="A"',
    bound: true,
  };
  const { record, replaces } = await prepared({ records: [waiting], access });
  expect(record).toMatchObject({
    ...{ nullifier: keyOf(4), owner: keyOf(5) },
    authorization: access.authorization,
  });
  expect(replaces).toBeNull();
});

describe('what becomes of a record', () => {
  const waiting = { ...recordOf(someRow(2), keyOf(1)), authorization: 'MemberCode code="A"' };
  const correction = { bytes: '{}', hash: 'b'.repeat(64), prepared: '2026-12-01' };
  const withdrawal = {
    ...({ schema: 'jsp-withdrawal/1', nullifier: keyOf(1), revision: 2, cycle: CYCLE } as const),
    ...{ keyId: keyOf(2), signature: 'A'.repeat(86) },
  };

  it('forgets what admitted it once the row is taken', () => {
    expect(accepted(waiting, receipt)).toMatchObject({ state: 'accepted', authorization: null, receipt });
  });

  it('takes the bytes of a correction when its receipt is there, not before', () => {
    const drafted = correcting(accepted(waiting, receipt), correction);
    expect(drafted).toMatchObject({ bytes: waiting.bytes, hash: waiting.hash, correction });
    const second = { ...receipt, revision: 2 };
    expect(corrected(drafted, second)).toMatchObject({ ...correction, correction: null, receipt: second });
    expect(() => corrected(waiting, receipt)).toThrow('No correction');
  });

  it('is accepted again when a row is put back after a withdrawal', () => {
    const gone = withdrawn(accepted(waiting, receipt), withdrawal);
    expect(gone).toMatchObject({ state: 'withdrawn', withdrawal, receipt, bytes: waiting.bytes });
    expect(corrected(correcting(gone, correction), receipt)).toMatchObject({
      state: 'accepted',
      withdrawal: null,
    });
  });

  it('blocks a second row of the cycle also when it was withdrawn', async () => {
    const gone = withdrawn(accepted(waiting, receipt), withdrawal);
    expect(await prepare(someRow(1), context({ records: [gone] }))).toMatchObject({
      failure: { code: 'already-accepted' },
    });
  });
});
