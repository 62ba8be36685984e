import type { RawCell } from '../../assessment/assessment';
import type { BenchmarkFigure } from '../../rubric/benchmark';
import { type Fraction, toNumber } from '../../scoring/fraction';
import { type Position, positionOf } from '../../scoring/position';
import type { Measures } from '../../scoring/scores';
import type { WordKey, Words } from '../../words/words';
import { BENCHMARK as B, SCORECARD as S } from '../layout';
import { spread } from '../sheets/scorecard-sheet';
import type { PlacedValue } from './placed-value';
import type { WorkbookFacts } from './workbook-facts';

type Value = string | number;

/** The Scorecard's domain rows and overall row, its tiles, and its heat map, as its formulas show them. */
export function scorecardValues(facts: WorkbookFacts): readonly PlacedValue[] {
  const { rubric, scores, words } = facts;
  const overall = overallMeasures(facts);
  const table = [...rubric.domains.map(({ id }) => scores.domains.get(id)), overall].flatMap(
    (measures, index) => (measures ? tableRow(measures, index, facts) : []),
  );
  const composite = scores.overall.composite === 'open' ? words('sheet.open') : shown(overall.mean);
  const overallRow = S.firstRow + rubric.domains.length;
  return [
    ...table.filter(({ row, column }) => row !== overallRow || column !== S.mean),
    { row: overallRow, column: S.mean, value: composite },
    ...tiles(facts, composite),
    ...heatMap(facts),
    distribution(facts),
  ];
}

/** The whole as a row of the table: its mean is the composite. */
function overallMeasures({ scores: { overall } }: WorkbookFacts): Measures {
  const { composite, compositeLow: low, compositeHigh: high } = overall;
  return { ...overall, mean: composite === 'open' ? null : composite, low, high };
}

function tableRow(m: Measures, index: number, facts: WorkbookFacts): readonly PlacedValue[] {
  const row = S.firstRow + index;
  const columns: readonly (readonly [number, Value])[] = [
    [S.items, m.items],
    [S.applicable, m.applicable],
    [S.rated, m.rated],
    [S.coverage, shown(m.coverage)],
    [S.mean, shown(m.mean)],
    [S.median, shown(m.median)],
    [S.floor, m.floor ?? ''],
    [S.level, levelShown(m, facts.words)],
    [S.low, shown(m.low)],
    [S.high, shown(m.high)],
    [S.target, shown(m.target)],
    [S.gap, shown(m.gap)],
    [S.percent, shown(m.percentToTarget)],
    ...m.histogram.levels.map((count, level) => [S.counts + level, count] as const),
    [S.unknown, m.histogram.unknown],
    [S.na, m.histogram.na],
    [S.blank, m.histogram.blank],
    [S.invalid, m.histogram.invalid],
    ...comparison(m, index, facts),
  ];
  return columns.map(([column, value]) => ({ row, column, value }));
}

/** Benchmark and position, by the figures that stand on the Benchmark sheet now; none where a figure is not of two decimals. */
function comparison(m: Measures, index: number, facts: WorkbookFacts): readonly (readonly [number, Value])[] {
  const row = B.tableRow + 1 + (index === facts.rubric.domains.length ? 0 : index + 1);
  const cells = (['mean', 'p25', 'median', 'p75'] as const).map(
    (key) => [key, facts.cells(facts.names.benchmark, row, B[key])] as const,
  );
  if (cells.some(([, { value, formula }]) => formula !== null || !isHundredths(value))) return [];
  const figure: BenchmarkFigure = Object.fromEntries(
    cells.flatMap(([key, { value }]) => (typeof value === 'number' ? [[key, Math.round(value * 100)]] : [])),
  );
  const centre = figure.median ?? figure.mean;
  const position = m.mean === null ? null : positionOf(m.mean, figure);
  return [
    [S.benchmark, centre === undefined ? '' : centre / 100],
    [S.position, position === null ? '' : facts.words(POSITIONS[position])],
  ];
}

/** ROUND would have to be followed digit by digit for anything else. */
const isHundredths = (value: RawCell): boolean =>
  typeof value !== 'number' || (value >= 0 && Math.round(value * 100) / 100 === value);

const POSITIONS: Readonly<Record<Position, WordKey>> = {
  'lowest-quarter': 'sheet.positionLowestQuarter',
  'top-quarter': 'sheet.positionTopQuarter',
  'below-median': 'sheet.positionBelowMedian',
  'at-median': 'sheet.positionAtMedian',
  'above-median': 'sheet.positionAboveMedian',
  'below-mean': 'sheet.positionBelowMean',
  'at-mean': 'sheet.positionAtMean',
  'above-mean': 'sheet.positionAboveMean',
};

function tiles(facts: WorkbookFacts, composite: Value): readonly PlacedValue[] {
  const { words, names, cells, scores } = facts;
  const { overall } = scores;
  const orNone = (value: Value): Value => (value === '' ? '–' : value);
  const row = S.tilesRow + 1;
  const benchmark = cells(names.benchmark, B.metaRow, B.metaColumn);
  const title = benchmark.value ?? '';
  return [
    { row, column: 0, value: orNone(composite) },
    { row, column: 2, value: orNone(levelShown(overall, words)) },
    { row, column: 5, value: orNone(shown(overall.coverage)) },
    { row, column: 8, value: orNone(shown(overall.compositeLow)) },
    { row, column: 11, value: orNone(shown(overall.compositeHigh)) },
    { row, column: 14, value: orNone(shown(overall.mean)) },
    ...(typeof title === 'string' && benchmark.formula === null
      ? [{ row: row + 1, column: 0, value: `${words('sheet.comparedWith')} ${title}` }]
      : []),
  ];
}

function distribution({ scores: { overall }, words }: WorkbookFacts): PlacedValue {
  const { levels, unknown, na, blank, invalid } = overall.histogram;
  const counts = new Map<number, number>([
    ...levels.map((count, level) => [S.counts + level, count] as const),
    [S.unknown, unknown],
    [S.na, na],
    [S.blank, blank],
    [S.invalid, invalid],
  ]);
  const parts = spread(words).map(([name, column]) => `${name}: ${counts.get(column) ?? 0}`);
  return { row: S.distributionRow, column: 0, value: `${words('sheet.distribution')} ${parts.join(' · ')}` };
}

function heatMap({ rubric, assessment, words }: WorkbookFacts): readonly PlacedValue[] {
  const firstRow = S.firstRow + rubric.domains.length + 5;
  const signs = { na: words('answer.na'), unknown: '?', invalid: '!', blank: '–' };
  return rubric.domains.flatMap(({ id }, index) =>
    rubric.items
      .filter((item) => item.domain === id)
      .map((item, i): PlacedValue => {
        const answer = assessment.entries.get(item.id)?.answer ?? { state: 'blank' };
        const value = answer.state === 'rated' ? answer.level : signs[answer.state];
        return { row: firstRow + index, column: 1 + i, value };
      }),
  );
}

const shown = (value: Fraction | null): Value => (value === null ? '' : toNumber(value));

const levelShown = ({ level }: Pick<Measures, 'level'>, words: Words): Value =>
  level === 'open' ? words('sheet.open') : (level ?? '');
