import { benchmarkSchema } from '../../src/rubric/benchmark';
import { benchmarkOf, compareVersions } from '../../src/rubric/benchmark-of';
import type { Release } from '../../src/rubric/release';

const figure = {
  answers: '15+',
  mean: 150,
  p25: 100,
  median: 140,
  p75: 200,
  margin: 20,
  shares: [5, 20, 30, 40, 5],
};
const release: Release = {
  schema: 'jsp-release/1',
  id: 'r2',
  cycle: '2026',
  rubric: { id: 'jsp', versions: ['1.9.0', '1.10.0'] },
  made: '2027-03-31',
  previous: null,
  rules: { leastRows: 5, fullRows: 10, leastDifference: 5, greatestShare: 90, leastAgeDays: 90 },
  cells: {
    all: {
      asOf: 'r1',
      rows: '15+',
      composite: figure,
      domains: { ORG: figure, RSK: { hidden: 'difference' } },
      items: {
        'ORG-01': { answers: '15+', uniform: true },
        'ORG-02': { answers: '5-9', mean: 130, median: 100 },
      },
    },
    'organization:hospital': { hidden: 'few' },
  },
  tree: { root: 'b'.repeat(64), capacity: 64 },
  keyId: 'k'.repeat(43),
  signature: 's'.repeat(86),
};
const texts = { title: 'Benchmark 2026', source: 'https://benchmark.example, release r2' };

test('a release becomes figures for the sheet: what is hidden or uniform is empty', () => {
  const benchmark = benchmarkOf(release, texts);
  expect(benchmarkSchema.parse(benchmark)).toEqual(benchmark);
  const quartiles = { mean: 150, p25: 100, median: 140, p75: 200 };
  expect(benchmark).toEqual({
    schema: 'jsp-benchmark/1',
    id: 'r2',
    kind: 'release',
    ...texts,
    cycle: '2026',
    contributors: '15+',
    rubric: { id: 'jsp', version: '1.10.0' },
    composite: quartiles,
    domains: { ORG: quartiles, RSK: {} },
    items: { 'ORG-01': {}, 'ORG-02': { mean: 130, median: 100 } },
  });
});

test.each(['organization:hospital', 'size:under-250'])('a cell without figures (%s) has none', (cell) => {
  const benchmark = benchmarkOf(release, texts, cell);
  expect(benchmarkSchema.parse(benchmark)).toEqual(benchmark);
  expect(benchmark).toMatchObject({ id: 'r2', domains: {}, items: {} });
  expect(benchmark).not.toHaveProperty('contributors');
  expect(benchmark).not.toHaveProperty('composite');
});

test('versions are compared as numbers', () => {
  const sorted = ['1.10.0', '0.9.9', '1.2.11', '1.2.3'].sort(compareVersions);
  expect(sorted).toEqual(['0.9.9', '1.2.3', '1.2.11', '1.10.0']);
});
