/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { formatMemberCode } from '../../src/submission/member-code';
import { everyAnswer, type FakePorts, fakePorts } from './fixtures';
import type { Rendered } from './render-pane';
import {
  button,
  codeShown,
  confirm,
  headersShown,
  paste,
  press,
  reopened,
  review,
  submitOf,
} from './submit-steps';

const code = formatMemberCode(new Uint8Array(16).fill(5));
const other = formatMemberCode(new Uint8Array(16).fill(6));
const header = (given: string) => `MemberCode code="${given}"`;

function memberPorts(change: (ports: FakePorts) => void = () => undefined): FakePorts {
  const ports = fakePorts();
  ports.benchmark.openCycle = { ...ports.benchmark.openCycle, mode: 'code' };
  ports.benchmark.codes.set(code, null).set(other, null);
  change(ports);
  return ports;
}

async function reviewedWith(given: string, ports = memberPorts()): Promise<Rendered> {
  const rendered = await submitOf(everyAnswer, ports);
  await press(rendered, 'Review and submit');
  await paste('Member code', given);
  await press(rendered, 'Continue');
  await button('Submit');
  return rendered;
}

it('asks for the code when the cycle wants one, and sends exactly what the review shows', async () => {
  const rendered = await reviewedWith(code);
  expect(screen.getByText(/Your member code goes along with the row/)).toBeTruthy();
  const shown = headersShown();
  await confirm(rendered);
  await screen.findByText('Accepted for cycle 2026-4');
  const [sent] = rendered.benchmark.asked.filter(({ what }) => what === 'submit');
  const { nullifier, owner, authorization } = sent!.with as Record<string, string>;
  expect(shown).toEqual({
    'Content-Type': 'application/json',
    'Idempotency-Key': `"${nullifier}"`,
    'Row-Owner': `"${owner}"`,
    Authorization: authorization,
  });
  expect(authorization).toBe(header(code));
});

it('reads a code without regard to case, spaces and hyphens', async () => {
  const rendered = await reviewedWith(` ${code.toLowerCase().replaceAll('-', '  ')} `);
  await confirm(rendered);
  await screen.findByText('Accepted for cycle 2026-4');
  expect(rendered.benchmark.codes.get(code)).not.toBeNull();
});

it('says what is wrong with a code when the typing ends, and goes on with nothing', async () => {
  const rendered = await submitOf(everyAnswer, memberPorts());
  await press(rendered, 'Review and submit');
  await paste('Member code', code.slice(0, -1));
  expect(await screen.findByText(/has 26 characters; this one has 25/)).toBeTruthy();
  await press(rendered, 'Continue');
  expect(screen.queryByRole('button', { name: 'Submit' })).toBeNull();
  await paste('Member code', code);
  await press(rendered, 'Continue');
  expect(await button('Submit')).toBeTruthy();
});

it('keeps the code with the row until the receipt is there, and no longer', async () => {
  const rendered = await reviewedWith(code);
  rendered.benchmark.loseNextReply('The connection broke.');
  await confirm(rendered);
  await screen.findByText(/connection broke/);
  expect(rendered.workbook.records).toMatchObject([{ state: 'waiting', authorization: header(code) }]);
  const again = await reopened(rendered);
  await press(again, 'Send again');
  await screen.findByText('Accepted for cycle 2026-4');
  expect(rendered.workbook.records).toMatchObject([{ state: 'accepted', authorization: null }]);
  expect(rendered.benchmark.rows.size).toBe(1);
});

it.each([
  ['unknown', (p: FakePorts) => p.benchmark.codes.delete(code), 'code-unknown'],
  ['used before', (p: FakePorts) => p.benchmark.codes.set(code, 'another row'), 'code-spent'],
])(
  'takes another code under the same key where one is %s, also after a restart',
  async (_, spoil, failure) => {
    const ports = memberPorts(spoil);
    const rendered = await reviewedWith(code, ports);
    const recovery = codeShown();
    rendered.benchmark.failNext(failure, 'The code was refused.');
    await confirm(rendered);
    await screen.findByText(/The code was refused/);
    const again = await reopened(rendered);
    rendered.benchmark.failNext(failure, 'The code was refused again.');
    await press(again, 'Send again');
    await screen.findByText(/refused again/);
    await press(again, 'Review again');
    await paste('Member code', other);
    await press(again, 'Continue');
    await button('Submit');
    expect(recovery).not.toBeNull();
    expect(codeShown()).toBeNull();
    await confirm(again);
    await screen.findByText('Accepted for cycle 2026-4');
    expect(ports.workbook.records).toHaveLength(1);
    expect(ports.benchmark.codes.get(other)).toBe(ports.workbook.records[0]!.nullifier);
  },
);

it('asks for the code when the mode changed between the review and the sending', async () => {
  const ports = fakePorts();
  const rendered = await submitOf(everyAnswer, ports);
  await review(rendered);
  ports.benchmark.openCycle = { ...ports.benchmark.openCycle, mode: 'code' };
  ports.benchmark.codes.set(code, null);
  await confirm(rendered);
  await screen.findByText(/not known/);
  await press(rendered, 'Review again');
  await paste('Member code', code);
  await press(rendered, 'Continue');
  await button('Submit');
  await confirm(rendered);
  await screen.findByText('Accepted for cycle 2026-4');
  expect(ports.workbook.records).toHaveLength(1);
  expect(ports.benchmark.rows.size).toBe(1);
});
