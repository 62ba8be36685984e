import type { SubmissionRecord } from '../../submission/record';
import { corrected, isRefusal, withdrawn } from '../../submission/settle';
import type { Failure } from '../../words/result';
import { asked } from '../store/asked';
import { keepReceipt, keepWithdrawal } from './keep-proof';
import { resume } from './resume';
import type { Draft, SubmissionState } from './submission-state';
import type { SubmitParts } from './submit-parts';

/** Keeps the correction on the shelf, and only then sends it. What the service refuses is not kept. */
export async function correct(parts: SubmitParts, draft: Draft, secret: string): Promise<SubmissionState> {
  const { words, shelf, benchmark } = parts;
  const { record } = draft;
  const kept = await asked(words, () => shelf.saveSubmission(record));
  if (!kept.ok) return { kind: 'correction', draft, failure: kept.failure };
  const receipt = await asked(words, () => benchmark.correct(record, secret));
  if (receipt.ok) return keepReceipt(parts, corrected(record, receipt.value));
  const { failure } = receipt;
  return isRefusal(failure.code)
    ? drop(parts, draft, failure)
    : refusedAs({ ...draft, again: true }, failure);
}

async function drop(parts: SubmitParts, draft: Draft, failure: Failure): Promise<SubmissionState> {
  const record = { ...draft.record, correction: null };
  const kept = await asked(parts.words, () => parts.shelf.saveSubmission(record));
  return refusedAs({ ...draft, again: !kept.ok }, failure);
}

const refusedAs = (draft: Draft, failure: Failure): SubmissionState => ({
  kind: 'correction',
  draft,
  failure,
});

/**
 * Takes the row back. Asked again after a lost reply, the service gives the same withdrawal. A row that waits and that
 * the service does not know never arrived: then it is only taken out of the workbook.
 */
export async function withdraw(
  parts: SubmitParts,
  record: SubmissionRecord,
  secret: string,
): Promise<SubmissionState> {
  const withdrawal = await asked(parts.words, () => parts.benchmark.withdraw(record, secret));
  if (!withdrawal.ok && withdrawal.failure.code === 'row-unknown' && record.state === 'waiting') {
    return takeBack(parts, record);
  }
  if (!withdrawal.ok) return { kind: 'withdrawal', record, failure: withdrawal.failure };
  return keepWithdrawal(parts, withdrawn(record, withdrawal.value));
}

/** Takes a row out of the workbook of which the service has nothing. */
export async function takeBack(parts: SubmitParts, record: SubmissionRecord): Promise<SubmissionState> {
  const dropped = await asked(parts.words, () => parts.shelf.dropSubmission(record));
  if (!dropped.ok) return { kind: 'waiting', record, failure: dropped.failure };
  const next = await resume(parts);
  return next.kind === 'form' ? { ...next, takenBack: true } : next;
}

/** Gives up a correction that waits. If it did arrive unseen, the service holds it all the same. */
export async function discard(parts: SubmitParts, draft: Draft): Promise<SubmissionState> {
  const record = { ...draft.record, correction: null };
  const kept = await asked(parts.words, () => parts.shelf.saveSubmission(record));
  return kept.ok ? resume(parts) : { kind: 'correction', draft, failure: kept.failure };
}
