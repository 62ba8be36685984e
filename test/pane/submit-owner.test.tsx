/** @jest-environment jsdom */
import { screen, waitFor } from '@testing-library/react';
import { recoveryCode } from '../../src/submission/owner';
import { fakePorts, someAnswers } from './fixtures';
import { outside, type Rendered } from './render-pane';
import {
  acceptedRow,
  button,
  bytesShown,
  codeShown,
  confirm,
  headersShown,
  otherAnswer,
  paste,
  press,
  pressReady,
  reopened,
  review,
  submitOf,
} from './submit-steps';

const consent = ({ user }: Rendered) =>
  user.click(screen.getByRole('checkbox', { name: /^I may share this row/ }));
const sure = ({ user }: Rendered) => user.click(screen.getByRole('checkbox', { name: /take the row back/ }));
const askedFor = ({ benchmark }: Rendered, wanted: string) =>
  benchmark.asked.filter(({ what }) => what === wanted);

/** The code of this session's rows: `fixtures` gives bytes that are all 7. */
const CODE = recoveryCode(new Uint8Array(20).fill(7));
const STRANGE = recoveryCode(new Uint8Array(20).fill(8));

describe('the recovery code', () => {
  it('is made at the first review, the same until the row is taken, and shown once more after', async () => {
    const rendered = await submitOf();
    expect(codeShown()).toBeNull();
    await review(rendered);
    expect(codeShown()).toBe(CODE);
    await press(rendered, 'Back');
    await review(rendered);
    expect(codeShown()).toBe(CODE);
    await confirm(rendered);
    await screen.findByText('Accepted for cycle 2026-4');
    expect(codeShown()).toBe(CODE);
    await reopened(rendered);
    await screen.findByText('Accepted for cycle 2026-4');
    expect(codeShown()).toBeNull();
  });

  it('can be copied', async () => {
    const rendered = await submitOf();
    await review(rendered);
    const copy = jest.spyOn(navigator.clipboard, 'writeText');
    await press(rendered, 'Copy the recovery code');
    expect(copy).toHaveBeenCalledWith(CODE);
  });

  it('is not made anew for a row that waits from an earlier session: its owner stays', async () => {
    const rendered = await submitOf();
    await review(rendered);
    rendered.benchmark.failNext('offline', 'It cannot be reached.');
    await confirm(rendered);
    await screen.findByText(/cannot be reached/);
    const { owner } = rendered.workbook.records[0]!;
    const again = await reopened(rendered);
    await outside(() => again.workbook.type(otherAnswer));
    await press(again, 'Review again');
    await button('Submit');
    expect(codeShown()).toBeNull();
    await confirm(again);
    await screen.findByText('Accepted for cycle 2026-4');
    expect(rendered.workbook.records).toMatchObject([{ owner }]);
  });

  it('and the secret behind it are in no cell; the code is in no request either', async () => {
    const rendered = await acceptedRow();
    await outside(() => rendered.workbook.type(otherAnswer));
    await press(rendered, 'Correct the row');
    await button('Send the correction');
    await consent(rendered);
    await pressReady(rendered, 'Send the correction');
    await waitFor(() => expect(rendered.workbook.records[0]?.receipt?.revision).toBe(2));
    const [{ secret }] = askedFor(rendered, 'correct').map((one) => one.with as { secret: string }) as [
      { secret: string },
    ];
    const root = Buffer.alloc(20, 7);
    const forms = [CODE, CODE.replaceAll('-', ''), root.toString('hex'), root.toString('base64url')];
    const stored = JSON.stringify([rendered.workbook.records, rendered.workbook.kept]);
    const asked = JSON.stringify(rendered.benchmark.asked);
    for (const form of forms) expect([stored.includes(form), asked.includes(form)]).toEqual([false, false]);
    expect(stored).not.toContain(secret);
  });
});

