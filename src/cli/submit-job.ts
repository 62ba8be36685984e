import type { BenchmarkPort } from '../submission/port';
import type { SubmissionRecord } from '../submission/record';
import type { Result } from '../words/result';
import type { LoadedRow } from './load-row';
import { keepRecord } from './record-file';
import type { Shipped } from './shipped';

/** What `submit` works on. */
export interface SubmitJob {
  readonly file: string;
  readonly loaded: LoadedRow;
  readonly records: readonly SubmissionRecord[];
  readonly client: BenchmarkPort;
  readonly shipped: Shipped;
  /** As `parseMemberCode` gives it; null where none was given. */
  readonly code: string | null;
  /** Behind the recovery code: the one that was given, or a new one. */
  readonly root: Uint8Array;
  /** The root secret was made in this call, so its code has to be shown if it comes to own anything. */
  readonly isNew: boolean;
}

/** Keeps the record beside the file, and only then runs `send`; keeps what comes of it. */
export async function keptAround<T>(
  { file, records, shipped }: SubmitJob,
  record: SubmissionRecord,
  send: () => Promise<Result<T>>,
  settled: (answer: T) => SubmissionRecord,
): Promise<Result<T>> {
  const kept = keepRecord(file, record, records, shipped.words);
  if (!kept.ok) return kept;
  const answer = await send();
  if (!answer.ok) return answer;
  const done = keepRecord(file, settled(answer.value), kept.value, shipped.words);
  return done.ok ? answer : done;
}
