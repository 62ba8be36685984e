import { type ItemOrder, itemsInOrder } from '../../src/assessment/item-order';
import { jsp } from '../load-rubric';
import { readCells } from './raw';

const assessment = readCells({
  'ORG-01': { level: 3, target: 1, owner: 'Zoe', due: 46023 },
  'ORG-02': { level: 'N/A', notes: 'Outsourced', owner: 'anna', due: '2025-01-31' },
  'ORG-03': { level: "Don't know", target: 5, owner: 'Team 10' },
  'ORG-04': { level: '1', target: 1, owner: 'Team 9' },
  'ORG-05': { level: 'rubbish' },
  'RSK-01': { level: 3 },
});
const ordered = (by: ItemOrder, descending = false) => itemsInOrder(jsp, assessment, by, descending, 'en');
const rest = (front: readonly string[]) => jsp.items.map(({ id }) => id).filter((id) => !front.includes(id));

test.each<[ItemOrder, boolean, readonly string[]]>([
  ['rubric', false, []],
  ['rubric', true, []],
  ['level', false, ['ORG-04', 'ORG-01', 'RSK-01']],
  ['level', true, ['ORG-01', 'RSK-01', 'ORG-04']],
  ['target', false, ['ORG-01', 'ORG-04', 'ORG-03']],
  ['target', true, ['ORG-03', 'ORG-01', 'ORG-04']],
  ['owner', false, ['ORG-02', 'ORG-04', 'ORG-03', 'ORG-01']],
  ['owner', true, ['ORG-01', 'ORG-03', 'ORG-04', 'ORG-02']],
  ['due', false, ['ORG-02', 'ORG-01']],
  ['due', true, ['ORG-01', 'ORG-02']],
])('sorted by %s (descending: %s), items without one come last in the rubric’s order', (by, down, front) => {
  expect(ordered(by, down)).toEqual([...front, ...rest(front)]);
});

test('by domain, either way, the items of a domain stay together in their order', () => {
  const names = new Map(jsp.domains.map(({ id, name }) => [id, name]));
  const domainOf = new Map(jsp.items.map(({ id, domain }) => [id, names.get(domain) ?? '']));
  for (const down of [false, true]) {
    const found = ordered('domain', down).map((id) => domainOf.get(id) ?? '');
    const sorted = [...found].sort((a, b) => (down ? b.localeCompare(a) : a.localeCompare(b)));
    expect(found).toEqual(sorted);
    expect(ordered('domain', down).filter((id) => id.startsWith('RSK'))).toEqual(
      jsp.items.map(({ id }) => id).filter((id) => id.startsWith('RSK')),
    );
  }
});
