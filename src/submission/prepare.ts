import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import { asciiBytes, canonicalJson } from './canonical';
import { toBase64url, toHex } from './encoding';
import type { SubmissionRecord } from './record';
import type { Row } from './row';

/** SHA-256, such as `(bytes) => crypto.subtle.digest('SHA-256', bytes)`. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;

export interface PrepareContext {
  /** What the workbook holds already. */
  readonly records: readonly SubmissionRecord[];
  readonly endpoint: string;
  /** ISO day; stays in the workbook. */
  readonly today: string;
  readonly digest: Digest;
  /** Cryptographically random bytes. */
  readonly random: (count: number) => Uint8Array;
  readonly words: Words;
}

export interface Prepared {
  readonly bytes: string;
  readonly hash: string;
  readonly record: SubmissionRecord;
  /** A waiting record of this cycle with other bytes, which `record` takes the place of; it may have arrived unseen. */
  readonly replaces: SubmissionRecord | null;
}

/**
 * Turns a row into the record that is shown, kept in the workbook and sent. One key (nullifier) a workbook and cycle:
 * a waiting record's key is used again, so that no series of tries makes two rows. Refuses (`already-accepted`) where
 * this endpoint accepted a row of the cycle.
 */
export async function prepare(row: Row, context: PrepareContext): Promise<Result<Prepared>> {
  const { records, endpoint, today, digest, random, words } = context;
  const ofCycle = records.filter((record) => record.cycle === row.cycle);
  const accepted = ofCycle.find((record) => record.state === 'accepted' && record.endpoint === endpoint);
  if (accepted) return failed('already-accepted', words('submission.alreadyAccepted', { cycle: row.cycle }));

  const bytes = canonicalJson(row);
  const hash = toHex(new Uint8Array(await digest(asciiBytes(bytes))));
  const waiting = ofCycle.findLast((record) => record.state === 'waiting') ?? null;
  const record: SubmissionRecord = {
    nullifier: waiting?.nullifier ?? toBase64url(random(32)),
    cycle: row.cycle,
    endpoint,
    bytes,
    hash,
    prepared: today,
    state: 'waiting',
    receipt: null,
    owner: null,
    authorization: null,
    correction: null,
    withdrawal: null,
  };
  return success({ bytes, hash, record, replaces: waiting && waiting.bytes !== bytes ? waiting : null });
}

/** The record once its receipt is there. */
export const accepted = (
  record: SubmissionRecord,
  receipt: NonNullable<SubmissionRecord['receipt']>,
): SubmissionRecord => ({ ...record, state: 'accepted', receipt });
