import type { Benchmark } from '../rubric/benchmark';
import type { Release } from '../rubric/release';
import type { Result } from '../words/result';
import type { Keys, TokenKey } from './protocol';
import type { Receipt, SubmissionRecord, Withdrawal } from './record';

/** What the service says about the open cycle (GET /v1/cycle). */
export interface Cycle {
  readonly cycle: string;
  readonly rubric: { readonly id: string; readonly versions: readonly string[] };
  /** ISO day after which rows are no longer taken. */
  readonly closes: string;
  /** Who may submit: anybody; who has a member code; who has a blind token, bought with a member code. */
  readonly mode: 'open' | 'code' | 'blind';
  readonly receiptKey: { readonly id: string; readonly publicKey: string };
  readonly tokenKey?: TokenKey | undefined;
}

export interface ReleaseSummary {
  readonly id: string;
  readonly title: string;
  readonly kind: Benchmark['kind'];
  readonly cycle: string;
}

/** Published figures: a release of this service with its signature checked, or figures in the plain format. */
export type Published =
  | {
      readonly kind: 'release';
      readonly release: Release;
      /** Hex SHA-256 of what is signed. */ readonly hash: string;
    }
  | { readonly kind: 'benchmark'; readonly benchmark: Benchmark };

/** The benchmark service as the pane sees it. Failures carry words a user can act on. */
export interface BenchmarkPort {
  /** Where rows go, as shown to the user. */
  readonly endpoint: string;
  /** Fails (`key-not-pinned`) where the build pins keys and the service shows others. */
  cycle(): Promise<Result<Cycle>>;
  keys(): Promise<Result<Keys>>;
  /** Sends exactly `record.bytes`. The same record again gives the same receipt. */
  submit(record: SubmissionRecord): Promise<Result<Receipt>>;
  /** Sends exactly `record.correction.bytes` in the place of what the service holds. `secret` is the owner's, base64url. */
  correct(record: SubmissionRecord, secret: string): Promise<Result<Receipt>>;
  withdraw(record: SubmissionRecord, secret: string): Promise<Result<Withdrawal>>;
  /** Hands in a member code and a TokenRequest (RFC 9578) and gives the TokenResponse. The same two again give the same. */
  buyToken(code: string, request: Uint8Array): Promise<Result<Uint8Array>>;
  releases(): Promise<Result<readonly ReleaseSummary[]>>;
  /** Fails (`signature-invalid`) where a release is not signed by the service's key. */
  release(id: string): Promise<Result<Published>>;
  /** How often a leaf (lower-case hex) is in the release's tree, from pages that were checked against its root: 1 is right. */
  countLeaf(release: Release, leaf: string): Promise<Result<number>>;
}
