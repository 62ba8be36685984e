import * as z from 'zod/mini';

/** Where the working copy is kept. */
export const COPY = 'copy';

const workingCopySchema = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.custom<Uint8Array>((value) => Object.prototype.toString.call(value) === '[object Uint8Array]'),
  /** Counts its changes. */
  revision: z.number(),
  /** It holds changes that were not downloaded. */
  owed: z.boolean(),
});
/** A file as this browser keeps it while the file itself cannot be written. */
export type WorkingCopy = z.infer<typeof workingCopySchema>;

/** What is kept, as a working copy; null where none is. */
export function keptCopy(kept: unknown): WorkingCopy | null {
  const parsed = workingCopySchema.safeParse(kept);
  return parsed.success ? parsed.data : null;
}
