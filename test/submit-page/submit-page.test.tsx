/** @jest-environment jsdom */
import { webcrypto } from 'node:crypto';
import { fireEvent, screen, within } from '@testing-library/react';
import { canonicalJson } from '../../src/submission/canonical';
import { ed25519Verifier } from '../../src/submission/receipt';
import { readRecordFile } from '../../src/submission/record-file';
import { NO_PINS } from '../../src/submission/shipped-cycle';
import { pseudo, unwrapped } from '../pane/pseudo';
import { ReceiptKey } from '../submission/signed-record';
import {
  accepted,
  button,
  bytesShown,
  codeShown,
  confirm,
  handIn,
  press,
  review,
  saveRecord,
} from './page-steps';
import { bytes, openPage, pagePorts, reloaded, row, signingWith } from './render-page';

const verify = ed25519Verifier(webcrypto.subtle as SubtleCrypto);

it('says which cycle is open, until when, for whom, and what is kept where', async () => {
  await openPage();
  expect(await screen.findByRole('heading', { name: 'Cycle 2026-4 is open' })).toBeTruthy();
  expect(screen.getByText('It takes rows until Dec 31, 2026.')).toBeTruthy();
  expect(screen.getByText(/Anybody may send a row here/)).toBeTruthy();
  expect(screen.getByText(/are kept in this browser .* until you have saved the record file/)).toBeTruthy();
});

it('shows a pasted row byte for byte, its hash, every field and the headers, and sends exactly these bytes', async () => {
  const page = await openPage();
  await review(page);
  expect(bytesShown()).toBe(bytes);
  expect(screen.getByText(/^[0-9a-f]{64}$/)).toBeTruthy();
  const fields = screen.getByRole('table', { name: 'What each field says' });
  expect(within(fields).getByText('/items/ORG-01')).toBeTruthy();
  const headers = screen.getByRole('table', { name: /^What goes along/ });
  expect(within(headers).getByText('Idempotency-Key')).toBeTruthy();
  await confirm(page);
  await screen.findByText('Accepted for cycle 2026-4');
  expect([...page.benchmark.rows.values()]).toEqual([bytes]);
});

it('takes a file that is chosen, and one that is dropped', async () => {
  const page = await openPage();
  const file = () => new File([bytes], 'jsp-row-2026-4.json', { type: 'application/json' });
  await screen.findByRole('textbox', { name: 'Row or record' });
  await page.user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, file());
  await button('Submit');
  expect(bytesShown()).toBe(bytes);
  await press(page, 'Back');
  const box = await screen.findByRole('textbox', { name: 'Row or record' });
  fireEvent.drop(box, { dataTransfer: { files: [file()], getData: () => '' } });
  await button('Submit');
  expect(bytesShown()).toBe(bytes);
});

it('sends nothing without consent', async () => {
  const page = await openPage();
  await review(page);
  await press(page, 'Submit');
  expect(page.benchmark.sent).toBe(0);
  expect(localStorage).toHaveLength(0);
});

