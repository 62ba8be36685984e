import fc from 'fast-check';
import type { Rubric } from '../../src/rubric/schema';
import type { Answer, ItemInput, Level } from '../../src/scoring/answer';
import { type Fraction, toHundredths } from '../../src/scoring/fraction';
import { score } from '../../src/scoring/score';
import type { Measures } from '../../src/scoring/scores';
import { jsp } from '../load-rubric';
import { type NaiveItem, type NaiveMeasures, naiveScores, Ratio } from './naive-scorer';
import { countOf } from '../depth';

const level = fc.constantFrom<Level>(0, 1, 2, 3, 4, 5);
const rated = level.map((one): Answer => ({ state: 'rated', level: one }));
const unrated = fc.constantFrom<Answer>(
  { state: 'na' },
  { state: 'unknown' },
  { state: 'blank' },
  { state: 'invalid' },
);
const target = fc.option(level, { freq: 4 });
const inputs = (count: number): fc.Arbitrary<ItemInput[]> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: list(fc.oneof({ weight: 4, arbitrary: rated }, { weight: 1, arbitrary: unrated }), count),
    },
    { weight: 2, arbitrary: list(fc.oneof(rated, unrated), count) },
    { weight: 2, arbitrary: list(rated, count) },
    { weight: 1, arbitrary: list(unrated, count) },
    {
      weight: 1,
      arbitrary: list(fc.constantFrom<Answer>({ state: 'na' }, { state: 'rated', level: 5 }), count),
    },
  );
const list = (answer: fc.Arbitrary<Answer>, count: number) =>
  fc.array(fc.record({ answer, target }), { minLength: count, maxLength: count });

const itemsOf = (rubric: Rubric, given: readonly ItemInput[]): NaiveItem[] =>
  rubric.items.map(({ id, domain }, i) => ({ id, domain, input: given[i]! }));
const scored = (rubric: Rubric, given: readonly ItemInput[]) =>
  score(rubric, new Map(rubric.items.map(({ id }, i) => [id, given[i]!])));

const ratio = (f: Fraction | null): string | null => (f === null ? null : Ratio.of(f.n, f.d).toString());
const text = (r: Ratio | null): string | null => (r === null ? null : r.toString());

/** All measures of `src/scoring` as the naive scorer writes them. */
const plain = (m: Measures) => ({
  ...{ items: m.items, applicable: m.applicable, rated: m.rated, floor: m.floor, level: m.level },
  ...m.histogram,
  coverage: ratio(m.coverage),
  mean: ratio(m.mean),
  median: ratio(m.median),
  low: ratio(m.low),
  high: ratio(m.high),
  target: ratio(m.target),
  gap: ratio(m.gap),
  percentToTarget: ratio(m.percentToTarget),
});
const naive = (m: NaiveMeasures) => ({
  ...m,
  coverage: text(m.coverage),
  mean: text(m.mean),
  median: text(m.median),
  low: text(m.low),
  high: text(m.high),
  target: text(m.target),
  gap: text(m.gap),
  percentToTarget: text(m.percentToTarget),
});

function expectSame(rubric: Rubric, given: readonly ItemInput[]): void {
  const found = scored(rubric, given);
  const expected = naiveScores(itemsOf(rubric, given));
  for (const [id, measures] of expected.domains)
    expect(plain(found.domains.get(id)!)).toEqual(naive(measures));
  const { overall } = found;
  expect(plain({ ...overall, level: null })).toEqual(naive({ ...expected.all, level: null }));
  expect({
    composite: overall.composite === 'open' ? 'open' : ratio(overall.composite),
    low: ratio(overall.compositeLow),
    high: ratio(overall.compositeHigh),
    level: overall.level,
    roadmap: found.roadmap,
  }).toEqual({
    composite: expected.composite === 'open' ? 'open' : text(expected.composite),
    low: text(expected.low),
    high: text(expected.high),
    level: expected.level,
    roadmap: expected.roadmap,
  });
}

describe('score, against a second scorer written from the design', () => {
  it('agrees on every measure for generated answer sets of the JSP rubric', () => {
    fc.assert(
      fc.property(inputs(jsp.items.length), (given) => expectSame(jsp, given)),
      { numRuns: countOf('rationalSets'), seed: 44 },
    );
  });

  it('agrees for rubrics of any shape, items of a domain side by side or not', () => {
    const shape = fc.array(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        shape.chain((domains) => fc.tuple(fc.constant(domains), inputs(domains.length))),
        ([domains, given]) => expectSame(rubricOf(domains), given),
      ),
      { numRuns: countOf('rationalSets') / 3, seed: 8 },
    );
  });

  it('rounds every composite to hundredths as exact arithmetic does', () => {
    fc.assert(
      fc.property(list(rated, jsp.items.length), (given) => {
        const { composite } = scored(jsp, given).overall;
        const expected = naiveScores(itemsOf(jsp, given)).composite;
        if (composite === 'open' || composite === null) throw new Error('every item is rated');
        expect(toHundredths(composite)).toBe((expected as Ratio).hundredths());
      }),
      { numRuns: 500, seed: 151 },
    );
  });
});

