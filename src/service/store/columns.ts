import type { DomainId, ItemId, Rubric } from '../../rubric/schema';
import type { Row } from '../../submission/row';

/**
 * The wide row's number columns. Numbers on the scale are as sent: levels 0-5, means in hundredths 0-500. What is not
 * on the scale is negative, so that no sum takes it for a level: -1 is N/A (items) or open (levels, composite),
 * -2 is Don't know. Null is none, or an item that was not sent.
 */
export const NOT_APPLICABLE = -1;
export const OPEN = -1;
export const UNKNOWN = -2;

export interface NumberColumn {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly read: (row: Row) => number | null;
}

const stagedNumber = (value: number | 'open' | null): number | null => (value === 'open' ? OPEN : value);

const ITEM_CODES = { na: NOT_APPLICABLE, unknown: UNKNOWN } as const;

/** The columns that every rubric has. */
export const OVERALL_COLUMNS: readonly NumberColumn[] = [
  { name: 'composite', min: OPEN, max: 500, read: ({ overall }) => stagedNumber(overall.composite) },
  { name: 'item_mean', min: 0, max: 500, read: ({ overall }) => overall.itemMean },
  { name: 'level', min: OPEN, max: 5, read: ({ overall }) => stagedNumber(overall.level) },
];

export const domainMeanName = (id: DomainId): string => `${id.toLowerCase()}_mean`;
export const domainLevelName = (id: DomainId): string => `${id.toLowerCase()}_level`;
export const itemName = (id: ItemId): string => id.toLowerCase().replace('-', '_');

/** The columns of a rubric: two a domain, one an item. Ids outlive wording, so a name is made once and for good. */
export function rubricColumns(rubric: Rubric): readonly NumberColumn[] {
  return [
    ...rubric.domains.flatMap(({ id }) => domainColumns(id)),
    ...rubric.items.map(({ id }) => itemColumn(id)),
  ];
}

/** The columns of several rubrics, each once. */
export function allColumns(rubrics: readonly Rubric[]): readonly NumberColumn[] {
  const byName = new Map(rubrics.flatMap(rubricColumns).map((column) => [column.name, column]));
  return [...OVERALL_COLUMNS, ...byName.values()];
}

/** The columns whose rows a release counts by value: means (`composite` and one a domain), and items. */
export function countedColumns(rubrics: readonly Rubric[]): {
  readonly means: readonly string[];
  readonly items: readonly string[];
} {
  const domains = rubrics.flatMap((rubric) => rubric.domains.map(({ id }) => domainMeanName(id)));
  const items = rubrics.flatMap((rubric) => rubric.items.map(({ id }) => itemName(id)));
  return { means: ['composite', ...new Set(domains)], items: [...new Set(items)] };
}

/** Every value that an item's column can hold beside null. */
export const ITEM_VALUES: readonly number[] = [UNKNOWN, NOT_APPLICABLE, 0, 1, 2, 3, 4, 5];

function domainColumns(id: DomainId): NumberColumn[] {
  return [
    { name: domainMeanName(id), min: 0, max: 500, read: ({ domains }) => domains[id]?.mean ?? null },
    {
      name: domainLevelName(id),
      min: OPEN,
      max: 5,
      read: ({ domains }) => stagedNumber(domains[id]?.level ?? null),
    },
  ];
}

function itemColumn(id: ItemId): NumberColumn {
  return {
    name: itemName(id),
    min: UNKNOWN,
    max: 5,
    read: ({ items }) => {
      const answer = items?.[id];
      if (answer === undefined) return null;
      return typeof answer === 'string' ? ITEM_CODES[answer] : answer;
    },
  };
}