describe('a correction', () => {
  async function atCorrection(rendered: Rendered): Promise<void> {
    await outside(() => rendered.workbook.type(otherAnswer));
    await press(rendered, 'Correct the row');
    await button('Send the correction');
  }

  it('shows what changes and exactly what is sent, and is in the workbook before it is sent', async () => {
    const rendered = await acceptedRow();
    await atCorrection(rendered);
    expect(screen.getByText('4 values change')).toBeTruthy();
    expect(screen.getAllByText(/^Now: /)[1]?.textContent).toMatch(/^Now: .*: 5, Optimizing$/);
    await screen.findByText(/known until you close this pane/);
    const [bytes, headers] = [bytesShown(), headersShown()];
    await consent(rendered);
    const reply = rendered.benchmark.hold();
    await pressReady(rendered, 'Send the correction');
    await waitFor(() => expect(rendered.workbook.records[0]?.correction?.bytes).toBe(bytes));
    expect(rendered.workbook.records).toMatchObject([{ state: 'accepted', receipt: { revision: 1 } }]);
    await outside(reply);
    await screen.findByText('Accepted for cycle 2026-4');
    const [sent] = askedFor(rendered, 'correct').map((one) => one.with as Record<string, string>);
    expect(sent).toMatchObject({ bytes, revision: 1 });
    expect(headers).toEqual({
      'Content-Type': 'application/json',
      'If-Match': '"1"',
      'Row-Secret': `"${sent!['secret']}"`,
    });
    expect(rendered.workbook.records).toMatchObject([{ bytes, correction: null, receipt: { revision: 2 } }]);
  });

  it('asks for the code in a later session, and tells a wrong one before anything is sent', async () => {
    const again = await reopened(await acceptedRow());
    await atCorrection(again);
    await consent(again);
    await paste('Recovery code', STRANGE);
    expect(await screen.findByText(/but not that of this row/)).toBeTruthy();
    await press(again, 'Send the correction');
    await paste('Recovery code', `${CODE.slice(0, -1)}${CODE.endsWith('0') ? '1' : '0'}`);
    expect(await screen.findByText(/This is not a recovery code/)).toBeTruthy();
    await press(again, 'Send the correction');
    expect(askedFor(again, 'correct')).toEqual([]);
    await paste('Recovery code', CODE.toLowerCase());
    await waitFor(() => expect(headersShown()['Row-Secret']).toBeTruthy());
    await press(again, 'Send the correction');
    await screen.findByText('Accepted for cycle 2026-4');
    expect(again.workbook.records).toMatchObject([{ receipt: { revision: 2 } }]);
    expect(codeShown()).toBeNull();
  });

  it('is not sent where the workbook cannot keep it', async () => {
    const rendered = await acceptedRow();
    await atCorrection(rendered);
    await consent(rendered);
    rendered.workbook.refuse('saveSubmission', 'A cell is being edited.');
    await pressReady(rendered, 'Send the correction');
    expect((await screen.findByRole('alert')).textContent).toContain('A cell is being edited.');
    expect(askedFor(rendered, 'correct')).toEqual([]);
  });

  it('goes again as it was agreed to after a lost reply and a restart, and counts once', async () => {
    const rendered = await acceptedRow();
    await atCorrection(rendered);
    const bytes = bytesShown();
    await consent(rendered);
    rendered.benchmark.loseNextReply('The connection broke.');
    await pressReady(rendered, 'Send the correction');
    await screen.findByText(/connection broke/);
    const again = await reopened(rendered);
    expect(await screen.findByText('A correction is waiting')).toBeTruthy();
    await outside(() => again.workbook.type([{ ...otherAnswer[0]!, value: 0 }] as never));
    expect(bytesShown()).toBe(bytes);
    await paste('Recovery code', CODE);
    await pressReady(again, 'Send again');
    await screen.findByText('Accepted for cycle 2026-4');
    expect(again.workbook.records).toMatchObject([{ bytes, correction: null, receipt: { revision: 2 } }]);
    expect(again.benchmark.held.get(again.workbook.records[0]!.nullifier)?.revision).toBe(2);
  });

  it('can be given up while it waits', async () => {
    const rendered = await acceptedRow();
    await atCorrection(rendered);
    await consent(rendered);
    rendered.benchmark.failNext('offline', 'It cannot be reached.');
    await pressReady(rendered, 'Send the correction');
    await screen.findByText(/cannot be reached/);
    await press(rendered, 'Give up this correction');
    await screen.findByText('Accepted for cycle 2026-4');
    expect(rendered.workbook.records).toMatchObject([{ correction: null, receipt: { revision: 1 } }]);
  });

  it('that the service refuses is not kept, and the words say where to look', async () => {
    const rendered = await acceptedRow();
    await atCorrection(rendered);
    await consent(rendered);
    rendered.benchmark.failNext('revision-stale', 'Another revision is held.');
    await pressReady(rendered, 'Send the correction');
    expect((await screen.findByRole('alert')).textContent).toMatch(/Another revision.*withdraw the row here/);
    expect(rendered.workbook.records).toMatchObject([{ correction: null, state: 'accepted' }]);
    await press(rendered, 'Back');
    expect(await screen.findByText('Accepted for cycle 2026-4')).toBeTruthy();
  });

  it('asks for another look when the answers change while it is shown', async () => {
    const rendered = await acceptedRow();
    await atCorrection(rendered);
    await consent(rendered);
    await outside(() => rendered.workbook.type([{ ...otherAnswer[0]!, value: 0 }] as never));
    await press(rendered, 'Send the correction');
    expect(askedFor(rendered, 'correct')).toEqual([]);
    await press(rendered, 'Review again');
    await button('Send the correction');
    expect(JSON.parse(bytesShown())).toMatchObject({ items: { [otherAnswer[0]!['item' as never]]: 0 } });
  });

  it('waits until the answers make a row again', async () => {
    const rendered = await acceptedRow();
    await outside(() => rendered.workbook.type([{ ...someAnswers[0]!, value: null }] as never));
    await press(rendered, 'Correct the row');
    expect(await screen.findByText(/has no answer yet/)).toBeTruthy();
    expect(screen.getByText('Accepted for cycle 2026-4')).toBeTruthy();
  });
});

