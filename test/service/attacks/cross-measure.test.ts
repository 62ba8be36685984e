import { domainStep } from '../../../src/service/release/figure-step';
import { figuresOf } from '../../../src/service/release/figures';
import { RULES } from '../../../src/service/release/rules';
import { Chance } from './chance';
import { type Answer, COURSE, type Line } from './history';
import { tallyOf } from './publish';
import { without } from './switches';

jest.mock('../../../src/service/release/figure-step', () =>
  jest.requireActual<typeof import('./switches')>('./switches').stepSwitch(),
);

/**
 * One row has gaps in a domain, all others rated all its items. The attacker knows who that is, how many rows there are,
 * which items were left out and the exact sum of every item; n x (domain mean) less the items' sums is then about that
 * row alone. `gaps`: how many of the items it left out; all: it sent domain scores only.
 */
function victimOf(chance: Chance, gaps: number, items: readonly string[], rows: number): readonly Line[] {
  return Array.from({ length: rows }, (_, row) => {
    const maturity = 0.5 + 2.5 * chance.next();
    const levels = items.map(() =>
      Math.max(0, Math.min(5, Math.round(maturity + 3 * (chance.next() - 0.5)))),
    );
    const rated = row > 0 ? levels : gaps === items.length ? levels : levels.slice(gaps);
    const mean = Math.round((100 * rated.reduce((a, b) => a + b, 0)) / rated.length);
    const answer = (i: number): Answer =>
      row > 0 || i >= gaps ? levels[i]! : gaps === items.length ? null : 'na';
    return {
      person: row + 1,
      organization: 'other',
      size: 'undisclosed',
      first: 1,
      last: null,
      items: Object.fromEntries(items.map((id, i) => [id, answer(i)])),
      domains: { ONE: mean },
      composite: mean,
    };
  });
}

/** The least and the greatest mean that the row can have, by the published mean of its domain. */
function possible(lines: readonly Line[], items: readonly string[], gaps: number) {
  const domain = { id: 'ONE', items };
  const tally = tallyOf(lines, { ...COURSE, domains: { ONE: items } });
  const few = items.filter((id) => tally.items[id]!.levels.reduce((a, b) => a + b, 0) < RULES.leastRows);
  const decision = {
    kind: 'publish' as const,
    measures: ['composite', 'ONE', ...items].filter((id) => !few.includes(id)),
    hidden: new Map(few.map((id) => [id, 'few' as const])),
  };
  const figures = figuresOf(tally, decision, { cell: 'all', domains: [domain], rules: RULES });
  const figure = figures.domains['ONE']!;
  if (!('mean' in figure) || figure.mean === undefined) throw new Error('There is no mean to start from');
  const sums = items
    .flatMap((id) => lines.map((line) => line.items[id]))
    .reduce<number>((sum, answer) => (typeof answer === 'number' ? sum + 100 * answer : sum), 0);
  const half = domainStep(tally, domain, RULES) / 2;
  const own = (mean: number) => ((lines.length * mean - sums / items.length) * items.length) / gaps;
  return {
    mean: figure.mean,
    low: Math.max(0, own(figure.mean - half)),
    high: Math.min(500, own(figure.mean + half)),
  };
}

interface Rates {
  /** Shares of guesses within 0.25 of the row's mean: by the attack, and by the group's mean alone. */
  readonly attack: number;
  readonly blind: number;
  /** Share of rows whose mean is certain to within 0.25 either way. */
  readonly certain: number;
}

function rates(tries: number, rows: readonly [number, number], share: (chance: Chance) => number): Rates {
  const counts = { attack: 0, blind: 0, certain: 0 };
  for (let seed = 1; seed <= tries; seed += 1) {
    const chance = new Chance(seed);
    const items = Array.from(
      { length: chance.between(4, 7) * 2 },
      (_, i) => `ONE-${String(i + 1).padStart(2, '0')}`,
    );
    const gaps = Math.max(1, Math.round(share(chance) * items.length));
    const lines = victimOf(chance, gaps, items, chance.between(...rows));
    const { mean, low, high } = possible(lines, items, gaps);
    const within = high - low < 50 ? (low + high) / 2 : Math.max(low + 25, Math.min(high - 25, mean));
    const truth = lines[0]!.domains['ONE']!;
    counts.attack += Number(Math.abs(within - truth) <= 25);
    counts.blind += Number(Math.abs(mean - truth) <= 25);
    counts.certain += Number(high - low <= 50 && truth >= low - 1 && truth <= high + 1);
  }
  return { attack: counts.attack / tries, blind: counts.blind / tries, certain: counts.certain / tries };
}

const SIZES = [
  [6, 9],
  [10, 24],
  [25, 49],
  [50, 75],
] as const;
/** Shares of a domain's items that the row left out: one item, any number, all (domain scores only). */
const SHARES: readonly (readonly [string, (chance: Chance) => number])[] = [
  ['one item', () => 0],
  ['any number of items', (chance) => chance.next()],
  ['all items', () => 1],
];
const CASES = SHARES.flatMap(([name, share]) => SIZES.map((rows) => ({ name, share, rows })));

test.each(CASES)(
  'the mean of a row that left out $name is hardly guessed better than from the mean of its $rows rows',
  ({ share, rows }) => {
    const { attack, blind, certain } = rates(1000, rows, share);
    expect(attack - blind).toBeLessThan(0.08);
    expect(certain).toBeLessThan(0.005);
  },
);

test.each(SIZES)(
  'with plain steps the mean of a row that sent domain scores only is told, in %i to %i rows',
  (...rows) => {
    const { attack, blind } = without(['steps'], () => rates(300, rows, () => 1));
    expect(attack - blind).toBeGreaterThan(0.15);
  },
);
