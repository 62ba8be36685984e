import fc from 'fast-check';
import type { Release, ReleaseFigure } from '../../../src/rubric/release';
import { changesSince } from '../../../src/service/report/changes';
import { extremesOf } from '../../../src/service/report/extremes';
import { pairsApart, standingOf } from '../../../src/service/report/standing';
import { SMALL } from './fixture-release';

const score = fc.integer({ min: 0, max: 100 }).map((step) => step * 5);
const margin = fc.integer({ min: 1, max: 40 }).map((step) => step * 5);
const figure: fc.Arbitrary<ReleaseFigure> = fc.record(
  { answers: fc.constant('15+'), mean: score, median: score, margin },
  { requiredKeys: ['answers'] },
);
const maybe = fc.oneof({ weight: 6, arbitrary: figure }, { weight: 1, arbitrary: fc.constant(null) });
const named = (least: number, most: number) =>
  fc
    .array(maybe, { minLength: least, maxLength: most })
    .map((figures) => figures.map((one, at) => ({ id: `X-${at}`, figure: one })));

const overlap = (a: ReleaseFigure, b: ReleaseFigure): boolean =>
  Math.abs(a.mean! - b.mean!) <= a.margin! + b.margin!;

test('what is called highest or lowest overlaps with nothing, and nothing is hidden beside it', () => {
  fc.assert(
    fc.property(named(2, 6), (all) => {
      const found = standingOf(all);
      const whole = all.every(({ figure: one }) => one?.mean !== undefined && one.margin !== undefined);
      expect(found.known).toBe(whole);
      if (!found.known) return;
      for (const [id, sign] of [
        [found.highest, 1],
        [found.lowest, -1],
      ] as const) {
        const one = all.find((other) => other.id === id);
        const clear = (candidate: (typeof all)[number]) =>
          all.every(
            (other) =>
              other === candidate ||
              (!overlap(candidate.figure!, other.figure!) &&
                sign * (candidate.figure!.mean! - other.figure!.mean!) > 0),
          );
        expect(one ? clear(one) : !all.some(clear)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('intervals that touch do not stand apart', () => {
  const of = (mean: number) => ({ answers: '15+', mean, margin: 20 });
  expect(
    standingOf([
      { id: 'A', figure: of(140) },
      { id: 'B', figure: of(180) },
    ]),
  ).toEqual({
    known: true,
    highest: null,
    lowest: null,
  });
  expect(
    standingOf([
      { id: 'A', figure: of(140) },
      { id: 'B', figure: of(185) },
    ]),
  ).toEqual({
    known: true,
    highest: 'B',
    lowest: 'A',
  });
});

test('pairs are counted over what has an interval only', () => {
  const of = (mean: number) => ({ answers: '15+', mean, margin: 10 });
  const all = [
    { id: 'A', figure: of(100) },
    { id: 'B', figure: of(105) },
    { id: 'C', figure: of(300) },
    { id: 'D', figure: null },
  ];
  expect(pairsApart(all)).toEqual({ apart: 2, pairs: 3 });
});

test('the ends of the items are the ends: nothing unnamed lies beyond them or level with them', () => {
  fc.assert(
    fc.property(named(0, 44), (all) => {
      const found = extremesOf(all);
      if (found === null) return;
      const means = all.flatMap(({ figure: one }) => one?.mean ?? []);
      for (const [end, sign] of [
        [found.lowest, 1],
        [found.highest, -1],
      ] as const) {
        expect(end.items.length).toBeLessThanOrEqual(5);
        const farthest = sign > 0 ? Math.min(...means) : Math.max(...means);
        expect(end.mean).toBe(farthest);
        expect(end.sharing).toBe(means.filter((mean) => mean === farthest).length);
        if (end.items.length === 0) expect(end.sharing).toBeGreaterThan(5);
        const edge = end.items.at(-1)?.mean;
        const within = edge === undefined ? 0 : means.filter((mean) => sign * (mean - edge) <= 0).length;
        expect(within).toBe(end.items.length);
      }
      const both = [...found.lowest.items, ...found.highest.items].map(({ id }) => id);
      expect(new Set(both).size).toBe(both.length);
      expect(found.unranked).toBe(all.length - means.length);
      if (found.apart)
        for (const low of found.lowest.items)
          for (const high of found.highest.items) expect(overlap(low.figure, high.figure)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('a change is called one only where it is larger than its uncertainty', () => {
  fc.assert(
    fc.property(maybe, maybe, (before, now) => {
      const [change] = changesSince(withComposite(now), withComposite(before), ['composite']);
      const whole = [before, now].every((one) => one?.mean !== undefined && one.margin !== undefined);
      if (!whole) {
        expect(change?.verdict).toBe('unknown');
        expect(change?.margin).toBeNull();
        return;
      }
      const difference = now!.mean! - before!.mean!;
      const uncertainty = Math.hypot(now!.margin!, before!.margin!);
      const distinct = Math.abs(difference) > uncertainty + 1e-9;
      expect(change?.verdict).toBe(distinct ? (difference > 0 ? 'higher' : 'lower') : 'same');
      expect(change?.difference).toBe(difference);
      expect(change?.margin).toBeGreaterThanOrEqual(uncertainty - 1e-9);
    }),
    { numRuns: 500 },
  );
});

function withComposite(figure: ReleaseFigure | null): Release {
  const all = SMALL.cells['all'];
  if (all === undefined || 'hidden' in all) throw new Error('The fixture has figures');
  return { ...SMALL, cells: { all: { ...all, composite: figure ?? { hidden: 'difference' } } } };
}
