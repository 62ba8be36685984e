import { IDEMPOTENCY_HEADER, idempotencyKey, OWNER_HEADER, quoted, SECRET_HEADER } from './protocol';
import type { SubmissionRecord } from './record';

/** What the client sets on a request; the rest are the browser's own headers. Shown and sent from one source. */
export type RequestHeaders = Readonly<Record<string, string>>;

export const AUTHORIZATION = 'Authorization';
export const CONTENT_TYPE = 'Content-Type';
export const IF_MATCH = 'If-Match';

/** The headers that go with a row. */
export function submissionHeaders({ nullifier, owner, authorization }: SubmissionRecord): RequestHeaders {
  return {
    [CONTENT_TYPE]: 'application/json',
    [IDEMPOTENCY_HEADER]: idempotencyKey(nullifier),
    ...(owner === null ? {} : { [OWNER_HEADER]: quoted(owner) }),
    ...(authorization === null ? {} : { [AUTHORIZATION]: authorization }),
  };
}

/** The headers that go with a correction; `secret` is the owner's, base64url. */
export const correctionHeaders = (record: SubmissionRecord, secret: string): RequestHeaders => ({
  [CONTENT_TYPE]: 'application/json',
  [IF_MATCH]: quoted(String(heldRevision(record))),
  [SECRET_HEADER]: quoted(secret),
});

export const withdrawalHeaders = (secret: string): RequestHeaders => ({ [SECRET_HEADER]: quoted(secret) });

/** The revision that the service holds, as far as the record knows: a row that was taken unseen is at its first. */
export const heldRevision = ({ receipt, withdrawal }: SubmissionRecord): number =>
  Math.max(receipt?.revision ?? 1, withdrawal?.revision ?? 1);
