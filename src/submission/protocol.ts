import * as z from 'zod/mini';
import { benchmarkSchema } from '../rubric/benchmark';
import { rubricId, rubricVersion } from '../rubric/schema';

const keyText = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** GET /v1/cycle. A reader leaves out fields that a later service adds. */
export const cycleSchema = z.object({
  cycle: benchmarkSchema.shape.cycle,
  rubric: z.object({ id: rubricId, versions: z.array(rubricVersion) }),
  closes: z.iso.date(),
  mode: z.enum(['open', 'code', 'blind']),
  /** `publicKey` is the raw Ed25519 key, `id` its SHA-256; both base64url. */
  receiptKey: z.object({ id: keyText, publicKey: keyText }),
});

/** GET /v1/releases. */
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
