import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { sqliteDriver } from '../../../src/service/store/sqlite-driver';
import { DATABASE_FILE } from '../../../src/service/store/sqlite-engine';
import { freshDirectory } from '../../service/fixtures';
import { SLOW } from '../run-cli';
import { copyOf, keptService } from './kept-service';
import { benchmark, benchmarks } from './serving';

let good: string;
beforeAll(async () => {
  good = await keptService('blind', 2);
}, SLOW);

/** A copy after somebody did something to it. */
function spoilt(spoil: (directory: string) => void): string {
  const copy = copyOf(good);
  spoil(copy);
  return copy;
}

const withDatabase = (sql: string) =>
  spoilt((directory) => {
    const database = sqliteDriver().open(join(directory, DATABASE_FILE));
    expect(database.prepare(sql).run()).toBeGreaterThan(0);
    database.close();
  });

const failures = (out: string): string[] => out.split('\n').filter((line) => line.startsWith('FAIL'));

it(
  'finds a service in order, and what to pin; as lines and as JSON',
  async () => {
    const [lines, json] = await benchmarks(['doctor', '--data', good], ['doctor', '--data', good, '--json']);
    expect(lines).toMatchObject({ code: 0, err: '' });
    expect(failures(lines?.out ?? '')).toEqual([]);
    expect(lines?.out).toContain('r2');
    const states = (JSON.parse(json?.out ?? '') as { state: string }[]).map(({ state }) => state);
    expect(states).toHaveLength((lines?.out ?? '').trim().split('\n').length);
    expect(lines?.out.match(/[A-Za-z0-9_-]{43}/g)).toHaveLength(2);
  },
  SLOW,
);

it(
  'finds loose rights, lost keys, a damaged database, a broken chain and changed rows, and names the place',
  async () => {
    const faults: [string, string | RegExp][] = [
      [spoilt((directory) => chmodSync(join(directory, 'receipt-key.pem'), 0o644)), 'receipt-key.pem'],
      [spoilt((directory) => chmodSync(directory, 0o755)), 'chmod'],
      [spoilt((directory) => rmSync(join(directory, 'receipt-key.pem'))), 'receipt-key.pem'],
      [
        spoilt((directory) => writeFileSync(join(directory, 'token-key-2026.pem'), 'no key')),
        'token-key-2026.pem',
      ],
      [spoilt(overwriteMiddle), /damaged|malformed|cannot be/],
      [
        withDatabase(
          `update release set body = replace(body, '"made":"2027', '"made":"2028') where number = 1`,
        ),
        'r1',
      ],
      [withDatabase('delete from release where number = 1'), 'r2'],
      [withDatabase('update submission set org_01 = 5 - org_01 where org_01 >= 0 and org_01 <> 5'), 'r2'],
    ];
    const ran = await benchmarks(...faults.map(([directory]) => ['doctor', '--data', directory]));
    for (const [i, { code, out, err }] of ran.entries()) {
      expect([code, err]).toEqual([1, '']);
      expect(failures(out).join('\n')).toMatch(faults[i]?.[1] ?? '');
    }
    expect(existsSync(join(faults[2]?.[0] ?? '', 'receipt-key.pem'))).toBe(false);
  },
  SLOW,
);

/** Noise where the rows are; the header stays as it is. */
function overwriteMiddle(directory: string): void {
  const file = join(directory, DATABASE_FILE);
  const { length } = readFileSync(file);
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(8_192, 0xa5), 0, 8_192, Math.floor(length / 2 / 4_096) * 4_096);
  closeSync(descriptor);
}

it(
  'keeps no backup of what is not in order, and nothing of a backup that failed',
  async () => {
    const broken = withDatabase('delete from release where number = 1');
    const to = `${freshDirectory()}/copy`;
    const ran = await benchmark('backup', '--data', broken, '--to', to);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('r2');
    expect([existsSync(to), existsSync(`${to}.unfinished`)]).toEqual([false, false]);
  },
  SLOW,
);
