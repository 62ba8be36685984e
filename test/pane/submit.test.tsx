/** @jest-environment jsdom */
import { act, screen, waitFor, within } from '@testing-library/react';
import { receiptOf } from './fake-benchmark';
import { everyAnswer, type FakePorts, fakePorts, rubric, someAnswers } from './fixtures';
import { openTab, outside, type Rendered } from './render-pane';
import {
  button,
  bytesShown,
  codeShown,
  confirm,
  otherAnswer,
  paste,
  reopened,
  review,
  submitOf,
} from './submit-steps';

/** SHA-256 of `{}`. */
const EMPTY = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
const first = rubric.items[0]!.id;

it('writes the segments into the workbook', async () => {
  const { user, workbook } = await submitOf(everyAnswer);
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Organization type' }),
    'Hospital or health system',
  );
  await user.selectOptions(screen.getByRole('combobox', { name: 'What to send' }), 'Domain scores only');
  await waitFor(() => expect(workbook.segment('detail')).toBe('Domain scores only'));
  expect(workbook.segment('organization')).toBe('Hospital or health system');
});

it('leads to the check while answers are missing, and sends nothing', async () => {
  const rendered = await submitOf(someAnswers);
  await rendered.user.click(await button('Review and submit'));
  expect(await screen.findByText(/items have no answer yet/)).toBeTruthy();
  await rendered.user.click(
    within(screen.getByRole('tabpanel')).getByRole('button', { name: 'Check answers' }),
  );
  expect(screen.getByRole('tab', { name: 'Check' }).getAttribute('aria-selected')).toBe('true');
  expect(rendered.benchmark.sent).toBe(0);
});

it('shows exactly the bytes that are sent, their hash, every field and the headers', async () => {
  const rendered = await submitOf(everyAnswer);
  await review(rendered);
  const shown = bytesShown();
  expect(JSON.parse(shown)).toMatchObject({
    schema: 'jsp-row/1',
    cycle: '2026-4',
    organization: 'undisclosed',
  });
  expect(screen.getByText(/^[0-9a-f]{64}$/)).toBeTruthy();
  const fields = screen.getByRole('table', { name: 'What each field says' });
  expect(within(fields).getByText('/items/ORG-01')).toBeTruthy();
  expect(within(fields).getAllByRole('row')).toHaveLength(1 + 6 + 44 + 8 + 3);
  expect(
    within(screen.getByRole('table', { name: /^What goes along/ })).getByText('Content-Type'),
  ).toBeTruthy();
  await confirm(rendered);
  await screen.findByText('Accepted for cycle 2026-4');
  expect([...rendered.benchmark.rows.values()]).toEqual([shown]);
});

it('sends nothing without consent', async () => {
  const rendered = await submitOf(everyAnswer);
  await review(rendered);
  await rendered.user.click(await button('Submit'));
  expect(rendered.benchmark.sent).toBe(0);
  expect(rendered.workbook.records).toEqual([]);
});

it('keeps the row in the workbook before it sends it, and the receipt after', async () => {
  const ports = fakePorts();
  const release = ports.benchmark.hold();
  const rendered = await submitOf(everyAnswer, ports);
  await rendered.user.click(await button('Review and submit'));
  await outside(release);
  await button('Submit');
  const reply = ports.benchmark.hold();
  await confirm(rendered);
  expect(await screen.findByText('Sending the row…')).toBeTruthy();
  await waitFor(() => expect(rendered.workbook.records.map(({ state }) => state)).toEqual(['waiting']));
  await outside(reply);
  await screen.findByText('Accepted for cycle 2026-4');
  expect(rendered.workbook.records.map(({ state }) => state)).toEqual(['accepted']);
  expect(await screen.findByText(/^Verified here: the service signed exactly this/)).toBeTruthy();
});

