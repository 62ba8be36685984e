import type { Row } from '../../submission/row';
import type { NumberColumn } from './columns';
import { OVERALL_COLUMNS } from './columns';
import type { Entry } from './store';

/**
 * One SQL text for SQLite, PostgreSQL and Citus: `$1` placeholders, one key, `on conflict do nothing`, no types but
 * text and smallint, nothing that Citus refuses. An adapter adds only set-up of its own.
 */
export interface Migration {
  readonly id: string;
  readonly sql: string;
}

/** What one engine adds to `create table`: SQLite's hidden rowid would tell the order of arrival. */
export interface Dialect {
  readonly tableSuffix: '' | ' without rowid';
}

type SqlValue = string | number | null;

interface TextColumn {
  readonly name: string;
  readonly read: (entry: Entry) => string;
}

const ofRow =
  (read: (row: Row) => string) =>
  ({ row }: Entry): string =>
    read(row);

/** No time, address, agent or sequence has a column. */
const TEXT_COLUMNS: readonly TextColumn[] = [
  { name: 'nullifier', read: (entry) => entry.nullifier },
  { name: 'row_hash', read: (entry) => entry.rowHash },
  { name: 'cycle', read: ofRow((row) => row.cycle) },
  { name: 'rubric_id', read: ofRow((row) => row.rubric.id) },
  { name: 'rubric_version', read: ofRow((row) => row.rubric.version) },
  { name: 'organization', read: ofRow((row) => row.organization) },
  { name: 'size', read: ofRow((row) => row.size) },
];

const numberColumn = ({ name, min, max }: NumberColumn): string =>
  `${name} smallint check (${name} between ${min} and ${max})`;

export const createMigrations = ({ tableSuffix }: Dialect): string =>
  `create table if not exists migration(id text not null primary key)${tableSuffix}`;
export const SELECT_MIGRATIONS = 'select id from migration';
export const INSERT_MIGRATION = 'insert into migration(id) values($1)';

/** Forward only: the table, then a column for each domain and item as rubrics come. `columns` as of `allColumns`. */
export function migrationsFor(columns: readonly NumberColumn[], { tableSuffix }: Dialect): Migration[] {
  const text = TEXT_COLUMNS.map(
    ({ name }) => `${name} text not null${name === 'nullifier' ? ' primary key' : ''}`,
  );
  const fixed = [...text, 'revision smallint not null default 1', ...OVERALL_COLUMNS.map(numberColumn)];
  const known = new Set(OVERALL_COLUMNS.map(({ name }) => name));
  return [
    { id: '0001-submission', sql: `create table submission(${fixed.join(', ')})${tableSuffix}` },
    ...columns
      .filter(({ name }) => !known.has(name))
      .map((column) => ({
        id: `column-${column.name}`,
        sql: `alter table submission add column ${numberColumn(column)}`,
      })),
  ];
}

/** An id that no `migrationsFor` of this version can make: the file was written by a later one. */
export const isOfThisVersion = (id: string): boolean => id === '0001-submission' || /^column-\w+$/.test(id);

export const SELECT_HELD = 'select row_hash, revision from submission where nullifier = $1';

/** Gives back a line only where the row was kept. */
export function insertSubmission(columns: readonly NumberColumn[]): string {
  const names = [...TEXT_COLUMNS, ...columns].map(({ name }) => name);
  const places = names.map((_, i) => `$${i + 1}`);
  return (
    `insert into submission(${names.join(', ')}) values(${places.join(', ')}) ` +
    'on conflict (nullifier) do nothing returning revision'
  );
}

/** The values of `insertSubmission`, in its order. */
export const submissionValues = (entry: Entry, columns: readonly NumberColumn[]): SqlValue[] => [
  ...TEXT_COLUMNS.map(({ read }) => read(entry)),
  ...columns.map(({ read }) => read(entry.row)),
];
