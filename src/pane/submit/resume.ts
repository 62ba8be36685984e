import type { SubmissionRecord } from '../../submission/record';
import { asked } from '../store/asked';
import { draftAgain } from './drafts';
import type { SubmissionState } from './submission-state';
import type { SubmitParts } from './submit-parts';

/** What the shelf holds decides where the user goes on: a waiting row first, then the last one taken, then the form. */
export async function resume(parts: SubmitParts): Promise<SubmissionState> {
  const { words, shelf, benchmark, secrets } = parts;
  const records = await asked(words, () => shelf.submissions());
  if (!records.ok) return { kind: 'unreadable', failure: records.failure };
  const waiting = records.value.findLast(
    (record) => record.state === 'waiting' && !overtaken(record, records.value, benchmark.endpoint),
  );
  if (waiting?.correction) return { kind: 'correction', draft: draftAgain(waiting, parts), failure: null };
  if (waiting) return { kind: 'waiting', record: waiting, failure: null };
  const last = records.value.findLast(
    ({ endpoint, state }) => endpoint === benchmark.endpoint && state !== 'waiting',
  );
  if (!last) return { kind: 'form', busy: false, failure: null };
  if (last.correction) return { kind: 'correction', draft: draftAgain(last, parts), failure: null };
  if (last.state === 'withdrawn') return { kind: 'withdrawn', record: last, unsaved: null, failure: null };
  const recovery = await secrets.codeOf(last);
  return { kind: 'accepted', record: last, unsaved: null, recovery, failure: null };
}

/** A row whose cycle went on with another key, such as a token's, waits for nothing any more. */
const overtaken = (
  { cycle }: SubmissionRecord,
  records: readonly SubmissionRecord[],
  endpoint: string,
): boolean =>
  records.some(
    (record) => record.cycle === cycle && record.endpoint === endpoint && record.state !== 'waiting',
  );