it('makes one row from a double click', async () => {
  const rendered = await submitOf(everyAnswer);
  await review(rendered);
  await rendered.user.click(screen.getByRole('checkbox', { name: /^I may share/ }));
  const submit = await button('Submit');
  await act(async () => {
    submit.click();
    submit.click();
    await Promise.resolve();
  });
  await screen.findByText('Accepted for cycle 2026-4');
  expect(rendered.benchmark.sent).toBe(1);
  expect(rendered.workbook.records).toHaveLength(1);
});

it('sends nothing when the workbook cannot keep the row', async () => {
  const rendered = await submitOf(everyAnswer);
  await review(rendered);
  rendered.workbook.refuse('saveSubmission', 'The Submission sheet is gone.');
  await confirm(rendered);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Nothing was sent');
  expect(alert.textContent).toContain('The Submission sheet is gone.');
  expect(rendered.benchmark.sent).toBe(0);
});

it.each([
  ['offline', 'The service cannot be reached.'],
  ['not-the-service', 'Something else answered: a sign-in page.'],
  ['conflict', 'The service already holds another row under this key.'],
])('keeps a row that was not taken (%s) and says why; Send again is one click', async (code, message) => {
  const rendered = await submitOf(everyAnswer);
  await review(rendered);
  rendered.benchmark.failNext(code, message);
  await confirm(rendered);
  expect((await screen.findByRole('alert')).textContent).toContain(message);
  expect(rendered.workbook.records.map(({ state }) => state)).toEqual(['waiting']);
  await rendered.user.click(await button('Send again'));
  await screen.findByText('Accepted for cycle 2026-4');
  expect(rendered.benchmark.rows.size).toBe(1);
});

it('makes one row when the reply was lost and the pane was closed', async () => {
  const rendered = await submitOf(everyAnswer);
  await review(rendered);
  rendered.benchmark.loseNextReply('The connection broke.');
  await confirm(rendered);
  await screen.findByText(/The connection broke/);
  const again = await reopened(rendered);
  expect(await screen.findByText(/there is no receipt yet/)).toBeTruthy();
  await again.user.click(await button('Send again'));
  await screen.findByText('Accepted for cycle 2026-4');
  expect(rendered.benchmark.rows.size).toBe(1);
  expect(rendered.workbook.records).toHaveLength(1);
});

