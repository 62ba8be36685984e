import { allColumns, countedColumns } from '../../../src/service/store/columns';
import * as statements from '../../../src/service/store/statements';
import { rubric } from '../../submission/fixtures';
import { citusRefusals } from './citus-refusals';

const columns = allColumns([rubric]);
const { means, items } = countedColumns([rubric]);
const DIALECT = { tableSuffix: '', keyType: 'text collate "C"' } as const;

/** How each function of `statements.ts` that makes a text is called. */
const MADE: Record<string, () => readonly string[]> = {
  createMigrations: () => [statements.createMigrations(DIALECT)],
  migrationsFor: () => statements.migrationsFor(columns, DIALECT).map(({ sql }) => sql),
  insertSubmission: () => [statements.insertSubmission(columns)],
  correctSubmission: () => [statements.correctSubmission(columns)],
  withdrawSubmission: () => [statements.withdrawSubmission(columns)],
  selectRows: () => [statements.selectRows(columns, 500)],
  countItems: () => [statements.countItems(items)],
  countMeans: () => means.map(statements.countMeans),
};
const NO_TEXT = ['isOfThisVersion', 'insertionValues', 'correctionValues', 'countName', 'DISTRIBUTION'];

const texts = [
  ...Object.values(statements).filter((value) => typeof value === 'string'),
  ...Object.values(MADE).flatMap((make) => make()),
];

describe('the SQL text', () => {
  it('is looked at whole', () => {
    const made = Object.entries(statements).filter(([, value]) => typeof value !== 'string');
    expect(made.map(([name]) => name).sort()).toEqual([...Object.keys(MADE), ...NO_TEXT].sort());
    expect(texts.length).toBeGreaterThan(70);
  });

  it.each(texts.map((sql) => [sql.slice(0, 60), sql]))('is taken by Citus: %s', (_, sql) => {
    expect(citusRefusals(sql, statements.DISTRIBUTION)).toEqual([]);
  });

  it('holds nothing that only one engine knows', () => {
    for (const sql of texts) {
      expect(sql).not.toMatch(
        /\?|rowid|pragma|strict|lateral|::|ilike|distinct on|\bglob\b|ifnull|replace into/i,
      );
    }
  });

  it('compares every key as bytes on PostgreSQL', () => {
    const tables = texts.filter((sql) => /^create table/.test(sql)).join('\n');
    for (const key of ['nullifier', 'hash', 'id'])
      expect(tables).toContain(`${key} text collate "C" not null`);
  });

  it('fits into what the engines take in one line for a rubric of the greatest size', () => {
    const ITEMS_A_PASS = 200;
    const lines = statements.countItems(Array.from({ length: ITEMS_A_PASS }, (_, i) => `x_${i}`));
    expect(lines.match(/ as /g)?.length).toBeLessThan(1_664);
  });
});

describe('the check of the SQL text', () => {
  const spread = { table: 'submission', column: 'nullifier' };
  it.each([
    'select percentile_cont(0.5) within group (order by org_01) from submission',
    'select size, percentile_disc(0.5) WITHIN GROUP (order by org_01) from submission group by size',
    'select organization, size, count(*) from submission group by grouping sets ((organization), (size))',
    'select organization, size, count(*) from submission group by cube (organization, size)',
    'select organization, size, count(*) from submission group by rollup(organization, size)',
    'select * from submission where cycle = $1 for update',
    'select * from submission where cycle = $1 for share',
    'create table submission(nullifier text not null primary key, row_hash text unique)',
    'create table submission(nullifier text, id integer primary key)',
    'create table submission(nullifier text, cycle text, unique (cycle))',
    'create table submission(nullifier text, cycle text, primary key (cycle, row_hash))',
    'alter table submission add column sid text unique',
    'alter table submission add constraint one unique (row_hash)',
    'create unique index one on submission (row_hash)',
    'create trigger watch before insert on submission for each row execute function f()',
    'alter table submission add column release integer references release(number)',
    'select a.size from submission a join submission b on a.size = b.size',
    'select count(*) from submission a, submission b where a.size = b.size',
    'select count(*) from submission a where exists (select 1 from submission b where b.size = a.size)',
    'update submission set org_01 = random() where cycle = $1',
    'update submission set row_hash = gen_random_uuid() where nullifier = $1',
    'update submission set revision = 2, nullifier = $2 where nullifier = $1',
    'insert into submission(nullifier) values($1) on conflict (nullifier) do update set nullifier = $2',
    'select rank() over (order by composite) from submission',
    'create table submission(nullifier text primary key, id bigserial)',
    'alter table submission add column owner text null',
  ])('catches %s', (sql) => {
    expect(citusRefusals(sql, spread)).toHaveLength(1);
  });

  it.each([
    'select * from submission where nullifier = $1 for update',
    'create table submission(nullifier text, cycle text, primary key (nullifier, cycle))',
    'create table submission(nullifier text primary key, level smallint check (level between 0 and 5))',
    'create table code(cycle text, hash text, primary key (cycle, hash))',
    'select a.size from submission a join submission b on a.nullifier = b.nullifier',
    'select rank() over (partition by nullifier order by cycle) from submission',
    'update submission set revision = 2 where nullifier = $1',
    'alter table submission add column withdrawn smallint not null default 0',
  ])('lets pass %s', (sql) => {
    expect(citusRefusals(sql, spread)).toEqual([]);
  });
});
