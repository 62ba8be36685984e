import type { ItemId } from '../rubric/schema';
import type { Answer, Level } from '../scoring/answer';
import type { EvidenceLine, RawEvidenceLine } from './evidence';

/** A cell as it is read, whoever reads it. An error value keeps its text (`#REF!`) and its kind. */
export type RawCell = string | number | boolean | null | { readonly error: string };

/** One row of the answer block as it stands in a workbook or file. `row` is 1-based, as users see it; null outside a sheet. */
export interface RawRow {
  readonly row: number | null;
  readonly id: RawCell;
  readonly level: RawCell;
  readonly target: RawCell;
  readonly evidence: RawCell;
  readonly owner: RawCell;
  readonly due: RawCell;
  readonly notes: RawCell;
}

export interface RawProfile {
  readonly organization: RawCell;
  readonly size: RawCell;
  readonly detail: RawCell;
}

/** Everything a workbook or file says about answers, before any meaning is read into it. */
export interface RawAssessment {
  readonly rows: readonly RawRow[];
  readonly profile: RawProfile;
  /** The lines of the Evidence sheet that hold something; absent where there is no such sheet. */
  readonly evidence?: readonly RawEvidenceLine[];
}

/** What leaves is an enum; what is typed is a word of any catalogue. */
export type Organization = 'manufacturer' | 'hospital' | 'other' | 'undisclosed';
export type Size = 'under-250' | '250-4999' | '5000-plus' | 'undisclosed';
/** `items`: the row holds every answer. `domains`: a cautious contributor sends domain scores only. */
export type Detail = 'items' | 'domains';

export interface Profile {
  readonly organization: Organization;
  readonly size: Size;
  /** Null until somebody chose: the row is not made before. */
  readonly detail: Detail | null;
}

export interface Entry {
  readonly id: ItemId;
  readonly answer: Answer;
  readonly target: Level | null;
  readonly evidence: string;
  readonly owner: string;
  readonly due: string;
  readonly notes: string;
  /** The row it was found in; null when the workbook has no row for the item. */
  readonly row: number | null;
}

export type ProblemCode =
  | 'level-invalid'
  | 'na-without-reason'
  | 'target-invalid'
  | 'item-missing'
  | 'item-duplicate'
  | 'item-unknown'
  | 'id-spaced'
  | 'profile-invalid'
  | 'detail-unchosen'
  | 'unanswered'
  | 'evidence-missing'
  | 'evidence-unknown-item';

/** Something wrong with the answers. `error` makes them invalid; `todo` is work left; a `warning` changes no score. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'todo' | 'warning';
  readonly message: string;
  readonly item: ItemId | null;
  readonly row: number | null;
  /** Of `evidence-unknown-item`, `row` is a row of the Evidence sheet. */
  readonly field:
    'id' | 'level' | 'target' | 'notes' | 'evidence' | 'organization' | 'size' | 'detail' | null;
}

/** The answers with their meaning: one entry for every item of the rubric, in its order. */
export interface Assessment {
  readonly entries: ReadonlyMap<ItemId, Entry>;
  readonly profile: Profile;
  readonly problems: readonly Problem[];
  /** What the Evidence sheet lists for each item that has any, in the order of its lines. */
  readonly evidence: ReadonlyMap<ItemId, readonly EvidenceLine[]>;
}
