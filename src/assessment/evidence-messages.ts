import * as z from 'zod/mini';
import { capturedEvidenceSchema } from './evidence';

const listedSchema = z.strictObject({
  id: capturedEvidenceSchema.shape.id,
  revision: capturedEvidenceSchema.shape.revision,
});

/** What the pane in Excel on the web asks the browser extension. */
export const evidenceRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('jsp-evidence/list') }),
  z.strictObject({ type: z.literal('jsp-evidence/acknowledge'), evidence: z.array(listedSchema) }),
]);
export type EvidenceRequest = z.infer<typeof evidenceRequestSchema>;

/** A refusal, in words of the extension's own language. */
const refusalSchema = z.strictObject({ ok: z.literal(false), reason: z.string().check(z.maxLength(1000)) });

/** The answers: to `list`, everything that waits for a workbook and has an item; to `acknowledge`, that it is done. */
export const listAnswerSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), evidence: z.array(capturedEvidenceSchema) }),
  refusalSchema,
]);
export const acknowledgeAnswerSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true) }),
  refusalSchema,
]);
export type EvidenceAnswer = z.infer<typeof listAnswerSchema> | z.infer<typeof acknowledgeAnswerSchema>;
