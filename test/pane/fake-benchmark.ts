import type { Benchmark } from '../../src/rubric/benchmark';
import type { BenchmarkPort, Cycle } from '../../src/submission/port';
import type { Receipt, SubmissionRecord } from '../../src/submission/record';
import { failed, type Result, success } from '../../src/words/result';

const KEY = 'k'.repeat(43);

/**
 * A benchmark service in memory: one row a key, the same receipt for the same bytes, 409 for others. `failNext`
 * refuses one call before it arrives; `loseNextReply` takes the row and loses the answer.
 */
export class FakeBenchmark implements BenchmarkPort {
  readonly endpoint = 'https://benchmark.example';
  readonly rows = new Map<string, string>();
  readonly releasesOffered: Benchmark[] = [];
  sent = 0;
  openCycle: Cycle = {
    cycle: '2026-4',
    rubric: { id: 'jsp', versions: ['1.0.0'] },
    closes: '2026-12-31',
    mode: 'open',
    receiptKey: { id: KEY, publicKey: KEY },
  };
  private failure: { code: string; message: string; reply: boolean } | null = null;
  private held: Promise<void> | undefined;

  failNext(code: string, message: string): void {
    this.failure = { code, message, reply: false };
  }

  loseNextReply(message: string): void {
    this.failure = { code: 'cut-off', message, reply: true };
  }

  hold(): () => void {
    let release = (): void => undefined;
    this.held = new Promise((resolve) => (release = resolve));
    return () => {
      this.held = undefined;
      release();
    };
  }

  cycle = () => this.answer(() => success(this.openCycle));

  submit = (record: SubmissionRecord): Promise<Result<Receipt>> => {
    this.sent += 1;
    return this.answer(() => {
      const first = this.rows.get(record.nullifier);
      if (first !== undefined && first !== record.bytes) {
        return failed('conflict', 'The service holds another row under this key.');
      }
      this.rows.set(record.nullifier, record.bytes);
      return success(receiptOf(record));
    });
  };

  releases = () =>
    this.answer(() =>
      success(this.releasesOffered.map(({ id, title, kind, cycle }) => ({ id, title, kind, cycle }))),
    );

  release = (id: string): Promise<Result<Benchmark>> =>
    this.answer(() => {
      const found = this.releasesOffered.find((release) => release.id === id);
      return found ? success(found) : failed('refused', `No release ${id}`);
    });

  private async answer<T>(act: () => Result<T>): Promise<Result<T>> {
    await this.held;
    const failure = this.failure;
    this.failure = null;
    if (failure?.reply) act();
    return failure ? failed(failure.code, failure.message) : act();
  }
}

export const receiptOf = ({ nullifier, cycle, hash }: SubmissionRecord): Receipt => ({
  schema: 'jsp-receipt/1',
  nullifier,
  revision: 1,
  cycle,
  rowHash: hash,
  keyId: KEY,
  signature: 's'.repeat(86),
});
