import { changedFields } from '../../submission/changed-fields';
import { rowBytes } from '../../submission/prepare';
import type { SubmissionRecord } from '../../submission/record';
import { correcting } from '../../submission/settle';
import type { Result } from '../../words/result';
import { success } from '../../words/result';
import type { Draft } from './submission-state';
import type { SubmitParts } from './submit-parts';

/** The answers of now, as they would take the place of the row that the service holds; also of a withdrawn one. */
export async function draftCorrection(parts: SubmitParts, record: SubmissionRecord): Promise<Result<Draft>> {
  const row = await parts.source.make(record.cycle);
  if (!row.ok) return row;
  const { bytes, hash } = await rowBytes(row.value, parts.digest);
  const drafted = correcting(record, { bytes, hash, prepared: parts.clock() });
  return success({ record: drafted, changes: knownChanges(drafted, parts), again: false });
}

/** A correction that was agreed to and has no receipt yet. */
export const draftAgain = (record: SubmissionRecord, parts: SubmitParts): Draft => ({
  record,
  changes: knownChanges(record, parts),
  again: true,
});

/** The row of a record that waits, for the place of one that the service holds under its key. */
export function draftOverHeld(record: SubmissionRecord): Draft {
  const { bytes, hash, prepared } = record;
  return { record: correcting(record, { bytes, hash, prepared }), changes: null, again: false };
}

/** Of a row without a receipt nobody here knows what the service holds. */
function knownChanges({ state, bytes, correction }: SubmissionRecord, { rubric, words }: SubmitParts) {
  return state === 'waiting' ? null : changedFields(bytes, correction?.bytes ?? bytes, rubric, words);
}