/** A rubric of which only ids and domains matter. */
function rubricOf(domains: readonly string[]): Rubric {
  const item = jsp.items[0]!;
  return {
    ...jsp,
    domains: [...new Set(domains)].map((id) => ({ id, name: id, about: id })),
    items: domains.map((domain, i) => ({ ...item, id: `X-${i}`, domain })),
  };
}

const all = (answer: Answer, aim: Level | null = null) =>
  jsp.items.map((): ItemInput => ({ answer, target: aim }));
const where = (domain: string, then: Answer, otherwise: Answer) =>
  jsp.items.map((item): ItemInput => ({ answer: item.domain === domain ? then : otherwise, target: null }));
const three: Answer = { state: 'rated', level: 3 };
const valueOf = (f: Fraction | 'open' | null) => (f === null || f === 'open' ? f : toHundredths(f));

describe('score at the edges', () => {
  it('has no score, and no zero either, where everything is N/A', () => {
    const { overall, domains, roadmap } = scored(jsp, all({ state: 'na' }, 4));
    expect(overall).toMatchObject({ applicable: 0, rated: 0, coverage: null, mean: null, median: null });
    expect(overall).toMatchObject({ floor: null, level: null, low: null, high: null, composite: null });
    expect(overall).toMatchObject({ compositeLow: null, compositeHigh: null, target: null, gap: null });
    expect(domains.get('ORG')).toMatchObject({
      items: 10,
      applicable: 0,
      level: null,
      percentToTarget: null,
    });
    expect(roadmap).toEqual([]);
  });

  it.each<Answer['state']>(['unknown', 'blank', 'invalid'])(
    'stays open from 0 to 5 where everything is %s',
    (state) => {
      const { overall } = scored(jsp, all({ state } as Answer, 4));
      expect(overall).toMatchObject({
        applicable: 44,
        rated: 0,
        mean: null,
        floor: null,
        level: 'open',
        composite: 'open',
      });
      expect(valueOf(overall.coverage)).toBe(0);
      expect(valueOf(overall.compositeLow)).toBe(0);
      expect(valueOf(overall.compositeHigh)).toBe(500);
      expect(valueOf(overall.target)).toBe(400);
      expect(overall.gap).toBeNull();
    },
  );

  it('counts an item without input as unanswered, and ignores input for an item the rubric does not have', () => {
    const { overall } = score(jsp, new Map([['ORG-99', { answer: three, target: null }]]));
    expect(overall.histogram).toEqual({
      levels: [0, 0, 0, 0, 0, 0],
      unknown: 0,
      na: 0,
      blank: 44,
      invalid: 0,
    });
  });

  it('leaves a domain out of the composite where nothing in it applies', () => {
    const { overall, domains } = scored(jsp, where('DES', { state: 'na' }, three));
    expect(domains.get('DES')).toMatchObject({ applicable: 0, level: null, mean: null });
    expect(valueOf(overall.composite)).toBe(300);
    expect(overall).toMatchObject({ level: 3, applicable: 30 });
  });

  it('keeps the composite open while one domain has no rated item, and still gives low and high', () => {
    const { overall } = scored(jsp, where('CMP', { state: 'unknown' }, three));
    expect(overall).toMatchObject({ composite: 'open', level: 'open' });
    expect(valueOf(overall.mean)).toBe(300);
    expect(valueOf(overall.compositeLow)).toBe(225);
    expect(valueOf(overall.compositeHigh)).toBe(350);
  });

  it('keeps the level open, not the mean, while one applicable item is not rated', () => {
    const given = all(three);
    given[0] = { answer: { state: 'unknown' }, target: null };
    const { domains, overall } = scored(jsp, given);
    expect(domains.get('ORG')).toMatchObject({ level: 'open', floor: 3, rated: 9 });
    expect(domains.get('RSK')).toMatchObject({ level: 3 });
    expect(valueOf(overall.composite)).toBe(300);
    expect(overall.level).toBe('open');
  });

  it('lets one low item hold the level of its domain and of the whole', () => {
    const given = all({ state: 'rated', level: 5 });
    given[20] = { answer: { state: 'rated', level: 1 }, target: null };
    const { domains, overall } = scored(jsp, given);
    expect([...domains.values()].map((domain) => domain.level)).toEqual([5, 1, 5, 5]);
    expect(overall.level).toBe(1);
  });

  it('gives nothing for overshooting a target', () => {
    const { overall, roadmap } = scored(jsp, all({ state: 'rated', level: 5 }, 2));
    expect(valueOf(overall.gap)).toBe(0);
    expect(valueOf(overall.percentToTarget)).toBe(100);
    expect(roadmap).toEqual([]);
  });

  it('has no percent to target where all targets are 0', () => {
    expect(scored(jsp, all(three, 0)).overall.percentToTarget).toBeNull();
  });
});
