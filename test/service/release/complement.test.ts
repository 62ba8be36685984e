import fc from 'fast-check';
import { type Category, complementOf } from '../../../src/service/release/complement';

const category = (key: string, rows: number, fresh: boolean, open = rows): Category => ({
  key,
  rows,
  fresh,
  open,
});

test('nothing is hidden where every category is published', () => {
  expect(complementOf([category('a', 9, true), category('b', 7, true)], 5)).toEqual([]);
});

test('a small category takes the next smallest with it', () => {
  const table = [
    category('a', 20, true),
    category('b', 6, true),
    category('c', 9, true),
    category('d', 2, false),
  ];
  expect(complementOf(table, 5)).toEqual(['b']);
});

test('two small categories that make five together need no third', () => {
  expect(
    complementOf([category('a', 20, true), category('b', 2, false), category('c', 3, false)], 5),
  ).toEqual([]);
});

test('empty categories cover nothing', () => {
  expect(
    complementOf([category('a', 20, true), category('b', 4, false), category('c', 0, false)], 5),
  ).toEqual(['a']);
});

test('a category that keeps old figures counts by what they do not tell', () => {
  expect(complementOf([category('a', 20, true), category('b', 9, false, 0)], 5)).toEqual([]);
  expect(complementOf([category('a', 20, true), category('b', 9, false, 2)], 5)).toEqual(['a']);
});

test('what stays unpublished is nothing, or two categories of five rows, or all that could be published', () => {
  const table = fc.array(
    fc
      .record({ rows: fc.nat(19), fresh: fc.boolean(), changed: fc.nat(19) })
      .map(({ rows, fresh, changed }) => ({
        rows,
        fresh: fresh && rows >= 5,
        open: Math.min(rows, changed),
      })),
    { minLength: 2, maxLength: 6 },
  );
  fc.assert(
    fc.property(table, (given) => {
      const categories = given.map((one, i) => ({ ...one, key: `c${i}` }));
      const hidden = complementOf(categories, 5);
      const open = categories.filter(
        ({ key, fresh, open: rows }) => rows > 0 && (!fresh || hidden.includes(key)),
      );
      const total = open.reduce((sum, { open: rows }) => sum + rows, 0);
      const covered = open.length === 0 || (open.length >= 2 && total >= 5);
      const all = categories.filter(({ fresh }) => fresh).every(({ key }) => hidden.includes(key));
      expect(covered || all).toBe(true);
      expect(hidden.every((key) => categories.find((one) => one.key === key)!.fresh)).toBe(true);
    }),
    { numRuns: 20_000 },
  );
});
