import { webcrypto } from 'node:crypto';
import { canonicalJson } from '../../src/submission/canonical';
import { ed25519Verifier } from '../../src/submission/receipt';
import type { SubmissionRecord } from '../../src/submission/record';
import {
  readRecordFile,
  type ReadRecordOptions,
  recordFileText,
  saysRecordFile,
} from '../../src/submission/record-file';
import { NO_PINS } from '../../src/submission/shipped-cycle';
import { rowOf, someAnswers, words } from './fixtures';
import { ReceiptKey } from './signed-record';

const key = new ReceiptKey();
const bytes = canonicalJson(rowOf(someAnswers(3)));
const record = key.record(bytes);
const options: ReadRecordOptions = {
  words,
  digest: (data) => webcrypto.subtle.digest('SHA-256', data),
  verify: ed25519Verifier(webcrypto.subtle as SubtleCrypto),
  pins: NO_PINS,
  endpoint: 'https://benchmark.example',
};
const read = (text: string, change: Partial<ReadRecordOptions> = {}) =>
  readRecordFile(text, { ...options, ...change });
const readOf = (changed: SubmissionRecord, publicKey: string | null = key.publicKey) =>
  read(recordFileText(changed, publicKey));

it('takes what the page saves, and finds that its signature holds', async () => {
  const text = recordFileText(record, key.publicKey);
  expect(canonicalJson(JSON.parse(text))).toBe(text);
  expect(saysRecordFile(text)).toBe(true);
  expect(await read(`\n ${text}\n`)).toEqual({
    ok: true,
    value: { record, publicKey: key.publicKey, signature: 'valid' },
  });
});

it('takes the record of a row that was taken back', async () => {
  const withdrawn = key.withdrawn(bytes);
  expect(await readOf(withdrawn)).toMatchObject({ ok: true, value: { record: withdrawn } });
});

it('says where a signature was not checked', async () => {
  expect(await readOf(record, null)).toMatchObject({ ok: true, value: { signature: 'unchecked' } });
  const verify = () => Promise.resolve('unsupported' as const);
  expect(await read(recordFileText(record, key.publicKey), { verify })).toMatchObject({
    ok: true,
    value: { signature: 'unsupported' },
  });
});

it('takes the records of any service where the build names none', async () => {
  const elsewhere = { ...record, endpoint: 'https://other.example' };
  expect(await read(recordFileText(elsewhere, key.publicKey), { endpoint: '' })).toMatchObject({ ok: true });
});

const other = new ReceiptKey();
const otherBytes = canonicalJson(rowOf(someAnswers(4)));
const withdrawn = key.withdrawn(bytes);

it.each<[what: string, text: string, code: string, words: RegExp]>([
  ['no JSON', 'jsp', 'record-not-json', /not JSON/],
  ['a row', bytes, 'record-not-ours', /is a row, not a record/],
  ['another JSON', '{"a":1}', 'record-not-ours', /not a record.*\/schema/],
  ['null', 'null', 'record-not-ours', /not a record/],
  [
    'a field too many',
    canonicalJson({ schema: 'jsp-record/1', record: { ...record, note: 'x' }, publicKey: null }),
    'record-not-ours',
    /not known: note/,
  ],
  ['a row that waits', textOf({ state: 'waiting', receipt: null }), 'record-unfinished', /no receipt/],
  [
    'a correction that waits',
    textOf({ correction: { bytes, hash: record.hash, prepared: '2026-11-23' } }),
    'record-unfinished',
    /no receipt/,
  ],
  [
    'a code that goes along',
    textOf({ authorization: 'MemberCode code="x"' }),
    'record-unfinished',
    /no receipt/,
  ],
  ['another service', textOf({ endpoint: 'https://other.example' }), 'record-elsewhere', /other\.example/],
  ['bytes that are no row', textOf({ bytes: '{}' }), 'record-damaged', /damaged/],
  ['bytes with a space', textOf({ bytes: `${bytes} ` }), 'record-damaged', /hash/],
  ['bytes in another order', textOf({ bytes: reordered(bytes) }), 'record-damaged', /something changed them/],
  ['other bytes', textOf({ bytes: otherBytes }), 'record-damaged', /hash/],
  ['another hash', textOf({ hash: '0'.repeat(64) }), 'record-damaged', /hash/],
  ['another cycle', textOf({ cycle: '2027' }), 'record-mismatch', /cycle/],
  [
    'a receipt of another row',
    textOf({ receipt: key.record(otherBytes).receipt }),
    'record-mismatch',
    /rowHash/,
  ],
  [
    'a receipt of another key',
    textOf({ receipt: key.record(bytes, { nullifier: 'M'.repeat(43) }).receipt }),
    'record-mismatch',
    /nullifier/,
  ],
  [
    'a withdrawal of an earlier revision',
    textOf({
      ...withdrawn,
      receipt: key.receipt(record.nullifier, record.cycle, record.hash, 5),
    }),
    'record-mismatch',
    /revision/,
  ],
  [
    'a signature of another key',
    textOf({ receipt: { ...other.record(bytes).receipt!, keyId: key.id } }),
    'signature-invalid',
    /not signed/,
  ],
  ['another public key', recordFileText(record, other.publicKey), 'signature-invalid', /not signed/],
])('refuses %s, in words', async (_, text, code, sentence) => {
  const result = await read(text);
  expect(result).toMatchObject({ ok: false, failure: { code } });
  expect(result.ok ? '' : result.failure.message).toMatch(sentence);
});

describe('where the build pins a key', () => {
  const pinned = { pins: { receiptKey: key.id, tokenKey: null } };

  it('takes what that key signed', async () => {
    expect(await read(recordFileText(record, key.publicKey), pinned)).toMatchObject({ ok: true });
  });

  it('refuses what another key signed, well as it may have', async () => {
    const theirs = other.record(bytes);
    const result = await read(recordFileText(theirs, other.publicKey), pinned);
    expect(result).toMatchObject({ ok: false, failure: { code: 'key-not-pinned' } });
    expect(result.ok ? '' : result.failure.message).toContain(other.id);
  });
});

function textOf(change: Partial<SubmissionRecord>): string {
  return recordFileText({ ...record, ...change }, key.publicKey);
}

function reordered(row: string): string {
  const { cycle, ...rest } = JSON.parse(row) as Record<string, unknown>;
  return JSON.stringify({ ...rest, cycle });
}
