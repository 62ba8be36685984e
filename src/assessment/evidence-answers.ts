import * as z from 'zod/mini';
import { capturedEvidenceSchema } from './evidence';

/** A refusal, in words of the extension's own language. */
const refusalSchema = z.strictObject({ ok: z.literal(false), reason: z.string().check(z.maxLength(1000)) });

/** What the browser extension answers to `jsp-evidence/list`: everything that waits for a workbook and has an item. */
export const listAnswerSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), evidence: z.array(capturedEvidenceSchema) }),
  refusalSchema,
]);
export type ListAnswer = z.infer<typeof listAnswerSchema>;

/** What it answers to `jsp-evidence/acknowledge`. */
export const acknowledgeAnswerSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true) }),
  refusalSchema,
]);
export type AcknowledgeAnswer = z.infer<typeof acknowledgeAnswerSchema>;
