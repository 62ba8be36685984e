import type { Rubric } from '../../rubric/schema';
import { domainMeanName, itemName } from '../store/columns';
import type { Group, ValueCounts } from '../store/operator-store';
import type { DomainItems } from './figure-step';

/** What a release has figures of: `composite`, a domain's mean (by domain id), an item (by item id). */
export interface Measure {
  readonly id: string;
  readonly kind: 'composite' | 'domain' | 'item';
  /** The column of the store that holds it. */
  readonly column: string;
}

/** The domains of a rubric and their items, in its order. */
export const domainsOf = ({ domains, items }: Rubric): { id: string; items: string[] }[] =>
  domains.map(({ id }) => ({
    id,
    items: items.filter(({ domain }) => domain === id).map((item) => item.id),
  }));

/** Every measure of some domains: the composite, the domains, their items. */
export const measuresOf = (domains: readonly DomainItems[]): readonly Measure[] => [
  measure('composite', 'composite', 'composite'),
  ...domains.map(({ id }) => measure(id, 'domain', domainMeanName(id))),
  ...domains.flatMap(({ items }) => items).map((id) => measure(id, 'item', itemName(id))),
];

const measure = (id: string, kind: Measure['kind'], column: string): Measure => ({ id, kind, column });

const NO_VALUES: ValueCounts = new Map();

/** How many rows of a group hold each value of a measure; codes below 0 are on no scale (see `columns.ts`). */
export const countsOf = (group: Group, { column }: Measure): ValueCounts =>
  group.values.get(column) ?? NO_VALUES;

/** How many rows of a group have the measure: a level, or a mean. */
export const answeredIn = (group: Group, of: Measure): number =>
  [...countsOf(group, of)].reduce((sum, [value, rows]) => (value < 0 ? sum : sum + rows), 0);
