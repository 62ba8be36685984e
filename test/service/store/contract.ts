import type { Engine } from '../../../src/service/store/engine';
import type { OperatorStore } from '../../../src/service/store/operator-store';
import type { Insertion } from '../../../src/service/store/store';
import type { Row } from '../../../src/submission/row';
import { CYCLE, keyOf, rubric, someRow } from '../../submission/fixtures';
import { countedByHand } from './counted-by-hand';
import { entryOf, hashOf, ownerOf, rowsOf } from './entries';

/** An empty store, seen by two callers that share nothing but the data (where the engine can), and its engine. */
export interface OpenedTwice {
  readonly first: OperatorStore;
  readonly second: OperatorStore;
  readonly engine: Engine;
}

const CALLERS = 12;
const RUBRIC = rubric.id;
const isFresh = (outcome: Insertion): boolean => 'held' in outcome && outcome.fresh;
const heldOf = (row: Row, revision = 1) => ({
  cycle: CYCLE,
  rowHash: hashOf(row),
  revision,
  withdrawn: false,
});
const releaseOf = (number: number) => ({
  number,
  cycle: CYCLE,
  rubric: RUBRIC,
  body: `{"number":${number}}`,
  report: '<p>é</p>',
  pages: 2,
  ledger: '{}',
});

