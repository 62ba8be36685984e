import type * as z from 'zod/mini';
import type { Release } from '../rubric/release';
import { asciiBytes } from './canonical';
import { toHex } from './encoding';
import { joinBytes } from './join-bytes';
import type { Digest } from './prepare';
import type { proofPageSchema } from './protocol';
import type { Receipt } from './record';

export type ProofPage = z.infer<typeof proofPageSchema>;

/** Leaves a page; a smaller tree has one page with all of them. */
export const PAGE_SIZE = 1024;

/** A row as the tree commits to it. `nullifier` is the salt: nobody but contributor and service knows it. */
export type CountedRow = Pick<Receipt, 'nullifier' | 'revision' | 'rowHash'>;

/**
 * The canonical JSON (RFC 8785) of what a leaf commits to. `release` is an id, such as "r3": with it, a row that stays
 * has another leaf in each release, and nobody can count the rows that two releases share. Keys are sorted, and ids,
 * base64url, hex and integers need no escape: written out, since a release makes a million of them.
 */
export const leafText = ({ nullifier, revision, rowHash }: CountedRow, release: string): string =>
  `{"nullifier":"${nullifier}","release":"${release}","revision":${revision},"rowHash":"${rowHash}"}`;

/** What is hashed for a row's leaf in a release: 0x00 and the bytes of `leafText` (RFC 9162, section 2.1.1). */
export function leafBytes(row: CountedRow, release: string): Uint8Array<ArrayBuffer> {
  return joinBytes(Uint8Array.of(0), asciiBytes(leafText(row, release)));
}

/** What is hashed for a node: 0x01 and the two hashes below, 32 bytes each (RFC 9162, section 2.1.1). */
export function nodeBytes(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  return joinBytes(Uint8Array.of(1), left, right);
}

/** A row's leaf as the pages of the release with this id hold it: lower-case hex SHA-256. */
export async function leafOf(row: CountedRow, release: string, digest: Digest): Promise<string> {
  return toHex(new Uint8Array(await digest(leafBytes(row, release))));
}

/**
 * Whether a page is a part of the tree with this root (lower-case hex) and capacity (leaves, a power of 2): its number
 * and sizes are right, its leaves rise strictly, and the way up from them ends at the root.
 */
export async function verifyPage(
  page: ProofPage,
  root: string,
  capacity: number,
  digest: Digest,
): Promise<boolean> {
  const { leaves, path, pages } = page;
  const size = Math.min(capacity, PAGE_SIZE);
  const fits =
    pages * size === capacity && page.page < pages && leaves.length === size && 2 ** path.length === pages;
  if (!fits || !rising(leaves)) return false;
  const node = async (left: Uint8Array, right: Uint8Array) =>
    new Uint8Array(await digest(nodeBytes(left, right)));
  let level = leaves.map(fromHex);
  while (level.length > 1)
    level = await Promise.all(pairsOf(level).map(([left, right]) => node(left, right)));
  let [hash] = level as [Uint8Array];
  for (const [i, text] of path.entries()) {
    const beside = fromHex(text);
    const onTheRight = Math.floor(page.page / 2 ** i) % 2 === 1;
    hash = onTheRight ? await node(beside, hash) : await node(hash, beside);
  }
  return toHex(hash) === root;
}

/** How often a leaf (lower-case hex) is in a page that `verifyPage` passed: 0 or 1. */
export const countLeafIn = ({ leaves }: Pick<ProofPage, 'leaves'>, leaf: string): number =>
  leaves.filter((other) => other === leaf).length;

/**
 * How often a leaf is in a release's tree. `pageAt` fetches a page by its number; its failure is passed on as it is
 * thrown. Looks for the place by halves, so of many pages a few are asked for. Null: a page is not a part of the tree,
 * or the pages do not rise one after the other, and the service's tree is not to be trusted.
 */
export async function countLeafInTree(
  { tree: { root, capacity } }: Pick<Release, 'tree'>,
  leaf: string,
  pageAt: (page: number) => Promise<ProofPage>,
  digest: Digest,
): Promise<number | null> {
  const seen: ProofPage[] = [];
  let [low, high] = [0, Math.max(1, capacity / PAGE_SIZE) - 1];
  for (;;) {
    const wanted = Math.floor((low + high) / 2);
    const page = await pageAt(wanted);
    if (page.page !== wanted || !(await verifyPage(page, root, capacity, digest))) return null;
    seen.push(page);
    if (!inOrder(seen)) return null;
    if (leaf < (page.leaves[0] ?? '')) high = wanted - 1;
    else if (leaf > (page.leaves.at(-1) ?? '')) low = wanted + 1;
    else return countLeafIn(page, leaf);
    if (low > high) return 0;
  }
}

/** Whether the leaves of some pages of one tree rise from page to page, as those of a sorted tree do. */
export function inOrder(pages: readonly ProofPage[]): boolean {
  const sorted = [...pages].sort((one, other) => one.page - other.page);
  return sorted.every((page, i) => {
    const before = sorted[i - 1];
    return before === undefined || (before.leaves.at(-1) ?? '') < (page.leaves[0] ?? '');
  });
}

const rising = (leaves: readonly string[]): boolean =>
  leaves.every((leaf, i) => i === 0 || (leaves[i - 1] ?? '') < leaf);

function pairsOf<T>(level: readonly T[]): [T, T][] {
  return Array.from({ length: level.length / 2 }, (_, i) => [level[2 * i] as T, level[2 * i + 1] as T]);
}

const fromHex = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length / 2 }, (_, i) => parseInt(text.slice(2 * i, 2 * i + 2), 16));
