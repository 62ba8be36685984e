import { CYCLE, keyOf, someRow } from '../../submission/fixtures';
import { entryOf } from './entries';
import { CALLERS, heldOf, isFresh, type OpenedTwice, together } from './opened-twice';

/** What every store does with a member code. */
export function codeContract(opened: OpenedTwice): void {
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
      const outcomes = await together(opened, (store, i) => store.insert(entryOf(i), { codeHash: 'one' }));
      expect(outcomes.filter(isFresh)).toHaveLength(1);
      expect(
        outcomes.filter((outcome) => 'refused' in outcome && outcome.refused === 'code-spent'),
      ).toHaveLength(CALLERS - 1);
    });

    it('is spent once when its row is sent from all sides at once', async () => {
      const outcomes = await together(opened, (store) => store.insert(entryOf('a'), { codeHash: 'one' }));
      expect(outcomes.filter(isFresh)).toHaveLength(1);
      for (const outcome of outcomes) expect(outcome).toMatchObject({ held: heldOf(someRow(1)) });
      expect(await spent()).toBe(1);
    });

    it('stays unspent where another code brought the key at the same time', async () => {
      const codes = Array.from({ length: CALLERS }, (_, i) => `code ${i}`);
      await opened.first.addCodes(CYCLE, codes);
      const outcomes = await together(opened, (store, i) =>
        store.insert(entryOf('a'), { codeHash: codes[i] ?? '' }),
      );
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
      const outcomes = await together(opened, (store, i) => store.issue(CYCLE, 'one', `request ${i}`));
      expect(outcomes.filter((outcome) => outcome === 'issued')).toHaveLength(1);
    });
  });
}
