import type { CapturedEvidence } from '../../assessment/evidence';
import type { ItemId } from '../../rubric/schema';
import type { Failure } from '../../words/result';
import type { CaptureNotice } from './inbox-port';

/** The texts of captured evidence that a user may edit. */
export type TextField = 'title' | 'quote' | 'note';

/** A text that was edited here and is not in the inbox yet. */
export interface Draft {
  readonly field: TextField;
  readonly text: string;
  /** What the inbox said when the editing began. */
  readonly base: string;
  /** The page as the inbox last showed it: it may leave the inbox while somebody writes. */
  readonly page: CapturedEvidence;
  /** Why the inbox did not take it. */
  readonly failure: Failure | null;
  /** The inbox says something new since the editing began: the user chooses. */
  readonly overtaken: boolean;
}

/** A press of the user that the inbox refused, and the way to repeat it. */
export interface Refused {
  readonly what: 'assign' | 'remove' | 'restore';
  readonly failure: Failure;
  readonly again: () => void;
}

export interface InboxState {
  /** Newest first; null before the first read. */
  readonly list: readonly CapturedEvidence[] | null;
  /** Why the last read failed; `list` then shows the read before. */
  readonly readFailure: Failure | null;
  /** What the pages are called that are in the inbox, too, and that this version cannot read. */
  readonly unreadable: readonly string[];
  /** How full the browser's storage is, from 0 to 1. */
  readonly fullness: number;
  readonly lastItem: ItemId | null;
  readonly notice: CaptureNotice | null;
  /** By `draftKey`. */
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly refused: Refused | null;
  /** What each removal took, the last one last, with what was edited and not saved; it can be put back. */
  readonly removals: readonly (readonly CapturedEvidence[])[];
}

export const EMPTY_STATE: InboxState = {
  list: null,
  readFailure: null,
  unreadable: [],
  fullness: 0,
  lastItem: null,
  notice: null,
  drafts: new Map(),
  refused: null,
  removals: [],
};

export const draftKey = (id: string, field: TextField): string => `${id} ${field}`;

/** A page with every text that was edited and not saved put in. */
export function withDrafts(page: CapturedEvidence, drafts: InboxState['drafts']): CapturedEvidence {
  const edits = [...drafts.values()].filter((draft) => draft.page.id === page.id);
  return Object.assign({}, page, ...edits.map(({ field, text }) => ({ [field]: text }))) as CapturedEvidence;
}

/** Drafts of pages that are no longer in the inbox, a page at a time. */
export function orphansOf({ list, drafts }: InboxState): readonly CapturedEvidence[] {
  const here = new Set(list?.map(({ id }) => id));
  const pages = new Map([...drafts.values()].map(({ page }) => [page.id, page]));
  return list === null ? [] : [...pages.values()].filter(({ id }) => !here.has(id));
}
