/** @jest-environment jsdom */
import { webcrypto } from 'node:crypto';
import { screen, waitFor } from '@testing-library/react';
import { ed25519Verifier } from '../../src/submission/receipt';
import type { SubmissionRecord } from '../../src/submission/record';
import { recordFileText } from '../../src/submission/record-file';
import { ReceiptKey } from '../submission/signed-record';
import { handOverPorts, type HandOverPorts } from './fake-hand-over';
import { everyAnswer } from './fixtures';
import { outside, type Rendered } from './render-pane';
import { button, bytesShown, otherAnswer, paste, press, reopened, submitOf } from './submit-steps';

const key = new ReceiptKey();
const verify = ed25519Verifier(webcrypto.subtle as SubtleCrypto);
const portsWith = (change: Partial<HandOverPorts> = {}) => handOverPorts({ verify, ...change });

/** The pane under review, and the bytes that it shows. */
async function underReview(ports: HandOverPorts): Promise<{ rendered: Rendered; bytes: string }> {
  const rendered = await submitOf(everyAnswer, ports);
  await press(rendered, 'Review the row');
  await button('Copy the row');
  return { rendered, bytes: bytesShown() };
}

async function add(rendered: Rendered, record: SubmissionRecord, publicKey = key.publicKey): Promise<void> {
  await paste('Record', recordFileText(record, publicKey));
  await press(rendered, 'Add the pasted record');
}

/** A pane that holds the record of its row. */
async function having(ports: HandOverPorts = portsWith()): Promise<{ rendered: Rendered; bytes: string }> {
  const { rendered, bytes } = await underReview(ports);
  await add(rendered, key.record(bytes));
  await screen.findByText('Accepted for cycle 2026-4');
  return { rendered, bytes };
}

it('keeps a pasted record in the workbook, and shows its receipt', async () => {
  const ports = portsWith();
  const { bytes } = await having(ports);
  expect(ports.workbook.records).toEqual([key.record(bytes)]);
  expect(screen.getByText(/Checked when it was added: the service signed exactly this/)).toBeTruthy();
  expect(screen.getByText(key.id)).toBeTruthy();
  expect(ports.benchmark.asked).toEqual([]);
});

it('takes the file itself', async () => {
  const ports = portsWith();
  const { rendered, bytes } = await underReview(ports);
  const text = recordFileText(key.record(bytes), key.publicKey);
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  await rendered.user.upload(input, new File([text], 'jsp-record-2026-4.json', { type: 'application/json' }));
  await screen.findByText('Accepted for cycle 2026-4');
  expect(ports.workbook.records).toEqual([key.record(bytes)]);
});

it('reads no file that is far too large', async () => {
  const { rendered } = await underReview(portsWith());
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  await rendered.user.upload(input, new File(['x'.repeat(70_000)], 'x.json', { type: 'application/json' }));
  expect(await screen.findByText(/larger than any row or record/)).toBeTruthy();
});

const damaged: readonly (readonly [string, (bytes: string) => string, RegExp])[] = [
  ['no JSON', () => '{', /not JSON/],
  ['the row itself', (bytes) => bytes, /is a row, not a record/],
  [
    'a row that waits',
    (bytes) => recordFileText(key.record(bytes, { state: 'waiting', receipt: null }), key.publicKey),
    /no receipt in this record yet/,
  ],
  [
    'bytes that are not canonical',
    (bytes) => recordFileText(key.record(bytes.replace('{', '{ ')), key.publicKey),
    /damaged/,
  ],
  [
    'another hash',
    (bytes) => recordFileText(key.record(bytes, { hash: 'a'.repeat(64) }), key.publicKey),
    /does not have the hash/,
  ],
  [
    'a receipt of something else',
    (bytes) =>
      recordFileText(
        key.record(bytes, { nullifier: 'X'.repeat(43), receipt: key.record(bytes).receipt }),
        key.publicKey,
      ),
    /speaks of something else/,
  ],
  [
    'a signature that does not hold',
    (bytes) => recordFileText(key.record(bytes), new ReceiptKey().publicKey),
    /not signed with the key/,
  ],
  [
    'another service',
    (bytes) => recordFileText(key.record(bytes, { endpoint: 'https://other.example' }), key.publicKey),
    /is of https:\/\/other\.example/,
  ],
];

it.each(damaged)('adds nothing that is %s, and says why', async (_, textOf, sentence) => {
  const ports = portsWith();
  const { rendered, bytes } = await underReview(ports);
  await paste('Record', textOf(bytes));
  await press(rendered, 'Add the pasted record');
  expect((await screen.findByRole('alert')).textContent).toMatch(sentence);
  expect(ports.workbook.records).toEqual([]);
});

