import type { Benchmark } from '../rubric/benchmark';
import type { Result } from '../words/result';
import type { Receipt, SubmissionRecord } from './record';

/** What the service says about the open cycle (GET /v1/cycle). */
export interface Cycle {
  readonly cycle: string;
  readonly rubric: { readonly id: string; readonly versions: readonly string[] };
  /** ISO day after which rows are no longer taken. */
  readonly closes: string;
  /** Who may submit. Only `open` is served by this version; the others have their place in the protocol. */
  readonly mode: 'open' | 'code' | 'blind';
  readonly receiptKey: { readonly id: string; readonly publicKey: string };
}

export interface ReleaseSummary {
  readonly id: string;
  readonly title: string;
  readonly kind: Benchmark['kind'];
  readonly cycle: string;
}

/** The benchmark service as the pane sees it. Failures carry words a user can act on. */
export interface BenchmarkPort {
  /** Where rows go, as shown to the user. */
  readonly endpoint: string;
  cycle(): Promise<Result<Cycle>>;
  /** Sends exactly `record.bytes`. The same record again gives the same receipt. */
  submit(record: SubmissionRecord): Promise<Result<Receipt>>;
  releases(): Promise<Result<readonly ReleaseSummary[]>>;
  release(id: string): Promise<Result<Benchmark>>;
}
