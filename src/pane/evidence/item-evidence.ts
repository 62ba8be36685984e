import type { Evidence, ItemEvidence } from '../../assessment/evidence';
import type { ItemId } from '../../rubric/schema';

/** What the Evidence sheet keeps of evidence from anywhere, for this item: an inbox's id and revision stay behind. */
export function itemEvidence(evidence: Evidence, item: ItemId): ItemEvidence {
  const { title, address, captured, verified, pageDate, quote, note } = evidence;
  return { item, title, address, captured, verified, pageDate, quote, note };
}
