/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { evidenceOf, PAGES } from './evidence-fixtures';
import { everyAnswer, fakePorts, rubric, someAnswers, words } from './fixtures';
import { openTab, renderReady } from './render-pane';

const third = rubric.items[2]!;

it('offers no cell to be shown where no sheet is', async () => {
  const ports = { ...fakePorts(), inFile: true as const };
  ports.workbook.listEvidence([evidenceOf('policy')]);
  await renderReady(someAnswers, ports);
  expect(await screen.findByText(PAGES.policy.title)).toBeTruthy();
  expect(screen.queryByText(words('pane.showEvidence'))).toBeNull();
  expect(screen.queryByText(words('pane.showInSheet', { row: 6 }))).toBeNull();
});

it('leads from a finding to the item in the pane', async () => {
  const ports = { ...fakePorts(), inFile: true as const };
  const answers = everyAnswer.filter((change) => !('item' in change) || change.item !== third.id);
  const rendered = await renderReady(answers, ports);
  await openTab(rendered, 'check');
  await rendered.user.click(screen.getByRole('button', { name: words('pane.checkAnswers') }));
  const todo = await screen.findByRole('region', { name: words('pane.todoTitle') });
  await rendered.user.click(within(todo).getByRole('button', { name: new RegExp(`^${third.id} `) }));
  expect(await screen.findByRole('heading', { name: third.title })).toBeTruthy();
  expect(rendered.workbook.went).toEqual([]);
});
