import { join } from 'node:path';
import type { Rubric } from '../../../src/rubric/schema';
import { allColumns } from '../../../src/service/store/columns';
import { migrate } from '../../../src/service/store/migrate';
import { openOperatorStore } from '../../../src/service/store/open-store';
import { sqliteDriver } from '../../../src/service/store/sqlite-driver';
import { DATABASE_FILE, openSqliteEngine } from '../../../src/service/store/sqlite-engine';
import {
  createMigrations,
  insertionValues,
  insertSubmission,
  isOfThisVersion,
  migrationsFor,
} from '../../../src/service/store/statements';
import { CYCLE, keyOf, rubric, someRow, words } from '../../submission/fixtures';
import { freshDirectory, storedRows } from '../fixtures';
import { entryOf, hashOf, ownerOf, refusedBy } from './entries';

const SQLITE = { tableSuffix: ' without rowid', keyType: 'text' } as const;
const columns = allColumns([rubric]);
const all = migrationsFor(columns, SQLITE);
const fixed = all.filter(({ id }) => !id.startsWith('column-')).map(({ id }) => id);

/** The first version in the field, word for word: what it ran must stay what is run. */
const FIELD_TABLE =
  'create table submission(nullifier text not null primary key, row_hash text not null, cycle text not null, ' +
  'rubric_id text not null, rubric_version text not null, organization text not null, size text not null, ' +
  'revision smallint not null default 1, composite smallint check (composite between -1 and 500), ' +
  'item_mean smallint check (item_mean between 0 and 500), level smallint check (level between -1 and 5)) without rowid';
/** Of version 0.1: no owner, no codes, no releases. */
const fieldIds = all.map(({ id }) => id).filter((id) => id === '0001-submission' || id.startsWith('column-'));

/** A store as an earlier version left it: these migrations, and rows by the columns that it knew. */
function leftBy(ids: readonly string[], names: readonly string[]): string {
  const directory = freshDirectory();
  const database = sqliteDriver().open(join(directory, DATABASE_FILE));
  database.exec('pragma journal_mode = WAL');
  database.exec(createMigrations(SQLITE));
  for (const { id, sql } of all.filter((migration) => ids.includes(migration.id))) {
    database.exec(sql);
    database.prepare('insert into migration(id) values($1)').run([id]);
  }
  const known = (database.prepare('pragma table_info(submission)').all() as { name: string }[]).map(
    ({ name }) => name,
  );
  const [, list] = /\(([^)]*)\)/.exec(insertSubmission(columns)) ?? [];
  const written = (list ?? '').split(', ').map((name, i) => ({ name, i }));
  const kept = written.filter(({ name }) => known.includes(name));
  const insert = database.prepare(
    `insert into submission(${kept.map(({ name }) => name).join(', ')}) values(${kept.map((_, i) => `$${i + 1}`).join(', ')})`,
  );
  for (const name of names) {
    const values = insertionValues(entryOf(name, someRow(name.length)), columns);
    insert.run(kept.map(({ i }) => values[i] ?? null));
  }
  database.close();
  return directory;
}

async function migrated(directory: string, rubrics: readonly Rubric[] = [rubric]) {
  const store = await openOperatorStore({ directory }, rubrics, words);
  if (!store.ok) throw new Error(store.failure.message);
  return store.value;
}

