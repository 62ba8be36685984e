import type { Release } from '../../../src/rubric/release';
import type { ExportHeader } from '../../../src/service/release/export-release';
import { exportRelease } from '../../../src/service/release/export-release';
import type { AuditedRow } from '../../../src/service/release/check-rows';
import { hashesIn, leafHash, rootOf } from '../../../src/service/release/tree';
import { verifyExport } from '../../../src/service/release/verify-export';
import { canonicalJson } from '../../../src/submission/canonical';
import { releaseBytes } from '../../../src/submission/release';
import type { Row } from '../../../src/submission/row';
import { keyOf, rubric, words } from '../../submission/fixtures';
import {
  codeOf,
  collected,
  entryOf,
  fill,
  keys,
  pagesOf,
  range,
  released,
  rowFrom,
  sha,
  signer,
  valueOf,
} from './fixtures';
import { MemoryStore } from './memory-store';

let store: MemoryStore;
let release: Release;
let pages: string[];
let lines: string[];

beforeAll(async () => {
  store = new MemoryStore(rubric);
  await fill(store, range(0, 40));
  await released(store);
  await fill(store, range(40, 52));
  await store.withdraw(keyOf(3), keyOf('owner 3'));
  release = await released(store);
  pages = await pagesOf(store, 2);
  lines = await collected(valueOf(await exportRelease(store, 2, words)));
});

const audit = async (file: readonly string[], of = release, ofPages = pages) =>
  verifyExport(file, { release: of, pages: ofPages, keys }, words);
const findingsOf = async (...files: Parameters<typeof audit>) => valueOf(await audit(...files)).findings;
const codes = async (...files: Parameters<typeof audit>) => [
  ...new Set((await findingsOf(...files)).map(({ code }) => code)),
];

const rowAt = (line: number): AuditedRow => JSON.parse(lines[line] ?? '') as AuditedRow;
const withLine = (line: number, change: Partial<AuditedRow>): string[] =>
  lines.with(line, canonicalJson({ ...rowAt(line), ...change }));
const signed = (change: Partial<Release>): Release => {
  const forged = { ...release, ...change };
  return { ...forged, signature: signer.signBytes(releaseBytes(forged)) };
};
/** The file of an operator who signs something else over the same rows. */
const fileOf = (forged: Release): string[] => {
  const header = JSON.parse(lines[0] ?? '') as ExportHeader;
  return lines.with(0, canonicalJson({ ...header, release: sha(releaseBytes(forged)).toString('hex') }));
};

test('an honest file has nothing to find', async () => {
  expect(valueOf(await audit(lines))).toEqual({ rows: 51, findings: [] });
});

test('the file tells neither arrival nor what withdrawn rows held', () => {
  const keysInFile = lines.slice(1).map((line) => (JSON.parse(line) as AuditedRow).nullifier);
  expect(new Set(keysInFile)).toEqual(
    new Set(store.lines.filter(({ row }) => row).map((line) => line.nullifier)),
  );
  expect(lines[0]).not.toContain('"levels"');
  expect(lines.join()).not.toContain(keyOf(3));
});

test('a row with another value is named', async () => {
  const line = lines.findIndex((text, i) => i > 0 && text.includes('items'));
  const { nullifier, bytes } = rowAt(line);
  const row = JSON.parse(bytes) as Row;
  const [id = ''] = Object.entries(row.items ?? {}).find(([, answer]) => answer !== 5) ?? [];
  const other = canonicalJson({ ...row, items: { ...row.items, [id]: 5 } });
  const found = await findingsOf(withLine(line, { bytes: other }));
  expect(found).toContainEqual(expect.objectContaining({ code: 'row-not-counted', place: nullifier }));
  expect(found.filter(({ code }) => code === 'leaf-unexplained')).toHaveLength(1);
});

test('two rows that swapped their values are both named', async () => {
  const [one, other] = [rowAt(5), rowAt(9)];
  const swapped = withLine(5, { bytes: other.bytes }).with(9, canonicalJson({ ...other, bytes: one.bytes }));
  const found = await findingsOf(swapped);
  const named = found.filter(({ code }) => code === 'row-not-counted').map(({ place }) => place);
  expect(named.toSorted()).toEqual([one.nullifier, other.nullifier].toSorted());
});

test('a row that was left out of the file is named by its leaf', async () => {
  const { nullifier, revision, bytes } = rowAt(8);
  const leaf = leafHash({ nullifier, revision, rowHash: sha(bytes).toString('hex') }, release.id);
  const found = await findingsOf(lines.toSpliced(8, 1));
  expect(found).toContainEqual(expect.objectContaining({ code: 'leaf-unexplained', place: leaf }));
});

test('a row that was put into the file is named', async () => {
  const { nullifier, row } = entryOf(777);
  const added = canonicalJson({ nullifier, revision: 1, first: 2, bytes: canonicalJson(row) });
  const found = await findingsOf([...lines, added]);
  expect(found.filter(({ code }) => code === 'row-not-counted')).toEqual([
    expect.objectContaining({ place: nullifier }),
  ]);
});

test('a row that stands twice in the file is named', async () => {
  const found = await findingsOf([...lines, lines[6] ?? '']);
  expect(found).toEqual([expect.objectContaining({ code: 'row-doubled', place: rowAt(6).nullifier })]);
});

test('another revision, another cycle and another spelling of a row are found', async () => {
  const { bytes } = rowAt(5);
  const row = JSON.parse(bytes) as Row;
  expect(await codes(withLine(5, { revision: 2 }))).toContain('row-not-counted');
  expect(await codes(withLine(5, { bytes: canonicalJson({ ...row, cycle: '2025' }) }))).toContain(
    'row-unreadable',
  );
  expect(await codes(withLine(5, { bytes: ` ${bytes}` }))).toContain('row-unreadable');
  expect(await codes(withLine(5, { bytes: '{' }))).toContain('row-unreadable');
});

