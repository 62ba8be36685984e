import * as z from 'zod/mini';

/** What the page in the tab said of itself. */
export const pageFactsSchema = z.object({
  title: z.string(),
  address: z.string(),
  /** Its own date as an ISO day, or null. */
  modified: z.nullable(z.string()),
  /** What says so: the name of a meta element, of a property, of a header. */
  modifiedFrom: z.optional(z.nullable(z.string())),
});
export type PageFacts = z.infer<typeof pageFactsSchema>;