describe('migrations', () => {
  it('begin with the table that is in the field', () => {
    expect(all[0]).toEqual({ id: '0001-submission', sql: FIELD_TABLE });
    expect(fixed).toEqual([...fixed].sort());
  });

  it.each(fixed.map((id, i) => [id, fixed.slice(0, i + 1)] as const))(
    'take a store that stopped after %s to this version and keep its rows',
    async (_, ids) => {
      const directory = leftBy([...ids, ...fieldIds], ['a', 'bb', 'ccc']);
      const before = storedRows(directory);
      const store = await migrated(directory);
      const after = storedRows(directory);
      expect(after).toEqual(
        before.map((row) => ({ owner: null, withdrawn: 0, first_release: null, ...row })),
      );
      expect(await store.inRelease((release) => release.leaves(CYCLE, rubric.id))).toHaveLength(3);
      await store.close();
    },
  );

  it('leave a row of the first version counted, to be found, and nobody’s to change', async () => {
    const directory = leftBy(fieldIds, ['a', 'bb']);
    const store = await migrated(directory);
    const held = { cycle: CYCLE, rowHash: hashOf(someRow(1)), revision: 1, withdrawn: false };
    expect(await store.find(keyOf('a'))).toEqual(held);
    expect(await store.correct(entryOf('a', someRow(9)), 1)).toEqual({ refused: 'unknown' });
    expect(await store.withdraw(keyOf('a'), ownerOf('a'))).toEqual({ refused: 'unknown' });
    const [group] = await store.inRelease((release) => release.groups(CYCLE, rubric.id));
    expect(group).toMatchObject({ first: null, rows: 2 });
    for await (const { row, rowHash } of store.rows(CYCLE, rubric.id)) expect(hashOf(row)).toBe(rowHash);
    await store.close();
  });

  it('run once, also where two start at once', async () => {
    const directory = leftBy(fieldIds, ['a']);
    const engines = [0, 1, 2].map(() => openSqliteEngine(directory, 10_000));
    expect(await Promise.all(engines.map((engine) => migrate(engine, columns)))).toEqual([true, true, true]);
    const ids = await engines[0]?.all<{ id: string }>('select id from migration');
    expect(ids?.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
    for (const engine of engines) await engine.close();
  });

  it('that fail in the middle leave the store as it was', async () => {
    const directory = leftBy(fieldIds, ['a']);
    const engine = openSqliteEngine(directory, 1_000);
    await engine.run('create table release(other integer)');
    await expect(migrate(engine, columns)).rejects.toMatchObject(refusedBy(/already exists/));
    expect((await engine.all('select id from migration')).length).toBe(fieldIds.length);
    expect(storedRows(directory)[0]).not.toHaveProperty('owner');
    await engine.run('drop table release');
    expect(await migrate(engine, columns)).toBe(true);
    await engine.close();
  });

  it('add the columns of a later rubric version and keep the rows', async () => {
    const directory = leftBy(
      all.map(({ id }) => id),
      ['old'],
    );
    const [before] = storedRows(directory);
    const [model] = rubric.items;
    if (!model) throw new Error('The rubric has items');
    const later: Rubric = {
      ...rubric,
      version: '1.1.0',
      items: [...rubric.items, { ...model, id: 'ORG-77' }],
    };
    const store = await migrated(directory, [rubric, later]);
    expect(storedRows(directory)).toEqual([{ ...before, org_77: null }]);
    const row = structuredClone({ ...someRow(2), rubric: { id: later.id, version: later.version } });
    (row.items ?? {})['ORG-77'] = 4;
    await store.insert(entryOf('new', row), null);
    const rows = [];
    for await (const each of store.rows(CYCLE, rubric.id)) rows.push(each);
    expect(rows.map((each) => hashOf(each.row)).sort()).toEqual([hashOf(someRow(3)), hashOf(row)].sort());
    const groups = await store.inRelease((release) => release.groups(CYCLE, rubric.id));
    expect(groups.flatMap(({ values }) => [...(values.get('org_77') ?? [])])).toEqual([[4, 1]]);
    expect(await store.inRelease((release) => release.versions(CYCLE, rubric.id))).toEqual([
      '1.0.0',
      '1.1.0',
    ]);
    await store.close();
  });

  it('know their own names and no others', () => {
    for (const { id } of all) expect(isOfThisVersion(id)).toBe(true);
    for (const id of ['0002-tokens', '0008-more', '']) expect(isOfThisVersion(id)).toBe(false);
  });
});