it('says when the receipt could not be kept, and keeps it on Try again', async () => {
  const rendered = await submitOf(everyAnswer);
  await review(rendered);
  const save = rendered.workbook.saveSubmission;
  rendered.workbook.saveSubmission = (record) => {
    rendered.workbook.refuse('saveSubmission', 'A cell is being edited.');
    rendered.workbook.saveSubmission = save;
    return Promise.resolve({ ok: true, value: void rendered.workbook.records.push(record) });
  };
  await confirm(rendered);
  expect((await screen.findByRole('alert')).textContent).toContain('A cell is being edited.');
  rendered.workbook.accept('saveSubmission');
  await rendered.user.click(await button('Try again'));
  await waitFor(() => expect(rendered.workbook.records.map(({ state }) => state)).toEqual(['accepted']));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('asks for another look when the answers change during the review', async () => {
  const rendered = await submitOf(everyAnswer);
  await review(rendered);
  await outside(() => rendered.workbook.type(otherAnswer));
  expect(await screen.findByText('The answers have changed')).toBeTruthy();
  await rendered.user.click(await button('Submit'));
  expect(rendered.benchmark.sent).toBe(0);
  await rendered.user.click(await button('Review again'));
  await button('Submit');
  expect(JSON.parse(bytesShown())).toMatchObject({ items: { [first]: 5 } });
});

it('sends the row it agreed to when answers changed while it waited, and can replace it under the same key', async () => {
  const rendered = await submitOf(everyAnswer);
  await review(rendered);
  rendered.benchmark.failNext('offline', 'The service cannot be reached.');
  await confirm(rendered);
  await screen.findByText(/cannot be reached/);
  const before = rendered.workbook.records[0]!;
  await outside(() => rendered.workbook.type(otherAnswer));
  await rendered.user.click(await button('Review again'));
  expect(await screen.findByText('This row replaces one that waits')).toBeTruthy();
  await confirm(rendered);
  await screen.findByText('Accepted for cycle 2026-4');
  expect(rendered.workbook.records).toHaveLength(1);
  expect(rendered.workbook.records[0]!.nullifier).toBe(before.nullifier);
  expect(rendered.workbook.records[0]!.bytes).not.toBe(before.bytes);
});

describe('a row that did arrive unseen, while a newer one was to replace it', () => {
  async function overtaken(): Promise<Rendered> {
    const rendered = await submitOf(everyAnswer);
    await review(rendered);
    rendered.benchmark.loseNextReply('The connection broke.');
    await confirm(rendered);
    await screen.findByText(/connection broke/);
    await outside(() => rendered.workbook.type(otherAnswer));
    return rendered;
  }

  it('is corrected where this session knows its secret', async () => {
    const rendered = await overtaken();
    await rendered.user.click(await button('Review again'));
    await screen.findByText(/this one goes as its correction/);
    const shown = bytesShown();
    await confirm(rendered);
    await screen.findByText('Accepted for cycle 2026-4');
    expect(rendered.workbook.records).toMatchObject([
      { bytes: shown, state: 'accepted', receipt: { revision: 2 }, correction: null },
    ]);
    expect([...rendered.benchmark.rows.values()]).toEqual([shown]);
  });

  it('counts otherwise: its receipt is fetched, and the words say what to do', async () => {
    const rendered = await overtaken();
    const before = rendered.workbook.records[0]!;
    const again = await reopened(rendered);
    await again.user.click(await button('Review again'));
    await screen.findByText(/you get its receipt, and can then correct it/);
    expect(codeShown()).toBeNull();
    await confirm(again);
    await screen.findByText('Accepted for cycle 2026-4');
    expect(rendered.workbook.records.map(({ bytes, state }) => [bytes, state])).toEqual([
      [before.bytes, 'accepted'],
    ]);
    expect(rendered.benchmark.rows.get(before.nullifier)).toBe(before.bytes);
    expect(screen.getByText(/Your newer answers did not go/)).toBeTruthy();
    expect(await button('Correct the row')).toBeTruthy();
  });

  it('is told apart when even the bytes that arrived are forgotten: the recovery code settles it', async () => {
    const rendered = await overtaken();
    await rendered.user.click(await button('Review again'));
    await button('Submit');
    const code = codeShown()!;
    rendered.benchmark.failNext('offline', 'It cannot be reached.');
    await confirm(rendered);
    await screen.findByText(/cannot be reached/);
    const again = await reopened(rendered);
    await again.user.click(await button('Send again'));
    expect(await screen.findByText(/another row under this key/)).toBeTruthy();
    await again.user.click(await button('Correct the row'));
    const shown = bytesShown();
    await paste('Recovery code', code.toLowerCase().replaceAll('-', ' '));
    await again.user.click(screen.getByRole('checkbox', { name: /^I may share this row/ }));
    await again.user.click(await button('Send the correction'));
    await screen.findByText('Accepted for cycle 2026-4');
    expect([...rendered.benchmark.rows.values()]).toEqual([shown]);
  });
});

it('takes over the key of a row that a colleague prepared meanwhile, after another look', async () => {
  const rendered = await submitOf(everyAnswer);
  await review(rendered);
  const theirs = { nullifier: 'n'.repeat(43), cycle: '2026-4', endpoint: rendered.benchmark.endpoint };
  const rest = {
    bytes: '{}',
    hash: '0'.repeat(64),
    prepared: '2026-11-22',
    state: 'waiting',
    receipt: null,
    ...{ owner: null, authorization: null, correction: null, withdrawal: null },
  } as const;
  rendered.workbook.records.push({ ...theirs, ...rest });
  await confirm(rendered);
  expect(await screen.findByText(/was prepared in the meantime/)).toBeTruthy();
  expect(rendered.benchmark.sent).toBe(0);
  await confirm(rendered);
  await screen.findByText('Accepted for cycle 2026-4');
  expect([...rendered.benchmark.rows.keys()]).toEqual([theirs.nullifier]);
});

it('does not send a waiting row to another service than the one it was reviewed for', async () => {
  const ports = fakePorts();
  const record = { nullifier: 'n'.repeat(43), cycle: '2026-4', endpoint: 'https://old.example' };
  const rest = {
    bytes: '{}',
    hash: '0'.repeat(64),
    prepared: '2026-11-22',
    state: 'waiting',
    receipt: null,
    ...{ owner: null, authorization: null, correction: null, withdrawal: null },
  } as const;
  ports.workbook.records.push({ ...record, ...rest });
  await submitOf(everyAnswer, ports);
  expect(await screen.findByText(/You agreed to send it to https:\/\/old.example/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull();
});

describe('once accepted', () => {
  async function acceptedPane(change: (ports: FakePorts) => void = () => undefined): Promise<Rendered> {
    const ports = fakePorts();
    const rest = { nullifier: 'n'.repeat(43), hash: EMPTY, prepared: '2026-11-01', bytes: '{}' };
    const sent = { ...rest, cycle: '2026-4', endpoint: ports.benchmark.endpoint, state: 'accepted' } as const;
    const more = { owner: null, authorization: null, correction: null, withdrawal: null };
    ports.workbook.records.push({ ...sent, ...more, receipt: receiptOf(sent) });
    change(ports);
    return submitOf(everyAnswer, ports);
  }

  it('shows the receipt again, and says that the answers changed since', async () => {
    await acceptedPane();
    expect(await screen.findByText(EMPTY)).toBeTruthy();
    expect(await screen.findByText(/Cycle 2026-4 keeps the row you sent/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Review and submit' })).toBeNull();
  });

  it('offers the next cycle when it is open', async () => {
    const rendered = await acceptedPane(({ benchmark }) => {
      benchmark.openCycle = { ...benchmark.openCycle, cycle: '2027-1' };
    });
    await review(rendered);
    await confirm(rendered);
    await screen.findByText('Accepted for cycle 2027-1');
    expect(rendered.workbook.records).toHaveLength(2);
  });

  it.each([
    [
      'a signature that does not match',
      () => Promise.resolve(false as const),
      /the signature does not match/,
    ],
    [
      'a machine that cannot check',
      () => Promise.resolve('unsupported' as const),
      /cannot check the signature/,
    ],
  ])('says of %s that it is not verified', async (_, verify, sentence) => {
    const ports = { ...fakePorts(), verify };
    const rendered = await submitOf(everyAnswer, ports);
    await review(rendered);
    await confirm(rendered);
    expect(await screen.findByText(sentence)).toBeTruthy();
  });

  it('keeps the receipt unverified while the service cannot be asked for its key', async () => {
    await acceptedPane(({ benchmark }) => benchmark.failNext('offline', 'no'));
    expect(await screen.findByText(/the key of the service is not available/)).toBeTruthy();
  });
});

it.each([
  [
    'the service is offline',
    (p: FakePorts) => p.benchmark.failNext('offline', 'It cannot be reached.'),
    /reached/,
  ],
  [
    'the cycle takes another rubric',
    (p: FakePorts) =>
      (p.benchmark.openCycle = { ...p.benchmark.openCycle, rubric: { id: 'jsp', versions: ['2.0.0'] } }),
    /takes rubric jsp 2.0.0/,
  ],
  [
    'the workbook cannot be read',
    (p: FakePorts) => p.workbook.refuse('read', 'A cell is being edited.'),
    /edited/,
  ],
])('prepares no row when %s', async (_, trouble, sentence) => {
  const rendered = await submitOf(everyAnswer);
  trouble(rendered);
  await rendered.user.click(await button('Review and submit'));
  expect((await screen.findAllByText(sentence)).length).toBeGreaterThan(0);
  expect(screen.queryByRole('button', { name: 'Submit' })).toBeNull();
});

it('sends nothing while it does not know what was sent before', async () => {
  const ports = fakePorts();
  ports.workbook.refuse('submissions', 'The Submission sheet was changed by hand.');
  const rendered = await submitOf(everyAnswer, ports);
  expect((await screen.findByRole('alert')).textContent).toContain('changed by hand');
  ports.workbook.accept('submissions');
  await rendered.user.click(await button('Try again'));
  expect(await button('Review and submit')).toBeTruthy();
});

it('copies the bytes, and says so when it may not', async () => {
  const rendered = await submitOf(everyAnswer);
  await review(rendered);
  const copy = jest.spyOn(navigator.clipboard, 'writeText');
  await rendered.user.click(await button('Copy'));
  expect(await screen.findByText('Copied.')).toBeTruthy();
  expect(copy).toHaveBeenCalledWith(bytesShown());
  copy.mockRejectedValueOnce(new Error('denied'));
  await rendered.user.click(await button('Copy'));
  expect(await screen.findByText(/Copying is not allowed here/)).toBeTruthy();
});

it('keeps what is on its way when the user looks at another tab', async () => {
  const rendered = await submitOf(everyAnswer);
  await review(rendered);
  await openTab(rendered, 'scores');
  await openTab(rendered, 'submit');
  expect(bytesShown()).toContain('jsp-row/1');
});

describe('a row that waits can be taken back', () => {
  const refusedWith = async (code: string) => {
    const rendered = await submitOf(everyAnswer);
    await review(rendered);
    rendered.benchmark.failNext(code, 'The service says why.');
    await confirm(rendered);
    await screen.findByText(/The service says why/);
    return rendered;
  };
  const withdraw = async ({ user }: Rendered) => {
    await user.click(await button('Withdraw the row…'));
    await user.click(await screen.findByRole('checkbox', { name: /^I want to take the row back/ }));
    const press = await button('Withdraw the row');
    await waitFor(() => expect(press.getAttribute('aria-disabled')).not.toBe('true'));
    await user.click(press);
  };

  it.each(['refused', 'cycle-closed'])('at once after %s: nothing is with the service', async (code) => {
    const rendered = await refusedWith(code);
    await rendered.user.click(await button('Take the row back'));
    expect(await screen.findByText('The row is taken back')).toBeTruthy();
    expect(screen.getByText(/The service has nothing of it/)).toBeTruthy();
    expect(rendered.workbook.records).toEqual([]);
    expect(rendered.benchmark.held.size).toBe(0);
    await button('Review and submit');
  });

  it.each(['offline', 'timeout'])('after %s by asking the service, which has no such row', async (code) => {
    const rendered = await refusedWith(code);
    expect(screen.getByText(/may have arrived unseen/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Take the row back' })).toBeNull();
    await withdraw(rendered);
    expect(await screen.findByText('The row is taken back')).toBeTruthy();
    expect(rendered.workbook.records).toEqual([]);
  });

  it('and what had arrived unseen is withdrawn at the service', async () => {
    const rendered = await submitOf(everyAnswer);
    await review(rendered);
    rendered.benchmark.loseNextReply('The connection broke.');
    await confirm(rendered);
    await screen.findByText(/The connection broke/);
    await withdraw(rendered);
    expect(await screen.findByText('Withdrawn from cycle 2026-4')).toBeTruthy();
    expect(rendered.benchmark.rows.size).toBe(0);
    expect(rendered.workbook.records.map(({ state }) => state)).toEqual(['withdrawn']);
  });

  it('stays while the service cannot be asked', async () => {
    const rendered = await refusedWith('offline');
    rendered.benchmark.failNext('offline', 'Still not reached.');
    await withdraw(rendered);
    expect((await screen.findByRole('alert')).textContent).toContain('Still not reached.');
    expect(rendered.workbook.records).toHaveLength(1);
  });
});