const changed = (change: object): string => canonicalJson({ ...row, ...change });
it.each<[what: string, text: string, sentence: RegExp]>([
  ['no JSON', 'row', /not JSON/],
  ['another schema', changed({ schema: 'jsp-row/2' }), /not a row of this benchmark: \/schema/],
  ['a field too many', changed({ company: 'ACME' }), /company/],
  ['not canonical', JSON.stringify(JSON.parse(bytes), null, 2), /something changed them on the way/],
  ['of another cycle', changed({ cycle: '2026-3' }), /\/cycle.*the open cycle is 2026-4/],
  ['of another version', changed({ rubric: { id: 'jsp', version: '9.0.0' } }), /\/rubric.*takes jsp 1\.0\.0/],
  ['not what its answers give', changed({ overall: { ...row.overall, itemMean: 499 } }), /its answers give/],
  [
    'without an item',
    changed({ items: Object.fromEntries(Object.entries(row.items ?? {}).slice(1)) }),
    /is missing/,
  ],
])('refuses a row that is %s, in words, before anything is sent', async (_, text, sentence) => {
  const page = await openPage();
  await handIn(page, text);
  expect((await screen.findByRole('alert')).textContent).toMatch(sentence);
  expect(page.benchmark.sent).toBe(0);
  await review(page);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('takes no row after the closing day, and says until when it did', async () => {
  const page = await openPage(pagePorts({ today: () => '2027-01-01' }));
  expect(await screen.findByRole('heading', { name: 'Cycle 2026-4 is closed' })).toBeTruthy();
  await handIn(page);
  expect((await screen.findByRole('alert')).textContent).toContain('took rows until 2026-12-31');
});

it('says where the service cannot be asked, and asks again', async () => {
  const ports = pagePorts();
  ports.benchmark.failNext('offline', 'It cannot be reached.');
  const page = await openPage(ports);
  expect((await screen.findByRole('alert')).textContent).toContain('It cannot be reached.');
  await press(page, 'Try again');
  await screen.findByRole('heading', { name: 'Cycle 2026-4 is open' });
});

it('saves the record that a panel takes, and forgets the row only once it is saved and Done is pressed', async () => {
  const key = new ReceiptKey();
  const page = await openPage(pagePorts({ benchmark: signingWith(key), verify }));
  await accepted(page);
  expect(screen.getByText(/^Verified here: the service signed exactly this/)).toBeTruthy();
  await press(page, 'Done');
  expect(localStorage.getItem('jsp-benchmark/submissions')).toContain('accepted');
  const text = await saveRecord(page);
  expect(page.saved.map(({ name }) => name)).toEqual(['jsp-record-2026-4.json']);
  const { words, digest } = page;
  const pins = { ...NO_PINS, receiptKey: key.id };
  const read = await readRecordFile(text, { words, digest, verify, pins, endpoint: page.benchmark.endpoint });
  expect(read).toMatchObject({
    ok: true,
    value: { record: { bytes, state: 'accepted' }, signature: 'valid' },
  });
  await press(page, 'Done');
  await screen.findByRole('textbox', { name: 'Row or record' });
  expect(localStorage).toHaveLength(0);
});

it('begins anew after Done: another row has another key and another recovery code', async () => {
  const page = await openPage();
  const first = await accepted(page);
  await saveRecord(page);
  await press(page, 'Done');
  const second = await accepted(page);
  expect(second).not.toBe(first);
  expect(page.benchmark.held.size).toBe(2);
});

it('keeps receipt and Done for later, but not the recovery code', async () => {
  const page = await openPage();
  await accepted(page);
  expect(codeShown()).not.toBeNull();
  await reloaded(page);
  expect(await screen.findByText('Accepted for cycle 2026-4')).toBeTruthy();
  expect(await button('Save the record file')).toBeTruthy();
  expect(codeShown()).toBeNull();
});

it('speaks of this page and this browser, never of a workbook that it does not know', async () => {
  const page = await openPage();
  await accepted(page);
  expect(page.container.textContent).not.toMatch(/add-in|Submission sheet|in the workbook|close this pane/);
  expect(screen.getByText(/This page comes from the service itself/)).toBeTruthy();
});

it('takes every word from the catalogue', async () => {
  const ports = pagePorts({ words: pseudo });
  const page = await openPage(ports);
  await screen.findByRole('heading', { name: pseudo('handover.cycleTitle', { cycle: '2026-4' }) });
  const foreign = () => unwrapped(page.container).filter((text) => !/2026/.test(text));
  expect(foreign()).toEqual([]);
  fireEvent.change(screen.getByRole('textbox'), { target: { value: bytes } });
  await page.user.click(screen.getByRole('button', { name: pseudo('handover.usePasted') }));
  await button(pseudo('pane.submit'));
  expect(foreign()).toEqual([]);
  await page.user.click(screen.getByRole('checkbox'));
  await press(page, pseudo('pane.submit'));
  await button(pseudo('handover.saveRecord'));
  expect(foreign()).toEqual([]);
});
