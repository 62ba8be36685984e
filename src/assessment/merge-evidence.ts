import type { ItemId } from '../rubric/schema';
import { type CapturedEvidence, type Evidence, EVIDENCE_LIMITS } from './evidence';

/** What makes evidence the same: its item and its address. Without an address nothing is the same. */
interface EvidenceIdentity {
  readonly item: ItemId | null;
  readonly address: string;
}

/** Whether both are of the same page for the same item, so that one updates the other. */
export const sameEvidence = (a: EvidenceIdentity, b: EvidenceIdentity): boolean =>
  a.item === b.item && a.address !== '' && a.address === b.address;

/**
 * What is held, brought up to date, with nothing lost: the newer title, the first time it was captured and the last time
 * it was verified, the newer date of the page, and below the held quote and note what they do not say yet. Null where
 * a text would become longer than its limit: then it stays a line of its own.
 */
export function mergeEvidence<E extends Evidence>(held: E, newer: Evidence): E | null {
  const quote = joined(held.quote, newer.quote, EVIDENCE_LIMITS.quote);
  const note = joined(held.note, newer.note, EVIDENCE_LIMITS.note);
  if (quote === null || note === null) return null;
  return {
    ...held,
    title: newer.title === '' ? held.title : newer.title,
    captured: pick(held.captured, newer.captured, (a, b) => (a < b ? a : b)),
    verified: pick(held.verified, newer.verified, (a, b) => (a > b ? a : b)),
    pageDate: newer.pageDate ?? held.pageDate,
    quote,
    note,
  };
}

/** The same for the inbox: the id stays, the revision counts on. */
export function mergeCaptured(held: CapturedEvidence, newer: CapturedEvidence): CapturedEvidence | null {
  const merged = mergeEvidence(held, newer);
  return merged === null ? null : { ...merged, revision: held.revision + 1 };
}

function joined(held: string, newer: string, longest: number): string | null {
  if (held.includes(newer)) return held;
  const both = held === '' ? newer : `${held}\n\n${newer}`;
  return both.length <= longest ? both : null;
}

const pick = (a: string | null, b: string | null, choose: (a: string, b: string) => string): string | null =>
  a === null || b === null ? (a ?? b) : choose(a, b);
