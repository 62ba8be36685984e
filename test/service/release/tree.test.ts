import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import {
  capacityFor,
  hashesIn,
  leafHash,
  makeTree,
  proofPage,
  rootOf,
} from '../../../src/service/release/tree';
import type { LeafSource } from '../../../src/service/store/operator-store';
import { canonicalJson } from '../../../src/submission/canonical';
import type { ProofPage } from '../../../src/submission/release-tree';
import {
  countLeafIn,
  countLeafInTree,
  inOrder,
  leafBytes,
  leafOf,
  leafText,
  verifyPage,
} from '../../../src/submission/release-tree';

const sha = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const digest = (bytes: Uint8Array<ArrayBuffer>) => Promise.resolve(Uint8Array.from(sha(bytes)).buffer);
const SEED = sha('seed');
const RELEASE = 'r3';

const sources = (count: number, prefix = 'row'): LeafSource[] =>
  Array.from({ length: count }, (_, i) => ({
    nullifier: sha(`${prefix} ${i}`).toString('base64url'),
    revision: 1 + (i % 3),
    rowHash: sha(`bytes of ${prefix} ${i}`).toString('hex'),
  }));

/** A tree by the words of RFC 9162, section 2.1.1, and nothing else. */
function plainRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0] as Buffer;
  const half = leaves.length / 2;
  return sha('\x01', plainRoot(leaves.slice(0, half)), plainRoot(leaves.slice(half)));
}

async function pagesOf(rows: readonly LeafSource[]) {
  const tree = makeTree(rows, RELEASE, SEED);
  const pages = tree.leafPages.length - 1;
  const pageAt = async (page: number) =>
    (await proofPage((n) => Promise.resolve(tree.leafPages[n] ?? null), { pages }, page)) as ProofPage;
  return { tree, pages, pageAt, all: await Promise.all(Array.from({ length: pages }, (_, i) => pageAt(i))) };
}

test('the tree is the one of RFC 9162 over rows and filling, sorted', () => {
  const rows = sources(40);
  const filling = Array.from({ length: 88 }, (_, i) => {
    const index = Buffer.from([0, 0, 0, i]);
    return createHmac('sha256', SEED).update(index).digest();
  });
  const leaves = rows.map(({ nullifier, revision, rowHash }) =>
    sha('\0', canonicalJson({ nullifier, release: RELEASE, revision, rowHash })),
  );
  const sorted = [...leaves, ...filling].sort((one, other) => Buffer.compare(one, other));
  const tree = makeTree(rows, RELEASE, SEED);
  expect(tree.capacity).toBe(128);
  expect(tree.root).toBe(plainRoot(sorted).toString('hex'));
  expect(hashesIn(tree.leafPages[0] ?? '')).toEqual(sorted.map((leaf) => leaf.toString('hex')));
});

test('a leaf commits to canonical JSON, and browser and service make the same one', async () => {
  for (const row of sources(20)) {
    expect(leafText(row, RELEASE)).toBe(canonicalJson({ ...row, release: RELEASE }));
    expect(leafHash(row, RELEASE)).toBe(sha(leafBytes(row, RELEASE)).toString('hex'));
    expect(await leafOf(row, RELEASE, digest)).toBe(leafHash(row, RELEASE));
  }
});

test('capacity is a power of two, at least 64, and at least twice the rows', () => {
  expect([0, 1, 32, 33, 64, 65, 512, 513, 1_000_000].map(capacityFor)).toEqual([
    64, 64, 64, 128, 128, 256, 1024, 2048, 2_097_152,
  ]);
});

test('neither order of arrival nor chance changes the tree', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(sources(50), { minLength: 50 }), (shuffled) => {
      expect(makeTree(shuffled, RELEASE, SEED)).toEqual(makeTree(sources(50), RELEASE, SEED));
    }),
    { numRuns: 20 },
  );
});

test('another seed gives another tree over the same rows', () => {
  expect(makeTree(sources(5), RELEASE, sha('other')).root).not.toBe(makeTree(sources(5), RELEASE, SEED).root);
});

test('a row has another leaf in every release', () => {
  const [row] = sources(1) as [LeafSource];
  const leaves = ['r1', 'r2', 'r3', 'r10'].map((release) => leafHash(row, release));
  expect(new Set(leaves).size).toBe(4);
});

