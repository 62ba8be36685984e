import { centreOf, positionOf } from '../../src/scoring/position';

const at = (hundredths: number) => ({ n: hundredths, d: 100 });
const quartiles = { mean: 190, p25: 140, median: 200, p75: 260 };

describe('positionOf', () => {
  it.each([
    [0, 'lowest-quarter'],
    [139, 'lowest-quarter'],
    [140, 'below-median'],
    [199, 'below-median'],
    [200, 'at-median'],
    [201, 'above-median'],
    [260, 'above-median'],
    [261, 'top-quarter'],
    [500, 'top-quarter'],
  ])('puts %i hundredths in the %s of published quartiles', (value, expected) => {
    expect(positionOf(at(value), quartiles)).toBe(expected);
  });

  it('compares what is shown: a value that rounds to the median is at it', () => {
    expect(positionOf({ n: 19_951, d: 10_000 }, quartiles)).toBe('at-median');
    expect(positionOf({ n: 19_949, d: 10_000 }, quartiles)).toBe('below-median');
    expect(positionOf({ n: 20_049, d: 10_000 }, quartiles)).toBe('at-median');
    expect(positionOf({ n: 401, d: 200 }, quartiles)).toBe('above-median');
  });

  it('knows no quarters where only the median is published', () => {
    expect([10, 200, 490].map((value) => positionOf(at(value), { mean: 190, median: 200 }))).toEqual([
      'below-median',
      'at-median',
      'above-median',
    ]);
  });

  it.each([
    [150, 'below-mean'],
    [151, 'at-mean'],
    [152, 'above-mean'],
  ])('compares %i with the mean where nothing else is published', (value, expected) => {
    expect(positionOf(at(value), { mean: 151 })).toBe(expected);
  });

  it('says nothing where nothing is published, and nothing from quartiles without a centre', () => {
    expect(positionOf(at(150), {})).toBeNull();
    expect(positionOf(at(150), { p25: 100, p75: 200 })).toBeNull();
  });

  it('puts a value that is all quartiles at once at the median', () => {
    expect(positionOf(at(200), { p25: 200, median: 200, p75: 200 })).toBe('at-median');
  });
});

it('draws its line at the median, else at the mean, else nowhere', () => {
  expect([quartiles, { mean: 151 }, { p25: 100 }].map(centreOf)).toEqual([200, 151, null]);
});
