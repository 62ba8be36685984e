import type { Cycle } from '../../submission/port';
import type { Prepared } from '../../submission/prepare';
import type { SubmissionRecord } from '../../submission/record';
import type { Row } from '../../submission/row';
import type { Failure } from '../../words/result';

/** Everything that is fixed once a row is under review. */
export interface Review {
  readonly row: Row;
  readonly cycle: Cycle;
  readonly prepared: Prepared;
}

/** Where the row of this workbook stands. */
export type SubmissionState =
  | { readonly kind: 'loading' }
  /** The workbook would not say what was sent before, so nothing may be sent now. */
  | { readonly kind: 'unreadable'; readonly failure: Failure }
  | { readonly kind: 'form'; readonly busy: boolean; readonly failure: Failure | null }
  | { readonly kind: 'review'; readonly review: Review; readonly failure: Failure | null }
  | { readonly kind: 'sending' }
  | { readonly kind: 'waiting'; readonly record: SubmissionRecord; readonly failure: Failure | null }
  /** `unsaved`: the service has the row, the workbook could not keep the receipt. */
  | { readonly kind: 'accepted'; readonly record: SubmissionRecord; readonly unsaved: Failure | null };
