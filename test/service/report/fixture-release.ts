import type { Release, ReleaseCell, ReleaseFigure, ReleaseMeasure } from '../../../src/rubric/release';
import { jsp } from '../../load-rubric';
import { randomFrom } from '../../oracles/random';

export interface Invented {
  readonly rows: number;
  readonly seed: number;
  readonly id?: string;
  readonly cycle?: string;
  readonly made?: string;
  /** Moves every contributor up by so many levels. */
  readonly lift?: number;
  /** The share of contributors that send domain scores only. */
  readonly domainsOnly?: number;
}

interface Answers {
  readonly organization: string;
  readonly size: string;
  /** Levels by item; `null` is N/A. Empty: domain scores only. */
  readonly items: Readonly<Record<string, number | null>>;
  readonly domains: Readonly<Record<string, number>>;
}

export const RULES = { leastRows: 5, fullRows: 10, leastDifference: 5, greatestShare: 90, leastAgeDays: 90 };

/** How far above or below its own level a contributor answers in a domain. */
const DOMAIN_LIFT: Readonly<Record<string, number>> = { ORG: 0.35, RSK: 0, DES: -0.1, CMP: 0 };

/** A release as a service would publish of invented contributors: the same rules, simply put; never for publication. */
export function inventRelease(how: Invented): Release {
  const { rows, seed, id = 'r3', cycle = '2026', made } = how;
  const random = randomFrom(seed);
  const all = Array.from({ length: rows }, () => inventAnswers(random, how));
  return {
    schema: 'jsp-release/1',
    id,
    cycle,
    rubric: { id: jsp.id, versions: [jsp.version] },
    made: made ?? `${Number(cycle.slice(0, 4)) + 1}-04-15`,
    previous: id === 'r1' ? null : 'b'.repeat(64),
    rules: RULES,
    cells: {
      all: cellOf(all, id),
      ...segmentCells('organization', ['manufacturer', 'hospital', 'other', 'undisclosed'], all, id),
      ...segmentCells('size', ['under-250', '250-4999', '5000-plus', 'undisclosed'], all, id),
    },
    tree: { root: 'c'.repeat(64), capacity: 128 },
    keyId: 'k'.repeat(43),
    signature: 's'.repeat(86),
  };
}

function inventAnswers(random: () => number, { lift = 0, domainsOnly = 0.06 }: Invented): Answers {
  const own = 1.5 + lift + 1.3 * (random() - 0.5);
  const size = pick(random, [
    ['under-250', 0.4],
    ['250-4999', 0.35],
    ['5000-plus', 0.2],
    ['undisclosed', 0.05],
  ]);
  const organization = pick(random, [
    ['manufacturer', 0.62],
    ['hospital', 0.3],
    ['other', 0.04],
    ['undisclosed', 0.04],
  ]);
  const levels = Object.fromEntries(
    jsp.items.map((item, at) => {
      const hard =
        item.id === 'ORG-09' ? 2.6 - own - lift : 0.45 * Math.sin(at * 2.4) + DOMAIN_LIFT[item.domain]!;
      const level = Math.round(own + hard + (item.id === 'ORG-09' ? 0 : 2.2 * (random() - 0.5)));
      const skipped = random() < (item.id.endsWith('12') ? 0.7 : 0.05);
      return [item.id, skipped ? null : Math.min(5, Math.max(0, level))] as const;
    }),
  );
  const domains = Object.fromEntries(
    jsp.domains.map(({ id }) => {
      const rated = jsp.items.filter((item) => item.domain === id).flatMap((item) => levels[item.id] ?? []);
      return [id, Math.round((100 * sum(rated)) / rated.length)] as const;
    }),
  );
  return { organization, size, items: random() < domainsOnly ? {} : levels, domains };
}

function pick(random: () => number, weights: readonly (readonly [string, number])[]): string {
  let left = random();
  return weights.find(([, weight]) => (left -= weight) < 0)?.[0] ?? weights[0]![0];
}

function segmentCells(
  dimension: 'organization' | 'size',
  categories: readonly string[],
  all: readonly Answers[],
  id: string,
): Record<string, ReleaseCell> {
  const groups = categories.map((category) => all.filter((row) => row[dimension] === category));
  const few = groups.map((group) => group.length < RULES.leastRows);
  const hiddenRows = sum(groups.filter((_, at) => few[at]).map((group) => group.length));
  const next = groups
    .map((group, at) => [group.length, at] as const)
    .filter(([, at]) => !few[at])
    .sort(([a], [b]) => a - b)[0]?.[1];
  const complement = hiddenRows > 0 && hiddenRows < RULES.leastRows ? next : undefined;
  return Object.fromEntries(
    categories.map((category, at) => [
      `${dimension}:${category}`,
      few[at] ? { hidden: 'few' } : at === complement ? { hidden: 'complement' } : cellOf(groups[at]!, id),
    ]),
  );
}

