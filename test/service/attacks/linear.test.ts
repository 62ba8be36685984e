import { attack, cycles } from './attack';
import { Chance } from './chance';
import { classesOf, solvable } from './elimination';
import { equationsOf } from './equations';
import { COURSE, measuresOf } from './history';
import { crossing, differencing, siblings } from './linear-attacks';
import { without } from './switches';
import { countOf } from '../../depth';

jest.mock('../../../src/service/release/audit', () =>
  jest.requireActual<typeof import('./switches')>('./switches').auditSwitch(),
);
jest.mock('../../../src/service/release/difference', () =>
  jest.requireActual<typeof import('./switches')>('./switches').differenceSwitch(),
);
jest.mock('../../../src/service/release/complement', () =>
  jest.requireActual<typeof import('./switches')>('./switches').complementSwitch(),
);

const MEASURES = ['rows', ...measuresOf(COURSE)];
const CYCLES = countOf('attackedCycles');
const safe = cycles(CYCLES, COURSE);
const FEW = countOf('unguardedCycles');

test('the cycles attacked are ones that publish: more than one group a release', () => {
  const releases = safe.reduce((sum, { history }) => sum + history.releases, 0);
  const groups = safe.reduce((sum, { published }) => sum + published.length, 0);
  const anew = safe.filter(({ published }) => published.some(({ release }) => release > 1)).length;
  expect(groups / releases).toBeGreaterThan(1.5);
  expect(anew).toBeGreaterThan(0.6 * CYCLES);
});

describe('differencing between any two releases of a group', () => {
  it('never comes down to fewer than five rows', () => {
    expect(attack(safe, COURSE, differencing).broken).toBe(0);
  });

  it('is stopped by the differences and the audit: without them it tells levels of one contributor', () => {
    const outcome = attack(
      without(['difference', 'audit'], () => cycles(FEW, COURSE)),
      COURSE,
      differencing,
    );
    expect(outcome.broken).toBeGreaterThan(0.7 * FEW);
    expect(outcome.exact).toBeGreaterThan(0.6 * outcome.alone);
    expect(outcome.alone).toBeGreaterThan(FEW);
  });
});

describe('total minus siblings, as any release shows them', () => {
  it('never comes down to fewer than five rows', () => {
    expect(attack(safe, COURSE, siblings).broken).toBe(0);
  });

  it('is stopped by the complement and the audit: without them it tells levels of one contributor', () => {
    const outcome = attack(
      without(['complement', 'audit'], () => cycles(FEW, COURSE)),
      COURSE,
      siblings,
    );
    expect(outcome.broken).toBeGreaterThan(0.5 * FEW);
    expect(outcome.exact).toBeGreaterThan(0);
  });

  it('is stopped by the complement more often than without it, where there is no audit', () => {
    const neither = attack(
      without(['complement', 'audit'], () => cycles(FEW, COURSE)),
      COURSE,
      siblings,
    );
    const complement = attack(
      without(['audit'], () => cycles(FEW, COURSE)),
      COURSE,
      siblings,
    );
    expect(complement.broken).toBeLessThan(neither.broken);
  });
});

describe('adding and subtracting groups across segments and releases', () => {
  it('never comes down to fewer than five rows', () => {
    expect(attack(safe, COURSE, crossing).broken).toBe(0);
  });

  it('is stopped by the audit alone, differences and complements in force', () => {
    const outcome = attack(
      without(['audit'], () => cycles(FEW, COURSE)),
      COURSE,
      crossing,
    );
    expect(outcome.broken).toBeGreaterThan(0.1 * FEW);
  });

  it('gives no equation about one or two sets of rows, with any factors', () => {
    const solved = safe.filter(({ history, published }, i) => {
      const equations = equationsOf(history, published, MEASURES[i % MEASURES.length]!);
      return (
        solvable(
          classesOf(
            equations.map(({ members }) => members),
            new Set(),
          ),
          5,
        ).length > 0
      );
    });
    expect(solved).toEqual([]);
  });
});

describe('differencing of an item through the rows that answered N/A', () => {
  const tool = (equations: Parameters<typeof crossing>[0]) => [
    ...differencing(equations),
    ...siblings(equations),
  ];

  it('works where the rules are held for rows, not for the answers of each measure', () => {
    const outcome = attack(cycles(FEW, COURSE, 'rows'), COURSE, tool);
    expect(outcome.broken).toBeGreaterThan(0.2 * FEW);
    expect(attack(safe.slice(0, FEW), COURSE, tool).broken).toBe(0);
  });
});

describe('a coalition of two contributors', () => {
  /** Cycles in which two random contributors, who know all their own revisions, narrow something down to fewer unknown rows. */
  const narrowed = (all: typeof safe, fewer: number) =>
    all.filter(({ history, published }, i) => {
      const chance = new Chance(i + 1);
      const people = history.lines.at(-1)!.person;
      const pair = [chance.between(1, people), chance.between(1, people)];
      const known = new Set(history.lines.flatMap(({ person }, row) => (pair.includes(person) ? [row] : [])));
      const equations = equationsOf(history, published, MEASURES[i % MEASURES.length]!);
      return (
        solvable(
          classesOf(
            equations.map(({ members }) => members),
            known,
          ),
          fewer,
        ).length > 0
      );
    }).length;

  it('is left with at least three rows that it does not know', () => {
    expect(narrowed(safe, 3)).toBe(0);
  });

  it('comes down to three at times: that is the threshold', () => {
    expect(narrowed(safe.slice(0, 300), 4)).toBeGreaterThan(0);
  });

  it('comes down to one or two without the audit', () => {
    expect(
      narrowed(
        without(['audit'], () => cycles(FEW, COURSE)),
        3,
      ),
    ).toBeGreaterThan(0);
  });
});
