/** @jest-environment jsdom */
import { generateKeyPairSync } from 'node:crypto';
import { screen, waitFor } from '@testing-library/react';
import { tokenIssuer } from '../../src/service/tokens/token-issuer';
import { formatMemberCode } from '../../src/submission/member-code';
import { DEFAULT_ISSUER } from '../../src/submission/token';
import { FakeBenchmark } from '../pane/fake-benchmark';
import {
  accepted,
  button,
  bytesShown,
  codeShown,
  confirm,
  handIn,
  press,
  putIn,
  review,
  saveRecord,
  type,
} from './page-steps';
import { bytes, openPage, otherBytes, pagePorts, reloaded } from './render-page';

const code = formatMemberCode(new Uint8Array(16).fill(5));
const kept = (): string => JSON.stringify({ ...localStorage });

describe('in mode code', () => {
  function withCodes(): FakeBenchmark {
    const benchmark = new FakeBenchmark();
    benchmark.openCycle = { ...benchmark.openCycle, mode: 'code' };
    benchmark.codes.set(code, null);
    return benchmark;
  }

  it('asks for the member code, and sends it with the row', async () => {
    const page = await openPage(pagePorts({ benchmark: withCodes() }));
    await handIn(page);
    await type('Member code', code);
    await press(page, 'Continue');
    await button('Submit');
    await confirm(page);
    await screen.findByText('Accepted for cycle 2026-4');
    expect([...page.benchmark.rows.values()]).toEqual([bytes]);
    expect(kept()).not.toContain(code);
  });

  it('asks again where the service does not know the code, with the row still here after a reload', async () => {
    const page = await openPage(pagePorts({ benchmark: withCodes() }));
    await handIn(page);
    await type('Member code', formatMemberCode(new Uint8Array(16).fill(6)));
    await press(page, 'Continue');
    await button('Submit');
    await confirm(page);
    await screen.findByText(/not known/);
    const again = await reloaded(page);
    page.benchmark.failNext('code-unknown', 'This member code is not known.');
    await press(again, 'Send again');
    await press(again, 'Review again');
    await type('Member code', code);
    await press(again, 'Continue');
    await button('Submit');
    expect(bytesShown()).toBe(bytes);
    await confirm(again);
    await screen.findByText('Accepted for cycle 2026-4');
    expect(page.benchmark.rows.size).toBe(1);
  });
});

describe('in mode blind', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const issuer = tokenIssuer(privateKey, { cycle: '2026-4', rubric: 'jsp', issuer: DEFAULT_ISSUER });
  function withTokens(): FakeBenchmark {
    const benchmark = new FakeBenchmark();
    const { tokenKey } = issuer;
    benchmark.openCycle = { ...benchmark.openCycle, mode: 'blind', tokenKey };
    benchmark.issuer = issuer;
    benchmark.codes.set(code, null);
    return benchmark;
  }

  it('buys a token first, keeps it in this browser over days, and deletes it with Done', async () => {
    const page = await openPage(pagePorts({ benchmark: withTokens() }));
    await handIn(page);
    await type('Member code', code);
    expect(codeShown()).not.toBeNull();
    await press(page, 'Get your token');
    expect(await screen.findByText(/kept in this browser: let a day or more go by/)).toBeTruthy();
    const later = await reloaded(page);
    await review(later);
    await confirm(later);
    await screen.findByText('Accepted for cycle 2026-4');
    expect([...later.benchmark.rows.values()]).toEqual([bytes]);
    expect(kept()).not.toContain(code);
    await saveRecord(later);
    await press(later, 'Done');
    await screen.findByRole('textbox', { name: 'Row or record' });
    expect(localStorage).toHaveLength(0);
  });

  it('asks for the same token after a lost reply and a reload, and spends one code', async () => {
    const page = await openPage(pagePorts({ benchmark: withTokens() }));
    await handIn(page);
    await type('Member code', code);
    page.benchmark.loseNextReply('The connection broke.');
    await press(page, 'Get your token');
    await screen.findByText(/connection broke/);
    const again = await reloaded(page);
    await handIn(again);
    expect(await screen.findByText('A token was asked for already')).toBeTruthy();
    await type('Member code', code);
    await press(again, 'Get your token');
    await screen.findByText('You hold a token for cycle 2026-4');
    const requests = page.benchmark.asked.filter(({ what }) => what === 'buyToken');
    expect(requests[1]).toEqual(requests[0]);
  });
});

