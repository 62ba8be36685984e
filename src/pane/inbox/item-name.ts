import type { RubricOutline } from '../../rubric/rubric-outline';
import type { ItemId } from '../../rubric/schema';

/** An item as people know it: its id and its title; an id that this rubric has not, as it is. */
export function itemName(id: ItemId, rubric: RubricOutline): string {
  const item = rubric.items.find((one) => one.id === id);
  return item ? `${item.id} ${item.title}` : id;
}
