import type { Row } from '../../submission/row';
import type { NumberColumn } from './columns';
import { ITEM_VALUES, OVERALL_COLUMNS } from './columns';
import type { Dialect, SqlValue } from './engine';
import type { Entry } from './store';

/**
 * One SQL text for SQLite, PostgreSQL and Citus: `$1` placeholders, one key a table, `on conflict do nothing`, no types
 * but text and whole numbers, nothing that Citus refuses. An adapter adds only set-up of its own.
 */
export interface Migration {
  readonly id: string;
  readonly sql: string;
}

interface TextColumn {
  readonly name: string;
  readonly read: (entry: Entry) => string;
  /** What a withdrawn row holds instead. */
  readonly empty: string;
}

const ofRow =
  (read: (row: Row) => string) =>
  ({ row }: Entry): string =>
    read(row);

/** Set by the first insertion and never again: a row stays where it is, in its cycle and about its rubric. */
const FIXED_COLUMNS = ['nullifier', 'owner', 'cycle', 'rubric_id'] as const;
const FIXED_READERS: Record<(typeof FIXED_COLUMNS)[number], (entry: Entry) => string | null> = {
  nullifier: ({ nullifier }) => nullifier,
  owner: ({ owner }) => owner,
  cycle: ofRow(({ cycle }) => cycle),
  rubric_id: ofRow(({ rubric }) => rubric.id),
};

/** No time, address, agent or sequence has a column. */
const TEXT_COLUMNS: readonly TextColumn[] = [
  { name: 'row_hash', read: ({ rowHash }) => rowHash, empty: '' },
  { name: 'rubric_version', read: ofRow(({ rubric }) => rubric.version), empty: '' },
  { name: 'organization', read: ofRow(({ organization }) => organization), empty: 'undisclosed' },
  { name: 'size', read: ofRow(({ size }) => size), empty: 'undisclosed' },
];

/** What rows are spread by on Citus; every key of the table holds it. */
export const DISTRIBUTION = { table: 'submission', column: 'nullifier' } as const;

const numberColumn = ({ name, min, max }: NumberColumn): string =>
  `${name} smallint check (${name} between ${min} and ${max})`;

export const createMigrations = ({ tableSuffix, keyType }: Dialect): string =>
  `create table if not exists migration(id ${keyType} not null primary key)${tableSuffix}`;
export const SELECT_MIGRATIONS = 'select id from migration';
export const INSERT_MIGRATION = 'insert into migration(id) values($1)';

const fixedMigrations = ({ tableSuffix, keyType }: Dialect): Migration[] => [
  {
    id: '0001-submission',
    sql:
      `create table submission(nullifier ${keyType} not null primary key, row_hash text not null, ` +
      'cycle text not null, rubric_id text not null, rubric_version text not null, organization text not null, ' +
      `size text not null, revision smallint not null default 1, ` +
      `${OVERALL_COLUMNS.map(numberColumn).join(', ')})${tableSuffix}`,
  },
  { id: '0002-owner', sql: 'alter table submission add column owner text' },
  {
    id: '0003-withdrawn',
    sql: 'alter table submission add column withdrawn smallint not null default 0 check (withdrawn between 0 and 1)',
  },
  { id: '0004-first-release', sql: 'alter table submission add column first_release smallint' },
  {
    id: '0005-code',
    sql:
      `create table code(cycle ${keyType} not null, hash ${keyType} not null, ` +
      'spent smallint not null default 0 check (spent between 0 and 1), request_hash text, ' +
      `primary key (cycle, hash))${tableSuffix}`,
  },
  {
    id: '0006-release',
    sql:
      'create table release(number integer not null primary key, cycle text not null, rubric text not null, ' +
      `body text not null, report text not null, pages integer not null, ledger text not null)${tableSuffix}`,
  },
  {
    id: '0007-release-page',
    sql:
      'create table release_page(number integer not null, page integer not null, leaves text not null, ' +
      `primary key (number, page))${tableSuffix}`,
  },
];

/** Forward only: the tables, then a column for each domain and item as rubrics come. `columns` as of `allColumns`. */
export function migrationsFor(columns: readonly NumberColumn[], dialect: Dialect): Migration[] {
  const known = new Set(OVERALL_COLUMNS.map(({ name }) => name));
  const ofRubrics = columns.filter(({ name }) => !known.has(name));
  return [
    ...fixedMigrations(dialect),
    ...ofRubrics.map((column) => ({
      id: `column-${column.name}`,
      sql: `alter table submission add column ${numberColumn(column)}`,
    })),
  ];
}

const FIXED_IDS = new Set(fixedMigrations({ tableSuffix: '', keyType: 'text' }).map(({ id }) => id));
/** False for an id that no `migrationsFor` of this version can make: a later one wrote the store. */
export const isOfThisVersion = (id: string): boolean => FIXED_IDS.has(id) || /^column-\w+$/.test(id);

const HELD = 'cycle, row_hash, revision, withdrawn';
export const SELECT_HELD = `select ${HELD} from submission where nullifier = $1`;
export const SELECT_OWNED = `${SELECT_HELD} and owner = $2`;
export const SELECT_OWNED_OF_CYCLE = `${SELECT_OWNED} and cycle = $3 and rubric_id = $4`;

const places = (names: readonly string[], from = 1): string[] => names.map((_, i) => `$${i + from}`);