it('takes only what the pinned key signed', async () => {
  const ports = portsWith({ pins: { receiptKey: key.id, tokenKey: null } });
  const { rendered, bytes } = await underReview(ports);
  const other = new ReceiptKey();
  await add(rendered, other.record(bytes), other.publicKey);
  expect((await screen.findByRole('alert')).textContent).toContain(other.id);
  await add(rendered, key.record(bytes));
  await screen.findByText('Accepted for cycle 2026-4');
  expect(screen.getByText('This version was made for this key.')).toBeTruthy();
});

it('asks where the record is not of the answers of now, and leaves it out or adds it', async () => {
  const ports = portsWith();
  const { rendered, bytes } = await underReview(ports);
  await outside(() => rendered.workbook.type(otherAnswer));
  await add(rendered, key.record(bytes));
  expect(await screen.findByText(/not what the answers say now/)).toBeTruthy();
  await press(rendered, 'Do not add it');
  expect(ports.workbook.records).toEqual([]);
  await add(rendered, key.record(bytes));
  await press(rendered, 'Add it all the same');
  await screen.findByText('Accepted for cycle 2026-4');
  expect(ports.workbook.records).toHaveLength(1);
  expect(screen.getByText(/take the row of now to the page, too/)).toBeTruthy();
});

it('asks where the workbook has another row of the cycle', async () => {
  const { rendered, bytes } = await having();
  await add(rendered, key.record(bytes, { nullifier: 'S'.repeat(43) }));
  expect(await screen.findByText(/two rows of it may count/)).toBeTruthy();
});

it('says when the workbook could not keep it, and keeps it on Try again', async () => {
  const ports = portsWith();
  const { rendered, bytes } = await underReview(ports);
  ports.workbook.refuse('saveSubmission', 'The file changed on disk.');
  await add(rendered, key.record(bytes));
  expect((await screen.findByRole('alert')).textContent).toContain('The file changed on disk.');
  ports.workbook.accept('saveSubmission');
  await press(rendered, 'Try again');
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(ports.workbook.records).toEqual([key.record(bytes)]);
});

describe('a row that was taken', () => {
  it('is shown again in a later session, whose signature is checked on the page', async () => {
    const { rendered } = await having();
    await reopened(rendered);
    expect(await screen.findByText('Accepted for cycle 2026-4')).toBeTruthy();
    expect(screen.getByText(/The benchmark's page checks it/)).toBeTruthy();
  });

  it('is corrected and withdrawn on the page, with the record that is saved from here', async () => {
    const ports = portsWith();
    const { rendered, bytes } = await having(ports);
    for (const name of [/^Correct/, /^Withdraw/, /^Send/, /^Submit/]) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
    expect(screen.getByRole('link', { name: /benchmark\.example\/submit/ })).toBeTruthy();
    await press(rendered, 'Save the record file');
    expect(await screen.findByText('Saved as jsp-record-2026-4.json.')).toBeTruthy();
    expect(ports.handOver.saved).toEqual([
      { name: 'jsp-record-2026-4.json', text: recordFileText(key.record(bytes), null) },
    ]);
    expect(ports.benchmark.asked).toEqual([]);
  });

  it('gives way to its later state, never to an earlier one', async () => {
    const ports = portsWith();
    const { rendered, bytes } = await having(ports);
    await add(rendered, key.withdrawn(bytes));
    await screen.findByText('Withdrawn from cycle 2026-4');
    expect(ports.workbook.records).toEqual([key.withdrawn(bytes)]);
    await add(rendered, key.record(bytes));
    expect((await screen.findByRole('alert')).textContent).toMatch(/later state of this row \(revision 2\)/);
    expect(ports.workbook.records).toEqual([key.withdrawn(bytes)]);
  });

  it('of an earlier cycle leaves room for the one that is open', async () => {
    const ports = portsWith();
    const { rendered, bytes } = await underReview(ports);
    const earlier = bytes.replace('"cycle":"2026-4"', '"cycle":"2026-3"');
    await add(rendered, key.record(earlier));
    await screen.findByText('Accepted for cycle 2026-3');
    expect(screen.getByText(/Cycle 2026-4 takes a new row/)).toBeTruthy();
    await press(rendered, 'Review the row');
    await button('Copy the row');
    expect(screen.queryByText(/would be a second row/)).toBeNull();
  });
});
