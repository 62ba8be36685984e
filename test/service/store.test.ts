import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Rubric } from '../../src/rubric/schema';
import { allColumns } from '../../src/service/store/columns';
import { insertSubmission, migrationsFor, SELECT_HELD } from '../../src/service/store/statements';
import { DATABASE_FILE, makeDurable, openSqliteStore } from '../../src/service/store/sqlite-store';
import type { Store } from '../../src/service/store/store';
import { openSigner } from '../../src/service/signing';
import type { Answer } from '../../src/scoring/answer';
import { keyOf, rowOf, rubric, someRow, words } from '../submission/fixtures';
import { freshDirectory, openedService, postRow, storedRows } from './fixtures';

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

function opened(directory: string, rubrics: readonly Rubric[] = [rubric]): Store {
  const store = openSqliteStore(directory, rubrics, words);
  if (!store.ok) throw new Error(store.failure.message);
  stores.push(store.value);
  return store.value;
}
const entry = (name: string, row = someRow(1)) => ({ nullifier: keyOf(name), rowHash: 'a'.repeat(64), row });
const codeOf = (directory: string) => {
  const store = openSqliteStore(directory, [rubric], words);
  return store.ok ? 'opened' : store.failure.code;
};

describe('a stored row', () => {
  it("tells 0, N/A, Don't know and not sent apart", async () => {
    const directory = freshDirectory();
    const store = opened(directory);
    const answers: Answer[] = rubric.items.map(() => ({ state: 'rated', level: 0 }));
    answers[1] = { state: 'na' };
    answers[2] = { state: 'unknown' };
    answers[3] = { state: 'rated', level: 5 };
    await store.insert(entry('items', rowOf(answers)));
    await store.insert(entry('domains', rowOf(answers, 'domains')));
    const rows = storedRows(directory);
    const items = rows.find(({ nullifier }) => nullifier === keyOf('items'));
    const domains = rows.find(({ nullifier }) => nullifier === keyOf('domains'));
    expect(items).toMatchObject({
      org_01: 0,
      org_02: -1,
      org_03: -2,
      org_04: 5,
      org_level: -1,
      level: -1,
      revision: 1,
    });
    expect(domains).toMatchObject({ org_01: null, org_02: null, org_03: null, org_04: null, org_level: -1 });
    expect(domains?.['org_mean']).toBe(items?.['org_mean']);
  });

  it('keeps no time, address, agent, sequence or hidden row number', async () => {
    const directory = freshDirectory();
    const store = opened(directory);
    await store.insert(entry('first'));
    const [row] = storedRows(directory);
    const expected = allColumns([rubric]).map(({ name }) => name);
    const text = [
      'nullifier',
      'row_hash',
      'cycle',
      'rubric_id',
      'rubric_version',
      'organization',
      'size',
      'revision',
    ];
    expect(Object.keys(row ?? {}).sort()).toEqual([...text, ...expected].sort());
    const database = new Database(join(directory, DATABASE_FILE), { readonly: true });
    expect(() => database.prepare('select rowid from submission')).toThrow('no such column');
    database.close();
  });

  it('is found under its key after the store was closed and opened', async () => {
    const directory = freshDirectory();
    const store = opened(directory);
    expect(await store.insert(entry('kept'))).toEqual({ rowHash: 'a'.repeat(64), revision: 1, fresh: true });
    await store.close();
    const again = opened(directory);
    expect(await again.find(keyOf('kept'))).toEqual({ rowHash: 'a'.repeat(64), revision: 1 });
    expect(await again.insert({ ...entry('kept'), rowHash: 'b'.repeat(64) })).toEqual({
      rowHash: 'a'.repeat(64),
      revision: 1,
      fresh: false,
    });
    expect(await again.find(keyOf('other'))).toBeNull();
  });

  it('is written with a sync to the disk at each commit, and overwritten when deleted', () => {
    const database = new Database(join(freshDirectory(), DATABASE_FILE));
    expect(database.pragma('synchronous = NORMAL', { simple: true })).toBeUndefined();
    makeDurable(database);
    const settingOf = (name: string) => database.pragma(name, { simple: true });
    const FULL = 2;
    expect(['journal_mode', 'synchronous', 'secure_delete', 'fullfsync'].map(settingOf)).toEqual([
      'wal',
      FULL,
      1,
      1,
    ]);
    database.close();
  });

  it('is refused by the table itself beyond its range', async () => {
    const store = opened(freshDirectory());
    const row = structuredClone(someRow(1));
    (row.items ?? {})['ORG-01'] = 9;
    await expect(store.insert(entry('wild', row))).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_CHECK' });
    expect(await store.find(keyOf('wild'))).toBeNull();
  });
});

