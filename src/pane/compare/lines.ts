import type { Assessment } from '../../assessment/assessment';
import type { Benchmark, BenchmarkFigure } from '../../rubric/benchmark';
import type { HiddenReason, ReleaseFigure, ReleaseMeasure } from '../../rubric/release';
import type { DomainId, Rubric } from '../../rubric/schema';
import type { Answer } from '../../scoring/answer';
import { type Fraction, toHundredths } from '../../scoring/fraction';
import { centreOf } from '../../scoring/position';
import type { Scores } from '../../scoring/scores';
import type { PublishedCell } from './groups';

/** Published figures of one measure in hundredths: those of a release, or as many as the plain format has. */
export type Figure = Partial<ReleaseFigure>;

/** Why a measure has no figure: a rule's reason, or that its source gives none. */
export type Withheld = HiddenReason | 'uniform' | 'unpublished';

/** One measure, the team's beside the published. `own` is null where it has no value: nothing is ever drawn as 0. */
export interface Line {
  readonly id: string;
  readonly kind: 'composite' | 'domain' | 'item';
  readonly domain: DomainId | null;
  /** Empty for the composite, which the catalogue names. */
  readonly name: string;
  readonly own: Fraction | null;
  readonly low: Fraction | null;
  readonly high: Fraction | null;
  readonly target: Fraction | null;
  /** Of an item only. */
  readonly answer: Answer | null;
  readonly figure: Figure;
  readonly withheld: Withheld | null;
  /** Means of published reports, to be shown beside and never counted in. */
  readonly references: readonly Reference[];
}

export interface Reference {
  readonly title: string;
  /** Which report it is of, counted from 0: each has a line of its own look. */
  readonly report: number;
  /** Hundredths. */
  readonly mean: number;
}

export interface LineSource {
  readonly rubric: Rubric;
  readonly assessment: Assessment;
  readonly scores: Scores;
  /** A group of a release, or what the workbook keeps. */
  readonly figures: PublishedCell | Benchmark;
  readonly published: readonly Benchmark[];
}

/** Every measure in the rubric's order: the composite, the domains, the items. */
export function linesOf(source: LineSource): readonly Line[] {
  const { rubric, assessment, scores, figures } = source;
  const { overall } = scores;
  const composite: Line = {
    ...{ id: 'composite', kind: 'composite', domain: null, name: '', answer: null },
    own: overall.composite === 'open' ? null : overall.composite,
    ...{ low: overall.compositeLow, high: overall.compositeHigh, target: overall.target },
    ...shown(figures.composite),
    references: referencesTo(source, (report) => report.composite),
  };
  const domains = rubric.domains.map(({ id, name }): Line => {
    const measures = scores.domains.get(id);
    if (!measures) throw new Error(`No scores for domain ${id}`);
    const { mean, low, high, target } = measures;
    return {
      ...{ id, kind: 'domain', domain: id, name, answer: null, own: mean, low, high, target },
      ...shown(figures.domains[id]),
      references: referencesTo(source, (report) => report.domains[id]),
    };
  });
  const items = rubric.items.map(({ id, title, domain }): Line => {
    const { answer, target } = assessment.entries.get(id) ?? { answer: { state: 'blank' }, target: null };
    return {
      ...{ id, kind: 'item', domain, name: title, answer, low: null, high: null },
      own: answer.state === 'rated' ? { n: answer.level, d: 1 } : null,
      // What is not applicable has left every score, its target too.
      target: target === null || answer.state === 'na' ? null : { n: target, d: 1 },
      ...shown(figures.items[id]),
      references: referencesTo(source, (report) => report.items[id]),
    };
  });
  return [composite, ...domains, ...items];
}

/** How far the published median (else mean) is above the team's value, in hundredths; null where either is missing. */
export function leadOf({ own, figure }: Line): number | null {
  const centre = centreOf(figure);
  return own === null || centre === null ? null : centre - toHundredths(own);
}

/** The items by the lead of the published figures, largest first, behind the rest; what cannot be compared comes last, ties keep their order. */
export function byLead(lines: readonly Line[]): readonly Line[] {
  const lead = (line: Line) => leadOf(line) ?? -Infinity;
  const items = lines.filter(({ kind }) => kind === 'item');
  return [
    ...lines.filter(({ kind }) => kind !== 'item'),
    // Two infinities give no number.
    ...items.sort((a, b) => lead(b) - lead(a) || 0),
  ];
}

function shown(measure: ReleaseMeasure | BenchmarkFigure | undefined): Pick<Line, 'figure' | 'withheld'> {
  if (measure === undefined) return { figure: {}, withheld: 'unpublished' };
  if ('hidden' in measure) return { figure: {}, withheld: measure.hidden };
  if (centreOf(measure) !== null) return { figure: measure, withheld: null };
  return { figure: measure, withheld: 'uniform' in measure ? 'uniform' : 'unpublished' };
}

/** A report is no reference to itself. */
const referencesTo = (
  { published, figures }: LineSource,
  figureIn: (report: Benchmark) => BenchmarkFigure | undefined,
): readonly Reference[] =>
  published.flatMap((report, i) => {
    const mean = figureIn(report)?.mean;
    const itself = 'id' in figures && report.id === figures.id;
    return mean === undefined || itself ? [] : [{ title: report.title, report: i, mean }];
  });
