import fc from 'fast-check';
import { releaseFigure } from '../../../src/rubric/release';
import { figureOfItem, figureOfMeans, type Making } from '../../../src/service/release/figure';
import { RULES } from '../../../src/service/release/rules';

const making = (more: Partial<Making> = {}): Making => ({ rules: RULES, all: false, step: 5, ...more });
const item = (levels: number[], notApplicable = 0, unknown = 0) => ({ levels, notApplicable, unknown });

describe('an item', () => {
  it('of five to nine answers has mean and median, no more', () => {
    expect(figureOfItem(item([1, 2, 2, 2, 0, 0]), 7, making({ step: 10 }))).toEqual({
      answers: '5-9',
      mean: 170,
      median: 200,
    });
  });

  it('of ten and more has quartiles, shares and a margin', () => {
    // Levels 0,1,1,1,2,2,2,2,3,3,5,5: mean 27/12, s = 1.5448, t(11) = 2.201, half the interval 0.9815.
    expect(figureOfItem(item([1, 3, 4, 2, 0, 2]), 12, making())).toEqual({
      answers: '10+',
      mean: 225,
      p25: 100,
      median: 200,
      p75: 300,
      margin: 100,
      shares: [10, 25, 35, 15, 0, 15],
    });
  });

  it('says of N/A and Don’t know only which ten percent they reach', () => {
    const { notApplicable, unknown } = figureOfItem(item([4, 4, 4, 4, 0, 0], 5, 2), 23, making());
    expect([notApplicable, unknown]).toEqual([20, undefined]);
  });

  it('says of answers at one level only that they are', () => {
    expect(figureOfItem(item([0, 0, 19, 1, 0, 0]), 20, making())).toEqual({ answers: '20+', uniform: true });
    expect(figureOfItem(item([0, 5, 0, 0, 0, 0], 0, 1), 6, making())).toEqual({
      answers: '5-9',
      uniform: true,
      unknown: 10,
    });
    expect(figureOfItem(item([0, 0, 9, 1, 0, 0]), 10, making())).toHaveProperty('mean', 210);
  });

  it('shows the mean of such answers where it is over all rows, from twenty on', () => {
    const of = (count: number, all: boolean) =>
      figureOfItem(item([0, 0, count, 1, 0, 0]), count + 1, making({ all }));
    expect(of(19, true)).toEqual({ answers: '20+', mean: 205, uniform: true });
    expect(of(18, true)).toEqual({ answers: '15+', uniform: true });
    expect(of(19, false)).toEqual({ answers: '20+', uniform: true });
  });

  it('of fewer than five answers is refused', () => {
    expect(() => figureOfItem(item([1, 1, 1, 1, 0, 0]), 9, making())).toThrow('not published');
  });
});

describe('a composite or domain', () => {
  const counts = (...values: number[]) => values.map((value) => [value, 1] as const);

  it('has every figure but the margin in its step', () => {
    const figure = figureOfMeans(
      counts(7, 58, 99, 100, 133, 151, 199, 233, 299, 401, 500),
      making({ step: 20 }),
    );
    // Mean 2180/11 = 198.2; half the interval 100.9, and 10 for the step.
    expect(figure).toEqual({
      answers: '10+',
      mean: 200,
      p25: 100,
      median: 160,
      p75: 260,
      margin: 115,
      shares: [25, 35, 20, 0, 20],
    });
  });

  it('counts the value 5.00 with 4 to 5', () => {
    const { shares } = figureOfMeans(counts(400, 500, 100, 99, 0, 200, 299, 300, 399, 450), making());
    expect(shares).toEqual([20, 10, 20, 20, 30]);
  });
});

test('every figure is one of the schema, and within the scale', () => {
  const levels = fc
    .array(fc.nat(30), { minLength: 6, maxLength: 6 })
    .filter((list) => list.reduce((a, b) => a + b, 0) >= 5);
  fc.assert(
    fc.property(
      levels,
      fc.nat(20),
      fc.nat(20),
      fc.constantFrom(1, 5, 10, 20, 50, 100),
      (list, na, unknown, step) => {
        const rows = list.reduce((a, b) => a + b, 0) + na + unknown;
        expect(() =>
          releaseFigure.parse(figureOfItem(item(list, na, unknown), rows, making({ step }))),
        ).not.toThrow();
        const values = list
          .map((count, level) => [level * 97, count] as const)
          .filter(([, count]) => count > 0);
        expect(() => releaseFigure.parse(figureOfMeans(values, making({ step })))).not.toThrow();
      },
    ),
    { numRuns: 1000 },
  );
});
