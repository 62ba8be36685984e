import { submissionRecordSchema, type SubmissionRecord } from '../submission/record';
import type { Result } from '../words/result';
import type { Words } from '../words/words';
import { type StateRow, SUBMISSION_PREFIX } from './map';
import { storedRecords } from './stored-records';

/** Every row that was prepared or sent, oldest first, as the state sheet holds them; `state-damaged` where one cannot be read. */
export const storedSubmissions = (
  state: readonly StateRow[],
  words: Words,
): Result<readonly SubmissionRecord[]> =>
  storedRecords(state, SUBMISSION_PREFIX, submissionRecordSchema, words);
