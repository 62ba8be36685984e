import type { SubmissionRecord } from '../../submission/record';
import { accepted } from '../../submission/settle';
import { failed } from '../../words/result';
import { asked } from '../store/asked';
import { correct } from './correction-flow';
import { keepReceipt } from './keep-proof';
import { prepareFrom } from './review-flow';
import { resume } from './resume';
import type { Review, SubmissionState } from './submission-state';
import type { SubmitParts } from './submit-parts';

/**
 * Keeps the record on the shelf, and only then sends it. Another pane may have prepared a row there
 * meanwhile: its key is taken over, shown, and confirmed again, so that there is one row.
 */
export async function submit(parts: SubmitParts, shown: Review): Promise<SubmissionState> {
  const fresh = await prepareFrom(parts, shown.row, shown.access);
  if (!fresh.ok) {
    if (fresh.failure.code === 'already-accepted') return resume(parts);
    return { kind: 'review', review: shown, failure: fresh.failure };
  }
  const { record, replaces } = fresh.value;
  if (record.nullifier !== shown.prepared.record.nullifier) {
    const { failure } = failed('prepared-elsewhere', parts.words('pane.preparedElsewhere'));
    const recovery = await parts.secrets.codeOf(record);
    return { kind: 'review', review: { ...shown, prepared: fresh.value, recovery }, failure };
  }
  const kept = await asked(parts.words, () => parts.shelf.saveSubmission(record));
  if (!kept.ok) return { kind: 'review', review: shown, failure: kept.failure };
  const sent = await send(parts, record);
  const conflict = sent.kind === 'waiting' && sent.failure?.code === 'conflict';
  return conflict && replaces ? takePlaceOf(parts, replaces, record, sent) : sent;
}

/**
 * The service holds an earlier row of this key, whose reply was lost. Its receipt is asked for; then the new row takes
 * its place as a correction, where this session knows the secret, and waits for the recovery code otherwise.
 */
async function takePlaceOf(
  parts: SubmitParts,
  earlier: SubmissionRecord,
  record: SubmissionRecord,
  refused: SubmissionState,
): Promise<SubmissionState> {
  const { words, benchmark, secrets } = parts;
  const receipt = await asked(words, () => benchmark.submit(earlier));
  const held = receipt.ok ? accepted(earlier, receipt.value) : record;
  const ownership = await secrets.ownershipOf(record);
  if (ownership) {
    const { bytes, hash, prepared } = record;
    const draft = { record: { ...held, correction: { bytes, hash, prepared } }, changes: null, again: false };
    return correct(parts, draft, ownership.secret);
  }
  if (!receipt.ok) return refused;
  const { failure } = failed('earlier-counts', words('pane.earlierCounts'));
  return keepReceipt(parts, held, failure);
}

/** Sends a record that the shelf holds. The same record any number of times makes one row. */
export async function send(parts: SubmitParts, record: SubmissionRecord): Promise<SubmissionState> {
  const { words, benchmark, secrets } = parts;
  const receipt = await asked(words, () => benchmark.submit(record));
  if (receipt.ok) return keepReceipt(parts, accepted(record, receipt.value));
  if (CODE_REFUSED.has(receipt.failure.code)) {
    secrets.codeRefused = true;
    secrets.memberCode = null;
  }
  return { kind: 'waiting', record, failure: receipt.failure };
}

const CODE_REFUSED = new Set(['code-missing', 'code-unknown', 'code-spent']);
