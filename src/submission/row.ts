import * as z from 'zod/mini';
import { domainId, itemId, rubricId, rubricVersion } from '../rubric/schema';

/** Integer hundredths on the scale 0-5: 151 is 1.51. */
const hundredths = z.int().check(z.gte(0), z.lte(500));
const level = z.int().check(z.gte(0), z.lte(5));
const stagedLevel = z.union([level, z.literal('open'), z.null()]);

/**
 * Everything that leaves a workbook. There is no other field: no free text, name, date or id of a person, file or
 * company has a place to travel in. `null` is none; `open` is a level or composite that an unrated item keeps open.
 */
export const rowSchema = z.strictObject({
  schema: z.literal('jsp-row/1'),
  rubric: z.strictObject({ id: rubricId, version: rubricVersion }),
  cycle: z.string().check(z.regex(/^\d{4}(-[1-4])?$/)),
  organization: z.enum(['manufacturer', 'hospital', 'other', 'undisclosed']),
  size: z.enum(['under-250', '250-4999', '5000-plus', 'undisclosed']),
  /** Absent when a contributor sends domain scores only. */
  items: z.optional(z.record(itemId, z.union([level, z.enum(['na', 'unknown'])]))),
  domains: z.record(domainId, z.strictObject({ mean: z.nullable(hundredths), level: stagedLevel })),
  overall: z.strictObject({
    composite: z.union([hundredths, z.literal('open'), z.null()]),
    itemMean: z.nullable(hundredths),
    level: stagedLevel,
  }),
});
export type Row = z.infer<typeof rowSchema>;
