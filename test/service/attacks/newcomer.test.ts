import { type Cycle, cycles } from './attack';
import { equationsOf } from './equations';
import { guess } from './guess';
import { COURSE, type Course, valueOf } from './history';
import { without } from './switches';
import { countOf } from '../../depth';

jest.mock('../../../src/service/release/audit', () =>
  jest.requireActual<typeof import('./switches')>('./switches').auditSwitch(),
);
jest.mock('../../../src/service/release/difference', () =>
  jest.requireActual<typeof import('./switches')>('./switches').differenceSwitch(),
);

/** Nobody leaves or corrects; before every release one contributor comes. */
const ONE_BY_ONE: Course = {
  ...COURSE,
  contributors: [8, 45],
  releases: [3, 6],
  arrivals: [1, 1],
  corrections: 0,
  withdrawals: 0,
  domainsOnly: 0,
  domains: { ONE: ['ONE-01', 'ONE-02'] },
};

const CYCLES = countOf('newcomerCycles');

/** How many newcomers' levels are guessed right: with everything that was published, and with the newest mean alone. */
function hits(all: readonly Cycle[]): {
  readonly tried: number;
  readonly solved: number;
  readonly blind: number;
} {
  const result = { tried: 0, solved: 0, blind: 0 };
  for (const { history, published } of all) {
    const equations = equationsOf(history, published, 'ONE-01');
    const middle = equations.filter(({ cell, mean }) => cell === 'all' && mean !== undefined).at(-1)?.mean;
    if (middle === undefined) continue;
    const guesses = guess(equations, middle);
    history.lines.forEach((line, row) => {
      const level = valueOf(line, 'ONE-01');
      if (line.first === 1 || level === null) return;
      result.tried += 1;
      result.solved += Number(nearest(guesses[row]!) === level);
      result.blind += Number(nearest(middle) === level);
    });
  }
  return result;
}

const nearest = (value: number): number => 100 * Math.max(0, Math.min(5, Math.round(value / 100)));

test('a newcomer’s level is hardly guessed better with all releases than with one mean', () => {
  const { tried, solved, blind } = hits(cycles(CYCLES, ONE_BY_ONE));
  expect(tried).toBeGreaterThan(1.5 * CYCLES);
  expect((solved - blind) / tried).toBeLessThan(0.02);
});

test('without the differences and the audit most newcomers’ levels are told exactly', () => {
  const { tried, solved, blind } = hits(without(['difference', 'audit'], () => cycles(250, ONE_BY_ONE)));
  expect(solved / tried).toBeGreaterThan(0.5);
  expect((solved - blind) / tried).toBeGreaterThan(0.2);
});
