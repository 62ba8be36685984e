import type { ItemId } from '../rubric/schema';
import { type CapturedEvidence, type Evidence, EVIDENCE_LIMITS } from './evidence';

/** What makes evidence the same: its item, its address, its title and what was quoted. Without an address nothing is the same. */
interface EvidenceIdentity extends Pick<Evidence, 'address' | 'title' | 'quote'> {
  readonly item: ItemId | null;
}

/**
 * Whether both are of the same page for the same item and quote the same, so that one updates the other. Another quote
 * is a line of its own, with its own day; so is another title, for one address may show many records.
 */
export const sameEvidence = (a: EvidenceIdentity, b: EvidenceIdentity): boolean =>
  a.item === b.item &&
  a.address !== '' &&
  a.address === b.address &&
  a.title === b.title &&
  a.quote === b.quote;

/**
 * What is held, brought up to date by the same evidence, with nothing lost: the first time it was captured and the last
 * time it was verified, the newer date of the page, and below the held note what it does not say yet. Null where
 * the note would become longer than its limit: then it stays a line of its own.
 */
export function mergeEvidence<E extends Evidence>(held: E, newer: Evidence): E | null {
  const note = joined(held.note, newer.note);
  if (note === null) return null;
  return {
    ...held,
    captured: pick(held.captured, newer.captured, (a, b) => (a < b ? a : b)),
    verified: pick(held.verified, newer.verified, (a, b) => (a > b ? a : b)),
    pageDate: newer.pageDate ?? held.pageDate,
    note,
  };
}

/** The same for the inbox: the id stays, the revision counts on. */
export function mergeCaptured(held: CapturedEvidence, newer: CapturedEvidence): CapturedEvidence | null {
  const merged = mergeEvidence(held, newer);
  return merged === null ? null : { ...merged, revision: held.revision + 1 };
}

function joined(held: string, newer: string): string | null {
  if (held.includes(newer)) return held;
  const both = held === '' ? newer : `${held}\n\n${newer}`;
  return both.length <= EVIDENCE_LIMITS.note ? both : null;
}

const pick = (a: string | null, b: string | null, choose: (a: string, b: string) => string): string | null =>
  a === null || b === null ? (a ?? b) : choose(a, b);
