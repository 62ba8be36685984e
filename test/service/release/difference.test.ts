import { changeBetween, isFarEnough } from '../../../src/service/release/difference';

test('counts rows that came and rows that went by atom', () => {
  expect(changeBetween([4, 3, 2, 9], [1, 1, 0, 0], [1, 0, 1, 1])).toEqual({ added: 11, removed: 3 });
  expect(changeBetween([4, 3], [1, 1], [1, 1])).toEqual({ added: 0, removed: 0 });
});

test.each([
  [0, 0, true],
  [5, 0, true],
  [0, 5, true],
  [5, 7, true],
  [4, 0, false],
  [0, 1, false],
  [9, 4, false],
  [4, 9, false],
])('%i rows more and %i fewer: %s', (added, removed, expected) => {
  expect(isFarEnough({ added, removed }, 5)).toBe(expected);
});
