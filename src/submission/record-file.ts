import * as z from 'zod/mini';
import { explainIssue } from '../words/explain-issue';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { WordKey, Words, WordValues } from '../words/words';
import { canonicalJson } from './canonical';
import { fromBase64url, toBase64url } from './encoding';
import { type Digest, hashOf } from './prepare';
import { type VerifySignature, verifyReceipt, verifyWithdrawal } from './receipt';
import { keyText, type SubmissionRecord, submissionRecordSchema } from './record';
import { jsonOf, readRow } from './read-row';
import type { Pins } from './shipped-cycle';

/** What the benchmark's page saves of a row that was taken, so that a workbook can keep it: jsp-record-<cycle>.json. */
const recordFileSchema = z.strictObject({
  schema: z.literal('jsp-record/1'),
  record: submissionRecordSchema,
  /** The raw Ed25519 key (base64url) that signed the receipt or withdrawal: its SHA-256 is the id that they name. */
  publicKey: z.nullable(keyText),
});

/** The file's text; without a key it is checked by asking the service for it. */
export const recordFileText = (record: SubmissionRecord, publicKey: string | null): string =>
  canonicalJson({ schema: 'jsp-record/1', record, publicKey });

export const recordFileName = (cycle: string): string => `jsp-record-${cycle}.json`;
export const rowFileName = (cycle: string): string => `jsp-row-${cycle}.json`;

/** Whether a text would be a record file, by what it says of itself. */
export const saysRecordFile = (text: string): boolean => schemaOf(text) === 'jsp-record/1';

export interface ReadRecordOptions {
  readonly words: Words;
  readonly digest: Digest;
  readonly verify: VerifySignature;
  readonly pins: Pins;
  /** The service whose records are taken; empty takes those of any. */
  readonly endpoint: string;
}

export interface ReadRecord {
  readonly record: SubmissionRecord;
  readonly publicKey: string | null;
  /** `unchecked`: the file names no key. */
  readonly signature: 'valid' | 'unsupported' | 'unchecked';
}

/**
 * The record in a text that was pasted or read from a file, checked without asking anybody: its row is canonical and has
 * the hash; receipt or withdrawal speak of it; the key has the id they name, is the pinned one, and signed them. Fails in
 * words: `record-not-json`, `record-not-ours`, `record-elsewhere`, `record-unfinished`, `record-damaged`,
 * `record-mismatch`, `key-not-pinned`, `signature-invalid`.
 */
export async function readRecordFile(text: string, options: ReadRecordOptions): Promise<Result<ReadRecord>> {
  const { words, endpoint } = options;
  const file = parseFile(text, words);
  if (!file.ok) return file;
  const { record, publicKey } = file.value;
  const refused = (code: string, key: WordKey, values?: WordValues) => failed(code, words(key, values));
  if (endpoint !== '' && record.endpoint !== endpoint) {
    const values = { theirs: record.endpoint, ours: endpoint };
    return refused('record-elsewhere', 'handover.recordElsewhere', values);
  }
  const proof = proofOf(record);
  if (!proof || record.correction || record.authorization !== null) {
    return refused('record-unfinished', 'handover.recordUnfinished');
  }
  const row = readRow(record.bytes, words);
  if (!row.ok) {
    return refused('record-damaged', 'handover.recordBadRow', { reason: row.failure.message });
  }
  if (row.value.bytes !== record.bytes || (await hashOf(record.bytes, options.digest)) !== record.hash) {
    return refused('record-damaged', 'handover.recordBadHash');
  }
  const field = row.value.row.cycle === record.cycle ? differingField(record) : 'cycle';
  if (field !== null) return refused('record-mismatch', 'handover.recordBadProof', { field });
  const signature = await checkSignature(proof, publicKey, options);
  return signature.ok ? success({ record, publicKey, signature: signature.value }) : signature;
}

/** What the service signed last of a record: nothing while it waits. */
export function proofOf({ state, receipt, withdrawal }: SubmissionRecord) {
  if (state === 'waiting') return null;
  return state === 'withdrawn' ? withdrawal : receipt;
}

function parseFile(text: string, words: Words): Result<z.infer<typeof recordFileSchema>> {
  const json = jsonOf(text.trim());
  if (json === undefined) return failed('record-not-json', words('handover.recordNotJson'));
  if (schemaOf(text) === 'jsp-row/1') return failed('record-not-ours', words('handover.recordIsRow'));
  const parsed = recordFileSchema.safeParse(json);
  if (parsed.success) return success(parsed.data);
  const [issue] = parsed.error.issues;
  const place = `/${issue?.path.map(String).join('/') ?? ''}`;
  const reason = issue ? explainIssue(issue, words) : '';
  return failed('record-not-ours', words('handover.recordNotOurs', { place, reason }));
}

function schemaOf(text: string): unknown {
  const json = jsonOf(text.trim());
  return json !== null && typeof json === 'object' && 'schema' in json ? json.schema : undefined;
}

/** The field in which a receipt or withdrawal speaks of something else than the record, or null. */
function differingField({ nullifier, cycle, hash, receipt, withdrawal }: SubmissionRecord): string | null {
  if (receipt && receipt.rowHash !== hash) return 'rowHash';
  for (const proof of [receipt, withdrawal]) {
    if (proof && proof.nullifier !== nullifier) return 'nullifier';
    if (proof && proof.cycle !== cycle) return 'cycle';
  }
  return receipt && withdrawal && withdrawal.revision < receipt.revision ? 'revision' : null;
}

async function checkSignature(
  proof: NonNullable<ReturnType<typeof proofOf>>,
  publicKey: string | null,
  { words, digest, verify, pins }: ReadRecordOptions,
): Promise<Result<ReadRecord['signature']>> {
  const { keyId } = proof;
  if (pins.receiptKey !== null && pins.receiptKey !== keyId) {
    return failed('key-not-pinned', words('handover.recordOtherKey', { key: keyId }));
  }
  if (publicKey === null) return success('unchecked');
  const forged = () => failed('signature-invalid', words('handover.recordBadSignature'));
  const id = toBase64url(new Uint8Array(await digest(fromBase64url(publicKey))));
  if (id !== keyId) return forged();
  const genuine =
    proof.schema === 'jsp-receipt/1'
      ? await verifyReceipt(proof, publicKey, verify)
      : await verifyWithdrawal(proof, publicKey, verify);
  if (genuine === 'unsupported') return success('unsupported');
  return genuine ? success('valid') : forged();
}
