import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from '../../src/service/store/sqlite-engine';
import { canonicalJson } from '../../src/submission/canonical';
import { CYCLE, keyOf, numbers, rubric, sha256, someRow } from '../submission/fixtures';
import { serviceProcess, waitingService } from './child';
import { type Contributor, contributor } from './contributor';
import { freshDirectory, storedRows } from './fixtures';
import { admitted, asOperator } from './members';
import { countOf } from '../depth';

const KILLS = countOf('kills');
const SENDERS = 8;
const AT_MOST = 80 * KILLS;

it('loses, doubles and tears no acknowledged row, correction or withdrawal, killed again and again in the middle of work', async () => {
  const dataDir = freshDirectory();
  const random = numbers(42);
  const names = Array.from({ length: AT_MOST }, (_, i) => `member ${i}`);
  await admitted(dataDir, names);
  const all: Contributor[] = [];
  const idle: Contributor[] = [];
  const newcomer = (): Contributor => {
    const one = contributor(names[all.length] ?? '', random);
    all.push(one);
    return one;
  };
  const someone = (): Contributor => {
    const known = random() < 0.6 ? idle.splice(Math.floor(random() * idle.length), 1)[0] : undefined;
    return known ?? newcomer();
  };
  let acknowledged = 0;
  let unanswered = 0;
  let waiting = waitingService(dataDir, 'code');

  for (let kill = 0; kill < KILLS; kill += 1) {
    const service = await waiting.start();
    waiting = waitingService(dataDir, 'code');
    const enough = acknowledged + 10 + Math.floor(random() * 40);
    const endings: Promise<number | null>[] = [];
    const isOver = () => endings.length > 0;
    const sender = async (): Promise<void> => {
      while (!isOver()) {
        const one = someone();
        if (await one.act(service.url)) acknowledged += 1;
        else unanswered += 1;
        idle.push(one);
        if (acknowledged >= enough && !isOver()) endings.push(service.end('SIGKILL'));
      }
    };
    await Promise.all(Array.from({ length: SENDERS }, sender));
    expect(await Promise.all(endings)).toEqual([null]);
  }

  const service = await waiting.start();
  for (const one of all) expect(await one.act(service.url)).toBe(true);
  expect(await service.end('SIGTERM')).toBe(0);

  expect(acknowledged).toBeGreaterThanOrEqual(KILLS * 10);
  expect(unanswered).toBeGreaterThanOrEqual(KILLS);
  const held = all.map((one) => ({ nullifier: one.nullifier, ...one.held() }));
  const withdrawn = held.filter(({ row }) => row === null).map(({ nullifier }) => nullifier);
  expect(withdrawn.length).toBeGreaterThan(KILLS / 5);
  expect(held.filter(({ revision }) => revision > 2).length).toBeGreaterThan(KILLS / 5);

  await asOperator(dataDir, async (store) => {
    const rows = new Map<string, object>();
    for await (const { nullifier, revision, rowHash, row } of store.rows(CYCLE, rubric.id)) {
      rows.set(nullifier, { revision, rowHash, bytes: canonicalJson(row) });
    }
    const expected = held.flatMap(({ nullifier, revision, row }) => {
      if (row === null) return [];
      const bytes = canonicalJson(row);
      return [[nullifier, { revision, rowHash: sha256(bytes).toString('hex'), bytes }] as const];
    });
    expect(rows).toEqual(new Map(expected));
    expect(await store.codes(CYCLE)).toEqual({ made: AT_MOST, spent: all.length });
    expect(await store.examine()).toMatchObject({ durable: true, damage: [] });
  });
  const lines = storedRows(dataDir);
  expect(lines).toHaveLength(all.length);
  const emptied = lines.filter((line) => line['withdrawn'] === 1);
  expect(emptied.map((line) => line['nullifier']).sort()).toEqual(withdrawn.sort());
  for (const line of emptied)
    expect([line['row_hash'], line['org_01'], line['composite']]).toEqual(['', null, null]);
}, 180_000);

it('asked to end in the middle of work, answers what is under way, folds its log into the file and ends with 0', async () => {
  const dataDir = freshDirectory();
  const service = await serviceProcess(dataDir);
  const send = async (number: number): Promise<boolean> => {
    const response = await fetch(`${service.url}/v1/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `"${keyOf(`end ${number}`)}"` },
      body: canonicalJson(someRow(number)),
    }).catch(() => null);
    return response?.status === 201;
  };
  let next = 0;
  let acknowledged = 0;
  const endings: Promise<number | null>[] = [];
  const sender = async (): Promise<void> => {
    while (await send((next += 1))) {
      acknowledged += 1;
      if (acknowledged === 100) endings.push(service.end('SIGTERM'));
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  expect(await Promise.all(endings)).toEqual([0]);
  expect(statSync(join(dataDir, `${DATABASE_FILE}-wal`), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
  expect(storedRows(dataDir)).toHaveLength(acknowledged);
}, 60_000);
