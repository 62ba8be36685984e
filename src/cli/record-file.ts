import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { type SubmissionRecord, submissionRecordSchema } from '../submission/record';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';

const recordsSchema = z.array(submissionRecordSchema);

/** Where the command line keeps what it sent of a file: beside it, so that a second try is the same try. */
export const recordFileOf = (file: string): string => `${file}.submissions.json`;

/** The records kept of a file; none yet is an empty list. A damaged record file is a failure: it must not be overwritten. */
export function readRecords(file: string, words: Words): Result<readonly SubmissionRecord[]> {
  const kept = recordFileOf(file);
  if (!existsSync(kept)) return success([]);
  try {
    const parsed = recordsSchema.safeParse(JSON.parse(readFileSync(kept, 'utf8')));
    return parsed.success
      ? success(parsed.data)
      : failed('records-damaged', words('cli.recordsDamaged', { file: kept }));
  } catch (error) {
    if (error instanceof SyntaxError)
      return failed('records-damaged', words('cli.recordsDamaged', { file: kept }));
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return failed('file-unreadable', words('cli.fileUnreadable', { file: kept, reason: error.message }));
  }
}

/** Keeps a record, in the place of the one with its key. Called before anything is sent. */
export function keepRecord(
  file: string,
  record: SubmissionRecord,
  records: readonly SubmissionRecord[],
  words: Words,
): Result<readonly SubmissionRecord[]> {
  const all = [...records.filter((other) => other.nullifier !== record.nullifier), record];
  const kept = recordFileOf(file);
  try {
    writeFileSync(kept, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
    return success(all);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return failed('file-unwritable', words('cli.fileUnwritable', { file: kept, reason: error.message }));
  }
}
