import { Chance } from './chance';

/** An item of a row: a level, or N/A, Don't know, not sent. */
export type Answer = number | 'na' | 'unknown' | null;

/** What one contributor had in the benchmark from release `first` to release `last` (null: to the end). */
export interface Line {
  readonly person: number;
  readonly organization: string;
  readonly size: string;
  readonly first: number;
  last: number | null;
  readonly items: Readonly<Record<string, Answer>>;
  /** Hundredths; a domain that nothing was rated in is null. */
  readonly domains: Readonly<Record<string, number | null>>;
  readonly composite: number | null;
}

export interface History {
  readonly lines: readonly Line[];
  readonly releases: number;
}

/** How a simulated cycle goes. Numbers are least and most; rates are a row's, at each release. */
export interface Course {
  readonly contributors: readonly [number, number];
  readonly releases: readonly [number, number];
  readonly arrivals: readonly [number, number];
  readonly corrections: number;
  readonly withdrawals: number;
  readonly notApplicable: number;
  readonly unknown: number;
  /** Of the contributors, who send domain scores only. */
  readonly domainsOnly: number;
  /** The first so many contributors correct their rows before every release. */
  readonly colluders: number;
  readonly domains: Readonly<Record<string, readonly string[]>>;
}

export const ORGANIZATIONS = [
  ['manufacturer', 55],
  ['hospital', 20],
  ['other', 15],
  ['undisclosed', 10],
] as const;
export const SIZES = [
  ['under-250', 30],
  ['250-4999', 30],
  ['5000-plus', 20],
  ['undisclosed', 20],
] as const;
export const CELLS = [
  'all',
  ...ORGANIZATIONS.map(([name]) => `organization:${name}`),
  ...SIZES.map(([name]) => `size:${name}`),
];

export const COURSE: Course = {
  contributors: [5, 75],
  releases: [2, 5],
  arrivals: [1, 12],
  corrections: 0.04,
  withdrawals: 0.03,
  notApplicable: 0.06,
  unknown: 0.03,
  domainsOnly: 0.05,
  colluders: 0,
  domains: { ONE: ['ONE-01', 'ONE-02'], TWO: ['TWO-01', 'TWO-02'] },
};

export const measuresOf = ({ domains }: Course): readonly string[] => [
  'composite',
  ...Object.keys(domains),
  ...Object.values(domains).flat(),
];

/** One cycle: some rows at the first release, then batches, corrections and withdrawals between releases. */
export function simulate(seed: number, course: Course = COURSE): History {
  const chance = new Chance(seed);
  const releases = chance.between(...course.releases);
  const contributors = chance.between(...course.contributors);
  const lines: Line[] = [];
  let people = 0;
  const arrive = (count: number, release: number) => {
    for (let i = 0; i < count && people < contributors; i += 1) {
      people += 1;
      const segment = { organization: chance.pick(ORGANIZATIONS), size: chance.pick(SIZES) };
      lines.push(lineOf(people, segment, release, chance, course));
    }
  };
  arrive(Math.ceil(contributors * (0.3 + 0.5 * chance.next())), 1);
  for (let release = 2; release <= releases; release += 1) {
    for (const line of lines.filter(({ last }) => last === null)) {
      const corrected = chance.happens(course.corrections) || line.person <= course.colluders;
      if (!corrected && !chance.happens(course.withdrawals)) continue;
      line.last = release - 1;
      if (corrected) lines.push(lineOf(line.person, line, release, chance, course));
    }
    arrive(chance.between(...course.arrivals), release);
  }
  return { lines, releases };
}

function lineOf(
  person: number,
  { organization, size }: { readonly organization: string; readonly size: string },
  first: number,
  chance: Chance,
  course: Course,
): Line {
  const maturity = 0.5 + 2.5 * chance.next();
  const answer = (): number | 'na' | 'unknown' => {
    if (chance.happens(course.notApplicable)) return 'na';
    if (chance.happens(course.unknown)) return 'unknown';
    return Math.max(0, Math.min(5, Math.round(maturity + 3 * (chance.next() - 0.5))));
  };
  const items = Object.fromEntries(
    Object.values(course.domains).flatMap((ids) => ids.map((id) => [id, answer()] as const)),
  );
  const means = Object.entries(course.domains).map(
    ([id, ids]) => [id, meanOf(ids.map((item) => items[item]!))] as const,
  );
  const present = means.map(([, mean]) => mean).filter((mean) => mean !== null);
  const open = means.some(
    ([id, mean]) => mean === null && course.domains[id]!.some((item) => items[item] === 'unknown'),
  );
  const silent = chance.happens(course.domainsOnly);
  return {
    person,
    organization,
    size,
    first,
    last: null,
    items: silent ? Object.fromEntries(Object.keys(items).map((id) => [id, null])) : items,
    domains: Object.fromEntries(means.map(([id, mean]) => [id, mean === null ? null : Math.round(mean)])),
    composite:
      open || present.length === 0 ? null : Math.round(present.reduce((a, b) => a + b, 0) / present.length),
  };
}

function meanOf(answers: readonly Answer[]): number | null {
  const levels = answers.filter((answer) => typeof answer === 'number');
  return levels.length === 0 ? null : (100 * levels.reduce((a, b) => a + b, 0)) / levels.length;
}

/** A row's value of a measure on the scale 0-5 in hundredths; null for none. */
export function valueOf({ composite, domains, items }: Line, measure: string): number | null {
  if (measure === 'composite') return composite;
  if (measure in domains) return domains[measure] ?? null;
  const answer = items[measure];
  return typeof answer === 'number' ? 100 * answer : null;
}

export const isIn = ({ organization, size }: Line, cell: string): boolean =>
  cell === 'all' || cell === `organization:${organization}` || cell === `size:${size}`;

/** The rows that a group consists of at a release. */
export const membersOf = ({ lines }: History, cell: string, release: number): readonly Line[] =>
  lines.filter((line) => line.first <= release && (line.last ?? release) >= release && isIn(line, cell));
