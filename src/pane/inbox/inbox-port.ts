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

/** How the last capture went. */
export type CaptureNotice =
  /** `again`: the page was in the inbox already and was brought up to date. */
  | { readonly kind: 'captured'; readonly id: string; readonly again: boolean }
  /** The page let nothing be read: title and address were kept. */
  | { readonly kind: 'title-only'; readonly id: string; readonly again: boolean }
  /** Nothing was kept: not a web page, or a page that no extension may see. */
  | { readonly kind: 'refused' }
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
  /** How many entries this version cannot read. They are kept as they are, and in no list. */
  unreadable(): Promise<Result<number>>;
}
