import type { RawAssessment } from '../assessment/assessment';
import type { EvidenceLine, ItemEvidence } from '../assessment/evidence';
import type { Snapshot } from '../assessment/snapshot';
import type { Benchmark } from '../rubric/benchmark';
import type { ItemId } from '../rubric/schema';
import type { SubmissionRecord, TokenRecord } from '../submission/record';
import type { Result } from '../words/result';
import type { SheetId } from './design';

/** What a look at the workbook finds, before anything is written. */
export type Inspection =
  /** No assessment of ours. `taken` lists our sheet names that other sheets hold already; insertion picks free names. */
  | { readonly kind: 'none'; readonly taken: readonly string[] }
  /** An assessment is there. A sheet that is gone has no name; a rubric that nothing tells has no id. */
  | {
      readonly kind: 'found';
      readonly rubric: { readonly id: string; readonly version: string };
      readonly sheets: Readonly<Record<SheetId, string | null>>;
      /** Whether its hidden sheet says where everything is; otherwise it is found by headings and IDs, and Repair puts that right. */
      readonly whole: boolean;
    }
  /** Made by a later version of this product: read nothing, write nothing, say so. */
  | { readonly kind: 'newer'; readonly schema: string };

export interface InsertProgress {
  readonly done: number;
  readonly of: number;
  readonly sheet: SheetId | null;
}

/** One field of one item, or of the profile, as a person would type it. `null` empties the cell. Text never becomes a formula. */
export type Change =
  | {
      readonly item: ItemId;
      readonly field: 'level' | 'target' | 'evidence' | 'owner' | 'due' | 'notes';
      readonly value: string | number | null;
      /** What the cell has to say still; where somebody wrote something else, nothing at all is written (`note-changed`). */
      readonly was?: string | undefined;
    }
  | { readonly profile: 'organization' | 'size' | 'detail'; readonly value: string };

export type FindingCode =
  | 'sheet-missing'
  | 'sheet-renamed'
  | 'sheet-hidden'
  | 'sheet-shown'
  | 'sheets-moved'
  | 'sheet-copied'
  | 'formula-changed'
  | 'text-changed'
  | 'row-missing'
  | 'cells-missing'
  | 'validation-missing'
  | 'lock-changed'
  | 'protection-removed'
  | 'answer-column-missing'
  | 'not-compared';

/** Something about the workbook (not the answers) that is not as it was inserted. */
export interface Finding {
  readonly code: FindingCode;
  readonly sheet: SheetId;
  /** A1 address on that sheet, or null for the sheet itself. */
  readonly address: string | null;
  readonly item: ItemId | null;
  /** In words a user can act on. */
  readonly message: string;
  /** `repair` puts it right without touching an answer; `accept` needs nothing; `manual` only a person can mend. */
  readonly remedy: 'repair' | 'accept' | 'manual';
}

export type Place =
  | { readonly item: ItemId; readonly field: 'id' | 'level' | 'target' | 'notes' | 'evidence' }
  | { readonly profile: 'organization' | 'size' | 'detail' }
  | { readonly sheet: SheetId; readonly address?: string };

/** How many lines evidence added to the Evidence sheet, and how many it updated. */
export interface EvidenceSaved {
  readonly added: number;
  readonly updated: number;
}

/** The workbook as the pane sees it. Adapters: `excel` (Office.js) and `xlsx` (a file). Every expected refusal is a value. */
export interface WorkbookPort {
  inspect(): Promise<Result<Inspection>>;
  /** Inserts the whole workbook; overwrites nothing; where an assessment is there, fails with `already-there`. */
  insert(onProgress: (progress: InsertProgress) => void): Promise<Result<void>>;
  /** One read of the answer block, the profile and the Evidence sheet; no write. */
  read(): Promise<Result<RawAssessment>>;
  /** Writes the given fields and nothing else. Rows are found by id. */
  write(changes: readonly Change[]): Promise<Result<void>>;
  /**
   * Adds evidence below the last line of the Evidence sheet. A line of the same item and address is updated instead, and
   * loses nothing. All of it or none: `evidence-full` where the sheet has no room, `sheet-gone` where there is no sheet.
   */
  addEvidence(evidence: readonly ItemEvidence[]): Promise<Result<EvidenceSaved>>;
  /** Empties a line of the Evidence sheet; `line-changed` where it no longer says what `line` says. */
  removeEvidence(line: EvidenceLine): Promise<Result<void>>;
  /** Calls back after answers or evidence may have changed (by anyone), at most every `debounceMs`; never while nothing changed. Returns the way to stop. */
  watchAnswers(onChange: () => void): Promise<Result<() => Promise<void>>>;
  /** Calls back with the item of the selected row on the Assessment sheet, whenever something is selected; null elsewhere. */
  watchSelection(onSelect: (item: ItemId | null) => void): Promise<Result<() => Promise<void>>>;
  goTo(place: Place): Promise<Result<void>>;
  /** Tells whenever the workbook lets a call wait, such as while a cell is being edited, and when it goes on. Returns the way to stop. */
  watchWaiting(tell: (waiting: boolean) => void): () => void;
  /** Selects the item's row where the sheet with the answers is in front; elsewhere nothing moves. */
  follow(item: ItemId): Promise<Result<void>>;
  verify(): Promise<Result<readonly Finding[]>>;
  /** Mends what can be mended and returns what is left. */
  repair(findings: readonly Finding[]): Promise<Result<readonly Finding[]>>;
  /**
   * Moves whole rows of the Assessment sheet so that the items follow each other as in `order`; other rows go behind them.
   * Absent where no spreadsheet program moves rows, as over a file.
   */
  sortRows?(order: readonly ItemId[]): Promise<Result<void>>;
  /** Every row that was prepared or sent from this workbook, oldest first. */
  submissions(): Promise<Result<readonly SubmissionRecord[]>>;
  /**
   * Adds the record, or replaces the one with the same key. Stored in cells before anything is sent. With the keys that
   * were `seen`, it is refused where the workbook holds another row for the same cycle by now (`prepared-elsewhere`).
   */
  saveSubmission(record: SubmissionRecord, seen?: readonly string[]): Promise<Result<void>>;
  /** Takes a record away; `record-changed` where the workbook no longer says what `record` says. */
  dropSubmission(record: SubmissionRecord): Promise<Result<void>>;
  /** Every blind token that was asked for from this workbook, oldest first. */
  tokens(): Promise<Result<readonly TokenRecord[]>>;
  /** Adds the token, or replaces the one with the same key. Stored in cells before it is asked for. */
  saveToken(token: TokenRecord): Promise<Result<void>>;
  /** Fills the Benchmark sheet; the Scorecard compares with it from then on. `fetched` is an ISO day. */
  saveBenchmark(benchmark: Benchmark, fetched: string): Promise<Result<void>>;
  benchmark(): Promise<Result<{ readonly benchmark: Benchmark; readonly fetched: string } | null>>;
  /** Appends a line to the history sheet. */
  saveSnapshot(snapshot: Snapshot): Promise<Result<void>>;
}
