/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { generateKeyPairSync } from 'node:crypto';
import { tokenIssuer } from '../../src/service/tokens/token-issuer';
import { formatMemberCode } from '../../src/submission/member-code';
import { DEFAULT_ISSUER } from '../../src/submission/token';
import { everyAnswer, type FakePorts, fakePorts, someAnswers } from './fixtures';
import type { Rendered } from './render-pane';
import { button, codeShown, confirm, headersShown, paste, press, reopened, submitOf } from './submit-steps';

const code = formatMemberCode(new Uint8Array(16).fill(5));
const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const issuer = tokenIssuer(key, { cycle: '2026-4', rubric: 'jsp', issuer: DEFAULT_ISSUER });

function blindPorts(change: Partial<FakePorts> = {}): FakePorts {
  const ports = { ...fakePorts(), ...change };
  const { tokenKey } = issuer;
  ports.benchmark.openCycle = { ...ports.benchmark.openCycle, mode: 'blind', tokenKey };
  ports.benchmark.issuer = issuer;
  ports.benchmark.codes.set(code, null);
  return ports;
}

async function atToken(ports = blindPorts(), answers = everyAnswer): Promise<Rendered> {
  const rendered = await submitOf(answers, ports);
  await press(rendered, 'Review and submit');
  await screen.findByRole('textbox', { name: 'Member code' });
  return rendered;
}

async function buy(rendered: Rendered): Promise<void> {
  await paste('Member code', code);
  await press(rendered, 'Get your token');
}

it('buys a token first, then sends the row with it and nothing of the code', async () => {
  const ports = blindPorts();
  const rendered = await atToken(ports);
  expect(screen.getByText(/shows that a member sent the row, but not which one/)).toBeTruthy();
  const recovery = codeShown();
  expect(recovery).not.toBeNull();
  await buy(rendered);
  expect(await screen.findByText('You hold a token for cycle 2026-4')).toBeTruthy();
  expect(screen.getByText(/It says nothing about you/)).toBeTruthy();
  expect(screen.getByText(issuer.tokenKey.id)).toBeTruthy();
  await press(rendered, 'Review and submit');
  await button('Submit');
  expect(codeShown()).toBe(recovery);
  await rendered.user.click(screen.getByRole('button', { name: 'Show all of Authorization', hidden: true }));
  const shown = headersShown();
  await confirm(rendered);
  await screen.findByText('Accepted for cycle 2026-4');
  const [sent] = ports.benchmark.asked.filter(({ what }) => what === 'submit');
  const { nullifier, owner, authorization } = sent!.with as Record<string, string>;
  expect(shown).toEqual({
    'Content-Type': 'application/json',
    'Idempotency-Key': `"${nullifier}"`,
    'Row-Owner': `"${owner}"`,
    Authorization: authorization,
  });
  expect(JSON.stringify(ports.workbook.records) + JSON.stringify(ports.workbook.kept)).not.toContain(code);
  expect(ports.workbook.kept).toMatchObject([{ pending: null, nullifier }]);
});

it('lets a token be bought while answers are missing: the two are best far apart in time', async () => {
  const rendered = await atToken(blindPorts(), someAnswers);
  await buy(rendered);
  await screen.findByText('You hold a token for cycle 2026-4');
  await press(rendered, 'Review and submit');
  expect(await screen.findByText(/items have no answer yet/)).toBeTruthy();
});

it('asks for nothing where the workbook cannot keep the request', async () => {
  const ports = blindPorts();
  const rendered = await atToken(ports);
  ports.workbook.refuse('saveToken', 'A cell is being edited.');
  await buy(rendered);
  expect((await screen.findByRole('alert')).textContent).toContain('A cell is being edited.');
  expect(ports.benchmark.asked.filter(({ what }) => what === 'buyToken')).toEqual([]);
});