test('an operator who signs another figure is found out by its name', async () => {
  const { all } = release.cells;
  if (!all || 'hidden' in all || 'hidden' in all.composite) throw new Error('Nothing was published');
  const composite = { ...all.composite, mean: (all.composite.mean ?? 0) + 5 };
  const forged = signed({ cells: { ...release.cells, all: { ...all, composite } } });
  expect(await findingsOf(fileOf(forged), forged)).toEqual([
    expect.objectContaining({ code: 'figure-differs', place: 'all/composite' }),
  ]);
});

test('an operator who publishes what the rules hide, or hides what they show, is found out', async () => {
  const { all } = release.cells;
  const hidden = Object.entries(release.cells).find(([, cell]) => 'hidden' in cell)?.[0] ?? 'size:micro';
  const shown = signed({ cells: { ...release.cells, [hidden]: all ?? { hidden: 'few' } } });
  const silent = signed({ cells: { ...release.cells, all: { hidden: 'few' } } });
  expect(await codes(fileOf(shown), shown)).toEqual(['cell-differs']);
  expect(await codes(fileOf(silent), silent)).toEqual(['cell-differs']);
});

/** A release signed over other leaves than its rows give. */
function overLeaves(change: (leaves: string[]) => string[]): [Release, string[]] {
  const leaves = change(pages.flatMap(hashesIn)).sort();
  const root = rootOf(leaves.join(''));
  return [signed({ tree: { root, capacity: leaves.length } }), [leaves.join('')]];
}

test('an operator who counts a row twice in the tree is found out', async () => {
  const { nullifier, revision, bytes } = rowAt(8);
  const leaf = leafHash({ nullifier, revision, rowHash: sha(bytes).toString('hex') }, release.id);
  const rowLeaves = new Set(lines.slice(1).map((_, i) => leafOfLine(i + 1)));
  const [forged, forgedPages] = overLeaves((leaves) => {
    const filling = leaves.findIndex((other) => !rowLeaves.has(other));
    return leaves.with(filling, leaf);
  });
  const found = await findingsOf(fileOf(forged), forged, forgedPages);
  expect(found).toContainEqual(expect.objectContaining({ code: 'leaf-doubled', place: nullifier }));
});

function leafOfLine(line: number): string {
  const { nullifier, revision, bytes } = rowAt(line);
  return leafHash({ nullifier, revision, rowHash: sha(bytes).toString('hex') }, release.id);
}

test('an operator who leaves a row out of the tree, or hides one among the filling, is found out', async () => {
  const foreign = leafHash({ ...entryOf(778), revision: 1 }, release.id);
  const [without, withoutPages] = overLeaves((leaves) => leaves.with(leaves.indexOf(leafOfLine(8)), foreign));
  const found = await findingsOf(fileOf(without), without, withoutPages);
  expect(found).toContainEqual(
    expect.objectContaining({ code: 'row-not-counted', place: rowAt(8).nullifier }),
  );
  expect(found).toContainEqual(expect.objectContaining({ code: 'leaf-unexplained', place: foreign }));
});

test('pages of another tree are told apart from changed rows', async () => {
  const other = await pagesOf(store, 1);
  expect(await codes(lines.toSpliced(8, 1), release, other)).toContain('pages-differ');
});

test('an operator who claims another history of the rows is found out', async () => {
  const late = lines.findIndex((_, i) => i > 0 && rowAt(i).first === 2);
  expect(await codes(withLine(late, { first: 1 }))).toEqual(['ledger-differs']);
  expect(await codes(withLine(late, { first: 3 }))).toEqual(['ledger-differs']);
  const header = JSON.parse(lines[0] ?? '') as ExportHeader;
  const forgetful = lines.with(0, canonicalJson({ ...header, former: [], before: null }));
  expect(await codes(forgetful)).toEqual(['ledger-differs']);
});

test('earlier releases in the file are believed only with their signature', async () => {
  const header = JSON.parse(lines[0] ?? '') as ExportHeader;
  const former = header.former.map((earlier) => ({ ...earlier, made: '2027-01-01' }));
  expect(codeOf(await audit(lines.with(0, canonicalJson({ ...header, former }))))).toBe('signature-invalid');
});

test('a file of another release, or one that cannot be read, is refused', async () => {
  const first = await collected(valueOf(await exportRelease(store, 1, words)));
  expect(codeOf(await audit(first))).toBe('export-other');
  expect(codeOf(await audit([]))).toBe('export-invalid');
  expect(codeOf(await audit(lines.with(4, '{"nullifier":1}')))).toBe('export-invalid');
  expect(codeOf(await audit(lines.with(4, 'x')))).toBe('export-invalid');
  expect(codeOf(await exportRelease(store, 3, words))).toBe('no-release');
});

test('a file made after a row was withdrawn shows that one is missing', async () => {
  const later = new MemoryStore(rubric);
  await fill(later, range(0, 30));
  const only = await released(later);
  await later.withdraw(keyOf(4), keyOf('owner 4'));
  await later.correct({ ...entryOf(5, rowFrom(600)), owner: keyOf('owner 5') }, 1);
  const file = await collected(valueOf(await exportRelease(later, 1, words)));
  const { rows } = JSON.parse(file[0] ?? '') as ExportHeader;
  expect([rows, file.length - 1]).toEqual([30, 28]);
  const found = await findingsOf(file, only, await pagesOf(later, 1));
  expect(found.filter(({ code }) => code === 'leaf-unexplained')).toHaveLength(2);
});
