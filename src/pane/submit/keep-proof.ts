import type { SubmissionRecord } from '../../submission/record';
import type { Failure } from '../../words/result';
import { asked } from '../store/asked';
import type { SubmissionState } from './submission-state';
import type { SubmitParts } from './submit-parts';

/** Keeps a record with its receipt. `failure`: what was to happen besides, and did not. */
export async function keepReceipt(
  parts: SubmitParts,
  record: SubmissionRecord,
  failure: Failure | null = null,
): Promise<SubmissionState> {
  const kept = await asked(parts.words, () => parts.shelf.saveSubmission(record));
  const recovery = await parts.secrets.codeOf(record);
  return { kind: 'accepted', record, unsaved: kept.ok ? null : kept.failure, recovery, failure };
}

/** Keeps a record with its withdrawal. */
export async function keepWithdrawal(parts: SubmitParts, record: SubmissionRecord): Promise<SubmissionState> {
  const kept = await asked(parts.words, () => parts.shelf.saveSubmission(record));
  return { kind: 'withdrawn', record, unsaved: kept.ok ? null : kept.failure, failure: null };
}
