import fc from 'fast-check';
import {
  type Counts,
  labelOf,
  meanOf,
  quartileOf,
  reachedTen,
  shareOf,
  toStep,
} from '../../../src/service/release/round';

const values = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 60 });

const countsOf = (list: readonly number[]): Counts =>
  [...new Set(list)]
    .sort((a, b) => a - b)
    .map((value) => [value, list.filter((other) => other === value).length]);

/** Type 7 by sorting, as `percentile_cont` is described: interpolated between the two nearest of the sorted values. */
function sortedQuartile(list: readonly number[], p: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const low = sorted[Math.floor(place)]!;
  return low + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - low);
}

test('quartiles from counts are those of the sorted values', () => {
  fc.assert(
    fc.property(values, (list) => {
      for (const quarter of [1, 2, 3] as const) {
        const { n, d } = quartileOf(countsOf(list), quarter);
        expect(n / d).toBeCloseTo(sortedQuartile(list, quarter / 4), 9);
      }
    }),
    { numRuns: 2000 },
  );
});

test('the mean is exact', () => {
  fc.assert(
    fc.property(values, (list) => {
      expect(meanOf(countsOf(list))).toEqual({ n: list.reduce((a, b) => a + b, 0), d: list.length });
    }),
  );
});

test.each([
  [{ n: 5, d: 2 }, 5, 5],
  [{ n: 249, d: 100 }, 5, 0],
  [{ n: 155, d: 1 }, 10, 160],
  [{ n: 1549, d: 10 }, 10, 150],
  [{ n: 1, d: 2 }, 1, 1],
  [{ n: 150, d: 1 }, 100, 200],
  [{ n: 500, d: 1 }, 20, 500],
])('rounds %o to steps of %i hundredths: %i, half away from zero', (f, step, expected) => {
  expect(toStep(f, step)).toBe(expected);
});

test('a rounded value is a multiple of the step and at most half a step away', () => {
  fc.assert(
    fc.property(values, fc.constantFrom(1, 5, 10, 20, 50, 100), (list, step) => {
      const { n, d } = meanOf(countsOf(list));
      const rounded = toStep({ n, d }, step);
      expect(rounded % step).toBe(0);
      expect(2 * Math.abs(rounded * d - n)).toBeLessThanOrEqual(step * d);
    }),
  );
});

test.each([
  [5, '5-9'],
  [9, '5-9'],
  [10, '10+'],
  [14, '10+'],
  [15, '15+'],
  [1_000_003, '1000000+'],
])('%i rows are published as %s', (rows, label) => {
  expect(labelOf(rows)).toBe(label);
});

test('shares are to the nearest five, half up, N/A only in full tens', () => {
  expect([shareOf(1, 40), shareOf(1, 41), shareOf(3, 3), shareOf(0, 9)]).toEqual([5, 0, 100, 0]);
  expect([reachedTen(1, 11), reachedTen(1, 10), reachedTen(29, 100), reachedTen(10, 10)]).toEqual([
    0, 10, 20, 100,
  ]);
});
