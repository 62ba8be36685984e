import { parseBenchmark, parseRubric } from '../../src/rubric/load';
import { english } from '../load-words';
import { filesUnder } from './source-files';

const files = filesUnder('rubric', /\.json$/);
const directly = (folder: string) =>
  files
    .filter(({ path }) => new RegExp(`^${folder}/[^/]+\\.json$`).test(path))
    .map((file) => [file.path, file] as const);
const benchmarks = [
  ...directly('rubric/published'),
  ...directly('rubric/samples').filter(([path]) => path.endsWith('release.json')),
];

test('there are rubrics and published figures to check', () => {
  expect(directly('rubric').length).toBeGreaterThan(0);
  expect(directly('rubric/published').length).toBeGreaterThan(1);
});

test.each(directly('rubric'))('%s is a rubric', (path, { text }) => {
  const parsed = parseRubric(JSON.parse(text), path, english);
  expect(parsed.ok ? null : parsed.failure.message).toBeNull();
});

test.each(benchmarks)('%s is a benchmark', (path, { text }) => {
  const parsed = parseBenchmark(JSON.parse(text), path, english);
  expect(parsed.ok ? null : parsed.failure.message).toBeNull();
});

test('rubrics and benchmarks have ids of their own', () => {
  const ids = [
    ...directly('rubric')
      .map(([, { text }]) => JSON.parse(text) as { id: string; version: string })
      .map(({ id, version }) => `${id} ${version}`),
    ...benchmarks.map(([, { text }]) => (JSON.parse(text) as { id: string }).id),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

test('invented figures say so in their title and kind', () => {
  const samples = benchmarks.filter(([path]) => path.startsWith('rubric/samples/'));
  expect(samples.length).toBeGreaterThan(0);
  for (const [, { text }] of samples) {
    const { kind, title, source } = JSON.parse(text) as { kind: string; title: string; source: string };
    expect(kind).toBe('sample');
    expect(title).toMatch(/invented/i);
    expect(source).toMatch(/invented/i);
  }
});
