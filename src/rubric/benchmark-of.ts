import type { Benchmark, BenchmarkFigure } from './benchmark';
import type { Release, ReleaseMeasure } from './release';

/** What a release does not say itself and the Benchmark sheet shows: words of the reader's language. */
export interface BenchmarkTexts {
  readonly title: string;
  readonly source: string;
}

/**
 * One cell of a release in the plain format that the Benchmark sheet holds (`kind` release, `id` the release's): means
 * and quartiles in hundredths. What a rule hides is an empty figure; a hidden or missing cell has none at all. The
 * rubric's version is the latest that the rows were about.
 */
export function benchmarkOf(release: Release, texts: BenchmarkTexts, cellKey = 'all'): Benchmark {
  const { id, cycle, rubric } = release;
  const cell = release.cells[cellKey];
  const published = cell !== undefined && 'rows' in cell ? cell : null;
  return {
    schema: 'jsp-benchmark/1',
    id,
    kind: 'release',
    title: texts.title,
    cycle,
    ...(published ? { contributors: published.rows } : {}),
    source: texts.source,
    rubric: { id: rubric.id, version: latest(rubric.versions) },
    ...(published ? { composite: figureOf(published.composite) } : {}),
    domains: figuresOf(published?.domains),
    items: figuresOf(published?.items),
  };
}

const figuresOf = (measures: Record<string, ReleaseMeasure> = {}): Record<string, BenchmarkFigure> =>
  Object.fromEntries(Object.entries(measures).map(([id, measure]) => [id, figureOf(measure)]));

function figureOf(measure: ReleaseMeasure): BenchmarkFigure {
  if ('hidden' in measure) return {};
  const { mean, p25, median, p75 } = measure;
  return {
    ...(mean === undefined ? {} : { mean }),
    ...(p25 === undefined ? {} : { p25 }),
    ...(median === undefined ? {} : { median }),
    ...(p75 === undefined ? {} : { p75 }),
  };
}

/** Versions are three numbers (`rubricVersion`); the schema asks for one at least. */
function latest(versions: readonly string[]): string {
  const [first = '', ...others] = versions;
  return others.reduce((best, version) => (compareVersions(version, best) > 0 ? version : best), first);
}

/** Below 0 where the first version is the older one. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number)) as [number[], number[]];
  return a.map((part, i) => part - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
