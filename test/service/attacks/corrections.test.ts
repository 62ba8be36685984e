import { attack, cycles } from './attack';
import { classesOf, solvable } from './elimination';
import { equationsOf } from './equations';
import { COURSE, type Course } from './history';
import { crossing, differencing } from './linear-attacks';
import { without } from './switches';
import { countOf } from '../../depth';

jest.mock('../../../src/service/release/audit', () =>
  jest.requireActual<typeof import('./switches')>('./switches').auditSwitch(),
);
jest.mock('../../../src/service/release/difference', () =>
  jest.requireActual<typeof import('./switches')>('./switches').differenceSwitch(),
);
jest.mock('../../../src/service/release/membership', () =>
  jest.requireActual<typeof import('./switches')>('./switches').presentSwitch(),
);

const RESTLESS: Course = {
  ...COURSE,
  releases: [3, 5],
  corrections: 0.08,
  withdrawals: 0.06,
  domains: { ONE: ['ONE-01', 'ONE-02'] },
};
const COLLUDING: Course = { ...RESTLESS, corrections: 0.03, withdrawals: 0.03, colluders: 2 };
const CYCLES = countOf('correctedCycles');
const FEW = countOf('unguardedCycles');
const either = (equations: Parameters<typeof crossing>[0]) => [
  ...differencing(equations),
  ...crossing(equations),
];

describe('corrections and withdrawals', () => {
  const safe = cycles(CYCLES, RESTLESS);

  it('never show what fewer than five rows said before, or say now', () => {
    expect(attack(safe, RESTLESS, either).broken).toBe(0);
  });

  it('show it without the differences and the audit', () => {
    const outcome = attack(
      without(['difference', 'audit'], () => cycles(FEW, RESTLESS)),
      RESTLESS,
      differencing,
    );
    expect(outcome.broken).toBeGreaterThan(0.5 * FEW);
    expect(outcome.exact).toBeGreaterThan(0);
  });

  it('show it without the audit, differences in force', () => {
    const outcome = attack(
      without(['audit'], () => cycles(4 * FEW, RESTLESS)),
      RESTLESS,
      either,
    );
    expect(outcome.broken).toBeGreaterThan(0);
  });
});

describe('two contributors who correct their rows before every release', () => {
  /** Cycles in which they find an equation about fewer rows of others. */
  const narrowed = (all: ReturnType<typeof cycles>, fewer: number) =>
    all.filter(({ history, published }) => {
      const known = new Set(history.lines.flatMap(({ person }, row) => (person <= 2 ? [row] : [])));
      const members = equationsOf(history, published, 'rows').map((equation) => equation.members);
      return solvable(classesOf(members, known), fewer).length > 0;
    }).length;

  it('are left with at least three rows of others', () => {
    expect(narrowed(cycles(CYCLES, COLLUDING), 3)).toBe(0);
  });

  it('come down to one or two where rows that left count as cover', () => {
    expect(
      narrowed(
        without(['present'], () => cycles(5 * FEW, COLLUDING)),
        3,
      ),
    ).toBeGreaterThan(0);
  });

  it('come down to one or two without the audit', () => {
    expect(
      narrowed(
        without(['audit'], () => cycles(4 * FEW, COLLUDING)),
        3,
      ),
    ).toBeGreaterThan(0);
  });
});
