import '../pane/set-up';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { SubmitPage, type SubmitPageProps } from '../../src/submit-page/submit-page';
import { canonicalJson } from '../../src/submission/canonical';
import type { Receipt, SubmissionRecord } from '../../src/submission/record';
import type { Row } from '../../src/submission/row';
import type { Result } from '../../src/words/result';
import { FakeBenchmark } from '../pane/fake-benchmark';
import { fakePorts, rubric } from '../pane/fixtures';
import { rowOf, someAnswers } from '../submission/fixtures';
import type { ReceiptKey } from '../submission/signed-record';

export const TODAY = '2026-11-24';
/** A row for the open cycle, as it is handed over. */
export const row: Row = { ...rowOf(someAnswers(1)), cycle: '2026-4' };
export const bytes = canonicalJson(row);
export const otherBytes = canonicalJson({ ...rowOf(someAnswers(2)), cycle: '2026-4' });

export interface PagePorts extends SubmitPageProps {
  readonly benchmark: FakeBenchmark;
  readonly saved: { readonly name: string; readonly text: string }[];
}

export interface RenderedPage extends PagePorts {
  readonly user: ReturnType<typeof userEvent.setup>;
  readonly container: HTMLElement;
  readonly unmount: () => void;
}

/** The page's ports over a fresh service and an empty browser. Randomness counts up, so that no two sessions share a secret. */
export function pagePorts(change: Partial<PagePorts> = {}): PagePorts {
  localStorage.clear();
  const { words, clock, digest, sha384, verify } = fakePorts();
  const saved: PagePorts['saved'] = [];
  let drawn = 0;
  return {
    ...{ words, clock, digest, sha384, verify, saved },
    benchmark: new FakeBenchmark(),
    random: (count) => new Uint8Array(count).fill((drawn += 1)),
    rubrics: [rubric],
    storage: localStorage,
    theme: 'light',
    today: () => TODAY,
    save: (name, text) => {
      saved.push({ name, text });
      return Promise.resolve({ ok: true, value: undefined });
    },
    ...change,
  };
}

/** A service that signs with a key of its own, as a record file wants it. */
export function signingWith(key: ReceiptKey): FakeBenchmark {
  const benchmark = new FakeBenchmark();
  const { id, publicKey } = key;
  benchmark.openCycle = { ...benchmark.openCycle, receiptKey: { id, publicKey } };
  benchmark.knownKeys = { receipt: [{ id, publicKey, state: 'current' }], token: [] };
  const { submit, correct, withdraw } = benchmark;
  const signed = async (receipt: Promise<Result<Receipt>>): Promise<Result<Receipt>> => {
    const given = await receipt;
    if (!given.ok) return given;
    const { nullifier, cycle, rowHash, revision } = given.value;
    return { ok: true, value: key.receipt(nullifier, cycle, rowHash, revision) };
  };
  benchmark.submit = (record) => signed(submit(record));
  benchmark.correct = (record, secret) => signed(correct(record, secret));
  benchmark.withdraw = async (record: SubmissionRecord, secret) => {
    const given = await withdraw(record, secret);
    const { nullifier, cycle } = record;
    return given.ok ? { ok: true, value: key.withdrawal(nullifier, cycle, given.value.revision) } : given;
  };
  return benchmark;
}

/** Opens the page, once it knows the cycle. */
export async function openPage(ports: PagePorts = pagePorts()): Promise<RenderedPage> {
  const user = userEvent.setup();
  const { container, unmount } = render(<SubmitPage {...ports} />);
  await screen.findByRole('heading', { level: 1, name: ports.words('handover.pageTitle') });
  return { ...ports, user, container, unmount };
}

/** Loads the page again in the same browser. */
export function reloaded(page: RenderedPage): Promise<RenderedPage> {
  page.unmount();
  return openPage(page);
}