function cellOf(rows: readonly Answers[], asOf: string): ReleaseCell {
  if (rows.length < RULES.leastRows) return { hidden: 'few' };
  const ids = jsp.domains.map(({ id }) => id);
  const scores = (domain: string) => rows.map((row) => row.domains[domain] ?? 0);
  return {
    asOf,
    rows: countLabelOf(rows.length),
    composite: scoreMeasure(
      rows.map((row) => Math.round(sum(ids.map((id) => row.domains[id] ?? 0)) / ids.length)),
    ),
    domains: Object.fromEntries(ids.map((id) => [id, scoreMeasure(scores(id))])),
    items: Object.fromEntries(
      jsp.items.map((item) => [item.id, itemMeasure(rows.map((row) => row.items[item.id]))]),
    ),
  };
}

function scoreMeasure(values: readonly number[]): ReleaseMeasure {
  const step = stepOf(values.length);
  const figure = figureOf(values, step, (value) => toStep(value, step));
  const bins = [0, 1, 2, 3, 4].map(
    (low) => values.filter((v) => Math.min(4, Math.floor(v / 100)) === low).length,
  );
  return values.length < RULES.fullRows
    ? figure
    : { ...figure, shares: bins.map((n) => shareOf(n, values.length)) };
}

function itemMeasure(answers: readonly (number | null | undefined)[]): ReleaseMeasure {
  const levels = answers.filter((answer): answer is number => typeof answer === 'number');
  if (levels.length < RULES.leastRows) return { hidden: 'few' };
  const counts = [0, 1, 2, 3, 4, 5].map((level) => levels.filter((one) => one === level).length);
  if (Math.max(...counts) * 100 > RULES.greatestShare * levels.length)
    return { answers: countLabelOf(levels.length), uniform: true };
  const figure = figureOf(
    levels.map((level) => level * 100),
    stepOf(levels.length),
    (value) => value,
  );
  if (levels.length < RULES.fullRows) return figure;
  const na = Math.floor((10 * answers.filter((answer) => answer === null).length) / answers.length) * 10;
  return {
    ...figure,
    shares: counts.map((n) => shareOf(n, levels.length)),
    ...(na > 0 ? { notApplicable: na } : {}),
  };
}

function figureOf(
  values: readonly number[],
  step: number,
  quantile: (value: number) => number,
): ReleaseFigure {
  const n = values.length;
  const mean = sum(values) / n;
  const basic = {
    answers: countLabelOf(n),
    mean: toStep(mean, step),
    median: quantile(quantileOf(values, 0.5)),
  };
  if (n < RULES.fullRows) return basic;
  const deviation = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (n - 1));
  return {
    ...basic,
    p25: quantile(quantileOf(values, 0.25)),
    p75: quantile(quantileOf(values, 0.75)),
    // 2.1 is near enough to Student's t for what is invented here.
    margin: Math.max(5, Math.ceil((2.1 * deviation) / Math.sqrt(n) / 5) * 5),
  };
}

/** Type 7 of Hyndman and Fan, as `percentile_cont`. */
function quantileOf(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = p * (sorted.length - 1);
  const low = sorted[Math.floor(at)]!;
  return Math.round(low + (at - Math.floor(at)) * (sorted[Math.ceil(at)]! - low));
}

const stepOf = (n: number): number => (n < 10 ? 10 : n < 50 ? 5 : 1);
const toStep = (value: number, step: number): number => Math.round(value / step) * step;
const shareOf = (n: number, of: number): number => Math.round((20 * n) / of) * 5;
const countLabelOf = (n: number): string => (n < 10 ? '5-9' : `${Math.floor(n / 5) * 5}+`);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Seventeen contributors (`15+`) after a cycle of forty-five, nothing special. */
export const SMALL = inventRelease({ rows: 17, seed: 17 });
export const LARGE = inventRelease({ rows: 45, seed: 45, lift: 0.5 });
/** Seven: no quartiles, no intervals, no segments, many items hidden. */
export const TINY = inventRelease({ rows: 7, seed: 8, id: 'r1', domainsOnly: 0.35 });
export const EMPTY = inventRelease({ rows: 3, seed: 3, id: 'r1' });
export const FORMER = inventRelease({ rows: 17, seed: 11, id: 'r2', cycle: '2025' });
export const HASH = 'a1'.repeat(32);
