import { capturedEvidenceSchema, type CapturedEvidence } from '../../assessment/evidence';
import { mergeCaptured, sameEvidence } from '../../assessment/merge-evidence';

/** An entry of the stored inbox as it is. What this version cannot read has no evidence; it is kept all the same. */
export interface Held {
  readonly stored: unknown;
  readonly evidence: CapturedEvidence | null;
}

/** The stored inbox, entry by entry. What is no list at all is one unreadable entry; nothing stored is an empty inbox. */
export function heldEvidence(stored: unknown): readonly Held[] {
  if (stored === undefined) return [];
  const entries: readonly unknown[] = Array.isArray(stored) ? stored : [stored];
  return entries.map(readWhenAsked);
}

/** Read when somebody asks for it: a change of one entry among thousands reads that one. */
function readWhenAsked(stored: unknown): Held {
  let evidence: CapturedEvidence | null | undefined;
  return {
    stored,
    get evidence() {
      return (evidence ??= capturedEvidenceSchema.safeParse(stored).data ?? null);
    },
  };
}

/** The entry's id, as it stands there; the entry itself may still be none that this version can read. */
export const storedId = ({ stored }: Held): unknown => (stored as { readonly id?: unknown } | null)?.id;

/** What an entry that cannot be read is called: its title or address where it has one, else how it begins. */
export function nameOf({ stored }: Held): string {
  const { title, address } = Object(stored) as { readonly title?: unknown; readonly address?: unknown };
  const name = [title, address].find((one): one is string => typeof one === 'string' && one.trim() !== '');
  return (name ?? JSON.stringify(stored)).slice(0, 80);
}

export const held = (evidence: CapturedEvidence): Held => ({ stored: evidence, evidence });

/** Everything that can be read, newest first (by when it was last captured). */
export function newestFirst(list: readonly Held[]): readonly CapturedEvidence[] {
  return list
    .flatMap(({ evidence }) => evidence ?? [])
    .sort((a, b) => (a.verified === b.verified ? 0 : a.verified < b.verified ? 1 : -1));
}

/** The list with new evidence in it, and under which id: the same address for the same item is brought up to date. */
export function withCaptured(
  list: readonly Held[],
  newer: CapturedEvidence,
): { readonly list: readonly Held[]; readonly id: string; readonly again: boolean } {
  for (const { evidence } of list) {
    const merged = evidence !== null && sameEvidence(evidence, newer) ? mergeCaptured(evidence, newer) : null;
    if (merged === null) continue;
    const rest = list.filter((one) => one.evidence?.id !== merged.id);
    return { list: [held(merged), ...rest], id: merged.id, again: true };
  }
  return { list: [held(newer), ...list], id: newer.id, again: false };
}
