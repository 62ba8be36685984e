import fc from 'fast-check';
import { findDisclosure } from '../../../src/service/release/audit';
import { Chance } from '../attacks/chance';
import { equationsAbout, rationalRank, subsets } from './exact-span';
import { countOf } from '../../depth';

const LEAST = 5;
const bit = fc.integer({ min: 0, max: 1 });

/** Few atoms, most of them small, and groups of any shape: far nastier than segments of rows are. */
const question = fc.integer({ min: 2, max: 7 }).chain((atoms) =>
  fc.record({
    rows: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: atoms, maxLength: atoms }),
    published: fc.array(fc.array(bit, { minLength: atoms, maxLength: atoms }), { maxLength: 5 }),
    candidate: fc.array(bit, { minLength: atoms, maxLength: atoms }),
  }),
);

const SETS = countOf('auditedSets');

/** Tries every set of atoms with fewer rows: whether the candidate adds an equation about it alone. */
function disclosedSets(
  rows: readonly number[],
  published: readonly (readonly number[])[],
  candidate: readonly number[],
) {
  const counted = rows.flatMap((count, i) => (count > 0 ? [i] : []));
  const narrowed = (groups: readonly (readonly number[])[]) =>
    groups.map((group) => counted.map((i) => group[i]!));
  const [before, after] = [narrowed(published), narrowed([...published, candidate])];
  return subsets(counted.length)
    .filter((set) => [...set].reduce((sum, i) => sum + rows[counted[i]!]!, 0) < LEAST)
    .filter((set) => equationsAbout(after, set) > equationsAbout(before, set));
}

test('finds a set exactly where trying every set over the rationals finds one', () => {
  fc.assert(
    fc.property(question, ({ rows, published, candidate }) => {
      const found = findDisclosure(rows, published, candidate, LEAST);
      expect(found !== null).toBe(disclosedSets(rows, published, candidate).length > 0);
    }),
    { numRuns: SETS, seed: 1 },
  );
});

test('names atoms that have fewer rows together and about which there is a new equation', () => {
  fc.assert(
    fc.property(question, ({ rows, published, candidate }) => {
      const found = findDisclosure(rows, published, candidate, LEAST);
      if (found === null || found === 'unsearchable') return;
      expect(found.reduce((sum, i) => sum + rows[i]!, 0)).toBeLessThan(LEAST);
      const counted = (groups: readonly (readonly number[])[]) =>
        groups.map((group) => group.map((entry, i) => (rows[i] === 0 ? 0 : entry)));
      const set = new Set(found);
      const before = equationsAbout(counted(published), set);
      expect(equationsAbout(counted([...published, candidate]), set)).toBeGreaterThan(before);
    }),
    { numRuns: SETS, seed: 2 },
  );
});

test('never lets the indicator of fewer than five rows into the span', () => {
  fc.assert(
    fc.property(question, ({ rows, published, candidate }) => {
      const accepted: (readonly number[])[] = [];
      for (const group of [...published, candidate]) {
        if (findDisclosure(rows, accepted, group, LEAST) === null) accepted.push(group);
      }
      for (const set of subsets(rows.length)) {
        const counted = [...set].reduce((sum, i) => sum + rows[i]!, 0);
        if (counted === 0 || counted >= LEAST) continue;
        const indicator = rows.map((_, i) => Number(set.has(i)));
        const weightless = (row: readonly number[]) => row.map((entry, i) => (rows[i] === 0 ? 0 : entry));
        const groups = accepted.map(weightless);
        expect(rationalRank([...groups, weightless(indicator)])).toBeGreaterThan(rationalRank(groups));
      }
    }),
    { numRuns: SETS / 10, seed: 3 },
  );
});

describe('an audit of groups', () => {
  it('sees one newcomer', () => {
    expect(findDisclosure([11, 1], [[1, 0]], [1, 1], LEAST)).toEqual([1]);
  });

  it('sees all +6 beside a segment +5', () => {
    // Atoms: segment before and its 5 new rows, others before and their 1 new row.
    const before = [
      [1, 0, 1, 0],
      [1, 0, 0, 0],
    ];
    expect(findDisclosure([8, 5, 8, 1], [...before, [1, 1, 1, 1]], [1, 1, 0, 0], LEAST)).toEqual([3]);
  });

  it('sees a correction of one row outside a segment: new less old', () => {
    // Atoms: segment stays, its old and new rows, others stay, the old and the new revision of one row.
    const groups = [
      [1, 1, 0, 1, 1, 0],
      [1, 1, 0, 0, 0, 0],
      [1, 0, 1, 1, 0, 1],
    ];
    expect([...(findDisclosure([9, 5, 5, 9, 1, 1], groups, [1, 0, 1, 0, 0, 0], LEAST) ?? [])].sort()).toEqual(
      [4, 5],
    );
  });

  it('sees an equation with other factors than one: 2x + y', () => {
    const groups = [
      [1, 1, 1, 0],
      [1, 1, 0, 1],
    ];
    // Their sum less the third is 2 x the first atom and the second.
    expect([...(findDisclosure([1, 1, 9, 9], groups, [0, 1, 1, 1], LEAST) ?? [])].sort()).toEqual([0, 1]);
  });

  it('sees four rows that are each alone', () => {
    const rows = [1, 1, 1, 1, 40];
    expect(findDisclosure(rows, [[0, 0, 0, 0, 1]], [1, 1, 1, 1, 1], LEAST)).not.toBeNull();
    expect(findDisclosure([1, 1, 1, 2, 40], [[0, 0, 0, 0, 1]], [1, 1, 1, 1, 1], LEAST)).toBeNull();
  });

  it('lets a group through that tells nothing new, whatever was told before', () => {
    expect(findDisclosure([2, 9], [[1, 0]], [0, 1], LEAST)).toBeNull();
    expect(findDisclosure([2, 9], [[1, 0]], [1, 0], LEAST)).toBeNull();
  });

  it('leaves atoms without rows out', () => {
    expect(findDisclosure([11, 0], [[1, 0]], [1, 1], LEAST)).toBeNull();
  });

  it('gives up, and says so, where there are too many small atoms to try', () => {
    const atoms = 400;
    const rows = Array.from({ length: atoms }, () => 1);
    const chance = new Chance(1);
    const group = () => rows.map(() => chance.between(0, 1));
    expect(findDisclosure(rows, Array.from({ length: 14 }, group), group(), 40)).toBe('unsearchable');
  });
});
