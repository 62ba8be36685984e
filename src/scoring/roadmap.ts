import type { DomainId, ItemId, Rubric } from '../rubric/schema';
import type { ItemInput } from './answer';
import { gapOf } from './measure';
import type { ItemScore, Measures } from './scores';

/** Gap and gain of every item, in the rubric's order. */
export function scoreItems(
  rubric: Rubric,
  inputOf: (id: ItemId) => ItemInput,
  domains: ReadonlyMap<DomainId, Measures>,
): ReadonlyMap<ItemId, ItemScore> {
  return new Map(
    rubric.items.map(({ id, domain }) => {
      const input = inputOf(id);
      return [id, { id, gap: gapOf(input), gain: gainOf(input, domains.get(domain)) }];
    }),
  );
}

/** An item at its domain's floor holds the domain there together with the others at the floor: its share, whole percent rounded down. */
function gainOf({ answer }: ItemInput, domain: Measures | undefined): number {
  if (answer.state !== 'rated' || domain === undefined || answer.level !== domain.floor || answer.level === 5)
    return 0;
  return Math.floor(100 / domain.histogram.levels[answer.level]);
}

/** Items with a gap: largest gap first, then largest gain, then the rubric's order. */
export function rankRoadmap(rubric: Rubric, items: ReadonlyMap<ItemId, ItemScore>): readonly ItemId[] {
  return rubric.items
    .map(({ id }, order) => ({ id, priority: priorityOf(items.get(id), order) }))
    .filter(({ priority }) => priority > 0)
    .sort((a, b) => b.priority - a.priority)
    .map(({ id }) => id);
}

/** One unique integer an item, the same as the sheet's helper column: gap, gain and order in their own digits. */
function priorityOf(score: ItemScore | undefined, order: number): number {
  if (score?.gap === null || score === undefined || score.gap === 0) return 0;
  return score.gap * 1_000_000 + score.gain * 1_000 + (999 - order);
}
