import type { Assessment } from '../../src/assessment/assessment';
import { inputsOf } from '../../src/assessment/read-assessment';
import type { Benchmark } from '../../src/rubric/benchmark';
import type { Rubric } from '../../src/rubric/schema';
import { type Fraction, toHundredths, toNumber } from '../../src/scoring/fraction';
import { centreOf, type Position, positionOf } from '../../src/scoring/position';
import { score } from '../../src/scoring/score';
import type { Measures, Scores } from '../../src/scoring/scores';
import { buildRow } from '../../src/submission/build-row';
import { canonicalJson } from '../../src/submission/canonical';
import { figureOf } from '../../src/workbook/sheets/benchmark-sheet';
import { english as words } from '../load-words';

type Value = number | string;

/** What the sheet must show for an assessment, from `src/scoring`: '' where there is none. */
export interface ExpectedSheet {
  /** Scorecard, columns Items to Invalid, a row a domain and the overall row. */
  readonly scorecard: readonly (readonly Value[])[];
  readonly itemMean: Value;
  /** Assessment, column State: what each item's answer is read as. */
  readonly states: readonly Value[];
  /** Roadmap: ids, first to last. */
  readonly roadmap: readonly string[];
  /** The exact bytes; null where the row is refused. */
  readonly bytes: string | null;
  readonly scores: Scores;
}

export function expectedSheet(rubric: Rubric, assessment: Assessment, benchmark: Benchmark): ExpectedSheet {
  const scores = score(rubric, inputsOf(assessment));
  const { overall } = scores;
  const mean = overall.composite;
  const total = {
    ...overall,
    mean: mean === 'open' ? null : mean,
    low: overall.compositeLow,
    high: overall.compositeHigh,
  };
  const overallRow = rowOf(total, figureOf(benchmark, 'composite'));
  if (mean === 'open') overallRow[4] = words('sheet.open');
  const row = buildRow(assessment, scores, rubric, '2026', words);
  return {
    scorecard: [
      ...rubric.domains.map(({ id }) => rowOf(measuresOf(scores, id), figureOf(benchmark, id))),
      overallRow,
    ],
    itemMean: overall.mean === null ? '–' : toNumber(overall.mean),
    states: rubric.items.map(({ id }) => stateOf(assessment, id)),
    roadmap: scores.roadmap,
    bytes: row.ok ? canonicalJson(row.value) : null,
    scores,
  };
}

function stateOf({ entries }: Assessment, item: string): Value {
  const answer = entries.get(item)?.answer;
  if (!answer) throw new Error(`No answer for ${item}`);
  return answer.state === 'rated' ? answer.level : answer.state;
}

function measuresOf(scores: Scores, id: string): Measures {
  const measures = scores.domains.get(id);
  if (!measures) throw new Error(`No measures for ${id}`);
  return measures;
}

function rowOf(m: Measures, figure: ReturnType<typeof figureOf>): Value[] {
  const centre = centreOf(figure);
  const position = m.mean === null ? null : positionOf(m.mean, figure);
  return [
    m.items,
    m.applicable,
    m.rated,
    number(m.coverage),
    number(m.mean),
    number(m.median),
    m.floor ?? '',
    m.level === 'open' ? words('sheet.open') : (m.level ?? ''),
    number(m.low),
    number(m.high),
    number(m.target),
    number(m.gap),
    number(m.percentToTarget),
    centre === null ? '' : centre / 100,
    position === null ? '' : POSITIONS[position],
    ...m.histogram.levels,
    m.histogram.unknown,
    m.histogram.na,
    m.histogram.blank,
    m.histogram.invalid,
  ];
}

const number = (f: Fraction | null): Value => (f === null ? '' : toNumber(f));

const POSITIONS: Readonly<Record<Position, string>> = {
  'lowest-quarter': words('sheet.positionLowestQuarter'),
  'top-quarter': words('sheet.positionTopQuarter'),
  'below-median': words('sheet.positionBelowMedian'),
  'at-median': words('sheet.positionAtMedian'),
  'above-median': words('sheet.positionAboveMedian'),
  'below-mean': words('sheet.positionBelowMean'),
  'at-mean': words('sheet.positionAtMean'),
  'above-mean': words('sheet.positionAboveMean'),
};

/** Differences between what a sheet shows and what it must: numbers at 12 digits and at the last one shown, text to the letter. */
export function differences(
  actual: readonly (readonly unknown[])[],
  expected: readonly (readonly Value[])[],
  what: string,
): string[] {
  return expected.flatMap((row, r) =>
    row.flatMap((value, c) => {
      const found = actual[r]?.[c] ?? '';
      const same =
        typeof value === 'number' && typeof found === 'number' ? close(found, value) : found === value;
      return same ? [] : [`${what}[${r}][${c}]: ${JSON.stringify(found)} is not ${JSON.stringify(value)}`];
    }),
  );
}

/** Full precision and two decimals: 1e-12 apart at the most, and the same text when shown. */
function close(a: number, b: number): boolean {
  const shown = (x: number) => toHundredths({ n: Math.round(x * 1e9), d: 1e9 });
  return Math.abs(a - b) <= 1e-12 && shown(a) === shown(b);
}
