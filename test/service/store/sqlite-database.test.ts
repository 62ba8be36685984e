import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openOperatorStore, openStore } from '../../../src/service/store/open-store';
import { settingOf } from '../../../src/service/store/sqlite-database';
import { sqliteAtHand, sqliteDriver } from '../../../src/service/store/sqlite-driver';
import { rubric, words } from '../../submission/fixtures';
import { freshDirectory } from '../fixtures';
import { DRIVERS, HAS_SQLITE } from './sqlite-drivers';

const freshFile = () => join(freshDirectory(), 'some.sqlite');
const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

describe.each(DRIVERS)('a file of SQLite opened by $name', (driver) => {
  it('takes values by their numbers, in any order and more than once, and gives them back as they were', () => {
    const database = driver.open(freshFile());
    const [line] = database
      .prepare('select $2 as second, $1 as first, $1 as again, $3 as none')
      .all(['a', 7, null]);
    expect(line).toEqual({ second: 7, first: 'a', again: 'a', none: null });
    database.close();
  });

  it('tells how many rows a statement changed, and gives the lines that one returns', () => {
    const database = driver.open(freshFile());
    database.exec('create table held(key text not null primary key, number integer) without rowid');
    const insert = database.prepare('insert into held values($1, $2)');
    expect([insert.run(['a', 1]), insert.run(['b', 2 ** 40])]).toEqual([1, 1]);
    expect(database.prepare('update held set number = number + 1').run()).toBe(2);
    const kept = database.prepare('insert into held values($1, 0) on conflict do nothing returning key');
    expect([kept.all(['a']), kept.all(['c'])]).toEqual([[], [{ key: 'c' }]]);
    expect(database.prepare('select number from held order by key').all()).toEqual([
      { number: 2 },
      { number: 2 ** 40 + 1 },
      { number: 0 },
    ]);
    database.close();
  });

  it('names what SQLite refuses by SQLite’s own codes', () => {
    const file = freshFile();
    const [database, other] = [driver.open(file), driver.open(file)];
    database.exec('create table held(key text not null primary key) without rowid');
    const insert = database.prepare("insert into held values('a')");
    insert.run();
    expect(codeOf(() => insert.run())).toMatch(/^SQLITE_CONSTRAINT/);
    expect(codeOf(() => database.prepare('select nonsense from held'))).toBe('SQLITE_ERROR');
    expect(codeOf(() => database.prepare('select "nonsense" from held'))).toBe('SQLITE_ERROR');
    database.exec('begin immediate');
    expect(codeOf(() => other.exec('begin immediate'))).toMatch(/^SQLITE_BUSY/);
    for (const each of [database, other]) each.close();
    const text = freshFile();
    writeFileSync(text, 'this is not a database, it is a text that is long enough'.repeat(20));
    const none = driver.open(text);
    expect(codeOf(() => none.prepare('select * from sqlite_schema').all())).toBe('SQLITE_NOTADB');
    none.close();
  });

  it('does not wait for a lock unless told to, and can be closed twice', () => {
    const database = driver.open(freshFile());
    expect(settingOf(database, 'busy_timeout')).toBe(0);
    expect(settingOf(database, 'no_such_setting')).toBeUndefined();
    database.close();
    database.close();
    expect(() => database.prepare('select 1')).toThrow('not open');
  });
});

describe('what holds SQLite', () => {
  it('is Node’s own where it has one without a flag, and better-sqlite3 elsewhere', () => {
    expect(sqliteDriver().name).toBe(HAS_SQLITE ? 'node:sqlite' : 'better-sqlite3');
    expect(sqliteAtHand(words)).toEqual({ ok: true, value: sqliteDriver() });
  });

  it.each([
    ['MODULE_NOT_FOUND', Object.assign(new Error('Cannot find it\nmore'), { code: 'MODULE_NOT_FOUND' })],
    ['Could not locate the bindings file', new Error('Could not locate the bindings file. Tried:\n → a')],
  ])('is missed in one sentence, by the service and by commands: %s', async (reason, error) => {
    const missing = sqliteAtHand(words, () => {
      throw error;
    });
    const place = { directory: freshDirectory() };
    for (const open of [openStore, openOperatorStore]) {
      const store = await open(place, [rubric], words, missing);
      if (store.ok) throw new Error('Without SQLite there is no store');
      const { code, message } = store.failure;
      expect([code, message.includes(process.version), message.includes(reason)]).toEqual([
        'no-sqlite',
        true,
        true,
      ]);
      expect(message).not.toContain('\n');
    }
  });

  it('is not missed by a command whose rows are in another database', async () => {
    const missing = sqliteAtHand(words, () => {
      throw new Error('none');
    });
    const place = { directory: freshDirectory(), database: 'postgres://nobody@127.0.0.1:1/none' };
    expect(await openOperatorStore(place, [rubric], words, missing)).toMatchObject({
      failure: { code: 'store-unusable' },
    });
  });
});
