import type { Assessment } from '../../assessment/assessment';
import type { ItemId } from '../../rubric/schema';
import type { Scores } from '../../scoring/scores';
import type { Change, InsertProgress } from '../../workbook/port';
import type { Failure } from '../../words/result';

/** Where the pane stands towards the workbook. */
export type Phase =
  | { readonly kind: 'looking' }
  | { readonly kind: 'unreachable'; readonly failure: Failure }
  | { readonly kind: 'newer' }
  | { readonly kind: 'other-rubric'; readonly found: { readonly id: string; readonly version: string } }
  | { readonly kind: 'empty'; readonly taken: readonly string[]; readonly insertion: Insertion }
  | { readonly kind: 'ready' };

export type Insertion =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: InsertProgress | null }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What became of the pane's own writes. Refused changes stay here, so that nothing a user did gets lost. */
export interface Saving {
  readonly busy: boolean;
  /** Keys of the last changes that reached the workbook. */
  readonly saved: ReadonlySet<string>;
  readonly refused: readonly Change[];
  readonly failure: Failure | null;
}

export interface PaneState {
  readonly phase: Phase;
  /** What the workbook said at the last read; null before the first. */
  readonly answers: { readonly assessment: Assessment; readonly scores: Scores } | null;
  /** Why the last read failed; `answers` then shows the read before. */
  readonly readFailure: Failure | null;
  /** Why the pane cannot follow the workbook by itself. */
  readonly watchFailure: Failure | null;
  /** The workbook does not say where everything is: answers were found by headings and IDs, and Check can put that right. */
  readonly damaged: boolean;
  readonly selected: ItemId;
  /** How often an item was gone to in the pane, not in the sheet: its question gets the focus then. */
  readonly moves: number;
  readonly saving: Saving;
}

/** Which cell a change goes to, as a key. */
export const cellOf = (change: Change): string =>
  'item' in change ? `${change.item}.${change.field}` : `profile.${change.profile}`;
