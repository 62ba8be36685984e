import { releaseRules } from '../../../src/rubric/release';
import { isOldEnough, RULES } from '../../../src/service/release/rules';

test('the rules are those of the schema, and at its floors', () => {
  expect(releaseRules.parse(RULES)).toEqual(RULES);
  for (const key of ['leastRows', 'fullRows', 'leastDifference', 'leastAgeDays'] as const) {
    expect(releaseRules.safeParse({ ...RULES, [key]: RULES[key] - 1 }).success).toBe(false);
    expect(releaseRules.safeParse({ ...RULES, [key]: RULES[key] + 1 }).success).toBe(true);
  }
  expect(releaseRules.safeParse({ ...RULES, greatestShare: 91 }).success).toBe(false);
});

test.each([
  ['2026-09-30', '2026-12-29', true],
  ['2026-09-30', '2026-12-28', false],
  ['2023-12-31', '2024-03-30', true],
  ['2026-12-29', '2026-09-30', false],
])('a cycle that closed on %s may be released on %s: %s', (closes, today, expected) => {
  expect(isOldEnough(closes, today, RULES)).toBe(expected);
});

test('a day that is none is refused', () => {
  expect(() => isOldEnough('2026-09-30T12:00', '2026-12-30', RULES)).toThrow('not a day');
  expect(() => isOldEnough('2026-09-30', '2026-13-30', RULES)).toThrow('not a day');
});
