import * as z from 'zod/mini';

/** 32 bytes, base64url: a nullifier, a SHA-256. */
export const keyText = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
const signature = z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/));
const revision = z.int().check(z.gte(1), z.lte(9999));
/** So many characters: 64 hold 48 bytes, 342 hold 256, 346 hold 259. */
const base64url = (characters: number) => z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.length(characters));
const cycle = z.string().check(z.maxLength(6));

/** The service's signed answer to an accepted row. `signature` is Ed25519 (RFC 8032), base64url, over the canonical JSON of the other fields. */
export const receiptSchema = z.strictObject({
  schema: z.literal('jsp-receipt/1'),
  nullifier: keyText,
  /** 1 for the first acceptance; corrections count up. */
  revision,
  cycle,
  /** SHA-256 of the accepted bytes, lower-case hex. */
  rowHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** base64url SHA-256 of the raw public key. */
  keyId: keyText,
  signature,
});
export type Receipt = z.infer<typeof receiptSchema>;

/** The service's signed answer to a withdrawal: from `revision` on, the row holds nothing. Signed as a receipt is. */
export const withdrawalSchema = z.strictObject({
  schema: z.literal('jsp-withdrawal/1'),
  nullifier: keyText,
  revision,
  cycle,
  keyId: keyText,
  signature,
});
export type Withdrawal = z.infer<typeof withdrawalSchema>;

/** Bytes on their way to take the place of a row that the service holds. */
const correctionSchema = z.strictObject({ bytes: z.string(), hash: z.string(), prepared: z.string() });

/** One row on its way: kept in the workbook from before the first try until the receipt is there. */
export const submissionRecordSchema = z.strictObject({
  /** 32 bytes, base64url: the same for every try, so that a retry never makes a second row. */
  nullifier: keyText,
  cycle: z.string(),
  /** Origin and path of the service, such as https://benchmark.example. */
  endpoint: z.string(),
  /** The exact bytes (ASCII canonical JSON, RFC 8785) that were shown and are sent. */
  bytes: z.string(),
  hash: z.string(),
  /** ISO day on which it was prepared; stays in the workbook, never sent. */
  prepared: z.string(),
  state: z.enum(['waiting', 'accepted', 'withdrawn']),
  receipt: z.nullable(receiptSchema),
  /** SHA-256 (base64url) of the secret that may correct or withdraw the row; null for a row prepared without one. */
  owner: z._default(z.nullable(keyText), null),
  /** The `Authorization` header that goes with the row; null in mode `open`. */
  authorization: z._default(z.nullable(z.string().check(z.maxLength(800))), null),
  /** A correction that was prepared and whose receipt is not there yet. */
  correction: z._default(z.nullable(correctionSchema), null),
  withdrawal: z._default(z.nullable(withdrawalSchema), null),
});
export type SubmissionRecord = z.infer<typeof submissionRecordSchema>;

/**
 * A blind token (RFC 9578) of this workbook: kept from before it is asked for, so that a lost reply costs no member code.
 * `pending` is what finishes it; `authorization` the header that redeems it, once it is there. Everything base64url.
 */
export const tokenRecordSchema = z.strictObject({
  schema: z.literal('jsp-token/1'),
  cycle: z.string(),
  endpoint: z.string(),
  /** SHA-256 of the token's nonce: the nullifier of the row it will carry. */
  nullifier: keyText,
  /** As in `SubmissionRecord`. */
  owner: keyText,
  /** The token key it was made with. */
  keyId: keyText,
  pending: z.nullable(
    z.strictObject({ nonce: keyText, salt: base64url(64), inverse: base64url(342), request: base64url(346) }),
  ),
  authorization: z.nullable(z.string().check(z.maxLength(800))),
});
export type TokenRecord = z.infer<typeof tokenRecordSchema>;
