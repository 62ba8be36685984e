import type { Release } from '../../../src/rubric/release';
import { recount } from '../../../src/service/release/recount';
import { remakeRelease } from '../../../src/service/release/remake-release';
import {
  verifyInclusion,
  verifyReceiptFile,
  verifyReleaseFile,
} from '../../../src/service/release/verify-files';
import { canonicalJson } from '../../../src/submission/canonical';
import type { Receipt } from '../../../src/submission/record';
import { keyOf, rubric, words } from '../../submission/fixtures';
import {
  codeOf,
  entryOf,
  fill,
  keys,
  proofPagesOf,
  range,
  receiptOf,
  released,
  rowFrom,
  sha,
  valueOf,
} from './fixtures';
import { MemoryStore } from './memory-store';

const store = new MemoryStore(rubric);
let release: Release;
let receipt: Receipt;

beforeAll(async () => {
  await fill(store, range(0, 45));
  release = await released(store);
  receipt = receiptOf({ ...entryOf(7), revision: 1 });
});

/** Every value in a JSON tree, with the way to it. */
function* valuesIn(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value !== 'object' || value === null) {
    yield path;
    return;
  }
  for (const [key, child] of Object.entries(value)) yield* valuesIn(child, [...path, key]);
}

/** A copy with another value of the same kind in one place. */
function altered<T>(json: T, path: readonly string[]): T {
  const copy: T = structuredClone(json);
  let at = copy as Record<string, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string, unknown>;
  const key = path.at(-1) ?? '';
  const value = at[key];
  if (typeof value === 'number') at[key] = value + 10;
  else if (value === null) at[key] = '0'.repeat(64);
  else at[key] = otherText(String(value));
  return copy;
}

/** The same text with its last letter or digit moved on by one. */
const otherText = (text: string): string =>
  text.replace(/[0-9A-Za-z](?=[^0-9A-Za-z]*$)/, (last: string) =>
    last === '9' ? '8' : last === 'z' ? 'y' : next(last),
  );
const next = (character: string): string => String.fromCharCode(character.charCodeAt(0) + 1);

test('a release is taken as signed, with the hash that the next one names', async () => {
  const verified = valueOf(await verifyReleaseFile(JSON.parse(JSON.stringify(release)), keys, words));
  expect(verified.release).toEqual(release);
  const { signature: _, ...unsigned } = release;
  expect(verified.hash).toBe(sha(canonicalJson(unsigned)).toString('hex'));
});

test('a release in which any one value was changed is refused', async () => {
  const places = [...valuesIn(release)];
  expect(places.length).toBeGreaterThan(1000);
  const survivors: string[] = [];
  for (const path of places.filter((_, i) => i % 29 === 0 || i < 20)) {
    const verified = await verifyReleaseFile(altered(release, path), keys, words);
    if (verified.ok) survivors.push(path.join('.'));
  }
  expect(survivors).toEqual([]);
});

test('a release without a cell or a field, or with one more, is refused', async () => {
  const { 'size:under-250': _, ...cells } = release.cells;
  const { previous: __, ...short } = release;
  for (const attempt of [{ ...release, cells }, short, { ...release, note: 'x' }]) {
    expect(codeOf(await verifyReleaseFile(attempt, keys, words))).not.toBe('ok');
  }
});

test('a second spelling of the signature is refused', async () => {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = digits.indexOf(release.signature.at(-1) ?? '');
  const signature = release.signature.slice(0, -1) + (digits[last + 1] ?? '');
  expect(Buffer.from(signature, 'base64url')).toEqual(Buffer.from(release.signature, 'base64url'));
  expect(codeOf(await verifyReleaseFile({ ...release, signature }, keys, words))).toBe('signature-invalid');
});

