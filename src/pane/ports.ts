import type { Vocabulary } from '../assessment/vocabulary';
import type { Benchmark } from '../rubric/benchmark';
import type { Rubric } from '../rubric/schema';
import type { BenchmarkPort } from '../submission/port';
import type { Digest } from '../submission/prepare';
import type { VerifySignature } from '../submission/receipt';
import type { Pins } from '../submission/shipped-cycle';
import type { Words } from '../words/words';
import type { Change, WorkbookPort } from '../workbook/port';

/** Today as an ISO day (2026-11-23) in the user's time zone. */
export type Clock = () => string;
/** That many bytes from a cryptographic source. */
export type Random = (count: number) => Uint8Array;

/** Everything the pane touches outside itself. An entry hands these over; the pane reaches for nothing else. */
export interface PaneProps {
  readonly workbook: WorkbookPort;
  readonly benchmark: BenchmarkPort;
  readonly words: Words;
  /** What cells may say, in every language shipped. */
  readonly vocabulary: Vocabulary;
  readonly rubric: Rubric;
  /** Figures of published reports: reference lines, each with its source. */
  readonly published: readonly Benchmark[];
  /** The service's keys that this build was made for. */
  readonly pins: Pins;
  readonly theme: 'light' | 'dark';
  readonly clock: Clock;
  readonly random: Random;
  /** SHA-256. */
  readonly digest: Digest;
  /** For blind tokens (RFC 9578), which use both. */
  readonly sha384: Digest;
  readonly verify: VerifySignature;
  /** Answers to try things out with; only the sandbox has them. */
  readonly sample?: () => Promise<readonly Change[]>;
}