it('repeats the same request after a lost reply and a restart, and spends one code', async () => {
  const ports = blindPorts();
  const rendered = await atToken(ports);
  ports.benchmark.loseNextReply('The connection broke.');
  await buy(rendered);
  await screen.findByText(/connection broke/);
  expect(ports.workbook.kept).toMatchObject([{ authorization: null }]);
  const again = await reopened(rendered);
  await press(again, 'Review and submit');
  expect(await screen.findByText('A token was asked for already')).toBeTruthy();
  expect(codeShown()).toBeNull();
  await buy(again);
  await screen.findByText('You hold a token for cycle 2026-4');
  const requests = ports.benchmark.asked.filter(({ what }) => what === 'buyToken');
  expect(requests).toHaveLength(2);
  expect(requests[1]).toEqual(requests[0]);
  expect(ports.workbook.kept).toHaveLength(1);
  await press(again, 'Review and submit');
  await button('Submit');
  await confirm(again);
  await screen.findByText('Accepted for cycle 2026-4');
});

it('gets the token again where the workbook could not keep it', async () => {
  const ports = blindPorts();
  const rendered = await atToken(ports);
  const release = ports.benchmark.hold();
  await buy(rendered);
  await screen.findByRole('progressbar', { name: 'Getting the token' });
  await screen.findByText(/26 characters/);
  while (ports.workbook.kept.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  ports.workbook.refuse('saveToken', 'A cell is being edited.');
  release();
  expect((await screen.findByRole('alert')).textContent).toContain('A cell is being edited.');
  ports.workbook.accept('saveToken');
  await buy(rendered);
  expect(await screen.findByText('You hold a token for cycle 2026-4')).toBeTruthy();
});

it('goes straight to the review with a token of an earlier session, whose code is not shown again', async () => {
  const ports = blindPorts();
  const rendered = await atToken(ports);
  await buy(rendered);
  await screen.findByText('You hold a token for cycle 2026-4');
  const again = await reopened(rendered);
  await press(again, 'Review and submit');
  await button('Submit');
  expect(codeShown()).toBeNull();
  expect(screen.getByText(issuer.tokenKey.id)).toBeTruthy();
});

it('asks for another token when the key changed since, and leaves the code unspent on a strange key', async () => {
  const ports = blindPorts();
  const rendered = await atToken(ports);
  await buy(rendered);
  await screen.findByText('You hold a token for cycle 2026-4');
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const later = tokenIssuer(own, { cycle: '2026-4', rubric: 'jsp', issuer: DEFAULT_ISSUER });
  ports.benchmark.openCycle = { ...ports.benchmark.openCycle, tokenKey: later.tokenKey };
  await press(rendered, 'Review and submit');
  expect(await screen.findByRole('button', { name: 'Get your token' })).toBeTruthy();

  const tagging = tokenIssuer(own, { cycle: '2026-4', rubric: 'jsp', issuer: 'for-you-alone' });
  ports.benchmark.openCycle = { ...ports.benchmark.openCycle, tokenKey: tagging.tokenKey };
  await press(rendered, 'Back');
  await press(rendered, 'Review and submit');
  const before = ports.benchmark.asked.filter(({ what }) => what === 'buyToken').length;
  await buy(rendered);
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(ports.benchmark.asked.filter(({ what }) => what === 'buyToken')).toHaveLength(before);
});

it('says whether this add-in was made for the key', async () => {
  const pins = { receiptKey: null, tokenKey: issuer.tokenKey.id };
  await atToken(blindPorts({ pins }));
  expect(screen.getByText('This version was made for this key.')).toBeTruthy();
});

it('leaves a row that waits from another mode behind, once the token’s row is taken', async () => {
  const ports = blindPorts();
  const { tokenKey: _, ...open } = ports.benchmark.openCycle;
  ports.benchmark.openCycle = { ...open, mode: 'open' };
  const rendered = await submitOf(everyAnswer, ports);
  await press(rendered, 'Review and submit');
  await button('Submit');
  ports.benchmark.openCycle = { ...open, mode: 'blind', tokenKey: issuer.tokenKey };
  await confirm(rendered);
  await screen.findByText(/not genuine/);
  await press(rendered, 'Review again');
  await buy(rendered);
  await screen.findByText('You hold a token for cycle 2026-4');
  await press(rendered, 'Review and submit');
  await button('Submit');
  await confirm(rendered);
  await screen.findByText('Accepted for cycle 2026-4');
  expect(ports.benchmark.rows.size).toBe(1);
  await reopened(rendered);
  expect(await screen.findByText('Accepted for cycle 2026-4')).toBeTruthy();
});
