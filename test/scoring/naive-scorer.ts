import type { ItemInput } from '../../src/scoring/answer';

/** An exact rational number: what a mean is before anybody rounds it. Always in lowest terms, denominator above 0. */
export class Ratio {
  private constructor(
    readonly top: bigint,
    readonly bottom: bigint,
  ) {}

  static of(top: number | bigint, bottom: number | bigint = 1): Ratio {
    const divisor = gcd(BigInt(top), BigInt(bottom));
    return new Ratio(BigInt(top) / divisor, BigInt(bottom) / divisor);
  }

  plus(other: Ratio): Ratio {
    return Ratio.of(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }

  over(divisor: number): Ratio {
    return Ratio.of(this.top, this.bottom * BigInt(divisor));
  }

  /** Integer hundredths, half away from zero: whole hundredths, and one more when the rest is a half or above. */
  hundredths(): number {
    const scaled = this.top * 100n;
    const whole = scaled / this.bottom;
    const rest = scaled - whole * this.bottom;
    return Number(rest * 2n >= this.bottom ? whole + 1n : whole);
  }

  toString(): string {
    return `${this.top}/${this.bottom}`;
  }
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a === 0n ? 1n : a) : gcd(b, a % b);
}

export interface NaiveItem {
  readonly id: string;
  readonly domain: string;
  readonly input: ItemInput;
}

/** The measures of design section 2, written a second time from its text: one loop a measure, no cleverness shared. */
export function naiveMeasures(items: readonly NaiveItem[]) {
  let applicable = 0;
  let unknown = 0;
  let na = 0;
  let blank = 0;
  let invalid = 0;
  const levels: number[] = [];
  for (const { input } of items) {
    if (input.answer.state !== 'na') applicable += 1;
    if (input.answer.state === 'unknown') unknown += 1;
    if (input.answer.state === 'na') na += 1;
    if (input.answer.state === 'blank') blank += 1;
    if (input.answer.state === 'invalid') invalid += 1;
    if (input.answer.state === 'rated') levels.push(input.answer.level);
  }
  levels.sort((a, b) => a - b);
  const rated = levels.length;
  let total = 0;
  for (const level of levels) total += level;
  return {
    items: items.length,
    applicable,
    rated,
    coverage: applicable === 0 ? null : Ratio.of(rated, applicable),
    mean: rated === 0 ? null : Ratio.of(total, rated),
    median: middle(levels),
    floor: levels[0] ?? null,
    levels: [0, 1, 2, 3, 4, 5].map((level) => levels.filter((one) => one === level).length),
    unknown,
    na,
    blank,
    invalid,
    level: staged(items),
    low: applicable === 0 ? null : Ratio.of(total, applicable),
    high: applicable === 0 ? null : Ratio.of(total + 5 * (applicable - rated), applicable),
    ...targets(items),
  };
}
export type NaiveMeasures = ReturnType<typeof naiveMeasures>;

function middle(sorted: readonly number[]): Ratio | null {
  if (sorted.length === 0) return null;
  const half = sorted.length / 2;
  if (Number.isInteger(half)) return Ratio.of(sorted[half - 1]! + sorted[half]!, 2);
  return Ratio.of(sorted[Math.floor(half)]!);
}

/** The highest L with every applicable item rated L or above; open while one is not rated; none if nothing applies. */
function staged(items: readonly NaiveItem[]): number | 'open' | null {
  const applicable = items.filter(({ input }) => input.answer.state !== 'na');
  if (applicable.length === 0) return null;
  if (applicable.some(({ input }) => input.answer.state !== 'rated')) return 'open';
  let highest = 0;
  for (const level of [1, 2, 3, 4, 5]) {
    const all = applicable.every(
      ({ input }) => input.answer.state === 'rated' && input.answer.level >= level,
    );
    if (all) highest = level;
  }
  return highest;
}

/** Target: mean over applicable items that have one. Gap and percent: over rated items that have one. */
function targets(items: readonly NaiveItem[]) {
  let aimed = 0;
  let aims = 0;
  let compared = 0;
  let gaps = 0;
  let comparedAims = 0;
  for (const { input } of items) {
    if (input.target === null || input.answer.state === 'na') continue;
    aimed += 1;
    aims += input.target;
    if (input.answer.state !== 'rated') continue;
    compared += 1;
    comparedAims += input.target;
    if (input.target > input.answer.level) gaps += input.target - input.answer.level;
  }
  return {
    target: aimed === 0 ? null : Ratio.of(aims, aimed),
    gap: compared === 0 ? null : Ratio.of(gaps, compared),
    percentToTarget: comparedAims === 0 ? null : Ratio.of(comparedAims - gaps, comparedAims),
  };
}

/** Domains, the whole, and the roadmap in its order. */
export function naiveScores(items: readonly NaiveItem[]) {
  const ids = [...new Set(items.map(({ domain }) => domain))];
  const domains = new Map(
    ids.map((id) => [id, naiveMeasures(items.filter(({ domain }) => domain === id))] as const),
  );
  const counted = [...domains.values()].filter(({ applicable }) => applicable > 0);
  const means = counted.map(({ mean }) => mean).filter((mean) => mean !== null);
  const levels = counted.map(({ level }) => level);
  return {
    domains,
    all: naiveMeasures(items),
    composite: means.length < counted.length ? ('open' as const) : meanOf(means),
    low: meanOf(counted.map(({ low }) => low!)),
    high: meanOf(counted.map(({ high }) => high!)),
    level: levels.length === 0 ? null : levels.includes('open') ? 'open' : Math.min(...levels.map(Number)),
    roadmap: naiveRoadmap(items),
  };
}

function meanOf(ratios: readonly Ratio[]): Ratio | null {
  if (ratios.length === 0) return null;
  let sum = Ratio.of(0);
  for (const ratio of ratios) sum = sum.plus(ratio);
  return sum.over(ratios.length);
}

/** Largest gap first; then whom raising would free the domain's floor most; then as the rubric has them. */
function naiveRoadmap(items: readonly NaiveItem[]): string[] {
  const ranked = items.map((item, order) => ({
    id: item.id,
    gap: gapOf(item),
    gain: gainOf(item, items),
    order,
  }));
  return ranked
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap || b.gain - a.gain || a.order - b.order)
    .map(({ id }) => id);
}

const gapOf = ({ input: { answer, target } }: NaiveItem): number =>
  answer.state === 'rated' && target !== null && target > answer.level ? target - answer.level : 0;

function gainOf({ domain, input: { answer } }: NaiveItem, items: readonly NaiveItem[]): number {
  if (answer.state !== 'rated' || answer.level === 5) return 0;
  let atLevel = 0;
  for (const other of items) {
    if (other.domain !== domain || other.input.answer.state !== 'rated') continue;
    if (other.input.answer.level < answer.level) return 0;
    if (other.input.answer.level === answer.level) atLevel += 1;
  }
  return Math.floor(100 / atLevel);
}
