import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from '../../src/service/store/sqlite-engine';
import { canonicalJson } from '../../src/submission/canonical';
import { keyOf, numbers, sha256, someRow } from '../submission/fixtures';
import { serviceProcess } from './child';
import { freshDirectory, storedRows } from './fixtures';

const KILLS = 10;
const SENDERS = 8;

interface Sending {
  readonly key: string;
  readonly bytes: string;
}
const sending = (number: number): Sending => ({
  key: keyOf(`kill ${number}`),
  bytes: canonicalJson(someRow(number)),
});

/** Whether the row was acknowledged; a connection that breaks is no answer. */
async function send(url: string, { key, bytes }: Sending): Promise<boolean> {
  const response = await fetch(`${url}/v1/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `"${key}"` },
    body: bytes,
  }).catch(() => null);
  if (response === null) return false;
  expect([200, 201]).toContain(response.status);
  const receipt = (await response.json().catch(() => null)) as { rowHash: string } | null;
  if (receipt === null) return false;
  expect(receipt.rowHash).toBe(sha256(bytes).toString('hex'));
  return true;
}

it('loses no acknowledged row and doubles none, killed ten times in the middle of work', async () => {
  const dataDir = freshDirectory();
  const random = numbers(42);
  const acknowledged = new Map<string, Sending>();
  const unanswered: Sending[] = [];
  let next = 0;

  for (let kill = 0; kill < KILLS; kill += 1) {
    const service = await serviceProcess(dataDir);
    const enough = acknowledged.size + 30 + Math.floor(random() * 120);
    const retries = unanswered.splice(0);
    const endings: Promise<number | null>[] = [];
    const isOver = () => endings.length > 0;
    const sender = async (): Promise<void> => {
      while (!isOver()) {
        const row = retries.pop() ?? sending((next += 1));
        if (await send(service.url, row)) acknowledged.set(row.key, row);
        else unanswered.push(row);
        if (acknowledged.size >= enough && !isOver()) endings.push(service.end('SIGKILL'));
      }
    };
    await Promise.all(Array.from({ length: SENDERS }, sender));
    unanswered.push(...retries);
    expect(await Promise.all(endings)).toEqual([null]);
  }

  const service = await serviceProcess(dataDir);
  for (const row of unanswered.splice(0)) {
    expect(await send(service.url, row)).toBe(true);
    acknowledged.set(row.key, row);
  }
  expect(await service.end('SIGTERM')).toBe(0);

  const stored = new Map(storedRows(dataDir).map((row) => [row['nullifier'], row]));
  expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS * 30);
  expect(stored.size).toBe(acknowledged.size);
  for (const { key, bytes } of acknowledged.values()) {
    const { items, overall } = JSON.parse(bytes) as {
      items: Record<string, unknown>;
      overall: { itemMean: number };
    };
    const row = stored.get(key);
    expect(row).toMatchObject({ row_hash: sha256(bytes).toString('hex'), item_mean: overall.itemMean });
    if (typeof items['CMP-08'] === 'number') expect(row?.['cmp_08']).toBe(items['CMP-08']);
  }
}, 180_000);

it('asked to end in the middle of work, answers what is under way, folds its log into the file and ends with 0', async () => {
  const dataDir = freshDirectory();
  const service = await serviceProcess(dataDir);
  let next = 0;
  let acknowledged = 0;
  const endings: Promise<number | null>[] = [];
  const sender = async (): Promise<void> => {
    while (await send(service.url, sending((next += 1)))) {
      acknowledged += 1;
      if (acknowledged === 100) endings.push(service.end('SIGTERM'));
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  expect(await Promise.all(endings)).toEqual([0]);
  expect(storedRows(dataDir)).toHaveLength(acknowledged);
  expect(statSync(join(dataDir, `${DATABASE_FILE}-wal`), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
}, 60_000);
