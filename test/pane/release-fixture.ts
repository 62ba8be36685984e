import type { Benchmark, BenchmarkFigure } from '../../src/rubric/benchmark';
import type { Release, ReleaseCell, ReleaseFigure, ReleaseMeasure } from '../../src/rubric/release';

const KEY = 'k'.repeat(43);

interface CellOptions {
  readonly rows: string;
  readonly asOf: string;
  /** Added to every figure, in hundredths. */
  readonly shift: number;
}

/** A release with the figures of a plain benchmark, in every state that a measure and a group can have; nobody signed it. */
export function releaseOf(benchmark: Benchmark): Release {
  return {
    schema: 'jsp-release/1',
    id: 'r2',
    cycle: '2026-4',
    rubric: { id: 'jsp', versions: ['1.0.0'] },
    made: '2026-11-20',
    previous: 'a'.repeat(64),
    rules: { leastRows: 5, fullRows: 10, leastDifference: 5, greatestShare: 90, leastAgeDays: 90 },
    cells: {
      all: cell(benchmark, { rows: '40+', asOf: 'r2', shift: 0 }),
      'organization:manufacturer': cell(benchmark, { rows: '25+', asOf: 'r1', shift: 50 }),
      'organization:hospital': { hidden: 'few' },
      'organization:other': { hidden: 'complement' },
      'size:250-4999': few(benchmark),
      'size:under-250': { hidden: 'difference' },
    },
    tree: { root: 'b'.repeat(64), capacity: 64 },
    keyId: KEY,
    signature: 's'.repeat(86),
  };
}

/** The items of the first domain show one state each; the rest has all figures. */
function cell(benchmark: Benchmark, { rows, asOf, shift }: CellOptions): ReleaseCell {
  const full = (figure: BenchmarkFigure = {}, shares: number[]): ReleaseMeasure => ({
    answers: rows,
    ...moved(figure, shift),
    margin: 25,
    shares,
  });
  const items = Object.entries(benchmark.items).map(([id, figure]): [string, ReleaseMeasure] => {
    if (id === 'ORG-02') return [id, { hidden: 'few' }];
    if (id === 'ORG-03') return [id, { answers: rows, uniform: true }];
    if (id === 'ORG-04') return [id, { hidden: 'difference' }];
    const more = id === 'ORG-05' ? { notApplicable: 20, unknown: 10 } : {};
    return [id, { ...full(figure, [10, 25, 30, 20, 10, 5]), ...more }];
  });
  const domains = Object.entries(benchmark.domains).map(
    ([id, figure]) => [id, full(figure, [15, 45, 30, 10, 0])] as const,
  );
  return {
    ...{ asOf, rows },
    composite: full(benchmark.composite, [10, 50, 30, 10, 0]),
    domains: Object.fromEntries(domains),
    items: Object.fromEntries(items),
  };
}

/** A group of 5 to 9: mean and median, and nothing else. */
function few({ composite, domains, items }: Benchmark): ReleaseCell {
  const figure = ({ mean = 0, median = 0 }: BenchmarkFigure = {}): ReleaseFigure => ({
    ...{ answers: '5-9', mean: Math.round(mean / 10) * 10, median },
  });
  const all = (figures: Benchmark['items']) =>
    Object.fromEntries(Object.entries(figures).map(([id, one]) => [id, figure(one)]));
  return {
    ...{ asOf: 'r2', rows: '5-9' },
    composite: figure(composite),
    domains: all(domains),
    items: all(items),
  };
}

function moved({ mean = 0, p25 = 0, median = 0, p75 = 0 }: BenchmarkFigure, shift: number) {
  const up = (value: number) => Math.min(500, value + shift);
  return { mean: up(mean), p25: up(p25), median: up(median), p75: up(p75) };
}
