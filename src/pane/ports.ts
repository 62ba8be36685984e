import type { Vocabulary } from '../assessment/vocabulary';
import type { Benchmark } from '../rubric/benchmark';
import type { Rubric } from '../rubric/schema';
import type { BenchmarkPort } from '../submission/port';
import type { Digest } from '../submission/prepare';
import type { VerifySignature } from '../submission/receipt';
import type { Pins } from '../submission/shipped-cycle';
import type { Failure, Result } from '../words/result';
import type { Words } from '../words/words';
import type { Change, WorkbookPort } from '../workbook/port';
import type { CapturedPort } from './inbox/inbox-port';

/** Today as an ISO day (2026-11-23) in the user's time zone. */
export type Clock = () => string;
/** That many bytes from a cryptographic source. */
export type Random = (count: number) => Uint8Array;

/** Where a pane that sends nothing itself (the extension's) leads its row: the same bytes, as a copy or a file. */
export interface HandOverPort {
  /** The cycle that the row is for, and the ISO day on which it closes, as this build knows them. */
  readonly cycle: string;
  readonly closes: string;
  /** The benchmark's own page that takes a row, such as https://benchmark.example/submit; null where the build names no service. */
  readonly page: string | null;
  /** Puts a text on the clipboard. */
  copy(text: string): Promise<Result<void>>;
  /** Hands a text file to the browser's downloads. */
  save(name: string, text: string): Promise<Result<void>>;
}

/** Answers that are still to be written, told in the words of a failure. */
export interface LeftOver {
  readonly changes: readonly Change[];
  readonly failure: Failure;
}

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
  /** Evidence that waits in the browser extension; absent where no extension can be asked. */
  readonly captured?: CapturedPort;
  /** The workbook is a file that no spreadsheet shows: nothing can be selected in it. */
  readonly inFile?: true;
  /** Where it is there, the pane sends nothing: `benchmark` then answers from what was shipped and refuses the rest in words. */
  readonly handOver?: HandOverPort;
  /** Answers of an earlier session that the workbook refused then, and why they are here: they are not in it yet. */
  readonly leftOver?: LeftOver;
  /** Answers to try things out with; only the sandbox has them. */
  readonly sample?: () => Promise<readonly Change[]>;
}
