import type { CapturedEvidence } from '../../assessment/evidence';
import type { ItemId } from '../../rubric/schema';
import type { Result } from '../../words/result';

/** Captured pages that wait for a workbook. In Excel on the web the extension answers; in the side panel, its inbox. */
export interface CapturedPort {
  /** Everything that waits, newest first; what has no item yet among it only where the inbox itself answers. */
  list(): Promise<Result<readonly CapturedEvidence[]>>;
  /** The workbook has these: the inbox drops each that is still as it was listed (same `id` and `revision`). */
  acknowledge(evidence: readonly Pick<CapturedEvidence, 'id' | 'revision'>[]): Promise<Result<void>>;
}

/** What a user may change of captured evidence. */
export type EvidenceEdit = Partial<Pick<CapturedEvidence, 'item' | 'title' | 'quote' | 'note'>>;

/** Why nothing but title and address was read of a page: the browser forbids it, or the page did not answer. */
export type Unread = 'not-permitted' | 'silent';

/**
 * Why a page was not captured: it is no web page; the browser gave no address of it; its address is too long to keep;
 * it has not come yet; or it was pressed before the user agreed and is not there any more.
 */
export type Refusal = 'no-web-page' | 'not-permitted' | 'too-long' | 'not-yet' | 'moved-on';

/** How the last capture went. */
export type CaptureNotice =
  /** `again`: the page was in the inbox already and was brought up to date. */
  | { readonly kind: 'captured'; readonly id: string; readonly again: boolean }
  /** Nothing selected was found, and the user was last in a frame of the page that cannot be looked into. */
  | { readonly kind: 'frame-closed'; readonly id: string; readonly again: boolean }
  /** Only title and address were kept. */
  | { readonly kind: 'title-only'; readonly id: string; readonly again: boolean; readonly why: Unread }
  /** Nothing was kept. */
  | { readonly kind: 'refused'; readonly why: Refusal }
  /** The inbox could not be written. */
  | { readonly kind: 'not-kept'; readonly reason: string };

/** The extension's inbox, as the side panel sees it. */
export interface InboxPort extends CapturedPort {
  /** Calls back whenever something in it changed, here or elsewhere. Returns the way to stop. */
  watch(onChange: () => void): () => void;
  /** Fails with `gone` where it is not there any more. Assigning an item makes it the one that the next capture gets. */
  change(id: string, edit: EvidenceEdit): Promise<Result<void>>;
  /** Puts back what was removed (undo), as it was. */
  restore(evidence: readonly CapturedEvidence[]): Promise<Result<void>>;
  remove(ids: readonly string[]): Promise<Result<void>>;
  /** The item that the next capture gets; null before the first was chosen. */
  lastItem(): Promise<Result<ItemId | null>>;
  notice(): Promise<Result<CaptureNotice | null>>;
  /** What the entries are called that this version cannot read. They are kept as they are, and in no list. */
  unreadable(): Promise<Result<readonly string[]>>;
  /** How full the browser's storage for it is, from 0 to 1. */
  fullness(): Promise<Result<number>>;
}
