import type { DomainId, ItemId, Rubric } from '../rubric/schema';
import { type ItemInput, UNANSWERED } from './answer';
import { type Fraction, meanOf } from './fraction';
import { measure, stagedOverall } from './measure';
import { rankRoadmap, scoreItems } from './roadmap';
import type { Measures, Scores } from './scores';

/**
 * Scores a rubric's answers exactly (design section 2). An item without input counts as unanswered; input for an
 * item that the rubric does not have is ignored. The workbook's formulas compute the same numbers.
 */
export function score(rubric: Rubric, inputs: ReadonlyMap<ItemId, ItemInput>): Scores {
  const inputOf = (id: ItemId) => inputs.get(id) ?? UNANSWERED;
  const domains = new Map<DomainId, Measures>(
    rubric.domains.map((domain) => [
      domain.id,
      measure(rubric.items.filter((item) => item.domain === domain.id).map((item) => inputOf(item.id))),
    ]),
  );
  const all = [...domains.values()];
  const items = scoreItems(rubric, inputOf, domains);
  const overall = {
    ...measure(rubric.items.map((item) => inputOf(item.id))),
    level: stagedOverall(all),
    composite: compositeOf(all),
    compositeLow: meanOf(present(all.map((domain) => domain.low))),
    compositeHigh: meanOf(present(all.map((domain) => domain.high))),
  };
  return { domains, items, overall, roadmap: rankRoadmap(rubric, items) };
}

/** Plain mean of the domain means, as MDIC's published 2022 figures suggest: (1.68 + 1.47 + 1.42 + 1.47) / 4 = 1.51. */
export function compositeOf(
  domains: readonly Pick<Measures, 'applicable' | 'mean'>[],
): Fraction | 'open' | null {
  const applicable = domains.filter((domain) => domain.applicable > 0);
  const means = present(applicable.map((domain) => domain.mean));
  return means.length < applicable.length ? 'open' : meanOf(means);
}

const present = (fractions: readonly (Fraction | null)[]): Fraction[] => fractions.filter((f) => f !== null);
