import type { Receipt, SubmissionRecord, Withdrawal } from './record';

/** Whether the service itself said no to what it understood: the same again would be refused again. */
export const isRefusal = (code: string): boolean => REFUSALS.has(code);

const REFUSALS = new Set([
  'refused',
  'conflict',
  'code-missing',
  'code-unknown',
  'code-spent',
  'token-refused',
  'row-unknown',
  'row-withdrawn',
  'revision-stale',
  'cycle-closed',
]);

/** Whether the service said no in a way that leaves nothing with it: a conflict says that it holds another row. */
export const tookNothing = (code: string): boolean => isRefusal(code) && code !== 'conflict';

/**
 * Another row of the record's cycle, which whoever saves it has not seen: a colleague's pane kept it meanwhile. The
 * first of them where there are several; undefined where there is none.
 */
export const preparedElsewhere = (
  records: readonly SubmissionRecord[],
  { cycle, endpoint, nullifier }: SubmissionRecord,
  seen: readonly string[],
): SubmissionRecord | undefined =>
  records.find(
    (other) =>
      other.cycle === cycle &&
      other.endpoint === endpoint &&
      other.nullifier !== nullifier &&
      !seen.includes(other.nullifier),
  );

/** The record once its receipt is there. What admitted the row is spent and needed no more. */
export const accepted = (record: SubmissionRecord, receipt: Receipt): SubmissionRecord => ({
  ...record,
  state: 'accepted',
  receipt,
  authorization: null,
});

/** The record with bytes on their way to take the place of those that the service holds. */
export const correcting = (
  record: SubmissionRecord,
  correction: NonNullable<SubmissionRecord['correction']>,
): SubmissionRecord => ({ ...record, correction });

/** The record once a correction's receipt is there: also that of a row put back after its withdrawal. */
export function corrected(record: SubmissionRecord, receipt: Receipt): SubmissionRecord {
  if (record.correction === null) throw new Error('No correction was on its way');
  return { ...accepted({ ...record, ...record.correction }, receipt), correction: null, withdrawal: null };
}

/** The record of a row whose values the service has emptied. */
export const withdrawn = (record: SubmissionRecord, withdrawal: Withdrawal): SubmissionRecord => ({
  ...record,
  state: 'withdrawn',
  withdrawal,
  correction: null,
  authorization: null,
});
