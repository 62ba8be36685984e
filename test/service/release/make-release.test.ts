import { releaseSchema } from '../../../src/rubric/release';
import { makeRelease, previewRelease, showRelease } from '../../../src/service/release/release-command';
import { hashesIn } from '../../../src/service/release/tree';
import { canonicalJson } from '../../../src/submission/canonical';
import { keyOf, rubric, words } from '../../submission/fixtures';
import { codeOf, entryOf, fill, orderFor, pagesOf, range, released, rowFrom, sha, valueOf } from './fixtures';
import { MemoryStore } from './memory-store';

async function filled(rows: number): Promise<MemoryStore> {
  const store = new MemoryStore(rubric);
  await fill(store, range(0, rows));
  return store;
}

test('a release has the shape that readers parse, names its number and chains to none', async () => {
  const store = await filled(30);
  const release = await released(store);
  expect(releaseSchema.parse(release)).toEqual(release);
  expect(release).toMatchObject({ id: 'r1', previous: null, made: '2027-03-31' });
  expect(store.kept[0]?.body).toBe(canonicalJson(release));
});

test('a release is refused before the rows are old enough, with the day from which it is possible', async () => {
  const store = await filled(30);
  const made = await makeRelease(orderFor(store, { today: '2027-03-30' }));
  expect(codeOf(made)).toBe('too-early');
  expect(made.ok ? '' : made.failure.message).toContain('2027-03-31');
  expect(store.kept).toEqual([]);
});

test('a preview may be had early, says the day, and writes nothing', async () => {
  const store = await filled(30);
  const preview = valueOf(await previewRelease(orderFor(store, { today: '2026-06-01' })));
  expect(preview).toMatchObject({ number: 1, earliest: '2027-03-31' });
  expect(preview.outcomes[0]).toMatchObject({ cell: 'all', rows: 30, outcome: 'published', asOf: 'r1' });
  expect(store.kept).toEqual([]);
  expect(store.lines.every(({ first }) => first === null)).toBe(true);
});

test('without a row there is nothing to release, and with a few nothing to publish', async () => {
  expect(codeOf(await makeRelease(orderFor(await filled(0))))).toBe('nothing-to-release');
  const store = await filled(4);
  expect(codeOf(await makeRelease(orderFor(store)))).toBe('nothing-to-publish');
  expect(codeOf(await previewRelease(orderFor(store)))).toBe('nothing-to-publish');
  expect(store.lines.every(({ first }) => first === null)).toBe(true);
});

test('where no row came, changed or went, there is nothing new', async () => {
  const store = await filled(30);
  await released(store);
  expect(codeOf(await makeRelease(orderFor(store)))).toBe('nothing-new');
  await store.withdraw(keyOf(3), keyOf('owner 3'));
  expect(codeOf(await makeRelease(orderFor(store)))).toBe('ok');
  expect(codeOf(await makeRelease(orderFor(store)))).toBe('nothing-new');
});

test('what throws while the report is rendered leaves neither release nor marks', async () => {
  const store = await filled(30);
  const order = orderFor(store, { renderReport: () => Promise.reject(new Error('no ink')) });
  await expect(makeRelease(order)).rejects.toThrow('no ink');
  expect(store.kept).toEqual([]);
  expect(store.lines.every(({ first }) => first === null)).toBe(true);
});

test('releases chain to the one before, of any cycle', async () => {
  const store = await filled(30);
  await released(store);
  for (const seed of range(100, 130)) {
    const row = { ...rowFrom(seed), cycle: '2027' };
    await store.insert(entryOf(seed, row), null);
  }
  await released(store, { cycle: '2027', closes: '2027-12-31', today: '2028-05-01' });
  await fill(store, range(30, 60));
  const third = await released(store);
  const shown = await Promise.all([1, 2].map(async (n) => valueOf(await showRelease(store, n, words))));
  expect(shown[1]?.release.previous).toBe(shown[0]?.hash);
  expect(third.previous).toBe(shown[1]?.hash);
  expect(codeOf(await showRelease(store, 4, words))).toBe('no-release');
});

test('a report is rendered from the signed release and the last one of the cycle before', async () => {
  const store = await filled(30);
  const first = await released(store);
  for (const seed of range(100, 130)) {
    await store.insert(entryOf(seed, { ...rowFrom(seed), cycle: '2027' }), null);
  }
  const seen: unknown[] = [];
  const second = await released(store, {
    cycle: '2027',
    closes: '2027-12-31',
    today: '2028-05-01',
    renderReport: ({ release, former }) => Promise.resolve(`${seen.push(release, former)}`),
  });
  expect(seen).toEqual([second, first]);
  expect(store.kept[1]?.report).toBe('2');
});

test('two releases over mostly the same rows share no leaf', async () => {
  const store = await filled(40);
  await released(store, { random: () => sha('filling of the first') });
  await fill(store, range(40, 50));
  await released(store, { random: () => sha('filling of the second') });
  const [first, second] = await Promise.all(
    [1, 2].map(async (n) => hashesIn((await pagesOf(store, n)).join(''))),
  );
  expect([first?.length, second?.length]).toEqual([128, 128]);
  expect(new Set([...(first ?? []), ...(second ?? [])]).size).toBe(256);
});

test('the order in which rows arrived never shows', async () => {
  const one = new MemoryStore(rubric);
  const other = new MemoryStore(rubric);
  await fill(one, range(0, 40));
  await fill(
    other,
    range(0, 40).toSorted((a, b) => ((a * 17) % 41) - ((b * 17) % 41)),
  );
  await released(one);
  await released(other);
  expect(other.kept).toEqual(one.kept);
  expect(other.pages).toEqual(one.pages);
});
