/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { fakePorts, rubric, words } from './fixtures';
import { renderReady } from './render-pane';

const [first, second, third] = [rubric.items[0]!, rubric.items[1]!, rubric.items[2]!];
const answers = [
  { item: second.id, field: 'level', value: 2 },
  { item: third.id, field: 'level', value: 4 },
  { item: first.id, field: 'level', value: "Don't know" },
] as const;

async function opened() {
  const rendered = await renderReady(answers);
  await rendered.user.click(await screen.findByText(words('pane.sortTitle')));
  const choose = (label: 'pane.sortBy' | 'pane.sortDirection', option: string) =>
    rendered.user.selectOptions(screen.getByRole('combobox', { name: words(label) }), option);
  const sort = () => rendered.user.click(screen.getByRole('button', { name: words('pane.sort') }));
  return { ...rendered, choose, sort };
}

it('sorts the rows of the sheet by level, highest first, and says so', async () => {
  const { workbook, choose, sort } = await opened();
  expect(screen.queryByRole('combobox', { name: words('pane.sortDirection') })).toBeNull();
  await choose('pane.sortBy', words('pane.sortBy_level'));
  await choose('pane.sortDirection', words('pane.sortDescending'));
  await sort();
  expect(await screen.findByText(words('pane.sorted'))).toBeTruthy();
  expect(workbook.order.slice(0, 3)).toEqual([third.id, second.id, first.id]);
  expect(workbook.order).toHaveLength(rubric.items.length);
});

it('says in the words of the workbook why rows were not sorted', async () => {
  const { workbook, sort } = await opened();
  workbook.refuse('sortRows', 'The sheet wants a password.');
  await sort();
  expect((await screen.findByRole('alert')).textContent).toContain('The sheet wants a password.');
});

it('offers no sorting where nothing moves rows, as over a file', async () => {
  const ports = fakePorts();
  delete ports.workbook.sortRows;
  await renderReady([], ports);
  expect(screen.queryByText(words('pane.sortTitle'))).toBeNull();
});
