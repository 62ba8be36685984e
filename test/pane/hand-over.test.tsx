/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { inputsOf, readAssessment } from '../../src/assessment/read-assessment';
import { score } from '../../src/scoring/score';
import { buildRow } from '../../src/submission/build-row';
import { canonicalJson } from '../../src/submission/canonical';
import { ReceiptKey } from '../submission/signed-record';
import { FakeHandOver, handOverPorts, type HandOverPorts } from './fake-hand-over';
import { everyAnswer, someAnswers } from './fixtures';
import { openTab, outside, type Rendered } from './render-pane';
import { button, bytesShown, otherAnswer, press, submitOf } from './submit-steps';

const key = new ReceiptKey();

async function reviewOf(ports: HandOverPorts = handOverPorts()): Promise<Rendered> {
  const rendered = await submitOf(everyAnswer, ports);
  await press(rendered, 'Review the row');
  await button('Copy the row');
  return rendered;
}

/** Nothing was asked of a service, and the workbook notes nothing of the row. */
function expectNothingSent({ benchmark, workbook }: HandOverPorts): void {
  expect(benchmark.asked).toEqual([]);
  expect(workbook.records).toEqual([]);
}

/** The bytes of the row that the answers in the workbook make. */
async function bytesOfAnswers({ workbook, words, vocabulary, rubric }: HandOverPorts): Promise<string> {
  const raw = await workbook.read();
  if (!raw.ok) throw new Error(raw.failure.message);
  const assessment = readAssessment(raw.value, { rubric, words, vocabulary });
  const row = buildRow(assessment, score(rubric, inputsOf(assessment)), rubric, '2026-4', words);
  if (!row.ok) throw new Error(row.failure.message);
  return canonicalJson(row.value);
}

it('copies and saves exactly the bytes that it shows, which are the row of the answers, and sends nothing', async () => {
  const ports = handOverPorts();
  const rendered = await reviewOf(ports);
  const shown = bytesShown();
  expect(shown).toBe(await bytesOfAnswers(ports));
  await press(rendered, 'Copy the row');
  expect(await screen.findByText('The row is on the clipboard.')).toBeTruthy();
  await press(rendered, 'Save as a file');
  expect(await screen.findByText('Saved as jsp-row-2026-4.json.')).toBeTruthy();
  expect(ports.handOver.copied).toEqual([shown]);
  expect(ports.handOver.saved).toEqual([{ name: 'jsp-row-2026-4.json', text: shown }]);
  expectNothingSent(ports);
});

it('explains every field, and shows the hash', async () => {
  const ports = handOverPorts();
  await reviewOf(ports);
  const fields = screen.getByRole('table', { name: 'What each field says' });
  expect(within(fields).getAllByRole('row')).toHaveLength(1 + 6 + 44 + 8 + 3);
  expect(screen.getByText(key.record(bytesShown()).hash)).toBeTruthy();
});

it('leads to the page in a tab that learns nothing of this one', async () => {
  await reviewOf();
  const link = screen.getByRole('link', { name: 'Submit a row at https://benchmark.example/submit' });
  expect(link.getAttribute('href')).toBe('https://benchmark.example/submit');
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('rel')).toBe('noopener noreferrer');
});

it('says in words where the build names no benchmark', async () => {
  await reviewOf(handOverPorts({ handOver: new FakeHandOver(null) }));
  expect(screen.getByText(/This version names no benchmark/)).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
});

it('says what the clipboard or the downloads refused', async () => {
  const ports = handOverPorts();
  const rendered = await reviewOf(ports);
  ports.handOver.refuse('The clipboard is locked.');
  await press(rendered, 'Copy the row');
  expect(await screen.findByText('The clipboard is locked.')).toBeTruthy();
});

it('makes no row while answers are missing, and leads to the check', async () => {
  const ports = handOverPorts();
  const rendered = await submitOf(someAnswers, ports);
  await press(rendered, 'Review the row');
  expect(await screen.findByText(/items have no answer yet/)).toBeTruthy();
  await press(rendered, 'Check answers');
  expect(screen.getByRole('tab', { name: 'Check' }).getAttribute('aria-selected')).toBe('true');
});

it('hands over no row that the answers no longer give', async () => {
  const ports = handOverPorts();
  const rendered = await reviewOf(ports);
  const before = bytesShown();
  await outside(() => rendered.workbook.type(otherAnswer));
  expect(await screen.findByText('The answers have changed')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Copy the row' })).toBeNull();
  await press(rendered, 'Review again');
  await button('Copy the row');
  expect(bytesShown()).not.toBe(before);
});

it.each([
  ['taken', /Handed in as it is, this would be a second row/, { state: 'accepted' } as const],
  ['withdrawn', /Handed in as it is, this would be a second row/, { state: 'withdrawn' } as const],
  ['waiting', /may have been sent. Finish it there first/, { state: 'waiting', receipt: null } as const],
])('warns where a row of the cycle is %s already', async (_, sentence, change) => {
  const ports = handOverPorts();
  const { rubric } = ports;
  const row = { schema: 'jsp-row/1', cycle: '2026-4', rubric: { id: rubric.id, version: rubric.version } };
  ports.workbook.records = [key.record(canonicalJson(row), change)];
  const rendered = await submitOf(everyAnswer, ports);
  await press(rendered, 'Review the row');
  expect(await screen.findByText(sentence)).toBeTruthy();
  expect(ports.benchmark.asked).toEqual([]);
});

it('shows again what it showed when the user looks at another tab', async () => {
  const rendered = await reviewOf();
  const shown = bytesShown();
  await openTab(rendered, 'scores');
  await openTab(rendered, 'submit');
  expect(bytesShown()).toBe(shown);
});

it('compares with published figures only, says why, and asks nobody', async () => {
  const ports = handOverPorts();
  const rendered = await submitOf(everyAnswer, ports);
  await openTab(rendered, 'scores');
  await waitFor(() => expect(screen.getByText(/This panel asks no service/)).toBeTruthy());
  expect(ports.benchmark.asked).toEqual([]);
});
