import type { Release } from '../../rubric/release';
import type { Words } from '../../words/words';
import type { LeafSource } from '../store/operator-store';
import type { Finding } from './finding';
import { fillingLeaf, hashesIn, leafHash, makeTree, rootOf } from './tree';

/** The public pages of a release's leaves, in order, without the one of roots. */
export type LeafPages = readonly string[];

/**
 * Whether a release's tree is made of exactly these rows and the filling of its seed: nothing is found then. Where not,
 * the release's leaves say which rows differ.
 */
export function checkTree(
  { id, tree }: Pick<Release, 'id' | 'tree'>,
  rows: readonly LeafSource[],
  seed: Uint8Array,
  pages: LeafPages,
  words: Words,
): readonly Finding[] {
  const expected = makeTree(rows, id, seed);
  if (expected.root === tree.root && expected.capacity === tree.capacity) return [];
  if (rootOf(pages.map(rootOf).join('')) !== tree.root) {
    return [{ code: 'pages-differ', place: tree.root, message: words('release.pagesDiffer') }];
  }
  const names = new Map(rows.map((row) => [leafHash(row, id), row.nullifier]));
  const found = differences(pages.flatMap(hashesIn), names, seed, words);
  return found.length > 0
    ? found
    : [{ code: 'tree-differs', place: tree.root, message: words('release.treeDiffers') }];
}

/** `names`: the rows' keys by their leaves. */
function differences(
  leaves: readonly string[],
  names: ReadonlyMap<string, string>,
  seed: Uint8Array,
  words: Words,
): readonly Finding[] {
  const counted = new Set<string>();
  const doubled = leaves.filter((leaf) => counted.has(leaf) || !counted.add(leaf));
  const absent = [...names].filter(([leaf]) => !counted.has(leaf));
  const filling = new Set(leaves.map((_, i) => fillingLeaf(seed, i)));
  const foreign = [...counted].filter((leaf) => !names.has(leaf) && !filling.has(leaf));
  return [
    ...doubled.map((leaf): Finding => {
      const place = names.get(leaf) ?? leaf;
      return { code: 'leaf-doubled', place, message: words('release.leafDoubled', { place }) };
    }),
    ...absent.map(([, row]): Finding => ({
      code: 'row-not-counted',
      place: row,
      message: words('release.rowNotCounted', { row }),
    })),
    ...foreign.map((leaf): Finding => ({
      code: 'leaf-unexplained',
      place: leaf,
      message: words('release.leafUnexplained', { leaf }),
    })),
  ];
}
