/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { evidenceOf } from './evidence-fixtures';
import { everyAnswer, everyAnswerShown, fakePorts, rubric } from './fixtures';
import { findings } from './gallery';
import { openTab, outside, renderReady } from './render-pane';

async function checkOf(...args: Parameters<typeof renderReady>) {
  const rendered = await renderReady(...args);
  await openTab(rendered, 'check');
  return rendered;
}
const check = () => screen.getByRole('button', { name: 'Check answers' });
const third = rubric.items[2]!.id;

it('says that all is clear', async () => {
  const { user } = await checkOf(everyAnswerShown);
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
  await screen.findByRole('heading', { name: rubric.items[2]!.title });
  await user.click(screen.getByRole('tab', { name: 'Check' }));
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
  const { user, workbook } = await checkOf(everyAnswerShown, ports);
  await user.click(check());
  expect((await screen.findByRole('alert')).textContent).toContain('A cell is being edited.');
  workbook.accept('verify');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('All clear')).toBeTruthy();
});

describe('warnings', () => {
  const unshown = (count: number) => [
    ...everyAnswerShown,
    ...rubric.items
      .slice(4, 4 + count)
      .map(({ id }) => ({ item: id, field: 'evidence' as const, value: null })),
  ];
  const worthALook = () => screen.findByRole('region', { name: 'Worth a look' });

  it('stop nothing: the check says that the row can be submitted, and leads to the Evidence cell', async () => {
    const { user, workbook } = await checkOf(unshown(1));
    await user.click(check());
    expect((await screen.findByText('Nothing to correct')).closest('[role]')?.textContent).toContain(
      'You can submit',
    );
    expect(screen.queryByText('All clear')).toBeNull();
    expect(screen.queryByRole('region', { name: 'To correct' })).toBeNull();
    await user.click(within(await worthALook()).getByRole('button', { name: /^ORG-05 \(row 10\)/ }));
    expect(workbook.went).toEqual([{ item: 'ORG-05', field: 'evidence' }]);
  });

  it('do not hide that something is to be corrected', async () => {
    const { user } = await checkOf([...unshown(1), { item: third, field: 'level', value: 7 }]);
    await user.click(check());
    expect(await screen.findByRole('region', { name: 'To correct' })).toBeTruthy();
    expect(await worthALook()).toBeTruthy();
    expect(screen.queryByText('Nothing to correct')).toBeNull();
  });

  it('of a line for an unknown item leads to its row of the Evidence sheet', async () => {
    const ports = fakePorts();
    ports.workbook.listEvidence([evidenceOf('minutes', { item: 'ORG-99' })]);
    const { user, workbook } = await checkOf(everyAnswerShown, ports);
    await user.click(within(await worthALook()).getByRole('button', { name: /ORG-99/ }));
    expect(workbook.went).toEqual([{ sheet: 'evidence', address: 'A6' }]);
  });

  it('are gone once something is listed for the item', async () => {
    const ports = fakePorts();
    const { workbook } = await checkOf(unshown(1), ports);
    expect(await worthALook()).toBeTruthy();
    await outside(() => workbook.listEvidence([evidenceOf('minutes', { item: 'ORG-05' })]));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Worth a look' })).toBeNull());
  });

  it('are counted, and only the first five are shown until more are asked for', async () => {
    await checkOf(unshown(12));
    const region = await worthALook();
    const count = Number(/\((\d+)\)/.exec(within(region).getByRole('heading').textContent)?.[1]);
    expect(count).toBeGreaterThan(5);
    expect(within(region).getByText(`Show ${count - 5} more`)).toBeTruthy();
    expect(within(region).getAllByRole('list')[0]?.children).toHaveLength(5);
  });
});
