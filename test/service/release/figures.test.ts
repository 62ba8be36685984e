import { compositeStep, domainStep, itemStep } from '../../../src/service/release/figure-step';
import { figuresOf } from '../../../src/service/release/figures';
import type { Tally } from '../../../src/service/release/ledger';
import { RULES } from '../../../src/service/release/rules';

const X = { id: 'X', items: ['X-01', 'X-02', 'X-03', 'X-04'] };
const Y = { id: 'Y', items: ['Y-01', 'Y-02'] };

/** So many rows; of each item so many rated it. */
function tally(rows: number, rated: Readonly<Record<string, number>> = {}, composite = rows): Tally {
  const item = (id: string): [string, Tally['items'][string]] => {
    const count = rated[id] ?? rows;
    const high = Math.floor(count / 2);
    return [id, { levels: [0, count - high, high, 0, 0, 0], notApplicable: rows - count, unknown: 0 }];
  };
  const means = (count: number): [number, number][] => [
    [100, count - Math.floor(count / 2)],
    [200, Math.floor(count / 2)],
  ];
  return {
    rows,
    composite: means(composite),
    domains: { X: means(rows), Y: means(rows) },
    items: Object.fromEntries([...X.items, ...Y.items].map(item)),
  };
}

test.each([
  [5, 10],
  [9, 10],
  [10, 5],
  [49, 5],
  [50, 1],
])('means of %i rows have steps of %i hundredths where every row rated every item', (rows, step) => {
  expect(domainStep(tally(rows), X, RULES)).toBe(step);
  expect(compositeStep(tally(rows), [X, Y], RULES)).toBe(step);
  expect(itemStep(tally(rows).items['X-01']!, RULES)).toBe(step);
});

test.each([
  [9, 1, 20],
  [9, 4, 100],
  [10, 4, 50],
  [30, 1, 5],
  [30, 2, 10],
  [30, 4, 20],
  [60, 4, 10],
  [100, 4, 5],
  [499, 4, 5],
  [500, 4, 1],
])('the mean of a domain of %i rows, %i of whose 4 items have gaps, has a step of %i', (rows, gaps, step) => {
  const rated = Object.fromEntries(X.items.slice(0, gaps).map((id) => [id, rows - 1]));
  expect(domainStep(tally(rows, rated), X, RULES)).toBe(step);
});

test('a gap in one domain coarsens the composite by what that domain weighs, not the other domain', () => {
  const gaps = tally(30, { 'X-01': 29, 'X-02': 29, 'X-03': 29, 'X-04': 29 });
  expect(domainStep(gaps, Y, RULES)).toBe(5);
  expect(compositeStep(gaps, [X, Y], RULES)).toBe(10);
});

test('rows without a composite coarsen it as far as one row can weigh', () => {
  expect(compositeStep(tally(30, {}, 29), [X, Y], RULES)).toBe(20);
});

test('where nobody rated any item there is nothing to compare a domain with', () => {
  const none = Object.fromEntries(X.items.map((id) => [id, 0]));
  expect(domainStep(tally(30, none), X, RULES)).toBe(5);
});

describe('the figures of a group', () => {
  const measures = ['composite', 'X', 'Y', ...X.items, ...Y.items];

  it('are there for every measure, or the reason why not', () => {
    const hidden = new Map([
      ['X-02', 'difference'],
      ['Y', 'complement'],
    ] as const);
    const decision = {
      kind: 'publish' as const,
      measures: measures.filter((id) => id !== 'X-02' && id !== 'Y'),
      hidden,
    };
    const figures = figuresOf(tally(12), decision, { cell: 'all', domains: [X, Y], rules: RULES });
    expect(figures.rows).toBe('10+');
    expect(figures.items['X-02']).toEqual({ hidden: 'difference' });
    expect(figures.domains['Y']).toEqual({ hidden: 'complement' });
    expect(figures.composite).toMatchObject({ mean: 150, median: 150, p25: 100, p75: 200 });
    expect(Object.keys(figures.items)).toEqual([...X.items, ...Y.items]);
  });

  it('are refused where a measure was not decided about', () => {
    const decision = { kind: 'publish' as const, measures: measures.slice(1), hidden: new Map() };
    expect(() => figuresOf(tally(12), decision, { cell: 'all', domains: [X, Y], rules: RULES })).toThrow(
      'composite',
    );
  });
});
