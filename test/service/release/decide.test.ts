import { decide, type Decision, type Question } from '../../../src/service/release/decide';
import type { Atom } from '../../../src/service/release/ledger';
import { RULES } from '../../../src/service/release/rules';

const CELLS = ['all', 'organization:a', 'organization:b', 'organization:c', 'size:s', 'size:t'];
const MEASURES = ['composite', 'X', 'X-01'];

function atom(organization: string, rows: number, more: Partial<Atom> = {}): Atom {
  const answered = Object.fromEntries(MEASURES.map((id) => [id, rows]));
  return { first: 1, last: null, organization, size: 's', rows, answered, ...more };
}

const ask = (atoms: readonly Atom[], more: Partial<Question> = {}) =>
  decide({ atoms, versions: [], release: 1, cells: CELLS, measures: MEASURES, rules: RULES, ...more });

const everything = { kind: 'publish', measures: MEASURES, hidden: new Map() };
const hidden = (reason: string) => ({ kind: 'hidden', reason });
const version = (cell: string, release: number, measures = MEASURES) => ({
  cell,
  release,
  measures: [...measures],
});
const reasonsOf = (decision: Decision | undefined) =>
  decision?.kind === 'publish' ? Object.fromEntries(decision.hidden) : decision;

describe('a first release', () => {
  it('publishes what is large enough and answers in the order asked', () => {
    const decisions = ask([atom('a', 9), atom('b', 6)]);
    expect([...decisions.keys()]).toEqual(CELLS);
    for (const cell of ['all', 'organization:a', 'organization:b', 'size:s']) {
      expect(decisions.get(cell)).toEqual(everything);
    }
  });

  it('shows no and too few rows alike', () => {
    const decisions = ask([atom('a', 4)]);
    expect(new Set([...decisions.values()].map((decision) => JSON.stringify(decision)))).toEqual(
      new Set([JSON.stringify(hidden('few'))]),
    );
  });

  it('hides the next smallest beside a small category', () => {
    const decisions = ask([atom('a', 20), atom('b', 6), atom('c', 3)]);
    expect(decisions.get('organization:a')).toEqual(everything);
    expect(decisions.get('organization:b')).toEqual(hidden('complement'));
    expect(decisions.get('organization:c')).toEqual(hidden('few'));
  });

  it('counts a category that nobody asked for as hidden', () => {
    const cells = ['all', 'organization:a', 'organization:b'];
    const decisions = ask([atom('a', 20), atom('b', 6), atom('strange', 3)], { cells });
    expect(decisions.get('organization:b')).toEqual(hidden('complement'));
  });

  it('judges each measure by its own answers', () => {
    const decisions = ask([
      atom('a', 9, { answered: { composite: 9, X: 4, 'X-01': 9 } }),
      atom('b', 9, { answered: { composite: 6, X: 9, 'X-01': 2 } }),
      atom('c', 9, { answered: { composite: 9, X: 9, 'X-01': 3 } }),
    ]);
    expect(reasonsOf(decisions.get('organization:a'))).toEqual({ X: 'few' });
    expect(reasonsOf(decisions.get('organization:b'))).toEqual({ 'X-01': 'few' });
    expect(reasonsOf(decisions.get('organization:c'))).toEqual({ X: 'complement', 'X-01': 'few' });
  });
});

