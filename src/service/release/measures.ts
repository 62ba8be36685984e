import type { Rubric } from '../../rubric/schema';
import { rubricColumns } from '../store/columns';
import type { Group, ValueCounts } from '../store/operator-store';

/** What a release has figures of: `composite`, a domain's mean (by domain id), an item (by item id). */
export interface Measure {
  readonly id: string;
  readonly kind: 'composite' | 'domain' | 'item';
  /** The column of the store that holds it. */
  readonly column: string;
}

/** Every measure of a rubric, composite first. */
export function measuresOf(rubric: Rubric): readonly Measure[] {
  const domains = rubric.domains.map(({ id }) => measure(id, 'domain', `${id.toLowerCase()}_mean`));
  const items = rubric.items.map(({ id }) => measure(id, 'item', id.toLowerCase().replace('-', '_')));
  const known = new Set(rubricColumns(rubric).map(({ name }) => name));
  const unknown = [...domains, ...items].find(({ column }) => !known.has(column));
  if (unknown !== undefined) throw new Error(`The store has no column for ${unknown.id}`);
  return [measure('composite', 'composite', 'composite'), ...domains, ...items];
}

const measure = (id: string, kind: Measure['kind'], column: string): Measure => ({ id, kind, column });

const NO_VALUES: ValueCounts = new Map();

/** How many rows of a group hold each value of a measure; codes below 0 are on no scale (see `columns.ts`). */
export const countsOf = (group: Group, { column }: Measure): ValueCounts =>
  group.values.get(column) ?? NO_VALUES;

/** How many rows of a group have the measure: a level, or a mean. */
export const answeredIn = (group: Group, of: Measure): number =>
  [...countsOf(group, of)].reduce((sum, [value, rows]) => (value < 0 ? sum : sum + rows), 0);