describe('opening a store', () => {
  it('is refused to a second opener, in this process and in another, until the first closes', async () => {
    const directory = freshDirectory();
    const store = opened(directory);
    expect(codeOf(directory)).toBe('store-in-use');
    const inAnother = () =>
      execFileSync(process.execPath, ['--import', 'tsx', 'test/service/open-once.ts', directory], {
        encoding: 'utf8',
      });
    expect(inAnother()).toBe('store-in-use');
    await store.close();
    expect(inAnother()).toBe('opened');
  });

  it('adds the columns of a later rubric version and keeps the rows', async () => {
    const directory = freshDirectory();
    const first = opened(directory);
    await first.insert(entry('old'));
    const before = storedRows(directory)[0];
    await first.close();
    const [model] = rubric.items;
    if (!model) throw new Error('The rubric has items');
    const later: Rubric = {
      ...rubric,
      version: '1.1.0',
      items: [...rubric.items, { ...model, id: 'ORG-77' }],
    };
    const second = opened(directory, [rubric, later]);
    expect(storedRows(directory)).toEqual([{ ...before, org_77: null }]);
    const row = structuredClone(someRow(2));
    (row.items ?? {})['ORG-77'] = 4;
    await second.insert(entry('new', row));
    expect(storedRows(directory).find(({ nullifier }) => nullifier === keyOf('new'))).toMatchObject({
      org_77: 4,
    });
    await second.close();
    opened(directory);
    expect(storedRows(directory)).toHaveLength(2);
  });

  it('is refused where a later version of the service wrote it', async () => {
    const directory = freshDirectory();
    await opened(directory).close();
    const database = new Database(join(directory, DATABASE_FILE));
    database.exec("insert into migration(id) values('0002-tokens')");
    database.close();
    expect(codeOf(directory)).toBe('store-newer');
    expect(codeOf(directory)).toBe('store-newer');
  });

  it('is refused in words where the file is no database or the place no directory', () => {
    const directory = freshDirectory();
    writeFileSync(
      join(directory, DATABASE_FILE),
      'this is not a database, it is a text that is long enough'.repeat(20),
    );
    expect(codeOf(directory)).toBe('store-unusable');
    const file = join(freshDirectory(), 'file');
    writeFileSync(file, '');
    expect(codeOf(file)).toBe('store-unusable');
  });

  it('makes files that only their owner may read', () => {
    const directory = freshDirectory();
    opened(directory);
    for (const name of ['', DATABASE_FILE, `${DATABASE_FILE}-wal`]) {
      expect(statSync(join(directory, name)).mode & 0o077).toBe(0);
    }
  });
});

describe('the SQL text', () => {
  const columns = allColumns([rubric]);
  const texts = [
    ...migrationsFor(columns, { tableSuffix: '' }).map(({ sql }) => sql),
    insertSubmission(columns),
    SELECT_HELD,
  ];

  it('holds nothing that only one engine knows', () => {
    for (const sql of texts) {
      expect(sql).not.toMatch(
        /\?|rowid|autoincrement|serial|pragma|strict|\bunique\b|trigger|percentile|for update|lateral|now\(|timestamp|::/i,
      );
    }
  });

  it('makes the key the one constraint across rows', () => {
    expect(texts.join(' ').match(/primary key/g)).toHaveLength(1);
    expect(texts[0]).toContain('nullifier text not null primary key');
  });
});

describe('the receipt key', () => {
  it('is made once, readable by its owner only, and gives the same receipt after a restart', async () => {
    const dataDir = freshDirectory();
    const service = openedService({ dataDir });
    const first = await postRow(service, someRow(1), keyOf(1));
    await service.close();
    expect(statSync(join(dataDir, 'receipt-key.pem')).mode & 0o777).toBe(0o600);
    const again = await postRow(openedService({ dataDir }), someRow(1), keyOf(1));
    expect([first.statusCode, again.statusCode, again.body]).toEqual([201, 200, first.body]);
  });

  it.each(['', 'not a key'])('is refused in words when its file holds %j', (text) => {
    const directory = freshDirectory();
    writeFileSync(join(directory, 'receipt-key.pem'), text);
    expect(openSigner(directory, words)).toMatchObject({ failure: { code: 'key-unusable' } });
  });
});
