import type { ItemId, Rubric } from '../rubric/schema';
import type { Assessment, Entry } from './assessment';

/** What the rows of the answers can be sorted by. */
export const ITEM_ORDERS = ['rubric', 'domain', 'level', 'target', 'owner', 'due'] as const;
export type ItemOrder = (typeof ITEM_ORDERS)[number];

/**
 * All items in an order; those that tie, and those without what is sorted by (a level, a target, an owner, a day), in
 * the rubric's. The latter come last, whichever way it is sorted. `language` is a BCP 47 tag: it decides how texts follow
 * each other.
 */
export function itemsInOrder(
  rubric: Rubric,
  { entries }: Pick<Assessment, 'entries'>,
  by: ItemOrder,
  descending: boolean,
  language: string,
): readonly ItemId[] {
  const domains = new Map(rubric.domains.map(({ id, name }) => [id, name]));
  const keys = rubric.items.map(({ id, domain }) => {
    const entry = entries.get(id);
    return { id, key: by === 'domain' ? (domains.get(domain) ?? domain) : entry ? keyOf(entry, by) : null };
  });
  const { compare } = new Intl.Collator(language, { numeric: true });
  const sign = descending ? -1 : 1;
  const order = (a: string | number, b: string | number): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
  return [...keys]
    .sort((a, b) =>
      a.key === null || b.key === null
        ? Number(a.key === null) - Number(b.key === null)
        : sign * order(a.key, b.key),
    )
    .map(({ id }) => id);
}

function keyOf(
  { answer, target, owner, due }: Entry,
  by: Exclude<ItemOrder, 'domain'>,
): string | number | null {
  switch (by) {
    case 'rubric':
      return null;
    case 'level':
      return answer.state === 'rated' ? answer.level : null;
    case 'target':
      return target;
    case 'owner':
      return owner.trim() || null;
    case 'due':
      return due.trim() || null;
  }
}
