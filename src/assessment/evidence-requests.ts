import * as z from 'zod/mini';
import { capturedEvidenceSchema } from './evidence';

/** Asks the browser extension for everything that waits for a workbook and has an item. */
export const listRequestSchema = z.strictObject({ type: z.literal('jsp-evidence/list') });

/** Says that a workbook has these, as they were listed. */
export const acknowledgeRequestSchema = z.strictObject({
  type: z.literal('jsp-evidence/acknowledge'),
  evidence: z.array(
    z.strictObject({
      id: capturedEvidenceSchema.shape.id,
      revision: capturedEvidenceSchema.shape.revision,
    }),
  ),
});

/** What the pane in Excel on the web may ask. Two schemas, not a union: the worker that answers is to stay small. */
export type EvidenceRequest = z.infer<typeof listRequestSchema> | z.infer<typeof acknowledgeRequestSchema>;
