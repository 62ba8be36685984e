import type { ItemInput, Level } from './answer';
import { LEVELS } from './answer';
import { fraction } from './fraction';
import type { Histogram, Measures, StagedLevel } from './scores';

/** The measures of a set of items (design section 2). N/A leaves the set; what is not rated stays applicable. */
export function measure(inputs: readonly ItemInput[]): Measures {
  const histogram = histogramOf(inputs);
  const items = inputs.length;
  const applicable = items - histogram.na;
  const rated = sum(histogram.levels);
  const total = sum(histogram.levels.map((count, level) => count * level));
  const floor = rated === 0 ? null : kthLevel(histogram, 1);
  return {
    items,
    applicable,
    rated,
    coverage: fraction(rated, applicable),
    mean: fraction(total, rated),
    median: rated === 0 ? null : medianOf(histogram, rated),
    floor,
    histogram,
    level: applicable === 0 ? null : rated < applicable ? 'open' : floor,
    low: fraction(total, applicable),
    high: fraction(total + 5 * (applicable - rated), applicable),
    ...againstTarget(inputs),
  };
}

/** The least of the domain levels; open while one is open; none if no domain has anything applicable. */
export function stagedOverall(domains: readonly Pick<Measures, 'level'>[]): StagedLevel {
  const levels = domains.map((domain) => domain.level).filter((level) => level !== null);
  if (levels.length === 0) return null;
  const closed = levels.filter((level) => level !== 'open');
  return closed.length < levels.length ? 'open' : (Math.min(...closed) as Level);
}

function histogramOf(inputs: readonly ItemInput[]): Histogram {
  const levels: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0];
  const states = { unknown: 0, na: 0, blank: 0, invalid: 0 };
  for (const { answer } of inputs) {
    if (answer.state === 'rated') levels[answer.level] += 1;
    else states[answer.state] += 1;
  }
  return { levels, ...states };
}

/** The k-th smallest rated level, k from 1. */
function kthLevel(histogram: Histogram, k: number): Level {
  let seen = 0;
  for (const level of LEVELS) {
    seen += histogram.levels[level];
    if (seen >= k) return level;
  }
  throw new Error(`There is no ${k}-th rated level`);
}

function medianOf(histogram: Histogram, rated: number) {
  const lower = kthLevel(histogram, Math.floor((rated + 1) / 2));
  const upper = kthLevel(histogram, Math.floor((rated + 2) / 2));
  return { n: lower + upper, d: 2 };
}

function againstTarget(inputs: readonly ItemInput[]): Pick<Measures, 'target' | 'gap' | 'percentToTarget'> {
  const aimed = inputs.filter(({ answer, target }) => answer.state !== 'na' && target !== null);
  const compared = aimed.filter(({ answer }) => answer.state === 'rated');
  const gaps = sum(compared.map((input) => gapOf(input) ?? 0));
  const targets = sum(compared.map(({ target }) => target ?? 0));
  return {
    target: fraction(sum(aimed.map(({ target }) => target ?? 0)), aimed.length),
    gap: fraction(gaps, compared.length),
    percentToTarget: fraction(targets - gaps, targets),
  };
}

/** How far an item is below its target, in levels; overshoot earns nothing; null unless both level and target exist. */
export function gapOf({ answer, target }: ItemInput): number | null {
  return answer.state === 'rated' && target !== null ? Math.max(0, target - answer.level) : null;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
