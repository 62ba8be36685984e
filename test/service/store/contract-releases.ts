import type { OperatorStore } from '../../../src/service/store/operator-store';
import { CYCLE, keyOf, rubric, someRow } from '../../submission/fixtures';
import { countedByHand } from './counted-by-hand';
import { entryOf, hashOf, ownerOf, refusedBy, rowsOf } from './entries';
import { type OpenedTwice, RUBRIC, stored } from './opened-twice';

const releaseOf = (number: number) => ({
  number,
  cycle: CYCLE,
  rubric: RUBRIC,
  body: `{"number":${number}}`,
  report: '<p>é</p>',
  pages: 2,
  ledger: '{}',
});

/** What every store does for a release and for an auditor. */
export function releaseContract(opened: OpenedTwice): void {
  describe('a release', () => {
    const mark = (number: number, store = opened.first) =>
      store.inRelease(async (release) => {
        await release.mark(CYCLE, RUBRIC, number);
        await release.add(releaseOf(number), ['a'.repeat(64), 'b'.repeat(64)]);
      });
    const firsts = async () =>
      (await opened.first.inRelease((release) => release.groups(CYCLE, RUBRIC))).map(({ first, rows }) => [
        first,
        rows,
      ]);

    it('is kept whole, with its pages', async () => {
      const { first, second } = opened;
      await mark(1);
      await mark(2);
      expect(await second.releases()).toEqual([1, 2]);
      expect(await second.release(2)).toEqual(releaseOf(2));
      expect(await second.leafPage(2, 1)).toBe('b'.repeat(64));
      expect([await first.release(3), await first.leafPage(2, 2), await first.leafPage(3, 0)]).toEqual([
        null,
        null,
        null,
      ]);
      expect(await first.inRelease((release) => release.releases())).toEqual([releaseOf(1), releaseOf(2)]);
    });

    it('that fails, or whose number is taken, leaves nothing', async () => {
      await opened.first.insert(entryOf('a'), null);
      await mark(1);
      await opened.first.correct(entryOf('a', someRow(2)), 1);
      await expect(mark(1)).rejects.toMatchObject(refusedBy(/constraint/i));
      const failing = opened.first.inRelease(async (release) => {
        await release.mark(CYCLE, RUBRIC, 2);
        throw new Error('meant');
      });
      await expect(failing).rejects.toThrow('meant');
      expect(await firsts()).toEqual([[null, 1]]);
      expect(await opened.second.releases()).toEqual([1]);
    });

    it('counts, by group and value, what counting by hand gives', async () => {
      const rows = rowsOf(150, 7);
      await Promise.all(rows.map((row, i) => opened.first.insert(entryOf(i, row), null)));
      await mark(1);
      const later = rowsOf(60, 8);
      await Promise.all(later.map((row, i) => opened.second.insert(entryOf(`later ${i}`, row), null)));
      const elsewhere = { ...someRow(3), cycle: '2027' };
      await opened.first.insert(entryOf('elsewhere', elsewhere), null);
      const kept = rows.slice(2);
      await opened.first.withdraw(keyOf(0), ownerOf(0));
      await opened.first.correct(entryOf(1, someRow(5)), 1);
      const expected = [
        ...kept.map((row) => ({ first: 1, row })),
        ...[...later, someRow(5)].map((row) => ({ first: null, row })),
      ];
      const groups = await opened.first.inRelease((release) => release.groups(CYCLE, RUBRIC));
      expect(groups).toEqual(countedByHand(expected));
    });

    it('names the versions and gives every row that holds values as a leaf, by bytes of its key', async () => {
      const { first } = opened;
      const names = Array.from({ length: 40 }, (_, i) => `row ${i}`);
      for (const name of names) await first.insert(entryOf(name), null);
      await first.withdraw(keyOf('row 0'), ownerOf('row 0'));
      await first.correct(entryOf('row 1', someRow(2)), 1);
      const read = await first.inRelease(async (release) => ({
        versions: await release.versions(CYCLE, RUBRIC),
        none: await release.versions('2027', RUBRIC),
        leaves: await release.leaves(CYCLE, RUBRIC),
      }));
      expect(read.versions).toEqual([rubric.version]);
      expect(read.none).toEqual([]);
      const expected = names.slice(1).map((name) => {
        const [revision, row] = name === 'row 1' ? [2, someRow(2)] : [1, someRow(1)];
        return { nullifier: keyOf(name), revision, rowHash: hashOf(row) };
      });
      expect(read.leaves).toEqual(expected.sort((a, b) => (a.nullifier < b.nullifier ? -1 : 1)));
    });

    it('marks each revision once, with the first release that it was in', async () => {
      const { first } = opened;
      for (const name of ['a', 'b', 'c']) await first.insert(entryOf(name), null);
      await mark(1);
      await first.insert(entryOf('d'), null);
      await first.correct(entryOf('a', someRow(2)), 1);
      await first.withdraw(keyOf('b'), ownerOf('b'));
      expect(await firsts()).toEqual([
        [1, 1],
        [null, 2],
      ]);
      await mark(2);
      expect(await firsts()).toEqual([
        [1, 1],
        [2, 2],
      ]);
      await first.correct(entryOf('b'), 2);
      expect(await firsts()).toEqual([
        [1, 1],
        [2, 2],
        [null, 1],
      ]);
    });

    it('neither sees nor marks what arrives meanwhile', async () => {
      const { first, second } = opened;
      await first.insert(entryOf('a'), null);
      const arriving: Promise<unknown>[] = [];
      const seen = await first.inRelease(async (release) => {
        const before = await release.leaves(CYCLE, RUBRIC);
        if (arriving.length === 0) arriving.push(second.insert(entryOf('b'), null));
        await release.mark(CYCLE, RUBRIC, 1);
        return [before.length, (await release.leaves(CYCLE, RUBRIC)).length];
      });
      await Promise.all(arriving);
      expect(seen).toEqual([1, 1]);
      expect(await firsts()).toEqual([
        [1, 1],
        [null, 1],
      ]);
    });

    it('made by two at once is made one after the other', async () => {
      await opened.first.insert(entryOf('a'), null);
      const next = (store: OperatorStore) =>
        store.inRelease(async (release) => {
          const number = (await release.releases()).length + 1;
          await release.mark(CYCLE, RUBRIC, number);
          await release.add(releaseOf(number), []);
          return number;
        });
      const numbers = await Promise.all([next(opened.first), next(opened.second)]);
      expect(numbers.sort()).toEqual([1, 2]);
      expect(await opened.first.releases()).toEqual([1, 2]);
      expect(await firsts()).toEqual([[1, 1]]);
    });
  });

  describe('rows for the auditor', () => {
    it('come back as they were sent, to the byte, in the order of their keys', async () => {
      const { first } = opened;
      const rows = rowsOf(620, 11);
      await Promise.all(rows.map((row, i) => first.insert(entryOf(i, row), null)));
      await first.withdraw(keyOf(5), ownerOf(5));
      const keys: string[] = [];
      for await (const { nullifier, rowHash, row, first: counted, revision } of first.rows(CYCLE, RUBRIC)) {
        if (hashOf(row) !== rowHash) throw new Error(`Not the row that was sent: ${JSON.stringify(row)}`);
        expect([counted, revision]).toEqual([null, 1]);
        keys.push(nullifier);
      }
      expect(keys).toEqual(
        rows
          .map((_, i) => keyOf(i))
          .filter((_, i) => i !== 5)
          .sort(),
      );
    });

    it('are none for another cycle', async () => {
      await opened.first.insert(entryOf('a'), null);
      expect(await stored(opened.first, '2027')).toEqual([]);
    });
  });
}
