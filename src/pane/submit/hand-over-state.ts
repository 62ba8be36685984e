import type { ReadRecord } from '../../submission/record-file';
import type { SubmissionRecord } from '../../submission/record';
import type { Row } from '../../submission/row';
import type { Failure } from '../../words/result';

/** A row that is looked at before somebody takes it to the benchmark's page. */
export interface HandedOver {
  readonly row: Row;
  readonly bytes: string;
  readonly hash: string;
  /** A row of its cycle that this workbook knows of already: handed in as it is, this one would be a second. */
  readonly earlier: SubmissionRecord | null;
}

/** A record that was put into the workbook; `unsaved` where the workbook could not keep it. */
export interface KeptRecord {
  readonly record: SubmissionRecord;
  /** What was found when it was added; null for one of an earlier session. */
  readonly signature: ReadRecord['signature'] | null;
  readonly unsaved: Failure | null;
}

/** Where a row stands that this pane never sends. */
export type HandOverState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unreadable'; readonly failure: Failure }
  | { readonly kind: 'form'; readonly busy: boolean; readonly failure: Failure | null }
  | { readonly kind: 'review'; readonly handed: HandedOver }
  | { readonly kind: 'kept'; readonly kept: KeptRecord };

/** Why a record may not be that of this workbook; a person has to say. */
export type Doubt = 'doubtOther' | 'doubtSecond';

export type Offered =
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'doubtful'; readonly read: ReadRecord; readonly doubts: readonly Doubt[] }
  | { readonly kind: 'clear'; readonly read: ReadRecord };
