import { rowSchema } from '../../submission/row';
import { NOT_APPLICABLE, UNKNOWN } from '../store/columns';
import type { Group, ValueCounts } from '../store/operator-store';
import type { Tally } from './ledger';
import type { Measure } from './measures';
import { countsOf } from './measures';

/** What a row is grouped by in public: one segment at a time, never two. */
export type Dimension = 'organization' | 'size';

/** A published group: every row, or those of one category of one dimension. */
export interface Cell {
  /** `all`, or `organization:hospital`. */
  readonly key: string;
  readonly dimension: Dimension | null;
  readonly category: string | null;
}

/** Every cell of a release in one order; `undisclosed` is a category like the others. */
export const CELLS: readonly Cell[] = [
  { key: 'all', dimension: null, category: null },
  ...rowSchema.shape.organization.options.map((category) => cellOf('organization', category)),
  ...rowSchema.shape.size.options.map((category) => cellOf('size', category)),
];

function cellOf(dimension: Dimension, category: string): Cell {
  return { key: `${dimension}:${category}`, dimension, category };
}

/** Exact counts of every cell, by its key. */
export const talliesOf = (
  groups: readonly Group[],
  measures: readonly Measure[],
): ReadonlyMap<string, Tally> =>
  new Map(CELLS.map((cell) => [cell.key, tallyOf(groups.filter(within(cell)), measures)]));

const within =
  ({ dimension, category }: Cell) =>
  (group: Group): boolean =>
    dimension === null || group[dimension] === category;

/** Exact counts of some groups of rows together. */
export function tallyOf(groups: readonly Group[], measures: readonly Measure[]): Tally {
  const together = (measure: Measure) => sum(groups.map((group) => countsOf(group, measure)));
  const of = (kind: Measure['kind']) => measures.filter((measure) => measure.kind === kind);
  const [composite] = of('composite');
  return {
    rows: groups.reduce((rows, group) => rows + group.rows, 0),
    composite: composite ? onScale(together(composite)) : [],
    domains: Object.fromEntries(of('domain').map((measure) => [measure.id, onScale(together(measure))])),
    items: Object.fromEntries(of('item').map((measure) => [measure.id, itemTally(together(measure))])),
  };
}

function itemTally(counts: ValueCounts): Tally['items'][string] {
  return {
    levels: Array.from({ length: 6 }, (_, level) => counts.get(level) ?? 0),
    notApplicable: counts.get(NOT_APPLICABLE) ?? 0,
    unknown: counts.get(UNKNOWN) ?? 0,
  };
}

/** Means by rising value; an open composite is on no scale. */
const onScale = (counts: ValueCounts): [number, number][] =>
  [...counts].filter(([value]) => value >= 0).sort(([one], [other]) => one - other);

function sum(all: readonly ValueCounts[]): ValueCounts {
  const total = new Map<number, number>();
  for (const counts of all) {
    for (const [value, rows] of counts) total.set(value, (total.get(value) ?? 0) + rows);
  }
  return total;
}
