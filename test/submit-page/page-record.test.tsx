/** @jest-environment jsdom */
import { webcrypto } from 'node:crypto';
import { screen } from '@testing-library/react';
import { ed25519Verifier } from '../../src/submission/receipt';
import { recordFileText } from '../../src/submission/record-file';
import { ReceiptKey } from '../submission/signed-record';
import { pressReady } from '../pane/submit-steps';
import { accepted, button, bytesShown, handIn, press, putIn, saveRecord, type } from './page-steps';
import { bytes, openPage, otherBytes, pagePorts, type RenderedPage, signingWith } from './render-page';

const key = new ReceiptKey();
const verify = ed25519Verifier(webcrypto.subtle as SubtleCrypto);

/** A row that was taken on one machine; the page on another one, with the same service and an empty browser. */
async function elsewhere(): Promise<{ page: RenderedPage; record: string; code: string }> {
  const before = await openPage(pagePorts({ benchmark: signingWith(key), verify }));
  const code = await accepted(before);
  const record = await saveRecord(before);
  before.unmount();
  const { benchmark } = before;
  const page = await openPage(pagePorts({ benchmark, verify, random: (n) => new Uint8Array(n).fill(99) }));
  return { page, record, code };
}

it('shows the receipt of a record file again', async () => {
  const { page, record } = await elsewhere();
  await handIn(page, record);
  await screen.findByText('Accepted for cycle 2026-4');
  expect(await screen.findByText(/^Verified here/)).toBeTruthy();
});

it('corrects the row with its record, another row and the recovery code', async () => {
  const { page, record, code } = await elsewhere();
  await handIn(page, record);
  await putIn(page, otherBytes);
  await button('Send the correction');
  expect(bytesShown()).toBe(otherBytes);
  await type('Recovery code', code);
  await page.user.click(screen.getByRole('checkbox', { name: /^I may share this row/ }));
  await pressReady(page, 'Send the correction');
  await screen.findByText('Accepted for cycle 2026-4');
  expect([...page.benchmark.rows.values()]).toEqual([otherBytes]);
  expect(JSON.parse(await saveRecord(page))).toMatchObject({
    record: { bytes: otherBytes, receipt: { revision: 2 }, correction: null },
  });
});

it('corrects nothing with the code of another row', async () => {
  const { page, record } = await elsewhere();
  const other = await codeOfAnother();
  await handIn(page, record);
  await putIn(page, otherBytes);
  await type('Recovery code', other);
  expect(await screen.findByText(/not that of this row/)).toBeTruthy();
  await press(page, 'Send the correction');
  expect([...page.benchmark.rows.values()]).toEqual([bytes]);
});

it('withdraws the row with its record and the recovery code, and can put one back', async () => {
  const { page, record, code } = await elsewhere();
  await handIn(page, record);
  await press(page, 'Withdraw the row…');
  await type('Recovery code', code);
  await page.user.click(screen.getByRole('checkbox', { name: /take the row back/ }));
  await pressReady(page, 'Withdraw the row');
  await screen.findByText('Withdrawn from cycle 2026-4');
  expect(page.benchmark.rows.size).toBe(0);
  expect(JSON.parse(await saveRecord(page))).toMatchObject({ record: { state: 'withdrawn' } });
  await putIn(page, otherBytes);
  await button('Send the correction');
  await page.user.click(screen.getByRole('checkbox', { name: /^I may share this row/ }));
  await pressReady(page, 'Send the correction');
  await screen.findByText('Accepted for cycle 2026-4');
  expect([...page.benchmark.rows.values()]).toEqual([otherBytes]);
});

it('sends a correction again after a lost reply', async () => {
  const { page, record, code } = await elsewhere();
  await handIn(page, record);
  await putIn(page, otherBytes);
  await type('Recovery code', code);
  await page.user.click(screen.getByRole('checkbox', { name: /^I may share this row/ }));
  page.benchmark.loseNextReply('The connection broke.');
  await pressReady(page, 'Send the correction');
  await screen.findByText(/connection broke/);
  await pressReady(page, 'Send again');
  await screen.findByText('Accepted for cycle 2026-4');
  expect(JSON.parse(await saveRecord(page))).toMatchObject({ record: { receipt: { revision: 2 } } });
});

it.each<[what: string, text: () => string, sentence: RegExp]>([
  ['of another service', () => textOf({ endpoint: 'https://other.example' }), /other\.example/],
  ['with a changed row', () => textOf({ bytes: otherBytes }), /hash/],
  ['without a receipt', () => textOf({ state: 'waiting', receipt: null }), /no receipt/],
])('refuses a record %s, in words', async (_, text, sentence) => {
  const page = await openPage(pagePorts({ benchmark: signingWith(key), verify }));
  await handIn(page, text());
  expect((await screen.findByRole('alert')).textContent).toMatch(sentence);
  expect(localStorage).toHaveLength(0);
});

it('keeps the later of two states of one row', async () => {
  const page = await openPage(pagePorts({ benchmark: signingWith(key), verify }));
  localStorage.setItem('jsp-benchmark/submissions', JSON.stringify([key.withdrawn(bytes)]));
  await handIn(page, textOf({}));
  await screen.findByText('Withdrawn from cycle 2026-4');
});

const textOf = (change: Parameters<ReceiptKey['record']>[1]): string =>
  recordFileText(key.record(bytes, change), key.publicKey);

/** A well-formed recovery code that no row here has. */
async function codeOfAnother(): Promise<string> {
  const { recoveryCode } = await import('../../src/submission/owner');
  return recoveryCode(new Uint8Array(20).fill(42));
}
