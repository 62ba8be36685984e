import * as z from 'zod/mini';
import type { CaptureNotice } from '../../pane/inbox/inbox-port';

const kept = { id: z.string(), again: z.boolean() };
const schema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['captured', 'frame-closed']), ...kept }),
  z.strictObject({ kind: z.literal('title-only'), ...kept, why: z.enum(['not-permitted', 'silent']) }),
  z.strictObject({
    kind: z.literal('refused'),
    why: z.enum(['no-web-page', 'not-permitted', 'too-long', 'not-yet', 'moved-on']),
  }),
  z.strictObject({ kind: z.literal('not-kept'), reason: z.string() }),
]);

/** How the last capture of this session went; null where there was none, or another version wrote it. */
export function captureNotice(stored: unknown): CaptureNotice | null {
  const parsed = schema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
