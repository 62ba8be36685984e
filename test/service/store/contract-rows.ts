import type { SubmissionLine } from '../../../src/service/store/row-of-line';
import type { Row } from '../../../src/submission/row';
import { CYCLE, keyOf, someRow } from '../../submission/fixtures';
import { entryOf, hashOf, ownerOf, refusedBy } from './entries';
import { heldOf, isFresh, type OpenedTwice, RUBRIC, stored, together } from './opened-twice';

/** What every store does with a row. */
export function rowContract(opened: OpenedTwice): void {
  const lineOf = async (name: string | number) =>
    (
      await opened.engine.all<SubmissionLine>('select * from submission where nullifier = $1', [keyOf(name)])
    )[0];

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
      const outcomes = await together(opened, (store, i) => store.insert(entryOf('a', someRow(i)), null));
      expect(outcomes.filter(isFresh)).toHaveLength(1);
      const kept = outcomes.find(isFresh);
      for (const outcome of outcomes)
        expect(outcome).toMatchObject({ held: kept && 'held' in kept && kept.held });
    });

    it('beyond the range of a column is refused by the table itself', async () => {
      const row = structuredClone(someRow(1));
      (row.items ?? {})['ORG-01'] = 9;
      await expect(opened.first.insert(entryOf('wild', row), null)).rejects.toMatchObject(
        refusedBy(/constraint/i),
      );
      expect(await opened.first.find(keyOf('wild'))).toBeNull();
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
      const outcomes = await together(opened, (store, i) => store.correct(entryOf('a', someRow(i + 10)), 1));
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
      const outcomes = await together(opened, (store, i) =>
        i % 2 ? store.withdraw(keyOf('a'), ownerOf('a')) : store.correct(entryOf('a', someRow(i + 10)), 1),
      );
      expect(outcomes.some((outcome) => 'held' in outcome)).toBe(true);
      const held = await opened.first.find(keyOf('a'));
      const rows = await stored(opened.first);
      expect(held?.withdrawn).toBe(rows.length === 0);
      for (const row of rows) expect(hashOf(row)).toBe(held?.rowHash);
    });
  });
}
