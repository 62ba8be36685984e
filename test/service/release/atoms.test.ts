import { atomsAt } from '../../../src/service/release/atoms';
import type { Atom } from '../../../src/service/release/ledger';
import { domainsOf, measuresOf } from '../../../src/service/release/measures';
import type { Group } from '../../../src/service/store/operator-store';
import { formerOf } from '../../../src/service/release/former-release';
import type { StoredRelease } from '../../../src/service/store/stored-release';
import { rubric } from '../../submission/fixtures';
import { play } from './history';
import { MemoryStore } from './memory-store';
import { valueIn } from './plain-figures';

const measures = measuresOf(domainsOf(rubric));

const group = (change: Partial<Group> = {}): Group => ({
  first: null,
  organization: 'hospital',
  size: 'under-250',
  rows: 6,
  values: new Map([
    [
      'composite',
      new Map([
        [-1, 2],
        [150, 4],
      ]),
    ],
    [
      'org_01',
      new Map([
        [-2, 1],
        [-1, 1],
        [0, 3],
        [5, 1],
      ]),
    ],
  ]),
  ...change,
});

const atom = (change: Partial<Atom> = {}): Atom => ({
  first: 1,
  last: null,
  organization: 'hospital',
  size: 'under-250',
  rows: 6,
  answered: { composite: 4, 'ORG-01': 4 },
  ...change,
});

test('new rows are an atom of the release that counts them first; codes off the scale are no answers', () => {
  expect(atomsAt(1, [group()], null, measures)).toEqual([atom()]);
});

test('what left an atom is an atom that ended with the release before', () => {
  const answers = new Map([
    ['composite', new Map([[150, 3]])],
    ['org_01', new Map([[0, 3]])],
  ]);
  const left = group({ first: 1, rows: 4, values: answers });
  expect(atomsAt(5, [left], { release: 3, atoms: [atom()] }, measures)).toEqual([
    atom({ last: 3, rows: 2, answered: { composite: 1, 'ORG-01': 1 } }),
    atom({ rows: 4, answered: { composite: 3, 'ORG-01': 3 } }),
  ]);
});

test('rows that all left leave only an ended atom; ended ones stay as they are', () => {
  const gone = atom({ first: 1, last: 1, rows: 2 });
  const before = { release: 2, atoms: [gone, atom()] };
  expect(atomsAt(3, [], before, measures)).toEqual([gone, atom({ last: 2 })]);
});

test.each([
  ['more rows than were counted', group({ first: 1, rows: 7 })],
  ['more answers than were counted', group({ first: 1, values: new Map([['org_01', new Map([[3, 5]])]]) })],
  ['answers to what nobody answered', group({ first: 1, values: new Map([['org_02', new Map([[3, 1]])]]) })],
  ['rows of a release that counted none of them', group({ first: 2 })],
  ['rows of other segments', group({ first: 1, size: '5000-plus' })],
])('%s are refused', (_, odd) => {
  expect(() => atomsAt(3, [odd], { release: 2, atoms: [atom()] }, measures)).toThrow(
    'first counted in release',
  );
});

test('an atom cannot lose more answers than rows', () => {
  const odd = group({ first: 1, rows: 5, values: new Map() });
  expect(() => atomsAt(3, [odd], { release: 2, atoms: [atom()] }, measures)).toThrow(
    'first counted in release 1',
  );
});

test('over a life of rows, the atoms of every release add up to the rows that it counted', async () => {
  for (const seed of [1, 2, 3]) {
    const store = new MemoryStore(rubric);
    const moments = await play(store, seed, 5);
    for (const [i, { rows, release }] of moments.entries()) {
      const { atoms } = formerOf(store.kept[i] as StoredRelease).ledger;
      const number = Number(release.id.slice(1));
      const open = atoms.filter(({ last }) => last === null);
      const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
      expect(sum(open.map((one) => one.rows))).toBe(rows.length);
      for (const earlier of moments.slice(0, i)) {
        const then = Number(earlier.release.id.slice(1));
        const alive = atoms.filter(({ first, last }) => first <= then && (last ?? number) >= then);
        expect(sum(alive.map((one) => one.rows))).toBe(earlier.rows.length);
        for (const id of ['composite', 'RSK', 'DES-03']) {
          const answered = earlier.rows.filter(({ row }) => valueIn(row, id) !== null).length;
          expect([id, sum(alive.map((one) => one.answered[id] ?? 0))]).toEqual([id, answered]);
        }
      }
    }
  }
});
