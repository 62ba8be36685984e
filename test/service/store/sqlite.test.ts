import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allColumns } from '../../../src/service/store/columns';
import { openOperatorStore, openStore } from '../../../src/service/store/open-store';
import type { OperatorStore } from '../../../src/service/store/operator-store';
import { settingOf } from '../../../src/service/store/sqlite-database';
import { DATABASE_FILE, makeDurable, openSqliteEngine } from '../../../src/service/store/sqlite-engine';
import type { Store } from '../../../src/service/store/store';
import { StoreBusy } from '../../../src/service/store/store-busy';
import type { Answer } from '../../../src/scoring/answer';
import { success } from '../../../src/words/result';
import { CYCLE, keyOf, rowOf, rubric, someRow, words } from '../../submission/fixtures';
import { freshDirectory, storedRows } from '../fixtures';
import { storeContract } from './contract';
import { entryOf, hashOf, ownerOf } from './entries';
import { openedTwice } from './opened-twice';
import { DRIVERS } from './sqlite-drivers';

const closing: Store[] = [];
afterEach(async () => {
  for (const store of closing.splice(0)) await store.close();
});

describe.each(DRIVERS)('over $name', (driver) => {
  async function opened(directory: string): Promise<Store> {
    const store = await openStore({ directory }, [rubric], words, success(driver));
    if (!store.ok) throw new Error(store.failure.message);
    closing.push(store.value);
    return store.value;
  }
  async function command(directory: string): Promise<OperatorStore> {
    const store = await openOperatorStore({ directory }, [rubric], words, success(driver));
    if (!store.ok) throw new Error(store.failure.message);
    closing.push(store.value);
    return store.value;
  }
  const codeOf = async (directory: string) => {
    const store = await openStore({ directory }, [rubric], words, success(driver));
    return store.ok ? store.value.close().then(() => 'opened') : store.failure.code;
  };

  describe('a store on SQLite', () => {
    storeContract(() => {
      const directory = freshDirectory();
      return openedTwice(() => openSqliteEngine(directory, 10_000, driver));
    });
  });

  describe('a stored row', () => {
    it("tells 0, N/A, Don't know and not sent apart", async () => {
      const directory = freshDirectory();
      const store = await opened(directory);
      const answers: Answer[] = rubric.items.map(() => ({ state: 'rated', level: 0 }));
      answers[1] = { state: 'na' };
      answers[2] = { state: 'unknown' };
      answers[3] = { state: 'rated', level: 5 };
      await store.insert(entryOf('items', rowOf(answers)), null);
      await store.insert(entryOf('domains', rowOf(answers, 'domains')), null);
      const rows = storedRows(directory, driver);
      const items = rows.find(({ nullifier }) => nullifier === keyOf('items'));
      const domains = rows.find(({ nullifier }) => nullifier === keyOf('domains'));
      const levels = { org_01: 0, org_02: -1, org_03: -2, org_04: 5, org_level: -1, level: -1, revision: 1 };
      expect(items).toMatchObject(levels);
      expect(domains).toMatchObject({
        org_01: null,
        org_02: null,
        org_03: null,
        org_04: null,
        org_level: -1,
      });
      expect(domains?.['org_mean']).toBe(items?.['org_mean']);
    });

    it('keeps no time, address, agent, sequence or hidden row number', async () => {
      const directory = freshDirectory();
      const store = await opened(directory);
      await store.insert(entryOf('first'), null);
      const [row] = storedRows(directory, driver);
      const numbers = allColumns([rubric]).map(({ name }) => name);
      const keys = [
        'nullifier',
        'owner',
        'row_hash',
        'cycle',
        'rubric_id',
        'rubric_version',
        'organization',
        'size',
      ];
      const marks = ['revision', 'withdrawn', 'first_release'];
      expect(Object.keys(row ?? {}).sort()).toEqual([...keys, ...marks, ...numbers].sort());
      const database = driver.open(join(directory, DATABASE_FILE));
      for (const table of ['submission', 'code', 'release', 'release_page', 'migration']) {
        expect(() => database.prepare(`select rowid from ${table}`)).toThrow('no such column');
      }
      database.close();
    });

    it('is found under its key after the store was closed and opened', async () => {
      const directory = freshDirectory();
      const store = await opened(directory);
      await store.insert(entryOf('kept'), null);
      await store.close();
      const again = await opened(directory);
      const held = { cycle: CYCLE, rowHash: hashOf(someRow(1)), revision: 1, withdrawn: false };
      expect(await again.find(keyOf('kept'))).toEqual(held);
      expect(await again.insert(entryOf('kept', someRow(2)), null)).toEqual({ held, fresh: false });
    });

    it('is written with a sync to the disk at each commit, and overwritten when deleted', () => {
      const database = driver.open(join(freshDirectory(), DATABASE_FILE));
      database.exec('pragma synchronous = NORMAL; pragma secure_delete = OFF');
      makeDurable(database);
      const FULL = 2;
      const KIB = -16_000;
      const names = [
        'journal_mode',
        'synchronous',
        'secure_delete',
        'fullfsync',
        'trusted_schema',
        'cache_size',
      ];
      expect(names.map((name) => settingOf(database, name))).toEqual(['wal', FULL, 1, 1, 0, KIB]);
      database.close();
    });
  });

  describe('a withdrawn row', () => {
    const isOnDisk = (directory: string, text: string): boolean =>
      ['', '-wal']
        .map((end) => join(directory, `${DATABASE_FILE}${end}`))
        .some((file) => existsSync(file) && readFileSync(file, 'latin1').includes(text));
    const hash = hashOf(someRow(99));

    async function withRows(directory: string): Promise<Store> {
      const store = await opened(directory);
      for (let i = 0; i < 40; i += 1) await store.insert(entryOf(i, someRow(i)), null);
      await store.insert(entryOf('gone', someRow(99)), null);
      expect(isOnDisk(directory, hash)).toBe(true);
      return store;
    }

    it('leaves no byte of its values in the files', async () => {
      const directory = freshDirectory();
      const store = await withRows(directory);
      await store.withdraw(keyOf('gone'), ownerOf('gone'));
      expect(isOnDisk(directory, hash)).toBe(false);
      expect(isOnDisk(directory, hashOf(someRow(1)))).toBe(true);
    });

    it('leaves none at the next change where a reader was in the way', async () => {
      const directory = freshDirectory();
      const store = await withRows(directory);
      const reader = driver.open(join(directory, DATABASE_FILE));
      reader.exec('begin');
      reader.prepare('select count(*) from submission').all();
      await store.withdraw(keyOf('gone'), ownerOf('gone'));
      expect(isOnDisk(directory, hash)).toBe(true);
      reader.exec('commit');
      reader.close();
      await store.insert(entryOf('next'), null);
      await store.issue(CYCLE, 'any', 'change');
      expect(isOnDisk(directory, hash)).toBe(false);
    });
  });

  describe('opening a store', () => {
    it('is refused to a second service, in this process and in another, until the first closes', async () => {
      const directory = freshDirectory();
      const store = await opened(directory);
      expect(await codeOf(directory)).toBe('store-in-use');
      const inAnother = () =>
        execFileSync(process.execPath, ['--import', 'tsx', 'test/service/store/open-once.ts', directory], {
          encoding: 'utf8',
        });
      expect(inAnother()).toBe('store-in-use');
      await store.close();
      expect(inAnother()).toBe('opened');
    });

    it('works for commands beside a service, in both orders', async () => {
      const directory = freshDirectory();
      const before = await command(directory);
      const service = await opened(directory);
      const after = await command(directory);
      await before.addCodes(CYCLE, ['one']);
      expect(await service.insert(entryOf('a'), { codeHash: 'one' })).toMatchObject({ fresh: true });
      expect(await after.codes(CYCLE)).toEqual({ made: 1, spent: 1 });
    });

    it('is refused where a later version of the service wrote it', async () => {
      const directory = freshDirectory();
      await (await opened(directory)).close();
      const database = driver.open(join(directory, DATABASE_FILE));
      database.exec("insert into migration(id) values('9999-later')");
      database.close();
      expect([await codeOf(directory), await codeOf(directory)]).toEqual(['store-newer', 'store-newer']);
    });

    it('is refused in words where the file is no database or the place no directory', async () => {
      const directory = freshDirectory();
      writeFileSync(
        join(directory, DATABASE_FILE),
        'this is not a database, it is a text that is long enough'.repeat(20),
      );
      expect(await codeOf(directory)).toBe('store-unusable');
      const file = join(freshDirectory(), 'file');
      writeFileSync(file, '');
      expect(await codeOf(file)).toBe('store-unusable');
    });

    it('makes files that only their owner may read', async () => {
      const directory = freshDirectory();
      await opened(directory);
      for (const name of ['', DATABASE_FILE, `${DATABASE_FILE}-wal`]) {
        expect(statSync(join(directory, name)).mode & 0o077).toBe(0);
      }
    });
  });

  describe('a store that another process writes to', () => {
    const holding = (directory: string) => {
      const other = driver.open(join(directory, DATABASE_FILE));
      other.exec('begin immediate');
      return other;
    };

    it('answers questions, and says that it is busy to a change that cannot wait longer', async () => {
      const directory = freshDirectory();
      await opened(directory);
      const engine = openSqliteEngine(directory, 60, driver);
      const other = holding(directory);
      expect(await engine.all('select count(*) as held from submission')).toEqual([{ held: 0 }]);
      const change = engine.run("insert into migration(id) values('column-x')");
      await expect(change).rejects.toBeInstanceOf(StoreBusy);
      await expect(engine.transaction('change', () => Promise.resolve())).rejects.toBeInstanceOf(StoreBusy);
      other.close();
      expect(await engine.run("insert into migration(id) values('column-x')")).toBe(1);
      await engine.close();
    });

    it('goes on as soon as it can, and answers questions meanwhile', async () => {
      const directory = freshDirectory();
      const store = await opened(directory);
      const other = holding(directory);
      const kept = store.insert(entryOf('a'), null);
      expect(await store.find(keyOf('a'))).toBeNull();
      other.exec('commit');
      other.close();
      expect(await kept).toMatchObject({ fresh: true });
    });
  });

  describe('examining a store', () => {
    it('tells its engine, that it waits for the disk, and damage where there is any', async () => {
      const directory = freshDirectory();
      const store = await command(directory);
      const rows = Array.from({ length: 200 }, (_, i) => entryOf(i, someRow(i)));
      for (const row of rows) await store.insert(row, null);
      const engine = expect.stringMatching(/^SQLite 3\.\d+\.\d+ \((node:sqlite|better-sqlite3)\)$/) as string;
      expect(await store.examine()).toEqual({ engine, durable: true, damage: [] });
      await store.close();
      const file = join(directory, DATABASE_FILE);
      const bytes = readFileSync(file);
      const PAGE = 4_096;
      bytes.fill(0x5a, bytes.length - 3 * PAGE, bytes.length - 3 * PAGE + 64);
      writeFileSync(file, bytes);
      const damaged = await command(directory);
      expect((await damaged.examine()).damage).not.toEqual([]);
    });
  });
});