/** What every store does, whatever engine it is over. */
export function storeContract(open: () => Promise<OpenedTwice>): void {
  let opened: OpenedTwice;
  beforeEach(async () => (opened = await open()));
  afterEach(async () => {
    for (const store of [opened.first, opened.second]) await store.close();
    await opened.engine.close();
  });
  /** As many callers at once, on both connections. */
  const together = <T>(call: (store: OperatorStore, i: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: CALLERS }, (_, i) => call(i % 2 ? opened.second : opened.first, i)));
  const lineOf = async (name: string | number) =>
    (await opened.engine.all<Row>('select * from submission where nullifier = $1', [keyOf(name)]))[0];

  describe('a row', () => {
    it('is held under its key by the first insertion, whatever comes later', async () => {
      const { first, second } = opened;
      const held = heldOf(someRow(1));
      expect(await first.find(keyOf('a'))).toBeNull();
      expect(await first.insert(entryOf('a'), null)).toEqual({ held, fresh: true });
      expect(await second.insert(entryOf('a', someRow(2)), null)).toEqual({ held, fresh: false });
      expect(await second.find(keyOf('a'))).toEqual(held);
      expect(await first.find(keyOf('b'))).toBeNull();
    });

    it('is kept once when the same key comes from all sides at once', async () => {
      const outcomes = await together((store, i) => store.insert(entryOf('a', someRow(i)), null));
      expect(outcomes.filter(isFresh)).toHaveLength(1);
      const kept = outcomes.find(isFresh);
      for (const outcome of outcomes)
        expect(outcome).toMatchObject({ held: kept && 'held' in kept && kept.held });
    });

    it('beyond the range of a column is refused by the table itself', async () => {
      const row = structuredClone(someRow(1));
      (row.items ?? {})['ORG-01'] = 9;
      await expect(opened.first.insert(entryOf('wild', row), null)).rejects.toThrow(/constraint/i);
      expect(await opened.first.find(keyOf('wild'))).toBeNull();
    });
  });

  describe('a member code', () => {
    beforeEach(() => opened.first.addCodes(CYCLE, ['one', 'two', 'three']));
    const spent = async () => (await opened.second.codes(CYCLE)).spent;

    it('admits one row; unknown, of another cycle or spent it admits none', async () => {
      const { first, second } = opened;
      expect(await first.insert(entryOf('a'), { codeHash: 'one' })).toEqual({
        held: heldOf(someRow(1)),
        fresh: true,
      });
      expect(await second.insert(entryOf('b'), { codeHash: 'one' })).toEqual({ refused: 'code-spent' });
      expect(await first.insert(entryOf('b'), { codeHash: 'none' })).toEqual({ refused: 'code-unknown' });
      const later = entryOf('b', { ...someRow(1), cycle: '2027' });
      expect(await first.insert(later, { codeHash: 'two' })).toEqual({ refused: 'code-unknown' });
      expect(await first.find(keyOf('b'))).toBeNull();
      expect(await second.codes(CYCLE)).toEqual({ made: 3, spent: 1 });
    });

    it('is not spent on a key that is held', async () => {
      await opened.first.insert(entryOf('a'), { codeHash: 'one' });
      expect(await opened.second.insert(entryOf('a'), { codeHash: 'one' })).toMatchObject({ fresh: false });
      expect(await opened.first.insert(entryOf('a'), { codeHash: 'two' })).toMatchObject({ fresh: false });
      expect(await opened.first.insert(entryOf('a'), { codeHash: 'none' })).toMatchObject({ fresh: false });
      expect(await spent()).toBe(1);
    });

    it('admits one of many rows that come with it at once', async () => {
      const outcomes = await together((store, i) => store.insert(entryOf(i), { codeHash: 'one' }));
      expect(outcomes.filter(isFresh)).toHaveLength(1);
      expect(
        outcomes.filter((outcome) => 'refused' in outcome && outcome.refused === 'code-spent'),
      ).toHaveLength(CALLERS - 1);
    });

    it('is spent once when its row is sent from all sides at once', async () => {
      const outcomes = await together((store) => store.insert(entryOf('a'), { codeHash: 'one' }));
      expect(outcomes.filter(isFresh)).toHaveLength(1);
      for (const outcome of outcomes) expect(outcome).toMatchObject({ held: heldOf(someRow(1)) });
      expect(await spent()).toBe(1);
    });

    it('stays unspent where another code brought the key at the same time', async () => {
      const codes = Array.from({ length: CALLERS }, (_, i) => `code ${i}`);
      await opened.first.addCodes(CYCLE, codes);
      const outcomes = await together((store, i) => store.insert(entryOf('a'), { codeHash: codes[i] ?? '' }));
      expect(outcomes.filter(isFresh)).toHaveLength(1);
      expect(await spent()).toBe(1);
    });

    it('added again stays as it is', async () => {
      await opened.first.insert(entryOf('a'), { codeHash: 'one' });
      await opened.second.addCodes(CYCLE, ['one', 'four']);
      expect(await opened.first.codes(CYCLE)).toEqual({ made: 4, spent: 1 });
      expect(await opened.first.codes('2027')).toEqual({ made: 0, spent: 0 });
    });

    it('buys one token, the same one as often as asked, and then no row', async () => {
      const { first, second } = opened;
      expect(await first.issue(CYCLE, 'one', 'request')).toBe('issued');
      expect(await second.issue(CYCLE, 'one', 'request')).toBe('issued');
      expect(await second.issue(CYCLE, 'one', 'another')).toBe('code-spent');
      expect(await second.issue(CYCLE, 'none', 'request')).toBe('code-unknown');
      expect(await second.issue('2027', 'one', 'request')).toBe('code-unknown');
      expect(await first.insert(entryOf('a'), { codeHash: 'one' })).toEqual({ refused: 'code-spent' });
      await first.insert(entryOf('a'), { codeHash: 'two' });
      expect(await first.issue(CYCLE, 'two', 'request')).toBe('code-spent');
    });

    it('buys one of many tokens that are asked for at once', async () => {
      const outcomes = await together((store, i) => store.issue(CYCLE, 'one', `request ${i}`));
      expect(outcomes.filter((outcome) => outcome === 'issued')).toHaveLength(1);
    });
  });

  describe('a correction', () => {
    beforeEach(() => opened.first.insert(entryOf('a'), null));
    const corrected = (row: Row, revision: number) => opened.second.correct(entryOf('a', row), revision);

    it('takes the place of the row and counts the revision up; sent again it changes nothing', async () => {
      const held = heldOf(someRow(2), 2);
      expect(await corrected(someRow(2), 1)).toEqual({ held });
      expect(await corrected(someRow(2), 1)).toEqual({ held });
      expect(await opened.first.find(keyOf('a'))).toEqual(held);
      expect(await stored(opened.first)).toEqual([someRow(2)]);
      expect(await corrected(someRow(3), 2)).toEqual({ held: heldOf(someRow(3), 3) });
    });

    it('is refused for another revision than the held one', async () => {
      expect(await corrected(someRow(2), 2)).toEqual({ refused: 'revision' });
      await corrected(someRow(2), 1);
      expect(await corrected(someRow(3), 1)).toEqual({ refused: 'revision' });
      expect(await corrected(someRow(1), 1)).toEqual({ refused: 'revision' });
    });

    it('is refused in the same way without a row, with another secret, and to a row without an owner', async () => {
      const { first } = opened;
      await first.insert({ ...entryOf('ownerless'), owner: null }, null);
      const refused = { refused: 'unknown' };
      expect(await first.correct(entryOf('none', someRow(2)), 1)).toEqual(refused);
      expect(await first.correct({ ...entryOf('a', someRow(2)), owner: ownerOf('b') }, 1)).toEqual(refused);
      expect(await first.correct(entryOf('ownerless', someRow(2)), 1)).toEqual(refused);
      expect(await first.find(keyOf('a'))).toEqual(heldOf(someRow(1)));
    });

    it('cannot move a row to another cycle or rubric', async () => {
      const row = someRow(2);
      expect(await corrected({ ...row, cycle: '2027' }, 1)).toEqual({ refused: 'unknown' });
      expect(await corrected({ ...row, rubric: { ...row.rubric, id: 'other' } }, 1)).toEqual({
        refused: 'unknown',
      });
      expect(await opened.first.find(keyOf('a'))).toEqual(heldOf(someRow(1)));
    });

    it('wins alone where many of the same revision come at once', async () => {
      const outcomes = await together((store, i) => store.correct(entryOf('a', someRow(i + 10)), 1));
      expect(outcomes.filter((outcome) => 'held' in outcome)).toHaveLength(1);
      expect((await opened.first.find(keyOf('a')))?.revision).toBe(2);
    });

    it('leaves the last revision that a receipt can name to a withdrawal', async () => {
      await opened.engine.run('update submission set revision = 9997');
      expect(await corrected(someRow(2), 9997)).toEqual({ held: heldOf(someRow(2), 9998) });
      expect(await corrected(someRow(3), 9998)).toEqual({ refused: 'revision' });
      expect(await opened.first.withdraw(keyOf('a'), ownerOf('a'))).toMatchObject({
        held: { revision: 9999 },
      });
      expect(await corrected(someRow(3), 9999)).toEqual({ refused: 'revision' });
    });
  });

  describe('a withdrawal', () => {
    beforeEach(() => opened.first.insert(entryOf('a'), null));
    const withdrawn = { held: { cycle: CYCLE, rowHash: '', revision: 2, withdrawn: true } };

    it('leaves the key, the owner and the cycle, and no value; done again it changes nothing', async () => {
      expect(await opened.second.withdraw(keyOf('a'), ownerOf('a'))).toEqual(withdrawn);
      expect(await opened.first.withdraw(keyOf('a'), ownerOf('a'))).toEqual(withdrawn);
      expect(await opened.first.find(keyOf('a'))).toEqual(withdrawn.held);
      const left = Object.entries((await lineOf('a')) ?? {}).filter(
        ([, value]) => value !== null && value !== '',
      );
      expect(Object.fromEntries(left)).toEqual({
        nullifier: keyOf('a'),
        owner: ownerOf('a'),
        cycle: CYCLE,
        rubric_id: RUBRIC,
        organization: 'undisclosed',
        size: 'undisclosed',
        revision: 2,
        withdrawn: 1,
      });
    });

    it('is refused in the same way without a row and with another secret', async () => {
      expect(await opened.first.withdraw(keyOf('a'), ownerOf('b'))).toEqual({ refused: 'unknown' });
      expect(await opened.first.withdraw(keyOf('b'), ownerOf('b'))).toEqual({ refused: 'unknown' });
      expect(await opened.first.find(keyOf('a'))).toEqual(heldOf(someRow(1)));
    });

    it('still holds the key against a new row, and spends no code on it', async () => {
      const { first } = opened;
      await first.addCodes(CYCLE, ['one']);
      await first.withdraw(keyOf('a'), ownerOf('a'));
      expect(await first.insert(entryOf('a'), { codeHash: 'one' })).toEqual({ ...withdrawn, fresh: false });
      expect(await first.codes(CYCLE)).toEqual({ made: 1, spent: 0 });
    });

    it('is undone by the secret, with the bytes of before or others', async () => {
      const { first } = opened;
      await first.withdraw(keyOf('a'), ownerOf('a'));
      expect(await first.correct(entryOf('a'), 1)).toEqual({ refused: 'revision' });
      expect(await first.correct(entryOf('a'), 2)).toEqual({ held: heldOf(someRow(1), 3) });
      expect(await stored(first)).toEqual([someRow(1)]);
    });

    it('and a correction at once end in one of the two, whole', async () => {
      const outcomes = await together((store, i) =>
        i % 2 ? store.withdraw(keyOf('a'), ownerOf('a')) : store.correct(entryOf('a', someRow(i + 10)), 1),
      );
      expect(outcomes.some((outcome) => 'held' in outcome)).toBe(true);
      const held = await opened.first.find(keyOf('a'));
      const rows = await stored(opened.first);
      expect(held?.withdrawn).toBe(rows.length === 0);
      for (const row of rows) expect(hashOf(row)).toBe(held?.rowHash);
    });
  });

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
      await expect(mark(1)).rejects.toThrow(/constraint/i);
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
      const outcomes = await Promise.allSettled([next(opened.first), next(opened.second)]);
      const numbers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      expect(numbers.sort()).toEqual(await opened.first.releases());
      expect(await firsts()).toEqual([[1, 1]]);
    });
  });

  describe('rows for the auditor', () => {
    it('come back as they were sent, to the byte, in the order of their keys', async () => {
      const { first } = opened;
      const rows = rowsOf(1_100, 11);
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

  it('says whether it can be asked', async () => {
    expect(await opened.first.ready()).toBe(true);
    await opened.first.close();
    expect(await opened.first.ready()).toBe(false);
  });
}

async function stored(store: OperatorStore, cycle = CYCLE): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const { row } of store.rows(cycle, RUBRIC)) rows.push(row);
  return rows;
}