describe('a later release', () => {
  const versions = ['all', 'organization:a', 'size:s'].map((cell) => version(cell, 1));
  const later = (atoms: readonly Atom[], more: Partial<Question> = {}) =>
    ask(atoms, { versions, release: 2, ...more });
  const before = [atom('a', 11), atom('b', 2), atom('c', 3)];

  it('keeps the old figures where nothing changed', () => {
    const decisions = later(before);
    expect(decisions.get('all')).toEqual({ kind: 'keep', release: 1 });
    expect(decisions.get('organization:b')).toEqual(hidden('few'));
  });

  it('keeps them as well where fewer than five came', () => {
    const decisions = later([...before, atom('a', 4, { first: 2 })]);
    expect(decisions.get('all')).toEqual({ kind: 'keep', release: 1 });
    expect(decisions.get('organization:a')).toEqual({ kind: 'keep', release: 1 });
  });

  it('publishes anew where five came', () => {
    const decisions = later([...before, atom('a', 5, { first: 2 })]);
    expect(decisions.get('all')).toEqual(everything);
    expect(decisions.get('organization:a')).toEqual(everything);
  });

  it('does not publish all +6 beside a segment +5', () => {
    const decisions = later([...before, atom('a', 5, { first: 2 }), atom('b', 1, { first: 2 })]);
    expect(decisions.get('all')).toEqual(everything);
    expect(decisions.get('organization:a')).toEqual({ kind: 'keep', release: 1 });
  });

  it('keeps old figures where one row went, even with five new ones', () => {
    const [, b, c] = before as [Atom, Atom, Atom];
    const decisions = later([atom('a', 10), atom('a', 1, { last: 1 }), b, c, atom('a', 5, { first: 2 })]);
    expect(decisions.get('organization:a')).toEqual({ kind: 'keep', release: 1 });
  });

  it('keeps old figures of a group that has become too small', () => {
    const decisions = later([atom('a', 3), atom('a', 8, { last: 1 }), atom('b', 2), atom('c', 3)]);
    expect(decisions.get('organization:a')).toEqual({ kind: 'keep', release: 1 });
  });

  it('compares with every earlier version, not only the last', () => {
    // From 1 to 3 one row came and none went; from 2 to 3 five came and six went.
    const atoms = [atom('a', 20), atom('a', 6, { first: 2, last: 2 }), atom('a', 1, { first: 3 })];
    const all = [version('all', 1), version('all', 2)];
    expect(ask(atoms, { versions: all, release: 3 }).get('all')).toEqual({ kind: 'keep', release: 2 });
  });

  it('hides a measure that too few of the new rows answered', () => {
    const measures = ['composite', 'X', 'X-01', 'X-02'];
    const answered = { composite: 11, X: 11, 'X-01': 11, 'X-02': 11 };
    const decisions = ask(
      [
        atom('a', 11, { answered }),
        atom('a', 5, { first: 2, answered: { composite: 5, X: 5, 'X-01': 4, 'X-02': 5 } }),
      ],
      { measures, versions: [version('all', 1, measures)], release: 2 },
    );
    expect(reasonsOf(decisions.get('all'))).toEqual({ 'X-01': 'difference' });
  });

  it('keeps old figures that the new ones would not make up for', () => {
    const lacking = { first: 2, answered: { composite: 5, X: 4, 'X-01': 4 } };
    expect(later([...before, atom('a', 5, lacking)]).get('all')).toEqual({ kind: 'keep', release: 1 });
  });

  it('gives the same answer whatever the order of atoms, versions and groups', () => {
    const atoms = [...before, atom('a', 5, { first: 2 }), atom('b', 6, { first: 2, size: 't' })];
    const straight = later(atoms);
    const turned = later([...atoms].reverse(), {
      versions: [...versions].reverse(),
      cells: [...CELLS].reverse(),
    });
    for (const cell of CELLS) expect(turned.get(cell)).toEqual(straight.get(cell));
  });
});

describe('stricter rules', () => {
  it('are held', () => {
    const atoms = [atom('a', 9), atom('b', 9)];
    const strict = { ...RULES, leastRows: 10 };
    expect(ask(atoms, { rules: strict }).get('organization:a')).toEqual(hidden('few'));
    expect(ask(atoms, { rules: strict }).get('all')).toEqual(everything);
  });

  it('cannot be laxer than the floors', () => {
    expect(() => ask([atom('a', 9)], { rules: { ...RULES, leastRows: 4 } })).toThrow();
  });
});

describe('a ledger that cannot be true publishes nothing', () => {
  const versions = [version('all', 1)];
  test.each<[string, readonly Atom[], Partial<Question>]>([
    ['an atom from the future', [atom('a', 9, { first: 3 })], { release: 2 }],
    [
      'an atom that ended before it began',
      [atom('a', 9), atom('b', 9, { first: 2, last: 1 })],
      { release: 3 },
    ],
    ['an atom that ends now', [atom('a', 9), atom('b', 9, { last: 2 })], { release: 2 }],
    ['an atom twice', [atom('a', 9), atom('a', 6)], {}],
    ['more answers than rows', [atom('a', 9, { answered: { X: 10 } })], {}],
    ['half a row', [atom('a', 9.5)], {}],
    ['fewer than no rows', [atom('a', -1)], {}],
    ['a version of this release', [atom('a', 9)], { versions, release: 1 }],
    ['a version twice', [atom('a', 9)], { versions: [...versions, ...versions], release: 2 }],
    ['a version of rows that were not there', [atom('a', 9, { first: 2 })], { versions, release: 2 }],
    [
      'a version of a measure that nobody answered',
      [atom('a', 9, { answered: {} })],
      { versions, release: 2 },
    ],
    ['a group twice', [atom('a', 9)], { cells: ['all', 'all'] }],
    ['no group of all', [atom('a', 9)], { cells: ['organization:a'] }],
    ['a measure twice', [atom('a', 9)], { measures: ['X', 'X'] }],
  ])('%s', (_, atoms, more) => {
    expect(() => ask(atoms, more)).toThrow('hold together');
  });
});