describe('a row whose reply was lost', () => {
  it('is kept in this browser, and the same bytes go again under the same key after a reload', async () => {
    const page = await openPage();
    await review(page);
    page.benchmark.loseNextReply('The connection broke.');
    await confirm(page);
    await screen.findByText(/connection broke/);
    const again = await reloaded(page);
    expect(await screen.findByText(/kept in this browser, but there is no receipt yet/)).toBeTruthy();
    await press(again, 'Send again');
    await screen.findByText('Accepted for cycle 2026-4');
    const sent = page.benchmark.asked.filter(({ what }) => what === 'submit');
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(page.benchmark.rows.size).toBe(1);
  });

  it('is kept from before it is sent: a page that is closed meanwhile loses nothing', async () => {
    const page = await openPage();
    await review(page);
    const release = page.benchmark.hold();
    await confirm(page);
    await screen.findByText('Sending the row…');
    await waitFor(() => expect(kept()).toContain('waiting'));
    page.unmount();
    release();
    await waitFor(() => expect(page.benchmark.rows.size).toBe(1));
    const again = await openPage(page);
    await screen.findByText(/^(A row is waiting|Accepted for cycle)/);
    expect(again.benchmark.rows.size).toBe(1);
  });

  it('can give way to another row under the same key', async () => {
    const page = await openPage();
    await review(page);
    page.benchmark.failNext('offline', 'It cannot be reached.');
    await confirm(page);
    await screen.findByText(/cannot be reached/);
    await putIn(page, otherBytes);
    expect(await screen.findByText('This row replaces one that waits')).toBeTruthy();
    expect(bytesShown()).toBe(otherBytes);
    await confirm(page);
    await screen.findByText('Accepted for cycle 2026-4');
    expect([...page.benchmark.rows.values()]).toEqual([otherBytes]);
  });
});

it('can delete a row that the service refused, and begins anew', async () => {
  const page = await openPage();
  await review(page);
  page.benchmark.failNext('refused', 'The service refused: no.');
  await confirm(page);
  await screen.findByText(/The service refused: no/);
  await press(page, 'Delete it from this browser');
  await screen.findByRole('textbox', { name: 'Row or record' });
  expect(localStorage).toHaveLength(0);
});

it('offers no such thing for a row that may have arrived', async () => {
  const page = await openPage();
  await review(page);
  page.benchmark.loseNextReply('The connection broke.');
  await confirm(page);
  await screen.findByText(/connection broke/);
  expect(screen.queryByRole('button', { name: 'Delete it from this browser' })).toBeNull();
});

describe('where the browser keeps nothing', () => {
  /** A storage that reads, and refuses to write once told. */
  class FullStorage implements Storage {
    [name: string]: unknown;
    readonly length = 0;
    full = true;
    private readonly texts = new Map<string, string>();
    clear = (): void => this.texts.clear();
    key = (): string | null => null;
    getItem = (key: string): string | null => this.texts.get(key) ?? null;
    removeItem = (key: string): void => void this.texts.delete(key);
    setItem = (key: string, text: string): void => {
      if (this.full) throw new DOMException('No room', 'QuotaExceededError');
      this.texts.set(key, text);
    };
  }

  it('sends nothing, and says why', async () => {
    const page = await openPage(pagePorts({ storage: new FullStorage() }));
    await review(page);
    await confirm(page);
    expect((await screen.findByRole('alert')).textContent).toContain('QuotaExceededError');
    expect(page.benchmark.sent).toBe(0);
  });

  it('still lets the record be saved where only the receipt found no room', async () => {
    const storage = new FullStorage();
    storage.full = false;
    const page = await openPage(pagePorts({ storage }));
    await review(page);
    const release = page.benchmark.hold();
    await confirm(page);
    await screen.findByText('Sending the row…');
    await waitFor(() => expect(storage.getItem('jsp-benchmark/submissions')).toContain('waiting'));
    storage.full = true;
    release();
    expect(await screen.findByText('The receipt is not kept in this browser yet')).toBeTruthy();
    expect(await saveRecord(page)).toContain('"state":"accepted"');
  });
});

it('sends nothing over what it cannot read, and writes nothing over it', async () => {
  const ports = pagePorts();
  localStorage.setItem('jsp-benchmark/submissions', '[{"half":');
  const page = await openPage(ports);
  expect((await screen.findByRole('alert')).textContent).toContain('is damaged');
  await press(page, 'Try again');
  expect(localStorage.getItem('jsp-benchmark/submissions')).toBe('[{"half":');
});

it('takes over the key of a row that another tab prepared meanwhile, after another look', async () => {
  const page = await openPage();
  await review(page);
  const theirs = { ...localStorage };
  expect(theirs).toEqual({});
  localStorage.setItem('jsp-benchmark/submissions', JSON.stringify([waitingRecord()]));
  await confirm(page);
  expect(await screen.findByText(/prepared in this browser in the meantime/)).toBeTruthy();
  expect(page.benchmark.sent).toBe(0);
  await confirm(page);
  await screen.findByText('Accepted for cycle 2026-4');
  expect([...page.benchmark.rows.keys()]).toEqual(['n'.repeat(43)]);
});

const waitingRecord = () => ({
  ...{ nullifier: 'n'.repeat(43), cycle: '2026-4', endpoint: 'https://benchmark.example', bytes: '{}' },
  ...{ hash: '0'.repeat(64), prepared: '2026-11-22', state: 'waiting', receipt: null, owner: null },
  ...{ authorization: null, correction: null, withdrawal: null },
});

it('shows once more what was accepted, rather than taking a second row of the cycle', async () => {
  const page = await openPage();
  await accepted(page);
  await putIn(page, bytes);
  expect((await screen.findByRole('alert')).textContent).toContain('the row that the service has already');
  expect(page.benchmark.rows.size).toBe(1);
});
