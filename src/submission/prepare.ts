import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import { asciiBytes, canonicalJson } from './canonical';
import { toHex } from './encoding';
import type { SubmissionRecord } from './record';
import type { Row } from './row';

/** SHA-256, such as `(bytes) => crypto.subtle.digest('SHA-256', bytes)`. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;

/** What a new row is known by and admitted with. */
export interface RowAccess {
  /** 32 bytes, base64url: derived from the owner's secret, or a blind token's. */
  readonly nullifier: string;
  /** SHA-256 (base64url) of the secret that may change the row. */
  readonly owner: string;
  /** `Authorization`: a member code or a blind token; null in mode `open`. */
  readonly authorization: string | null;
  /** The service takes this nullifier and no other: it is the token's. */
  readonly bound: boolean;
}

export interface PrepareContext {
  /** What the workbook holds already. */
  readonly records: readonly SubmissionRecord[];
  readonly endpoint: string;
  readonly access: RowAccess;
  /** ISO day; stays in the workbook. */
  readonly today: string;
  readonly digest: Digest;
  readonly words: Words;
}

export interface Prepared {
  readonly bytes: string;
  readonly hash: string;
  readonly record: SubmissionRecord;
  /** A waiting record of this cycle with other bytes, which `record` takes the place of; it may have arrived unseen. */
  readonly replaces: SubmissionRecord | null;
  /** The keys of the cycle's records that were there. */
  readonly seen: readonly string[];
}

/**
 * Turns a row into the record that is shown, kept in the workbook and sent. One key (nullifier) a workbook and cycle:
 * a waiting record's key and owner are used again, so that no series of tries makes two rows. Refuses
 * (`already-accepted`) where this endpoint took a row of the cycle: that one can be corrected, also once withdrawn.
 */
export async function prepare(row: Row, context: PrepareContext): Promise<Result<Prepared>> {
  const { records, endpoint, access, today, digest, words } = context;
  const ofCycle = records.filter((record) => record.cycle === row.cycle);
  const taken = ofCycle.find((record) => record.state !== 'waiting' && record.endpoint === endpoint);
  if (taken) return failed('already-accepted', words('submission.alreadyAccepted', { cycle: row.cycle }));

  const { bytes, hash } = await rowBytes(row, digest);
  const waiting = ofCycle.findLast((record) => record.state === 'waiting' && mayKeep(record, access)) ?? null;
  const record: SubmissionRecord = {
    nullifier: waiting?.nullifier ?? access.nullifier,
    cycle: row.cycle,
    endpoint,
    bytes,
    hash,
    prepared: today,
    state: 'waiting',
    receipt: null,
    owner: waiting ? waiting.owner : access.owner,
    authorization: access.authorization,
    correction: null,
    withdrawal: null,
  };
  const replaces = waiting && waiting.bytes !== bytes ? waiting : null;
  return success({ bytes, hash, record, replaces, seen: ofCycle.map(({ nullifier }) => nullifier) });
}

const mayKeep = ({ nullifier }: SubmissionRecord, access: RowAccess): boolean =>
  !access.bound || nullifier === access.nullifier;

/** The bytes of a row as they are sent (canonical JSON), and their SHA-256, lower-case hex. */
export async function rowBytes(row: Row, digest: Digest): Promise<{ bytes: string; hash: string }> {
  const bytes = canonicalJson(row);
  return { bytes, hash: await hashOf(bytes, digest) };
}

/** SHA-256 of a row's bytes, lower-case hex, as a receipt repeats it. */
export const hashOf = async (bytes: string, digest: Digest): Promise<string> =>
  toHex(new Uint8Array(await digest(asciiBytes(bytes))));
