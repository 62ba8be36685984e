import fc from 'fast-check';
import {
  fraction,
  meanOf,
  toHundredths,
  toNumber,
  toPercent,
  toTwoDecimals,
} from '../../src/scoring/fraction';
import { Ratio } from './naive-scorer';

describe('toHundredths', () => {
  it.each([
    [{ n: 41, d: 40 }, 103],
    [{ n: 1, d: 8 }, 13],
    [{ n: 604, d: 400 }, 151],
    [{ n: 0, d: 7 }, 0],
    [{ n: 3, d: 200 }, 2],
    [{ n: 149, d: 10_000 }, 1],
    [{ n: 5, d: 1 }, 500],
  ])('rounds %o half away from zero to %i', (f, expected) => {
    expect(toHundredths(f)).toBe(expected);
  });

  it('agrees with exact arithmetic on every ratio a rubric can give', () => {
    for (let d = 1; d <= 200; d += 1) {
      for (let n = 0; n <= 5 * d; n += 1) {
        const expected = Ratio.of(n, d).hundredths();
        if (toHundredths({ n, d }) !== expected) throw new Error(`${n}/${d} is not ${expected} hundredths`);
      }
    }
  });
});

it.each([
  [{ n: 1, d: 20 }, '0.05'],
  [{ n: 5, d: 1 }, '5.00'],
  [{ n: 604, d: 400 }, '1.51'],
  [{ n: 199, d: 100 }, '1.99'],
  [{ n: 1999, d: 1000 }, '2.00'],
])('prints %o as %s', (f, expected) => {
  expect(toTwoDecimals(f)).toBe(expected);
});

it('rounds a percentage half away from zero', () => {
  expect(
    [
      { n: 1, d: 8 },
      { n: 1, d: 200 },
      { n: 43, d: 44 },
      { n: 1, d: 1 },
    ].map(toPercent),
  ).toEqual([13, 1, 98, 100]);
});

it('has no fraction over nothing', () => {
  expect(fraction(0, 0)).toBeNull();
  expect(meanOf([])).toBeNull();
});

it('takes the mean of fractions exactly, whatever their denominators', () => {
  const one = fc.record({ n: fc.nat(125), d: fc.integer({ min: 1, max: 25 }) });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (fractions) => {
      const mean = meanOf(fractions)!;
      const sum = fractions.reduce((total, { n, d }) => total.plus(Ratio.of(n, d)), Ratio.of(0));
      expect(Ratio.of(mean.n, mean.d).toString()).toBe(sum.over(fractions.length).toString());
      expect(Number.isSafeInteger(200 * mean.n + mean.d)).toBe(true);
    }),
  );
});

it('reproduces the 2022 composite from the four published domain means', () => {
  const means = [168, 147, 142, 147].map((n) => ({ n, d: 100 }));
  const composite = meanOf(means);
  expect(composite && toHundredths(composite)).toBe(151);
  expect(composite && toNumber(composite)).toBeCloseTo(1.51, 12);
});
