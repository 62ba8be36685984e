/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { everyAnswer, fakePorts, rubric } from './fixtures';
import { findings } from './gallery';
import { openTab, renderReady } from './render-pane';

async function checkOf(...args: Parameters<typeof renderReady>) {
  const rendered = await renderReady(...args);
  await openTab(rendered, 'check');
  return rendered;
}
const check = () => screen.getByRole('button', { name: 'Check answers' });
const third = rubric.items[2]!.id;

it('says that all is clear', async () => {
  const { user } = await checkOf(everyAnswer);
  await user.click(check());
  expect(await screen.findByText('All clear')).toBeTruthy();
});

it('is not clear while an item is unanswered, and leads to its cell', async () => {
  const { user, workbook } = await checkOf(
    everyAnswer.filter((change) => !('item' in change) || change.item !== third),
  );
  await user.click(check());
  const todo = await screen.findByRole('region', { name: 'Still to do' });
  expect(screen.queryByText('All clear')).toBeNull();
  await user.click(within(todo).getByRole('button', { name: /^ORG-03 \(row 8\) has no answer yet/ }));
  expect(workbook.went).toEqual([{ item: third, field: 'level' }]);
});

it('groups answer problems and workbook findings, and leads to each', async () => {
  const ports = fakePorts();
  ports.workbook.findings = [...findings];
  const { user, workbook } = await checkOf(
    [...everyAnswer, { item: third, field: 'target', value: 9 }],
    ports,
  );
  await user.click(check());
  const errors = await screen.findByRole('region', { name: 'To correct' });
  await waitFor(() => expect(within(errors).getAllByRole('button')).toHaveLength(2));
  await user.click(within(errors).getByRole('button', { name: /"9" is not a target/ }));
  const repairable = screen.getByRole('region', { name: 'Can be repaired' });
  await user.click(within(repairable).getByRole('button', { name: /Scorecard C7/ }));
  expect(workbook.went).toEqual([
    { item: third, field: 'target' },
    { sheet: 'scorecard', address: 'C7' },
  ]);
  expect(within(screen.getByRole('region', { name: 'Fine as it is' })).getByText(/called Plan/)).toBeTruthy();
});

it('leads to the profile and to rows that cannot be found by their id', async () => {
  const ports = fakePorts();
  ports.workbook.type([{ profile: 'size', value: 'huge' }]);
  const { user, workbook } = await checkOf(everyAnswer, ports);
  await user.click(screen.getByRole('button', { name: /"huge" is not one of the choices/ }));
  expect(workbook.went).toEqual([{ profile: 'size' }]);
});

it('repairs a removed protection and says so', async () => {
  const ports = fakePorts();
  const message = 'The protection of Scorecard was removed.';
  ports.workbook.findings = [
    { code: 'protection-removed', sheet: 'scorecard', address: null, item: null, message, remedy: 'repair' },
  ];
  const { user, workbook } = await checkOf(everyAnswer, ports);
  await user.click(check());
  await user.click(await screen.findByRole('button', { name: 'Repair it' }));
  expect(await screen.findByText('Repaired')).toBeTruthy();
  expect(screen.queryByText(message)).toBeNull();
  expect(workbook.count('repair')).toBe(1);
});

it('says what a repair left, and keeps what only a person can mend', async () => {
  const ports = fakePorts();
  ports.workbook.findings = [...findings];
  ports.workbook.repair = (asked) =>
    Promise.resolve({ ok: true, value: asked.filter(({ code }) => code !== 'formula-changed') });
  const { user } = await checkOf(everyAnswer, ports);
  await user.click(check());
  await user.click(await screen.findByRole('button', { name: 'Repair all 2' }));
  expect(await screen.findByText('Not everything could be repaired')).toBeTruthy();
  expect(screen.getByRole('region', { name: 'To correct' })).toBeTruthy();
  expect(screen.getByText('The dropdown of row 9 was pasted over.')).toBeTruthy();
});

it('says why the check did not finish, and checks again', async () => {
  const ports = fakePorts();
  ports.workbook.refuse('verify', 'A cell is being edited.');
  const { user, workbook } = await checkOf(everyAnswer, ports);
  await user.click(check());
  expect((await screen.findByRole('alert')).textContent).toContain('A cell is being edited.');
  workbook.accept('verify');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('All clear')).toBeTruthy();
});
