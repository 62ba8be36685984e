/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { CapturedEvidence } from '../../src/assessment/evidence';
import { capturedOf, FakeCaptured, PAGES } from './evidence-fixtures';
import { fakePorts, rubric } from './fixtures';
import { outside, renderReady } from './render-pane';

const [first, second] = [rubric.items[0]!.id, rubric.items[1]!.id];
const both = [capturedOf('policy'), capturedOf('minutes')];
const unassigned = capturedOf('minutes', { id: 'EV-c0000000-0000-4000-8000-000000000000', item: null });
const stranger = capturedOf('minutes', { id: 'EV-d0000000-0000-4000-8000-000000000000', item: 'XYZ-99' });

/** A pane beside an extension in which these wait. */
async function waiting(
  rows: readonly CapturedEvidence[],
  change: (captured: FakeCaptured) => void = () => undefined,
) {
  const captured = new FakeCaptured(rows);
  change(captured);
  const rendered = await renderReady([], { ...fakePorts(), captured });
  await waitFor(() => expect(captured.listed).toBeGreaterThan(0));
  return { ...rendered, captured };
}
const card = () => screen.findByRole('region', { name: 'Captured evidence' });
const get = (n: number) => screen.findByRole('button', { name: `Get captured evidence (${n})` });

it('asks nobody where there is no extension, and is silent while nothing waits', async () => {
  const { unmount } = await renderReady();
  expect(screen.queryByRole('region', { name: 'Captured evidence' })).toBeNull();
  unmount();
  await waiting([]);
  expect(screen.queryByRole('region', { name: 'Captured evidence' })).toBeNull();
});

it('says how many wait and shows what they are, and writes nothing by itself', async () => {
  const { user, workbook, captured } = await waiting(both);
  await get(2);
  await user.click(screen.getByText('See what waits'));
  const list = screen.getByRole('region', { name: 'See what waits' });
  expect(within(list).getByText(`1 row for ${first}`)).toBeTruthy();
  expect(within(list).getByText(PAGES.minutes.title)).toBeTruthy();
  expect(workbook.count('addEvidence')).toBe(0);
  expect(captured.acknowledged).toEqual([]);
});

it('writes everything at once, acknowledges exactly that, and says how many', async () => {
  const { user, workbook, captured } = await waiting(both);
  await user.click(await get(2));
  const said = await screen.findByText('On the Evidence sheet: 2 lines added.');
  expect(workbook.count('addEvidence')).toBe(1);
  expect(workbook.lines.map(({ item, title }) => [item, title])).toEqual([
    [first, PAGES.policy.title],
    [second, PAGES.minutes.title],
  ]);
  expect(captured.acknowledged).toEqual([both.map(({ id, revision }) => ({ id, revision }))]);
  expect(screen.queryByRole('button', { name: /^Get captured/ })).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(said));
});

it('acknowledges nothing before the workbook has it', async () => {
  const { user, workbook, captured } = await waiting(both);
  const release = workbook.hold('addEvidence');
  await user.click(await get(2));
  await waitFor(() => expect(workbook.count('addEvidence')).toBe(1));
  expect(captured.acknowledged).toEqual([]);
  await outside(release);
  await waitFor(() => expect(captured.acknowledged).toHaveLength(1));
});

it('acknowledges nothing that the workbook refused, says why, and tries again', async () => {
  const { user, workbook, captured } = await waiting(both);
  workbook.refuse('addEvidence', 'The Evidence sheet is full.');
  await user.click(await get(2));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('The Evidence sheet is full.');
  expect(captured.acknowledged).toEqual([]);
  workbook.accept('addEvidence');
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(captured.acknowledged).toHaveLength(1));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says that the rows are in the workbook when they cannot be acknowledged; getting them again adds none', async () => {
  const { user, workbook, captured } = await waiting(both, ({ refusal }) => {
    refusal.acknowledge = 'The extension does not answer.';
  });
  await user.click(await get(2));
  const text = (await screen.findByText('The extension does not answer.', { exact: false })).textContent;
  expect(text).toContain('2 lines added');
  expect(text).toContain('offer the same rows again');
  captured.refusal = {};
  await user.click(await get(2));
  expect(await screen.findByText('On the Evidence sheet: 2 lines updated.')).toBeTruthy();
  expect(workbook.lines).toHaveLength(2);
  expect(captured.waiting).toEqual([]);
});

it('acknowledges once more without writing once more', async () => {
  const { user, workbook, captured } = await waiting(both, ({ refusal }) => {
    refusal.acknowledge = 'The extension does not answer.';
  });
  await user.click(await get(2));
  const again = await screen.findByRole('button', { name: 'Try again' });
  captured.refusal = {};
  await user.click(again);
  await waitFor(() => expect(captured.acknowledged).toHaveLength(1));
  expect(workbook.count('addEvidence')).toBe(1);
  expect(await screen.findByText('On the Evidence sheet: 2 lines added.')).toBeTruthy();
});

it('offers again what was changed in the extension since it was listed', async () => {
  const { user, captured } = await waiting([both[0]!]);
  await get(1);
  captured.waiting = [{ ...both[0]!, revision: 2, note: 'Newer' }];
  await user.click(await get(1));
  expect(await screen.findByText('On the Evidence sheet: 1 line added.')).toBeTruthy();
  expect(await get(1)).toBeTruthy();
  expect(captured.waiting).toHaveLength(1);
});

it('leaves in the extension what has no item of this rubric, and says so', async () => {
  const { user, workbook, captured } = await waiting([both[0]!, unassigned, stranger]);
  expect((await card()).textContent).toContain('2 captured pages stay in the extension');
  await user.click(await get(1));
  await waitFor(() => expect(captured.acknowledged).toEqual([[{ id: both[0]!.id, revision: 1 }]]));
  expect(workbook.lines).toHaveLength(1);
  expect(captured.waiting).toEqual([unassigned, stranger]);
});

it('offers no button where nothing can be taken', async () => {
  await waiting([unassigned]);
  expect((await card()).textContent).toContain('1 captured page stays in the extension');
  expect(screen.queryByRole('button', { name: /^Get captured/ })).toBeNull();
});

it('says why the extension could not be asked, and asks again', async () => {
  const { user, captured } = await waiting(both, ({ refusal }) => {
    refusal.list = 'The extension is switched off.';
  });
  expect((await card()).textContent).toContain('The extension is switched off.');
  captured.refusal = {};
  await user.click(within(await card()).getByRole('button', { name: 'Try again' }));
  expect(await get(2)).toBeTruthy();
  expect((await card()).textContent).not.toContain('switched off');
});

it('looks again when the user comes back to the window', async () => {
  const { captured } = await waiting([]);
  captured.waiting = both;
  await outside(() => fireEvent.focus(window));
  expect(await get(2)).toBeTruthy();
});
