import fc from 'fast-check';
import type { Release, ReleaseMeasure } from '../../../src/rubric/release';
import type { Edition } from '../../../src/service/report/edition';
import { summary } from '../../../src/service/report/summary';
import { jsp } from '../../load-rubric';
import { EDITIONS } from './editions';
import { inventRelease } from './fixture-release';

const textOf = (edition: Edition): string => summary(edition).text.replace(/<[^>]+>/g, ' ');

const HIDDEN = { hidden: 'few' } as const;
const hundredths = fc.integer({ min: 20, max: 90 }).map((step) => step * 5);
const measure: fc.Arbitrary<ReleaseMeasure> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      answers: fc.constant('15+'),
      mean: hundredths,
      median: hundredths,
      margin: fc.integer({ min: 1, max: 20 }).map((step) => step * 5),
    }),
  },
  { weight: 1, arbitrary: fc.constant(HIDDEN) },
);

test('a domain is called strongest or weakest exactly where its interval overlaps no other', () => {
  fc.assert(
    fc.property(fc.tuple(measure, measure, measure, measure), (measures) => {
      const text = textOf({ ...EDITIONS.small, release: withDomains(measures) });
      const whole = measures.flatMap((one) => ('hidden' in one ? [] : one));
      const clear = (sign: number) =>
        whole.length === 4 &&
        whole.some((one) =>
          whole.every(
            (other) => other === one || sign * (one.mean! - other.mean!) > one.margin! + other.margin!,
          ),
        );
      expect(/is the strongest/.test(text)).toBe(clear(1));
      expect(/is the weakest/.test(text)).toBe(clear(-1));
      // Where no domain is shown at all, nothing is said of domains.
      expect(/none is called strongest or weakest/.test(text)).toBe(whole.length > 0 && whole.length < 4);
    }),
    { numRuns: 300, examples: [[[HIDDEN, HIDDEN, HIDDEN, HIDDEN]]] },
  );
});

test('says nothing of change where there is no cycle before, or another rubric', () => {
  expect(textOf({ ...EDITIONS.small, former: null })).toContain('no release of an earlier cycle');
  const other = { ...EDITIONS.small.former, rubric: { id: 'other', versions: ['1.0.0'] } };
  expect(textOf({ ...EDITIONS.small, former: other })).toContain('asked other questions');
});

test('two samples of the same organizations are told apart about as often as chance would', () => {
  const counts = Array.from({ length: 40 }, (_, at) => {
    const release = inventRelease({ rows: 17, seed: 1000 + at });
    const former = inventRelease({ rows: 17, seed: 2000 + at, id: 'r2', cycle: '2025' });
    const [, judged, differing] = /Of (\d+) figures[^.]*?, (none|\d+) /.exec(
      textOf({ ...EDITIONS.small, release, former }),
    )!;
    return [Number(judged), differing === 'none' ? 0 : Number(differing)] as const;
  });
  const judged = counts.reduce((sum, [of]) => sum + of, 0);
  const differing = counts.reduce((sum, [, some]) => sum + some, 0);
  expect(judged).toBeGreaterThan(1600);
  expect(differing / judged).toBeLessThan(0.06);
});

test('names the changes that are larger than their uncertainty, and what chance would bring', () => {
  const release = withDomains(
    jsp.domains.map(() => ({ answers: '15+', mean: 300, median: 300, margin: 20 })),
  );
  const text = textOf({ ...EDITIONS.small, release });
  expect(text).toMatch(/Of 46 figures that can be compared with cycle 2025, 5 differ by more/);
  expect(text).toContain(
    'Higher: Organizational Structure, Risk Management, Design Control, Complaint Handling',
  );
  expect(text).toMatch(/By chance alone, about 2 of 46/);
});

test('speaks of a half between the quartiles only where rounding has left two of them', () => {
  expect(textOf(EDITIONS.small)).toContain('About half of them lie between 1.30 and 2.05');
  const all = EDITIONS.small.release.cells['all'];
  if (all === undefined || 'hidden' in all) throw new Error('The fixture has figures');
  const composite = { answers: '15+', mean: 150, p25: 150, median: 150, p75: 150, margin: 30 };
  const text = textOf({
    ...EDITIONS.small,
    release: { ...EDITIONS.small.release, cells: { all: { ...all, composite } } },
  });
  expect(text).toContain('Rounded, both quartiles are 1.50');
  expect(text).not.toContain('About half');
});

test('with seven contributors it claims no interval, no strongest domain and no order of items', () => {
  const text = textOf(EDITIONS.tiny);
  expect(text).toContain('Below 10 answers no interval is given');
  expect(text).toContain('none is called strongest or weakest');
  expect(text).not.toMatch(/95 % interval from|is the strongest|The intervals of these two/);
});

test('with too few contributors it shows no figure at all', () => {
  const text = textOf(EDITIONS.empty);
  expect(text).toContain('no figures of all contributors: fewer than 5 contributors');
  expect(text).not.toMatch(/\d\.\d/);
});

function withDomains(measures: readonly ReleaseMeasure[]): Release {
  const all = EDITIONS.small.release.cells['all'];
  if (all === undefined || 'hidden' in all) throw new Error('The fixture has figures');
  const domains = Object.fromEntries(
    jsp.domains.map(({ id }, at) => [id, measures[at] ?? { hidden: 'few' as const }]),
  );
  return { ...EDITIONS.small.release, cells: { all: { ...all, domains } } };
}
