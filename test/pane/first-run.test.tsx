/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { fakePorts, rubric } from './fixtures';
import { outside, renderPane, renderReady } from './render-pane';

const insertButton = () => screen.findByRole('button', { name: 'Insert rubric' });

it('says what will happen, what leaves and what never does, before anything is written', async () => {
  const { workbook } = renderPane();
  await insertButton();
  expect(screen.getByText(/44 questions in 4 domains/)).toBeTruthy();
  expect(screen.getByText('Nothing, until you submit.')).toBeTruthy();
  expect(screen.getByText(/^Never: notes, evidence/)).toBeTruthy();
  expect(screen.getByText(rubric.notice)).toBeTruthy();
  expect(workbook.calls).toEqual(['inspect']);
});

it('inserts on one click, shows progress, and goes on to the first item', async () => {
  const ports = fakePorts();
  ports.workbook.insertion = [{ done: 4, of: 9, sheet: 'scorecard' }];
  const release = ports.workbook.hold('insert');
  const { user, workbook } = renderPane(ports);
  await user.click(await insertButton());
  expect(screen.getByText('Building the sheets: 4 of 9')).toBeTruthy();
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('4');
  await outside(() => release());
  expect(await screen.findByRole('heading', { name: rubric.items[0]!.title })).toBeTruthy();
  expect(workbook.count('insert')).toBe(1);
});

it('inserts once however often the button is pressed', async () => {
  const ports = fakePorts();
  const release = ports.workbook.hold('insert');
  const { user, workbook } = renderPane(ports);
  await user.dblClick(await insertButton());
  await outside(() => release());
  await screen.findByRole('tablist');
  expect(workbook.count('insert')).toBe(1);
});

it('goes straight on where an assessment is already there', async () => {
  const { workbook } = await renderReady();
  expect(workbook.count('insert')).toBe(0);
  expect(screen.queryByRole('button', { name: 'Insert rubric' })).toBeNull();
});

it('goes on when a colleague inserted it a moment earlier', async () => {
  const { user, workbook } = renderPane();
  const button = await insertButton();
  workbook.refuse('insert', 'There is one already', 'already-there');
  workbook.withAssessment();
  await user.click(button);
  expect(await screen.findByRole('tablist')).toBeTruthy();
});

it('names the sheets that hold its names already', async () => {
  const ports = fakePorts();
  ports.workbook.found = { kind: 'none', taken: ['Start', 'History'] };
  renderPane(ports);
  expect(await screen.findByText(/sheets called Start and History/)).toBeTruthy();
});

it('says why an insertion failed and inserts on the next click', async () => {
  const { user, workbook } = renderPane();
  workbook.refuse('insert', 'The workbook structure is protected.');
  await user.click(await insertButton());
  expect((await screen.findByRole('alert')).textContent).toContain('The workbook structure is protected.');
  workbook.accept('insert');
  await user.click(await insertButton());
  expect(await screen.findByRole('tablist')).toBeTruthy();
});

it('looks again after the workbook could not be read', async () => {
  const ports = fakePorts();
  ports.workbook.withAssessment().refuse('inspect', 'Excel is busy with a cell.');
  const { user, workbook } = renderPane(ports);
  expect((await screen.findByRole('alert')).textContent).toContain('Excel is busy with a cell.');
  workbook.accept('inspect');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('tablist')).toBeTruthy();
});

it.each([
  ['a later version', { kind: 'newer', schema: '9' }, 'Made by a later version'],
  [
    'another rubric',
    { kind: 'found', rubric: { id: 'hospital', version: '1.0.0' }, sheets: {} },
    'Another rubric',
  ],
] as const)('reads and writes nothing in a workbook of %s', async (_, found, title) => {
  const ports = fakePorts();
  ports.workbook.found = found as typeof ports.workbook.found;
  const { workbook } = renderPane(ports);
  expect(await screen.findByText(title)).toBeTruthy();
  expect(workbook.calls).toEqual(['inspect']);
});

it('survives a port that throws, and says so', async () => {
  const reported = jest.spyOn(globalThis, 'reportError').mockImplementation(() => undefined);
  const ports = fakePorts();
  ports.workbook.inspect = () => Promise.reject(new Error('a bug'));
  renderPane(ports);
  expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong inside the add-in');
  expect(reported).toHaveBeenCalledWith(new Error('a bug'));
  reported.mockRestore();
});
