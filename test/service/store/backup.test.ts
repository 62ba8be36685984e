import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { success } from '../../../src/words/result';
import { openOperatorStore, openStore } from '../../../src/service/store/open-store';
import type { OperatorStore } from '../../../src/service/store/operator-store';
import type { SqliteDriver } from '../../../src/service/store/sqlite-database';
import { DATABASE_FILE } from '../../../src/service/store/sqlite-engine';
import { CYCLE, keyOf, rubric, someRow, words } from '../../submission/fixtures';
import { freshDirectory } from '../fixtures';
import { entryOf, hashOf } from './entries';
import { DRIVERS } from './sqlite-drivers';

jest.setTimeout(60_000);

async function command(directory: string, driver: SqliteDriver): Promise<OperatorStore> {
  const store = await openOperatorStore({ directory }, [rubric], words, success(driver));
  if (!store.ok) throw new Error(store.failure.message);
  return store.value;
}

/** Another process that keeps rows all the time; `kept` is the number of the last that it was told is kept. */
async function writer(directory: string) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/service/store/writing-child.ts', directory],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'close');
  let kept = 0;
  const lines = createInterface({ input: child.stdout }).on('line', (line) => (kept = Number(line)));
  const reach = async (count: number) => {
    while (kept < count) await once(lines, 'line');
  };
  const end = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { kept: () => kept, reach, end };
}

describe.each(DRIVERS)('a backup over $name', (driver) => {
  it('made while rows arrive holds every row acknowledged before it began, each whole, and serves as a store', async () => {
    const directory = freshDirectory();
    const store = await command(directory, driver);
    await store.addCodes(CYCLE, ['spent', 'unspent']);
    await store.insert(entryOf('by code'), { codeHash: 'spent' });
    const other = await writer(directory);
    await other.reach(200);
    const before = other.kept();
    const target = join(freshDirectory(), 'copy');
    expect(await store.backup(target)).toBe('done');
    const after = other.kept();
    await other.reach(after + 50);
    await other.end();
    await store.close();

    const restored = await openStore({ directory: target }, [rubric], words, success(driver));
    if (!restored.ok) throw new Error(restored.failure.message);
    for (let number = 1; number <= before; number += 1) {
      expect((await restored.value.find(keyOf(number)))?.rowHash).toBe(hashOf(someRow(number % 50)));
    }
    expect(await restored.value.insert(entryOf('new'), { codeHash: 'spent' })).toEqual({
      refused: 'code-spent',
    });
    expect(await restored.value.insert(entryOf('new'), { codeHash: 'unspent' })).toMatchObject({
      fresh: true,
    });
    const copy = await command(target, driver);
    for await (const { row, rowHash } of copy.rows(CYCLE, rubric.id)) expect(hashOf(row)).toBe(rowHash);
    expect(await copy.examine()).toMatchObject({ durable: true, damage: [] });
    await copy.close();
    await restored.value.close();
  });

  it('goes into a new directory, which only its owner may read, and nothing else is left', async () => {
    const store = await command(freshDirectory(), driver);
    const parent = freshDirectory();
    await store.backup(join(parent, 'copy'));
    expect(readdirSync(parent)).toEqual(['copy']);
    expect(readdirSync(join(parent, 'copy'))).toEqual(['benchmark.sqlite']);
    for (const path of ['copy', 'copy/benchmark.sqlite'])
      expect(statSync(join(parent, path)).mode & 0o077).toBe(0);
    await store.close();
  });

  it('is refused where something is, or nothing can be, and leaves that as it was', async () => {
    const store = await command(freshDirectory(), driver);
    const taken = join(freshDirectory(), 'copy');
    mkdirSync(taken);
    await expect(store.backup(taken)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readdirSync(taken)).toEqual([]);
    const nowhere = join(freshDirectory(), 'missing', 'copy');
    await expect(store.backup(nowhere)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(existsSync(nowhere)).toBe(false);
    await store.close();
  });

  it.each([
    ['a page is overwritten', overwritten],
    ['a value is none that its column takes', outOfRange],
  ])('of a store that is damaged is refused, and nothing of it is left: %s', async (_, damage) => {
    const directory = freshDirectory();
    const whole = await command(directory, driver);
    for (let i = 0; i < 200; i += 1) await whole.insert(entryOf(i, someRow(i % 50)), null);
    await whole.close();
    damage(join(directory, DATABASE_FILE), driver);
    const store = await command(directory, driver);
    const parent = freshDirectory();
    const code = expect.stringMatching(/^SQLITE_CORRUPT/) as string;
    await expect(store.backup(join(parent, 'copy'))).rejects.toMatchObject({ code });
    expect(readdirSync(parent)).toEqual([]);
    await store.close();
  });
});

function overwritten(file: string): void {
  const PAGE = 4_096;
  const bytes = readFileSync(file);
  bytes.fill(0x5a, bytes.length - 3 * PAGE, bytes.length - 3 * PAGE + 64);
  writeFileSync(file, bytes);
}

function outOfRange(file: string, driver: SqliteDriver): void {
  const database = driver.open(file);
  database.exec('pragma ignore_check_constraints = ON; update submission set composite = 999');
  database.close();
}
