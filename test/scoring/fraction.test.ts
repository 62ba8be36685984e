import { meanOf, toHundredths, toNumber, toTwoDecimals } from '../../src/scoring/fraction';

describe('toHundredths', () => {
  it.each([
    [{ n: 41, d: 40 }, 103],
    [{ n: 1, d: 8 }, 13],
    [{ n: 604, d: 400 }, 151],
    [{ n: 0, d: 7 }, 0],
  ])('rounds %o half away from zero to %i', (f, expected) => {
    expect(toHundredths(f)).toBe(expected);
  });
});

it('prints two decimals', () => {
  expect(toTwoDecimals({ n: 1, d: 20 })).toBe('0.05');
});

it('reproduces the 2022 composite from the four published domain means', () => {
  const means = [168, 147, 142, 147].map((n) => ({ n, d: 100 }));
  const composite = meanOf(means);
  expect(composite && toHundredths(composite)).toBe(151);
  expect(composite && toNumber(composite)).toBeCloseTo(1.51, 12);
});