/** Gives back a line only where the row was kept. */
export function insertSubmission(columns: readonly NumberColumn[]): string {
  const names = [...FIXED_COLUMNS, ...[...TEXT_COLUMNS, ...columns].map(({ name }) => name)];
  return (
    `insert into submission(${names.join(', ')}) values(${places(names).join(', ')}) ` +
    `on conflict (nullifier) do nothing returning ${HELD}`
  );
}

/** The values of `insertSubmission`, in its order. */
export const insertionValues = (entry: Entry, columns: readonly NumberColumn[]): SqlValue[] => [
  ...FIXED_COLUMNS.map((name) => FIXED_READERS[name](entry)),
  ...rowValues(entry, columns),
];

const rowValues = (entry: Entry, columns: readonly NumberColumn[]): SqlValue[] => [
  ...TEXT_COLUMNS.map(({ read }) => read(entry)),
  ...columns.map(({ read }) => read(entry.row)),
];

/** A receipt's revision ends at 9999; the last is left for a withdrawal. */
const GREATEST_CORRECTION = 9998;
const NEW_REVISION = 'revision = revision + 1, first_release = null';

/** Gives back a line only where the row was replaced by another. */
export function correctSubmission(columns: readonly NumberColumn[]): string {
  const names = [...TEXT_COLUMNS, ...columns].map(({ name }) => name);
  const values = places(names, FIXED_COLUMNS.length + 2);
  return (
    `update submission set ${names.map((name, i) => `${name} = ${values[i]}`).join(', ')}, withdrawn = 0, ` +
    `${NEW_REVISION} where nullifier = $1 and owner = $2 and cycle = $3 and rubric_id = $4 and revision = $5 ` +
    `and revision < ${GREATEST_CORRECTION} and (withdrawn = 1 or row_hash <> ${values[0]}) returning ${HELD}`
  );
}

/** The values of `correctSubmission`, in its order. */
export const correctionValues = (
  entry: Entry,
  revision: number,
  columns: readonly NumberColumn[],
): SqlValue[] => [
  ...FIXED_COLUMNS.map((name) => FIXED_READERS[name](entry)),
  revision,
  ...rowValues(entry, columns),
];

/** Gives back a line only where the row held values until now. */
export function withdrawSubmission(columns: readonly NumberColumn[]): string {
  const texts = TEXT_COLUMNS.map(({ name, empty }) => `${name} = '${empty}'`);
  const numbers = columns.map(({ name }) => `${name} = null`);
  return (
    `update submission set ${[...texts, ...numbers].join(', ')}, withdrawn = 1, ${NEW_REVISION} ` +
    `where nullifier = $1 and owner = $2 and withdrawn = 0 returning ${HELD}`
  );
}

export const INSERT_CODE =
  'insert into code(cycle, hash) values($1, $2) on conflict (cycle, hash) do nothing';
export const SPEND_CODE =
  'update code set spent = 1, request_hash = $3 where cycle = $1 and hash = $2 and spent = 0';
export const SELECT_CODE = 'select spent, request_hash from code where cycle = $1 and hash = $2';
export const COUNT_CODES =
  'select count(*) as made, count(case when spent = 1 then 1 end) as spent from code where cycle = $1';

const RELEASE = 'number, cycle, rubric, body, report, pages, ledger';
export const SELECT_RELEASE_NUMBERS = 'select number from release order by number';
export const SELECT_RELEASES = `select ${RELEASE} from release order by number`;
export const SELECT_RELEASE = `select ${RELEASE} from release where number = $1`;
export const INSERT_RELEASE = `insert into release(${RELEASE}) values($1, $2, $3, $4, $5, $6, $7)`;
export const INSERT_PAGE = 'insert into release_page(number, page, leaves) values($1, $2, $3)';
export const SELECT_PAGE = 'select leaves from release_page where number = $1 and page = $2';

/** The rows of a cycle and rubric that hold values. */
const HOLDING = 'from submission where cycle = $1 and rubric_id = $2 and withdrawn = 0';
const GROUP = 'first_release, organization, size';

export const SELECT_VERSIONS = `select distinct rubric_version ${HOLDING} order by rubric_version`;
export const SELECT_LEAVES = `select nullifier, revision, row_hash ${HOLDING} order by nullifier`;
export const MARK_ROWS =
  'update submission set first_release = $3 ' +
  'where cycle = $1 and rubric_id = $2 and withdrawn = 0 and first_release is null';

/** The next rows by key, after `$3`. */
export const selectRows = (columns: readonly NumberColumn[], atMost: number): string =>
  `select ${[...FIXED_COLUMNS, ...[...TEXT_COLUMNS, ...columns].map(({ name }) => name)].join(', ')}, revision, ` +
  `first_release ${HOLDING} and nullifier > $3 order by nullifier limit ${atMost}`;

/** Where `countItems` says how many rows of a group hold a value in an item's column. */
export const countName = (item: string, value: number): string => `${item}_${ITEM_VALUES.indexOf(value)}`;

/** How many rows each group has, and how many hold each value of each item, in one pass. */
export function countItems(items: readonly string[]): string {
  const counts = items.flatMap((item) =>
    ITEM_VALUES.map((value) => `count(*) filter (where ${item} = ${value}) as ${countName(item, value)}`),
  );
  return `select ${[GROUP, 'count(*) as held', ...counts].join(', ')} ${HOLDING} group by ${GROUP}`;
}

/** How many rows of each group hold each value of a mean. */
export const countMeans = (mean: string): string =>
  `select ${GROUP}, ${mean} as value, count(*) as held ${HOLDING} and ${mean} is not null group by ${GROUP}, ${mean}`;
