import * as z from 'zod/mini';

/** The service's signed answer to an accepted row. `signature` is Ed25519 (RFC 8032), base64url, over the canonical JSON of the other fields. */
export const receiptSchema = z.strictObject({
  schema: z.literal('jsp-receipt/1'),
  nullifier: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  /** 1 for the first acceptance; corrections count up. */
  revision: z.int().check(z.gte(1), z.lte(9999)),
  cycle: z.string().check(z.maxLength(6)),
  /** SHA-256 of the accepted bytes, lower-case hex. */
  rowHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** base64url SHA-256 of the raw public key. */
  keyId: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  signature: z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/)),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** One row on its way: kept in the workbook from before the first try until the receipt is there. */
export const submissionRecordSchema = z.strictObject({
  /** 32 random bytes, base64url: the same for every try, so that a retry never makes a second row. */
  nullifier: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  cycle: z.string(),
  /** Origin and path of the service, such as https://benchmark.example. */
  endpoint: z.string(),
  /** The exact bytes (ASCII canonical JSON, RFC 8785) that were shown and are sent. */
  bytes: z.string(),
  hash: z.string(),
  /** ISO day on which it was prepared; stays in the workbook, never sent. */
  prepared: z.string(),
  state: z.enum(['waiting', 'accepted']),
  receipt: z.nullable(receiptSchema),
});
export type SubmissionRecord = z.infer<typeof submissionRecordSchema>;