describe('a withdrawal', () => {
  async function atWithdrawal(rendered: Rendered): Promise<void> {
    await press(rendered, 'Withdraw the row…');
    await button('Withdraw the row');
  }

  it('asks for the code and a yes, and keeps the signed answer', async () => {
    const again = await reopened(await acceptedRow());
    await atWithdrawal(again);
    await press(again, 'Withdraw the row');
    await paste('Recovery code', STRANGE);
    await sure(again);
    await press(again, 'Withdraw the row');
    expect(askedFor(again, 'withdraw')).toEqual([]);
    await paste('Recovery code', CODE);
    await waitFor(() => expect(headersShown()['Row-Secret']).toBeTruthy());
    await press(again, 'Withdraw the row');
    expect(await screen.findByText('Withdrawn from cycle 2026-4')).toBeTruthy();
    expect(again.workbook.records).toMatchObject([{ state: 'withdrawn', withdrawal: { revision: 2 } }]);
    expect(again.benchmark.rows.size).toBe(0);
    expect(await screen.findByText(/^Verified here/)).toBeTruthy();
  });

  it('is asked for again after a lost reply, and is done once', async () => {
    const rendered = await acceptedRow();
    await atWithdrawal(rendered);
    await sure(rendered);
    await screen.findByText(/known until you close this pane/);
    rendered.benchmark.loseNextReply('The connection broke.');
    await pressReady(rendered, 'Withdraw the row');
    await screen.findByText(/connection broke/);
    await screen.findByText(/known until you close this pane/);
    await sure(rendered);
    await pressReady(rendered, 'Withdraw the row');
    await screen.findByText('Withdrawn from cycle 2026-4');
    expect(rendered.workbook.records).toMatchObject([{ withdrawal: { revision: 2 } }]);
  });

  it('says when its answer could not be kept, and keeps it on Try again', async () => {
    const rendered = await acceptedRow();
    await atWithdrawal(rendered);
    await sure(rendered);
    await screen.findByText(/known until you close this pane/);
    rendered.workbook.refuse('saveSubmission', 'A cell is being edited.');
    await pressReady(rendered, 'Withdraw the row');
    expect((await screen.findByRole('alert')).textContent).toContain('A cell is being edited.');
    rendered.workbook.accept('saveSubmission');
    await press(rendered, 'Try again');
    await waitFor(() => expect(rendered.workbook.records).toMatchObject([{ state: 'withdrawn' }]));
  });

  it('can be followed by a row put back, under the same key', async () => {
    const rendered = await acceptedRow();
    await atWithdrawal(rendered);
    await sure(rendered);
    await screen.findByText(/known until you close this pane/);
    await pressReady(rendered, 'Withdraw the row');
    await screen.findByText('Withdrawn from cycle 2026-4');
    const again = await reopened(rendered);
    await press(again, 'Put a row back');
    await button('Send the correction');
    await consent(again);
    await paste('Recovery code', CODE);
    await waitFor(() => expect(headersShown()['If-Match']).toBe('"2"'));
    const bytes = bytesShown();
    await pressReady(again, 'Send the correction');
    await screen.findByText('Accepted for cycle 2026-4');
    expect(again.workbook.records).toMatchObject([
      { state: 'accepted', withdrawal: null, receipt: { revision: 3 } },
    ]);
    expect([...again.benchmark.rows.values()]).toEqual([bytes]);
  });
});

it('offers neither for a row that was sent without an owner', async () => {
  const ports = fakePorts();
  const rendered = await acceptedRow(ports);
  ports.workbook.records = ports.workbook.records.map((record) => ({ ...record, owner: null }));
  await reopened(rendered);
  await screen.findByText('Accepted for cycle 2026-4');
  expect(screen.queryByRole('button', { name: /Withdraw the row/ })).toBeNull();
});
