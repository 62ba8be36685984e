/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { everyAnswer, fakePorts, published, rubric, sampleBenchmark, someAnswers, words } from './fixtures';
import { openTab, outside, renderReady } from './render-pane';

async function scoresOf(...args: Parameters<typeof renderReady>) {
  const rendered = await renderReady(...args);
  await openTab(rendered, 'scores');
  return rendered;
}
const card = (name: string) => screen.getByRole('region', { name });
const factIn = (region: HTMLElement, name: string) =>
  within(region).getByText(name, { selector: 'dt' }).parentElement?.querySelector('dd')?.textContent;

it('shows a domain with its mean, bounds, median, floor, level and coverage', async () => {
  const org = rubric.items.filter(({ domain }) => domain === 'ORG');
  const levels = [2, 2, 1, 3, 4, 2, 3, 2];
  await scoresOf(levels.map((value, at) => ({ item: org[at]!.id, field: 'level', value })));
  const region = card('Organizational Structure');
  expect(factIn(region, 'Mean')).toBe('2.38');
  expect(factIn(region, 'Possible range')).toBe('1.90 to 2.90');
  expect(factIn(region, 'Median')).toBe('2.00');
  expect(factIn(region, 'Floor')).toBe('at most 1');
  expect(factIn(region, 'Coverage')).toBe('80 %');
  expect(within(region).getByText('Level open')).toBeTruthy();
});

it("counts every level, Don't know, N/A, unanswered and invalid in words", async () => {
  const [a, b, c, d] = rubric.items;
  await scoresOf([
    { item: a!.id, field: 'level', value: 2 },
    { item: b!.id, field: 'level', value: "Don't know" },
    { item: c!.id, field: 'level', value: 'x' },
    { item: d!.id, field: 'level', value: 'N/A' },
    { item: d!.id, field: 'notes', value: 'why' },
  ]);
  const region = card('Organizational Structure');
  const list = within(region).getByRole('list', { name: /items at each level/ });
  expect(within(list).getByText('Level 2: 1 item')).toBeTruthy();
  expect(within(list).getByText('Level 5: 0 items')).toBeTruthy();
  expect(within(region).getByText("Don't know 1 · N/A 1 · Unanswered 6 · Invalid 1")).toBeTruthy();
});

it('follows the sheet', async () => {
  const { workbook } = await scoresOf([]);
  await outside(() => workbook.type(everyAnswer));
  await waitFor(() => expect(within(card('Overall')).getByText('2.60')).toBeTruthy());
});

it('says where the team stands, with source and number of contributors', async () => {
  const ports = fakePorts();
  await ports.workbook.saveBenchmark(published, '2026-11-20');
  await scoresOf(everyAnswer, ports);
  expect(await within(card('Overall')).findByText('Above the mean.')).toBeTruthy();
  const source = card('You against the industry');
  expect(within(source).getByText(published.source)).toBeTruthy();
  expect(within(source).getByText(/17 organizations · fetched Nov 20, 2026/)).toBeTruthy();
  expect(within(source).getByText(/compare with care/)).toBeTruthy();
});

it('says "invented contributors" wherever a sample is compared with', async () => {
  const ports = fakePorts();
  await ports.workbook.saveBenchmark(sampleBenchmark, '2026-11-20');
  await scoresOf(everyAnswer, ports);
  await within(card('Overall')).findByText('In the top quarter.');
  ['Overall', 'You against the industry', ...rubric.domains.map(({ name }) => name)].forEach((name) =>
    expect(within(card(name)).getAllByText(/invented contributors/i).length).toBeGreaterThan(0),
  );
});

it('compares nothing while the composite is open', async () => {
  const ports = fakePorts();
  await ports.workbook.saveBenchmark(published, '2026-11-20');
  await scoresOf(someAnswers, ports);
  expect(await within(card('Overall')).findByText('Industry mean 1.51.')).toBeTruthy();
  expect(within(card('Overall')).queryByText(/(Above|Below|At) the mean/)).toBeNull();
});

it('takes a benchmark from the service into the workbook', async () => {
  const { user, workbook } = await scoresOf(everyAnswer);
  await user.click(await screen.findByRole('button', { name: 'Choose a benchmark' }));
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Benchmark' }), published.title);
  await user.click(screen.getByRole('button', { name: 'Use this benchmark' }));
  expect(await screen.findByText(/fetched Nov 23, 2026/)).toBeTruthy();
  expect(workbook.count('saveBenchmark')).toBe(1);
});

it('says why the service offers nothing, and asks again', async () => {
  const { user, benchmark } = await scoresOf(everyAnswer);
  benchmark.failNext('offline', 'The service cannot be reached.');
  await user.click(await screen.findByRole('button', { name: 'Choose a benchmark' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The service cannot be reached.');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('combobox', { name: 'Benchmark' })).toBeTruthy();
});

it('keeps as a snapshot what the workbook says at that moment, not what the pane saw last', async () => {
  const { user, workbook } = await scoresOf(everyAnswer);
  workbook.overhear(rubric.items.map(({ id }) => ({ item: id, field: 'level', value: 1 })));
  await user.click(screen.getByRole('button', { name: 'Save a snapshot' }));
  expect(await screen.findByText(words('pane.snapshotSaved'))).toBeTruthy();
  expect(workbook.snapshots).toMatchObject([{ composite: 100, level: 1 }]);
  workbook.refuse('read', 'The Assessment sheet is gone.');
  await user.click(screen.getByRole('button', { name: 'Save a snapshot' }));
  expect(await screen.findByText('The snapshot was not saved')).toBeTruthy();
  expect(workbook.snapshots).toHaveLength(1);
});

it('keeps the scores of today as a snapshot, and says when it could not', async () => {
  const { user, workbook } = await scoresOf(everyAnswer);
  workbook.refuse('saveSnapshot', 'The History sheet is gone.');
  await user.click(screen.getByRole('button', { name: 'Save a snapshot' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The History sheet is gone.');
  workbook.accept('saveSnapshot');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(words('pane.snapshotSaved'))).toBeTruthy();
  expect(workbook.snapshots).toHaveLength(1);
  expect(workbook.snapshots[0]).toMatchObject({ day: '2026-11-23', rubric: 'jsp 1.0.0', composite: 260 });
});
