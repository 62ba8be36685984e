import type { Release } from '../../rubric/release';
import type { Rubric } from '../../rubric/schema';
import type { Words } from '../../words/words';

/** Whether two releases ask about the same rubric; another one's figures mean something else. */
export const areComparable = (release: Release, former: Release): boolean =>
  release.rubric.id === former.rubric.id;

/** What is compared between cycles: the composite, every domain, every item. */
export const comparedNames = (rubric: Rubric): readonly string[] => [
  'composite',
  ...rubric.domains.map(({ id }) => id),
  ...rubric.items.map(({ id }) => id),
];

/** A measure as a reader knows it: "Composite", a domain's name, an item's title. */
export function measureName(name: string, rubric: Rubric, words: Words): string {
  if (name === 'composite') return words('report.composite');
  const domain = rubric.domains.find(({ id }) => id === name);
  return domain?.name ?? rubric.items.find(({ id }) => id === name)?.title ?? name;
}
