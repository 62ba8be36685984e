import type { Result } from '../words/result';
import { failed } from '../words/result';
import type { ExchangeOptions } from './exchange';
import type { BenchmarkPort } from './port';
import { memberCodeAuthorization, TOKEN_REQUEST_TYPE, TOKEN_RESPONSE_TYPE } from './protocol';
import type { Receipt, SubmissionRecord, Withdrawal } from './record';
import { receiptSchema, withdrawalSchema } from './record';
import {
  AUTHORIZATION,
  CONTENT_TYPE,
  correctionHeaders,
  heldRevision,
  submissionHeaders,
  withdrawalHeaders,
} from './request-headers';
import { serviceCall } from './service-call';
import { type KeyOptions, serviceKeys } from './service-keys';
import { serviceReleases } from './service-releases';

export type ClientOptions = ExchangeOptions & KeyOptions;

/**
 * The benchmark service over HTTP. Every outcome is a value; codes: those of `serviceCall`, `receipt-mismatch`,
 * `signature-invalid`, and `key-not-pinned`, before anything is sent. After any of them the row may be sent again: the
 * same record never makes a second row, and the same correction or withdrawal is made once.
 */
export function benchmarkClient(options: ClientOptions): BenchmarkPort {
  const { endpoint, words } = options;
  const call = serviceCall(options);
  const keys = serviceKeys(call, options);
  const underWay = new Map<string, Promise<unknown>>();

  /** A second click while the first try is under way joins it. */
  function once<T>(key: string, run: () => Promise<T>): Promise<T> {
    const joined = (underWay.get(key) as Promise<T> | undefined) ?? run().finally(() => underWay.delete(key));
    underWay.set(key, joined);
    return joined;
  }

  async function proven<P extends Receipt | Withdrawal>(proof: Result<P>, expected: Expected) {
    if (!proof.ok) return proof;
    const field = differenceOf(proof.value, expected);
    return field === null
      ? keys.checkProof(proof.value)
      : failed('receipt-mismatch', words('submission.receiptMismatch', { field }));
  }

  async function submit(record: SubmissionRecord): Promise<Result<Receipt>> {
    const pinned = await keys.checkPins();
    if (!pinned.ok) return pinned;
    const init = { method: 'POST', headers: submissionHeaders(record), body: record.bytes };
    return proven(await call.send('/v1/submissions', init, receiptSchema), { ...record, revision: 1 });
  }

  async function correct(record: SubmissionRecord, secret: string): Promise<Result<Receipt>> {
    const { correction } = record;
    if (!correction) throw new Error('A correction must be prepared before it is sent');
    const pinned = await keys.checkPins();
    if (!pinned.ok) return pinned;
    const init = { method: 'PUT', headers: correctionHeaders(record, secret), body: correction.bytes };
    const receipt = await call.send(rowPath(record), init, receiptSchema);
    return proven(receipt, { ...record, hash: correction.hash, revision: heldRevision(record) });
  }

  async function withdraw(record: SubmissionRecord, secret: string): Promise<Result<Withdrawal>> {
    const pinned = await keys.checkPins();
    if (!pinned.ok) return pinned;
    const init = { method: 'DELETE', headers: withdrawalHeaders(secret) };
    const withdrawal = await call.send(rowPath(record), init, withdrawalSchema);
    return proven(withdrawal, { ...record, revision: heldRevision(record) });
  }

  async function buyToken(code: string, request: Uint8Array): Promise<Result<Uint8Array>> {
    const pinned = await keys.checkPins();
    if (!pinned.ok) return pinned;
    const headers = { [CONTENT_TYPE]: TOKEN_REQUEST_TYPE, [AUTHORIZATION]: memberCodeAuthorization(code) };
    const init = { method: 'POST', headers, body: Uint8Array.from(request) };
    return call.sendForBytes('/v1/tokens', init, TOKEN_RESPONSE_TYPE);
  }

  return {
    endpoint,
    cycle: keys.cycle,
    keys: keys.keys,
    submit: (record) => once(`POST ${record.nullifier} ${record.bytes}`, () => submit(record)),
    correct: (record, secret) =>
      once(`PUT ${record.nullifier} ${record.correction?.bytes}`, () => correct(record, secret)),
    withdraw: (record, secret) => once(`DELETE ${record.nullifier}`, () => withdraw(record, secret)),
    buyToken: (code, request) => once(`TOKEN ${code} ${request.join()}`, () => buyToken(code, request)),
    ...serviceReleases(call, keys, options),
  };
}

const rowPath = ({ nullifier }: SubmissionRecord): string => `/v1/submissions/${nullifier}`;

interface Expected extends Pick<SubmissionRecord, 'nullifier' | 'cycle' | 'hash'> {
  /** The least one that can be true. */
  readonly revision: number;
}

/** The field in which a receipt or withdrawal speaks of something else than what was sent, or null. */
function differenceOf(proof: Receipt | Withdrawal, expected: Expected): string | null {
  if (proof.schema === 'jsp-receipt/1' && proof.rowHash !== expected.hash) return 'rowHash';
  if (proof.nullifier !== expected.nullifier) return 'nullifier';
  if (proof.cycle !== expected.cycle) return 'cycle';
  return proof.revision >= expected.revision ? null : 'revision';
}
