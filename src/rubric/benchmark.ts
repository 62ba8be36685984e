import * as z from 'zod/mini';
import { domainId, itemId, rubricId, rubricVersion } from './schema';

const hundredths = z.int().check(z.gte(0), z.lte(500));

/** Published figures of one measure, on the scale 0-5 in integer hundredths (151 is 1.51). What was not published is absent. */
export const benchmarkFigure = z.strictObject({
  mean: z.optional(hundredths),
  p25: z.optional(hundredths),
  median: z.optional(hundredths),
  p75: z.optional(hundredths),
});

/**
 * A benchmark anybody may read: a report's figures (`published`), invented ones for trying things out (`sample`), or
 * a release of a benchmark service (`release`). The same format is shipped as data, served, and shown on the Benchmark sheet.
 */
export const benchmarkSchema = z.strictObject({
  schema: z.literal('jsp-benchmark/1'),
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{1,40}$/)),
  kind: z.enum(['published', 'sample', 'release']),
  title: z.string().check(z.minLength(1), z.maxLength(120)),
  cycle: z.string().check(z.regex(/^\d{4}(-[1-4])?$/)),
  /** How many organizations; absent when the source does not say. A coarse text such as "5-9" where a rule hides the number. */
  contributors: z.optional(z.union([z.int(), z.string()])),
  source: z.string().check(z.minLength(1), z.maxLength(400)),
  /** Absent where the questions behind the figures are not this project's. */
  rubric: z.optional(z.strictObject({ id: rubricId, version: rubricVersion })),
  composite: z.optional(benchmarkFigure),
  domains: z.record(domainId, benchmarkFigure),
  items: z.record(itemId, benchmarkFigure),
});

export type Benchmark = z.infer<typeof benchmarkSchema>;
export type BenchmarkFigure = z.infer<typeof benchmarkFigure>;
