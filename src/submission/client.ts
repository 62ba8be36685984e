import type * as z from 'zod/mini';
import { parseBenchmark } from '../rubric/load';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Answer, ExchangeOptions } from './exchange';
import { exchange } from './exchange';
import type { BenchmarkPort, Cycle } from './port';
import {
  cycleSchema,
  IDEMPOTENCY_HEADER,
  idempotencyKey,
  problemSchema,
  releaseListSchema,
} from './protocol';
import type { VerifySignature } from './receipt';
import { verifyReceipt } from './receipt';
import type { Receipt, SubmissionRecord } from './record';
import { receiptSchema } from './record';

export interface ClientOptions extends ExchangeOptions {
  /** Checks the receipt's signature against the key of `GET /v1/cycle`; without it the signature is kept unchecked. */
  readonly verify?: VerifySignature;
}

const DETAIL_AT_MOST = 500;

/**
 * The benchmark service over HTTP. Every outcome is a value; codes: those of `exchange`, and `refused` (the service's
 * own words), `conflict` (another row holds the key), `not-understood` (another version answers), `receipt-mismatch`,
 * `signature-invalid`. After any of them the row may be sent again: the same record never makes a second row.
 */
export function benchmarkClient(options: ClientOptions): BenchmarkPort {
  const { endpoint, words, verify } = options;
  const underWay = new Map<string, Promise<Result<Receipt>>>();

  async function get<T>(path: string, read: (body: unknown) => Result<T>): Promise<Result<T>> {
    const answer = await exchange(options, path, { method: 'GET' });
    if (!answer.ok) return answer;
    return answer.value.status === 200 ? read(answer.value.body) : refusal(answer.value);
  }

  const readBy =
    <S extends z.ZodMiniType>(schema: S) =>
    (body: unknown): Result<z.output<S>> => {
      const parsed = schema.safeParse(body);
      return parsed.success ? success(parsed.data) : notUnderstood();
    };

  const notUnderstood = () => failed('not-understood', words('submission.notUnderstood', { endpoint }));

  function refusal({ status, body }: Answer): Result<never> {
    if (status >= 500) {
      return failed('service-failed', words('submission.serviceFailed', { endpoint, status }));
    }
    const problem = problemSchema.safeParse(body);
    if (!problem.success || status < 400) return notUnderstood();
    const detail = problem.data.detail.slice(0, DETAIL_AT_MOST);
    return status === 409
      ? failed('conflict', words('submission.conflict', { detail }))
      : failed('refused', words('submission.refused', { detail }));
  }

  async function send(record: SubmissionRecord): Promise<Result<Receipt>> {
    const answer = await exchange(options, '/v1/submissions', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        [IDEMPOTENCY_HEADER]: idempotencyKey(record.nullifier),
      },
      body: record.bytes,
    });
    if (!answer.ok) return answer;
    if (answer.value.status !== 200 && answer.value.status !== 201) return refusal(answer.value);
    const receipt = readBy(receiptSchema)(answer.value.body);
    if (!receipt.ok) return receipt;
    const different = differenceOf(receipt.value, record);
    if (different !== null) {
      return failed('receipt-mismatch', words('submission.receiptMismatch', { field: different }));
    }
    return verify ? checkSignature(receipt.value, verify) : receipt;
  }

  async function checkSignature(receipt: Receipt, check: VerifySignature): Promise<Result<Receipt>> {
    const cycle = await port.cycle();
    if (!cycle.ok) return cycle;
    const { id, publicKey } = cycle.value.receiptKey;
    const genuine = receipt.keyId === id && (await verifyReceipt(receipt, publicKey, check));
    return genuine === false
      ? failed('signature-invalid', words('submission.signatureInvalid', { endpoint }))
      : success(receipt);
  }

  const port: BenchmarkPort = {
    endpoint,
    cycle: () => get<Cycle>('/v1/cycle', readBy(cycleSchema)),
    async releases() {
      const list = await get('/v1/releases', readBy(releaseListSchema));
      return list.ok ? success(list.value.releases) : list;
    },
    release: (id) =>
      get(`/v1/releases/${encodeURIComponent(id)}`, (body) => {
        const benchmark = parseBenchmark(body, id, words);
        return benchmark.ok ? benchmark : notUnderstood();
      }),
    /** A second click while the first try is under way joins it. */
    submit(record) {
      const key = `${record.nullifier} ${record.bytes}`;
      const joined = underWay.get(key) ?? send(record).finally(() => underWay.delete(key));
      underWay.set(key, joined);
      return joined;
    },
  };
  return port;
}

/** The field in which a receipt speaks of another row than the one sent, or null. */
function differenceOf(receipt: Receipt, record: SubmissionRecord): 'rowHash' | 'nullifier' | 'cycle' | null {
  if (receipt.rowHash !== record.hash) return 'rowHash';
  if (receipt.nullifier !== record.nullifier) return 'nullifier';
  return receipt.cycle === record.cycle ? null : 'cycle';
}
