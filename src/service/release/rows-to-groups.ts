import type { Row } from '../../submission/row';
import { NOT_APPLICABLE, OPEN, UNKNOWN } from '../store/columns';
import type { Group } from '../store/operator-store';
import type { Measure } from './measures';

interface OpenGroup extends Group {
  rows: number;
  readonly values: Map<string, Map<number, number>>;
}

/** Counts rows one after the other into the groups that a store gives at once. */
export class RowCounter {
  readonly #groups = new Map<string, OpenGroup>();

  constructor(private readonly measures: readonly Measure[]) {}

  /** `first`: as of `Group`. */
  add(row: Row, first: number): void {
    const { organization, size } = row;
    const key = `${first}|${organization}|${size}`;
    const group: OpenGroup = this.#groups.get(key) ?? {
      first,
      organization,
      size,
      rows: 0,
      values: new Map(),
    };
    this.#groups.set(key, group);
    group.rows += 1;
    for (const measure of this.measures) {
      const value = valueOf(row, measure);
      if (value === null) continue;
      const counts = group.values.get(measure.column) ?? new Map<number, number>();
      group.values.set(measure.column, counts.set(value, (counts.get(value) ?? 0) + 1));
    }
  }

  get groups(): readonly Group[] {
    return [...this.#groups.values()];
  }
}

const CODES = { open: OPEN, na: NOT_APPLICABLE, unknown: UNKNOWN } as const;

/** A row's value of a measure, in the codes of `columns.ts`. */
function valueOf(row: Row, { id, kind }: Measure): number | null {
  const value = {
    composite: () => row.overall.composite,
    domain: () => row.domains[id]?.mean,
    item: () => row.items?.[id],
  }[kind]();
  return typeof value === 'string' ? CODES[value] : (value ?? null);
}
