import type { FieldChange } from '../../submission/changed-fields';
import type { Cycle } from '../../submission/port';
import type { Prepared, RowAccess } from '../../submission/prepare';
import type { SubmissionRecord, TokenRecord } from '../../submission/record';
import type { Row } from '../../submission/row';
import type { Failure } from '../../words/result';

/** Everything that is fixed once a row is under review. */
export interface Review {
  readonly row: Row;
  readonly cycle: Cycle;
  readonly access: RowAccess;
  readonly prepared: Prepared;
  /** The recovery code of this session, where it owns the row. */
  readonly recovery: string | null;
}

/** Bytes that are to take the place of what the service holds. */
export interface Draft {
  /** With its `correction`. */
  readonly record: SubmissionRecord;
  /** What the bytes would change, as far as is known what the service holds. */
  readonly changes: readonly FieldChange[] | null;
  /** It was agreed to and sent before, and its receipt never came: only these bytes may go. */
  readonly again: boolean;
}

/** Where the row stands. */
export type SubmissionState =
  | { readonly kind: 'loading' }
  /** The shelf would not say what was sent before, so nothing may be sent now. */
  | { readonly kind: 'unreadable'; readonly failure: Failure }
  | {
      readonly kind: 'form';
      readonly busy: boolean;
      readonly failure: Failure | null;
      /** A row that waited was taken back: nothing of it is with the service. */
      readonly takenBack?: true;
    }
  /** The cycle asks for a member code. */
  | { readonly kind: 'member-code'; readonly cycle: Cycle }
  /** The cycle asks for a token; `token` is there once it was asked for. */
  | {
      readonly kind: 'token';
      readonly cycle: Cycle;
      readonly token: TokenRecord | null;
      readonly recovery: string | null;
      readonly busy: boolean;
      readonly failure: Failure | null;
    }
  | { readonly kind: 'review'; readonly review: Review; readonly failure: Failure | null }
  | { readonly kind: 'sending'; readonly what: 'row' | 'withdrawal' }
  | { readonly kind: 'waiting'; readonly record: SubmissionRecord; readonly failure: Failure | null }
  /**
   * `unsaved`: the service has the row, the shelf could not keep the receipt. `recovery`: the code, once more, in the
   * session that made it. `newer`: the row that was to replace this one did not go, because this one had arrived.
   */
  | {
      readonly kind: 'accepted';
      readonly record: SubmissionRecord;
      readonly unsaved: Failure | null;
      readonly recovery: string | null;
      readonly failure: Failure | null;
    }
  | { readonly kind: 'correction'; readonly draft: Draft; readonly failure: Failure | null }
  | { readonly kind: 'withdrawal'; readonly record: SubmissionRecord; readonly failure: Failure | null }
  | {
      readonly kind: 'withdrawn';
      readonly record: SubmissionRecord;
      readonly unsaved: Failure | null;
      readonly failure: Failure | null;
    };
