import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { type SubmissionRecord, submissionRecordSchema } from '../submission/record';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import { type StateRow, SUBMISSION_PREFIX } from '../workbook/map';
import { replaceFile } from './replace-file';

const recordsSchema = z.array(submissionRecordSchema);

/** Where the command line keeps what it sent of a file: beside it, so that a second try is the same try. */
export const recordFileOf = (file: string): string => `${file}.submissions.json`;

/**
 * The records kept of a file, beside it and (a workbook) in it by the add-in; none yet is an empty list. A damaged one
 * is a failure: it must be neither overwritten nor overlooked.
 */
export function readRecords(
  file: string,
  state: readonly StateRow[],
  words: Words,
): Result<readonly SubmissionRecord[]> {
  const kept = recordFileOf(file);
  const inside = parseRecords(storedIn(state), file, words);
  const beside = existsSync(kept) ? readBeside(kept, words) : success([]);
  if (!inside.ok) return inside;
  if (!beside.ok) return beside;
  const known = new Set(beside.value.map(({ nullifier }) => nullifier));
  return success([...inside.value.filter(({ nullifier }) => !known.has(nullifier)), ...beside.value]);
}

/** The records of a state sheet as one JSON text; a cell that holds no text holds no record. */
function storedIn(state: readonly StateRow[]): string {
  const own = state.filter(({ key }) => typeof key === 'string' && key.startsWith(SUBMISSION_PREFIX));
  return `[${own.map(({ value }) => (typeof value === 'string' ? value : 'null')).join(',')}]`;
}

function readBeside(kept: string, words: Words): Result<readonly SubmissionRecord[]> {
  try {
    return parseRecords(readFileSync(kept, 'utf8'), kept, words);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return failed('file-unreadable', words('cli.fileUnreadable', { file: kept, reason: error.message }));
  }
}

function parseRecords(text: string, file: string, words: Words): Result<readonly SubmissionRecord[]> {
  const damaged = () => failed('records-damaged', words('cli.recordsDamaged', { file }));
  try {
    const parsed = recordsSchema.safeParse(JSON.parse(text));
    return parsed.success ? success(parsed.data) : damaged();
  } catch (error) {
    if (error instanceof SyntaxError) return damaged();
    throw error;
  }
}

/** Keeps a record, in the place of the one with its key. Called before anything is sent; the file is there whole or as it was. */
export function keepRecord(
  file: string,
  record: SubmissionRecord,
  records: readonly SubmissionRecord[],
  words: Words,
): Result<readonly SubmissionRecord[]> {
  const all = [...records.filter((other) => other.nullifier !== record.nullifier), record];
  const written = replaceFile(recordFileOf(file), all, words);
  return written.ok ? success(all) : written;
}
