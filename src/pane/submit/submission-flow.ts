import type { SubmissionRecord } from '../../submission/record';
import type { Prepared } from '../../submission/prepare';
import { accepted, preparedElsewhere } from '../../submission/settle';
import { failed, type Result } from '../../words/result';
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
  const kept = await keepAlone(parts, fresh.value);
  // Another pane was first by a moment: the next look takes its key over, or finds its receipt.
  if (!kept.ok && kept.failure.code === 'prepared-elsewhere') return submit(parts, shown);
  if (!kept.ok) return { kind: 'review', review: shown, failure: kept.failure };
  const sent = await send(parts, record);
  const conflict = sent.kind === 'waiting' && sent.failure?.code === 'conflict';
  return conflict && replaces ? takePlaceOf(parts, replaces, record, sent) : sent;
}

/**
 * Keeps a row as the only one on its way for its cycle. Two panes of one workbook on two machines may both write before
 * either sees the other: so it is read once more, and of two the one further down gives way (`prepared-elsewhere`).
 */
async function keepAlone({ words, shelf }: SubmitParts, { record, seen }: Prepared): Promise<Result<void>> {
  const kept = await asked(words, () => shelf.saveSubmission(record, seen));
  if (!kept.ok) return kept;
  const after = await asked(words, () => shelf.submissions());
  if (!after.ok) return after;
  const own = after.value.findIndex(({ nullifier }) => nullifier === record.nullifier);
  const other = preparedElsewhere(after.value, record, seen);
  if (own < 0) return failed('record-changed', words('workbook.recordChanged'));
  if (other === undefined || own < after.value.indexOf(other)) return kept;
  const gaveWay = await asked(words, () => shelf.dropSubmission(record));
  return gaveWay.ok ? failed('prepared-elsewhere', words('pane.preparedElsewhere')) : gaveWay;
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
