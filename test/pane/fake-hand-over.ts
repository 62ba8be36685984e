import type { HandOverPort } from '../../src/pane/ports';
import { failed, type Result, success } from '../../src/words/result';
import { type FakePorts, fakePorts } from './fixtures';

/** A clipboard and downloads in memory; `refuse` makes the next of them fail. */
export class FakeHandOver implements HandOverPort {
  readonly cycle = '2026-4';
  readonly closes = '2026-12-31';
  readonly copied: string[] = [];
  readonly saved: { readonly name: string; readonly text: string }[] = [];
  private refusal: string | null = null;

  constructor(readonly page: string | null = 'https://benchmark.example/submit') {}

  refuse(message: string): void {
    this.refusal = message;
  }

  copy = (text: string) => this.answer(() => this.copied.push(text));

  save = (name: string, text: string) => this.answer(() => this.saved.push({ name, text }));

  private answer(act: () => unknown): Promise<Result<void>> {
    const refusal = this.refusal;
    this.refusal = null;
    if (refusal === null) act();
    return Promise.resolve(refusal === null ? success(undefined) : failed('refused', refusal));
  }
}

export interface HandOverPorts extends FakePorts {
  readonly handOver: FakeHandOver;
}

/** The ports of a pane that sends nothing. */
export const handOverPorts = (change: Partial<HandOverPorts> = {}): HandOverPorts => ({
  ...fakePorts(),
  handOver: new FakeHandOver(),
  ...change,
});
