import { createHmac, hash } from 'node:crypto';
import type { ProofPage } from '../../submission/release-tree';
import { leafText, nodeBytes, PAGE_SIZE } from '../../submission/release-tree';
import type { LeafSource } from '../store/operator-store';

/** The tree of a release. */
export interface ReleaseTree {
  /** Lower-case hex. */
  readonly root: string;
  /** How many leaves, rows and filling together: a power of 2. */
  readonly capacity: number;
  /**
   * As `ReleaseTransaction.add` takes them: the pages of leaves (lower-case hex, 64 characters a leaf), and after the
   * last of them one that holds the root of each page, so that a proof reads two pages whatever the tree's size.
   */
  readonly leafPages: readonly string[];
}

const HEX_LEAF = 64;
const LEAST_CAPACITY = 64;

/** Leaves of a tree over so many rows: a power of 2, at least 64 and twice the rows, which tells no more than their order of size. */
export const capacityFor = (rows: number): number =>
  2 ** Math.ceil(Math.log2(Math.max(LEAST_CAPACITY, 2 * rows)));

/** A row's leaf in the release with this id, lower-case hex: `leafBytes` of it, hashed. */
export const leafHash = (row: LeafSource, release: string): string =>
  hash('sha256', `\0${leafText(row, release)}`, 'hex');

/** A leaf that stands for no row: HMAC-SHA-256 over its index (4 bytes, big endian), keyed with the filling seed. */
export function fillingLeaf(seed: Uint8Array, index: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(index);
  return createHmac('sha256', seed).update(bytes).digest('hex');
}

/**
 * The Merkle tree (RFC 9162, section 2.1.1) over the rows' leaves and the filling, in the order of their hex, so that
 * neither the number of rows nor their arrival shows. The same rows in any order, release id and seed give the same tree.
 */
export function makeTree(rows: readonly LeafSource[], release: string, seed: Uint8Array): ReleaseTree {
  const capacity = capacityFor(rows.length);
  const filling = Array.from({ length: capacity - rows.length }, (_, i) => fillingLeaf(seed, i));
  const leaves = rows
    .map((row) => leafHash(row, release))
    .concat(filling)
    .sort();
  const pages = Array.from({ length: Math.ceil(capacity / PAGE_SIZE) }, (_, i) =>
    leaves.slice(i * PAGE_SIZE, (i + 1) * PAGE_SIZE).join(''),
  );
  const roots = pages.map(rootOf);
  return { root: rootOf(roots.join('')), capacity, leafPages: [...pages, roots.join('')] };
}

/** The root over a page of hashes, lower-case hex. */
export const rootOf = (page: string): string => levelsOf(page).at(-1)?.[0]?.toString('hex') ?? '';

/** What `GET /v1/releases/{id}/proof?page=N` answers. Null where there is no such page. */
export async function proofPage(
  leafPage: (page: number) => Promise<string | null>,
  { pages }: { readonly pages: number },
  page: number,
): Promise<ProofPage | null> {
  if (!Number.isInteger(page) || page < 0 || page >= pages) return null;
  const [leaves, roots] = await Promise.all([leafPage(page), leafPage(pages)]);
  if (leaves === null || roots === null) throw new Error('A release has all of its pages');
  const path = levelsOf(roots)
    .slice(0, -1)
    .map((level, i) => (level[Math.floor(page / 2 ** i) ^ 1] as Buffer).toString('hex'));
  return { page, pages, leaves: hashesIn(leaves), path };
}

/** The leaves of a page, in order. */
export const hashesIn = (page: string): string[] =>
  Array.from({ length: page.length / HEX_LEAF }, (_, i) => page.slice(i * HEX_LEAF, (i + 1) * HEX_LEAF));

/** Every level from the page's hashes up to the root. */
function levelsOf(page: string): Buffer[][] {
  const levels: Buffer[][] = [hashesIn(page).map((text) => Buffer.from(text, 'hex'))];
  for (let level = levels[0] ?? []; level.length > 1; levels.push(level)) level = nodesOver(level);
  return levels;
}

const nodesOver = (level: readonly Buffer[]): Buffer[] =>
  Array.from({ length: level.length / 2 }, (_, i) =>
    hash('sha256', nodeBytes(level[2 * i] as Buffer, level[2 * i + 1] as Buffer), 'buffer'),
  );