test.each([1, 30, 511, 513, 3000])(
  'with %d rows every row is counted once and a foreign one is not',
  async (n) => {
    const rows = sources(n);
    const { tree, pageAt } = await pagesOf(rows);
    for (const row of rows.filter((_, i) => i % Math.ceil(n / 25) === 0)) {
      expect(await countLeafInTree({ tree }, leafHash(row, RELEASE), pageAt, digest)).toBe(1);
    }
    for (const row of sources(20, 'foreign')) {
      expect(await countLeafInTree({ tree }, leafHash(row, RELEASE), pageAt, digest)).toBe(0);
    }
  },
);

test('every page is found to be a part of the tree, and of no other', async () => {
  const { tree, all, pages } = await pagesOf(sources(1500));
  expect(pages).toBe(4);
  const other = makeTree(sources(1500), RELEASE, sha('other'));
  for (const page of all) {
    expect(await verifyPage(page, tree.root, tree.capacity, digest)).toBe(true);
    expect(await verifyPage(page, other.root, tree.capacity, digest)).toBe(false);
    expect(await verifyPage(page, tree.root, tree.capacity * 2, digest)).toBe(false);
  }
  expect(rootOf(tree.leafPages.at(-1) ?? '')).toBe(tree.root);
});

test('a page under another number, or changed in any way, is refused', async () => {
  const { tree, all } = await pagesOf(sources(1500));
  const [page] = all as [ProofPage];
  const swapped = page.leaves.with(0, page.leaves[1] ?? '').with(1, page.leaves[0] ?? '');
  const doubled = page.leaves.with(1, page.leaves[0] ?? '');
  const wrong: ProofPage[] = [
    { ...page, page: 1 },
    { ...page, pages: 8 },
    { ...page, leaves: swapped },
    { ...page, leaves: doubled },
    { ...page, leaves: page.leaves.slice(1) },
    { ...page, path: page.path.slice(1) },
    { ...page, path: [...page.path, page.path[0] ?? ''] },
    { ...page, path: page.path.toReversed() },
  ];
  for (const attempt of wrong)
    expect(await verifyPage(attempt, tree.root, tree.capacity, digest)).toBe(false);
});

test('a tree whose operator signed unsorted leaves is refused', async () => {
  const leaves = hashesIn(makeTree(sources(10), RELEASE, SEED).leafPages[0] ?? '').toReversed();
  const root = rootOf(leaves.join(''));
  const page: ProofPage = { page: 0, pages: 1, leaves, path: [] };
  expect(await verifyPage(page, root, leaves.length, digest)).toBe(false);
  expect(
    await countLeafInTree(
      { tree: { root, capacity: 64 } },
      leaves[0] ?? '',
      () => Promise.resolve(page),
      digest,
    ),
  ).toBe(null);
});

test('pages that were signed in another order than their leaves are refused', async () => {
  const { tree } = await pagesOf(sources(1500));
  const pages = tree.leafPages.slice(0, -1).toReversed();
  const roots = pages.map(rootOf).join('');
  const forged = { tree: { root: rootOf(roots), capacity: tree.capacity } };
  const stored = [...pages, roots];
  const pageAt = async (page: number) =>
    (await proofPage((n) => Promise.resolve(stored[n] ?? null), { pages: pages.length }, page)) as ProofPage;
  const all = await Promise.all(pages.map((_, i) => pageAt(i)));
  expect(inOrder(all)).toBe(false);
  for (const page of all) {
    expect(await verifyPage(page, forged.tree.root, tree.capacity, digest)).toBe(true);
    expect(countLeafIn(page, page.leaves[5] ?? '')).toBe(1);
  }
  const firstAsked = new Set(all[1]?.leaves);
  for (const row of sources(30)) {
    const count = await countLeafInTree(forged, leafHash(row, RELEASE), pageAt, digest);
    expect(count).toBe(firstAsked.has(leafHash(row, RELEASE)) ? 1 : null);
  }
});

test('there is no page beside those of the tree', async () => {
  const { tree, pages } = await pagesOf(sources(10));
  const leafPage = (n: number) => Promise.resolve(tree.leafPages[n] ?? null);
  for (const page of [-1, pages, pages + 1, 0.5, NaN]) {
    expect(await proofPage(leafPage, { pages }, page)).toBe(null);
  }
});