test('a key counts only under its own hash, and an unknown one not at all', async () => {
  const other = Buffer.alloc(32, 7).toString('base64url');
  expect(codeOf(await verifyReleaseFile(release, [], words))).toBe('key-unknown');
  const [key] = keys;
  const forged = [{ id: release.keyId, publicKey: other, state: 'current' as const }];
  expect(codeOf(await verifyReleaseFile(release, forged, words))).toBe('key-unknown');
  expect(codeOf(await verifyReceiptFile(receipt, key ? [key] : [], words))).toBe('ok');
});

test('a receipt in which any one value was changed is refused', async () => {
  for (const path of valuesIn(receipt)) {
    const verified = await verifyReceiptFile(altered(receipt, path), keys, words);
    expect([path, verified.ok]).toEqual([path, false]);
  }
});

test('a contributor finds its row counted once, and nobody else’s', async () => {
  const pages = await proofPagesOf(store, 1);
  const files = { release, pages, keys };
  const counted = valueOf(await verifyInclusion({ ...files, receipt }, words));
  expect(counted.leaf).toMatch(/^[0-9a-f]{64}$/);
  const foreign = receiptOf({ ...entryOf(999), revision: 1 });
  expect(codeOf(await verifyInclusion({ ...files, receipt: foreign }, words))).toBe('not-counted');
  const corrected = receiptOf({ ...entryOf(7, rowFrom(8)), revision: 2 });
  expect(codeOf(await verifyInclusion({ ...files, receipt: corrected }, words))).toBe('not-counted');
});

test('inclusion says what is missing or does not belong together', async () => {
  const [page] = await proofPagesOf(store, 1);
  const files = { release, receipt, keys };
  expect(codeOf(await verifyInclusion({ ...files, pages: [] }, words))).toBe('page-needed');
  const leaves = page?.leaves.with(0, '0'.repeat(64)) ?? [];
  const forged = page ? [{ ...page, leaves }] : [];
  expect(codeOf(await verifyInclusion({ ...files, pages: forged }, words))).toBe('tree-untrusted');
  const unsigned = { ...receipt, revision: 2 };
  expect(codeOf(await verifyInclusion({ ...files, receipt: unsigned, pages: [] }, words))).toBe(
    'signature-invalid',
  );
});

test('a release is made again to the byte, and a changed ledger or page gives another', async () => {
  const kept = store.kept[0];
  const same = async () => valueOf(await remakeRelease(store, 1, words)).same;
  if (!kept) throw new Error('Nothing was released');
  expect(await same()).toBe(true);
  const ledger = kept.ledger.replace(
    /"levels":\[(\d+),/,
    (_: string, n: string) => `"levels":[${Number(n) + 9},`,
  );
  expect(ledger).not.toBe(kept.ledger);
  store.kept[0] = { ...kept, ledger };
  expect(await same()).toBe(false);
  store.kept[0] = kept;
  const page = store.pages.get('1/0') ?? '';
  store.pages.set('1/0', page.replace(/^.{64}/, '0'.repeat(64)));
  expect(await same()).toBe(false);
  store.pages.set('1/0', page);
  expect(await same()).toBe(true);
  expect(codeOf(await remakeRelease(store, 2, words))).toBe('no-release');
});

test('a recount finds a row that was changed past the service, and says how many were changed through it', async () => {
  const line = store.lines[3];
  if (!line) throw new Error('There is no row');
  const counted = async () => valueOf(await recount(store, 1, words));
  expect(await counted()).toEqual({ changed: 0, findings: [] });
  const { row } = line;
  line.row = rowFrom(4711);
  const codes = (await counted()).findings.map(({ code, place }) => [code, place]);
  expect(codes).toContainEqual(['row-not-counted', line.nullifier]);
  line.row = row;
  await store.withdraw(keyOf(5), keyOf('owner 5'));
  await fill(store, range(45, 50));
  expect(await counted()).toEqual({ changed: 1, findings: [] });
  expect(codeOf(await recount(store, 9, words))).toBe('no-release');
});
