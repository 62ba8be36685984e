import * as z from 'zod/mini';
import { benchmarkSchema } from '../rubric/benchmark';
import { rubricId, rubricVersion } from '../rubric/schema';

const keyText = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
const base64url = (atMost: number) => z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(atMost));

/** What blind tokens of a cycle are made with (RFC 9578, token type 2). */
export const tokenKeySchema = z.object({
  /** base64url SHA-256 of `publicKey`: the token key id. */
  id: keyText,
  /** SubjectPublicKeyInfo with the RSASSA-PSS id, SHA-384, MGF1, salt of 48 bytes (RFC 9578, section 6.5); base64url. */
  publicKey: base64url(800),
  /** The TokenChallenge (RFC 9577, section 2.1) that binds a token to the cycle and rubric; base64url. */
  challenge: base64url(600),
});
export type TokenKey = z.infer<typeof tokenKeySchema>;

/** GET /v1/cycle. A reader leaves out fields that a later service adds. */
export const cycleSchema = z.object({
  cycle: benchmarkSchema.shape.cycle,
  rubric: z.object({ id: rubricId, versions: z.array(rubricVersion) }),
  closes: z.iso.date(),
  mode: z.enum(['open', 'code', 'blind']),
  /** `publicKey` is the raw Ed25519 key, `id` its SHA-256; both base64url. */
  receiptKey: z.object({ id: keyText, publicKey: keyText }),
  /** Only in mode `blind`. */
  tokenKey: z.optional(tokenKeySchema),
});

/** GET /v1/keys: every key that ever signed receipts, releases and tokens here, so that an old receipt can be checked. */
export const keysSchema = z.object({
  receipt: z.array(z.object({ id: keyText, publicKey: keyText, state: z.enum(['current', 'former']) })),
  token: z.array(z.object({ id: keyText, publicKey: base64url(800), cycle: benchmarkSchema.shape.cycle })),
});
export type Keys = z.infer<typeof keysSchema>;

/** GET /v1/releases. A release of this service (`kind` release) is a `jsp-release/1`, anything else a `jsp-benchmark/1`. */
export const releaseListSchema = z.object({
  releases: z.array(
    z.object({
      id: benchmarkSchema.shape.id,
      title: benchmarkSchema.shape.title,
      kind: benchmarkSchema.shape.kind,
      cycle: benchmarkSchema.shape.cycle,
    }),
  ),
});

const leafText = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/**
 * GET /v1/releases/{id}/proof?page=N: a page of the tree's sorted leaves (1,024, or all where there are fewer), and the
 * hashes beside the way from the page's own root up to the release's. N counts from 0. Asking for a page says no more
 * than that one of its 1,024 leaves may be of interest.
 */
export const proofPageSchema = z.object({
  page: z.int().check(z.gte(0)),
  pages: z.int().check(z.gte(1)),
  leaves: z.array(leafText).check(z.minLength(1), z.maxLength(1024)),
  path: z.array(leafText).check(z.maxLength(24)),
});

/** Every error of the service (RFC 9457, `application/problem+json`); `errors` names fields by JSON pointer (RFC 6901). */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.optional(z.array(z.object({ pointer: z.string(), detail: z.string() }))),
});
export type ProblemDetails = z.infer<typeof problemSchema>;

/** The header that makes a retry harmless (draft-ietf-httpapi-idempotency-key-header): a quoted string. */
export const IDEMPOTENCY_HEADER = 'Idempotency-Key';
export const idempotencyKey = (nullifier: string): string => `"${nullifier}"`;

/** Names the owner of a row by the SHA-256 (base64url) of a secret; who shows the secret may correct or withdraw it. Quoted. */
export const OWNER_HEADER = 'Row-Owner';
/** The secret itself (base64url, 32 bytes), on PUT and DELETE only. Quoted. */
export const SECRET_HEADER = 'Row-Secret';
export const quoted = (text: string): string => `"${text}"`;

/** `Authorization` in mode `code`, and on POST /v1/tokens in mode `blind`. */
export const memberCodeAuthorization = (code: string): string => `MemberCode code="${code}"`;
/** `Authorization` in mode `blind` (RFC 9577, section 2.2): the 354 bytes of a token, base64url. */
export const privateTokenAuthorization = (token: string): string => `PrivateToken token="${token}"`;

/** Media types of POST /v1/tokens (RFC 9578, section 5.5). */
export const TOKEN_REQUEST_TYPE = 'application/private-token-request';
export const TOKEN_RESPONSE_TYPE = 'application/private-token-response';
