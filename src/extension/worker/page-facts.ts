import * as z from 'zod/mini';

/** What the page in the tab said of itself. A page may say anything: what is no text counts as nothing. */
const text = z.catch(z.string(), '');
export const pageFactsSchema = z.object({
  title: text,
  address: text,
  selection: text,
  /** Its own date as an ISO day, or null. */
  modified: z.catch(z.nullable(z.string()), null),
});
export type PageFacts = z.infer<typeof pageFactsSchema>;
