import type { ItemId, Rubric } from '../rubric/schema';
import type { EvidenceLine } from './evidence';

/** The lines of each item that has any, in the rubric's order; within an item in the order of the lines. */
export function evidenceByItem(
  lines: readonly EvidenceLine[],
  { items }: Rubric,
): ReadonlyMap<ItemId, readonly EvidenceLine[]> {
  const found = new Map<ItemId, readonly EvidenceLine[]>();
  for (const { id } of items) {
    const own = lines.filter(({ item }) => item === id);
    if (own.length > 0) found.set(id, own);
  }
  return found;
}
