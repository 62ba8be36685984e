import { capturedEvidenceSchema, type CapturedEvidence } from '../../assessment/evidence';
import { mergeCaptured, sameEvidence } from '../../assessment/merge-evidence';

/** An entry of the stored inbox as it is. What this version cannot read has no evidence; it is kept all the same. */
export interface Held {
  readonly stored: unknown;
  readonly evidence: CapturedEvidence | null;
  /** The keyed digest of the page's whole address: stays in the browser. Null where none was kept. */
  readonly page: string | null;
}

/** The stored inbox, entry by entry. What is no list at all is one unreadable entry; nothing stored is an empty inbox. */
export function heldEvidence(stored: unknown): readonly Held[] {
  if (stored === undefined) return [];
  const entries: readonly unknown[] = Array.isArray(stored) ? stored : [stored];
  return entries.map(readWhenAsked);
}

/** Read when somebody asks for it: a change of one entry among thousands reads that one. */
function readWhenAsked(stored: unknown): Held {
  let known: Pick<Held, 'evidence' | 'page'> | undefined;
  const read = () => (known ??= entryOf(stored));
  return {
    stored,
    get evidence() {
      return read().evidence;
    },
    get page() {
      return read().page;
    },
  };
}

function entryOf(stored: unknown): Pick<Held, 'evidence' | 'page'> {
  const { page = null, ...rest } = isRecord(stored) ? stored : {};
  const parsed = capturedEvidenceSchema.safeParse(rest);
  return parsed.success && (page === null || typeof page === 'string')
    ? { evidence: parsed.data, page }
    : { evidence: null, page: null };
}

/** The entry's id, as it stands there; the entry itself may still be none that this version can read. */
export const storedId = ({ stored }: Held): unknown => (stored as { readonly id?: unknown } | null)?.id;

/** What an entry that cannot be read is called: its title or address where it has one, else how it begins. */
export function nameOf({ stored }: Held): string {
  const { title, address } = Object(stored) as { readonly title?: unknown; readonly address?: unknown };
  const name = [title, address].find((one): one is string => typeof one === 'string' && one.trim() !== '');
  return (name ?? JSON.stringify(stored)).slice(0, 80);
}

const isRecord = (entry: unknown): entry is Readonly<Record<string, unknown>> =>
  typeof entry === 'object' && entry !== null;

/** An entry as it is stored. */
export const held = (evidence: CapturedEvidence, page: string | null = null): Held => ({
  stored: page === null ? evidence : { ...evidence, page },
  evidence,
  page,
});

/** Everything that can be read, newest first (by when it was last captured). */
export function newestFirst(list: readonly Held[]): readonly CapturedEvidence[] {
  return list
    .flatMap(({ evidence }) => evidence ?? [])
    .sort((a, b) => (a.verified === b.verified ? 0 : a.verified < b.verified ? 1 : -1));
}

/**
 * The list with new evidence in it, and under which id: the same evidence (`sameEvidence`) of a page whose whole address
 * has the same digest is brought up to date.
 */
export function withCaptured(
  list: readonly Held[],
  newer: CapturedEvidence,
  page: string | null,
): { readonly list: readonly Held[]; readonly id: string; readonly again: boolean } {
  for (const { evidence, page: other } of list) {
    const merged =
      evidence !== null && other === page && sameEvidence(evidence, newer)
        ? mergeCaptured(evidence, newer)
        : null;
    if (merged === null) continue;
    const rest = list.filter((one) => one.evidence?.id !== merged.id);
    return { list: [held(merged, page), ...rest], id: merged.id, again: true };
  }
  return { list: [held(newer, page), ...list], id: newer.id, again: false };
}
