import { domainsOf, measuresOf } from '../../../src/service/release/measures';
import { RowCounter } from '../../../src/service/release/rows-to-groups';
import { CELLS, talliesOf } from '../../../src/service/release/tallies';
import { rowsOfCell, valueIn } from './plain-figures';
import { CYCLE, rubric } from '../../submission/fixtures';
import { fill, range, rowFrom } from './fixtures';
import { MemoryStore } from './memory-store';

const measures = measuresOf(domainsOf(rubric));
const rows = range(0, 60).map(rowFrom);

async function storedGroups() {
  const store = new MemoryStore(rubric);
  await fill(store, range(0, 60));
  return store.inRelease((transaction) => transaction.groups(CYCLE, rubric.id));
}

test('there is a cell for every row, and for every code of either segment, undisclosed too', () => {
  expect(CELLS.map(({ key }) => key)).toEqual([
    'all',
    'organization:manufacturer',
    'organization:hospital',
    'organization:other',
    'organization:undisclosed',
    'size:under-250',
    'size:250-4999',
    'size:5000-plus',
    'size:undisclosed',
  ]);
});

test('a tally counts every value of every measure of its cell', async () => {
  const tallies = talliesOf(await storedGroups(), measures);
  for (const [cell, tally] of tallies) {
    const within = rowsOfCell(rows, cell);
    expect(tally.rows).toBe(within.length);
    const spread = (counts: readonly (readonly [number, number])[]) =>
      counts.flatMap(([value, count]) => Array.from({ length: count }, () => value));
    const values = (id: string) =>
      within
        .map((row) => valueIn(row, id))
        .filter((value) => value !== null)
        .sort((a, b) => a - b);
    expect(spread(tally.composite)).toEqual(values('composite'));
    for (const { id } of rubric.domains) expect(spread(tally.domains[id] ?? [])).toEqual(values(id));
    for (const { id } of rubric.items) {
      const { levels = [], notApplicable, unknown } = tally.items[id] ?? {};
      expect(spread(levels.map((count, level) => [100 * level, count]))).toEqual(values(id));
      const saying = (code: string) => within.filter(({ items }) => items?.[id] === code).length;
      expect([notApplicable, unknown]).toEqual([saying('na'), saying('unknown')]);
    }
  }
});

test('an auditor’s counting of rows gives what the store gives', async () => {
  const counter = new RowCounter(measures);
  for (const row of rows) counter.add(row, 1);
  const marked = (await storedGroups()).map((group) => ({ ...group, first: 1 }));
  expect(talliesOf(counter.groups, measures)).toEqual(talliesOf(marked, measures));
});
