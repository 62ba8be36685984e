import type { Group } from '../../../src/service/store/operator-store';
import type { Row } from '../../../src/submission/row';

interface Counted {
  readonly first: number | null;
  readonly row: Row;
}

const CODES: Record<string, number> = { na: -1, open: -1, unknown: -2 };
const codeOf = (value: number | string): number =>
  typeof value === 'string' ? (CODES[value] ?? NaN) : value;

/** What a store's groups must be, the plain way. Rows without mark come last; then by segments. */
export function countedByHand(rows: readonly Counted[]): Group[] {
  const groups = new Map<string, { group: Group; values: Map<string, Map<number, number>> }>();
  for (const { first, row } of rows) {
    const name = `${first ?? 'z'} ${row.organization} ${row.size}`;
    const values = groups.get(name)?.values ?? new Map<string, Map<number, number>>();
    const before = groups.get(name)?.group.rows ?? 0;
    const group = { first, organization: row.organization, size: row.size, rows: before + 1, values };
    groups.set(name, { group, values });
    for (const [column, value] of valuesOf(row)) {
      if (value === null) continue;
      const counts = values.get(column) ?? new Map<number, number>();
      counts.set(codeOf(value), (counts.get(codeOf(value)) ?? 0) + 1);
      values.set(column, counts);
    }
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { group }]) => group);
}

const valuesOf = (row: Row): [string, number | string | null][] => [
  ['composite', row.overall.composite],
  ...Object.entries(row.domains).map(([id, { mean }]): [string, number | null] => [
    `${id.toLowerCase()}_mean`,
    mean,
  ]),
  ...Object.entries(row.items ?? {}).map(([id, answer]): [string, number | string] => [
    id.toLowerCase().replace('-', '_'),
    answer,
  ]),
];
