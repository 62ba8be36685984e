import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { ReleaseOrder } from '../../../src/service/release/release-command';
import { makeRelease } from '../../../src/service/release/release-command';
import type { ReleaseSigner } from '../../../src/service/release/make-release';
import { proofPage } from '../../../src/service/release/tree';
import { RULES } from '../../../src/service/release/rules';
import type { OperatorStore } from '../../../src/service/store/operator-store';
import type { Release } from '../../../src/rubric/release';
import type { Answer } from '../../../src/scoring/answer';
import { canonicalJson } from '../../../src/submission/canonical';
import type { ProofPage } from '../../../src/submission/release-tree';
import type { Receipt } from '../../../src/submission/record';
import { receiptBytes } from '../../../src/submission/receipt';
import type { Row } from '../../../src/submission/row';
import type { Result } from '../../../src/words/result';
import { CYCLE, keyOf, numbers, rowOf, rubric, words } from '../../submission/fixtures';

export const CLOSES = '2026-12-31';
export const TODAY = '2027-03-31';

export const sha = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const { privateKey } = generateKeyPairSync('ed25519');
export const publicKey = createPublicKey(privateKey).export({ format: 'jwk' })['x'] as string;

export const signer: ReleaseSigner = {
  keyId: sha(Buffer.from(publicKey, 'base64url')).toString('base64url'),
  signBytes: (bytes) => sign(null, bytes, privateKey).toString('base64url'),
};
export const keys = [{ id: signer.keyId, publicKey, state: 'current' as const }];

export function receiptOf(fields: { nullifier: string; revision: number; rowHash: string }): Receipt {
  const { nullifier, revision, rowHash } = fields;
  const unsigned = {
    schema: 'jsp-receipt/1',
    nullifier,
    revision,
    cycle: CYCLE,
    rowHash,
    keyId: signer.keyId,
  } as const;
  return { ...unsigned, signature: signer.signBytes(receiptBytes(unsigned)) };
}

/** Answers that differ in every way that rows do, most of them near the middle as real ones are. */
function answersFrom(next: () => number): Answer[] {
  const sparse = next() < 0.3 ? 0.3 : 0.04;
  return rubric.items.map(() => {
    const pick = next();
    if (pick < sparse / 2) return { state: 'na' };
    if (pick < sparse) return { state: 'unknown' };
    return {
      state: 'rated',
      level: Math.min(5, Math.floor(next() * 3 + next() * 3)) as 0 | 1 | 2 | 3 | 4 | 5,
    };
  });
}

const ORGANIZATIONS: readonly Row['organization'][] = [
  'manufacturer',
  'manufacturer',
  'hospital',
  'other',
  'undisclosed',
];
const SIZES: readonly Row['size'][] = ['under-250', '250-4999', '250-4999', '5000-plus', 'undisclosed'];
const pickOf = <T>(list: readonly T[], next: () => number): T => list[Math.floor(next() * list.length)] as T;

/** A row that a seed always gives; about one in ten sends domain scores only. */
export function rowFrom(seed: number): Row {
  const next = numbers(seed * 7919 + 13);
  next();
  const row = rowOf(answersFrom(next), next() < 0.1 ? 'domains' : 'items');
  return { ...row, organization: pickOf(ORGANIZATIONS, next), size: pickOf(SIZES, next) };
}

export const entryOf = (seed: number, row = rowFrom(seed)) => ({
  nullifier: keyOf(seed),
  rowHash: sha(canonicalJson(row)).toString('hex'),
  owner: keyOf(`owner ${seed}`),
  row,
});

export async function fill(store: OperatorStore, seeds: Iterable<number>): Promise<void> {
  for (const seed of seeds) await store.insert(entryOf(seed), null);
}

export const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

export const orderFor = (store: OperatorStore, change: Partial<ReleaseOrder> = {}): ReleaseOrder => ({
  store,
  signer,
  rubric,
  cycle: CYCLE,
  closes: CLOSES,
  today: TODAY,
  rules: RULES,
  random: () => sha('filling'),
  words,
  renderReport: ({ release, hash }) => Promise.resolve(`<p>${release.id} ${hash}</p>`),
  ...change,
});

export async function released(store: OperatorStore, change: Partial<ReleaseOrder> = {}): Promise<Release> {
  return valueOf(await makeRelease(orderFor(store, change))).release;
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.failure.code);

/** The public pages of a release's leaves. */
export async function pagesOf(store: OperatorStore, number: number): Promise<string[]> {
  const pages = (await store.release(number))?.pages ?? 0;
  return Promise.all(range(0, pages).map(async (page) => (await store.leafPage(number, page)) ?? ''));
}

/** And as the service gives them. */
export async function proofPagesOf(store: OperatorStore, number: number): Promise<ProofPage[]> {
  const pages = (await store.release(number))?.pages ?? 0;
  const leafPage = (page: number) => store.leafPage(number, page);
  const found = await Promise.all(range(0, pages).map((page) => proofPage(leafPage, { pages }, page)));
  return found.filter((page) => page !== null);
}

export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
