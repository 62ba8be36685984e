import type { RawCell } from '../assessment/assessment';
import type { EvidenceField } from '../assessment/evidence';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import { parseAddress } from './address';
import type { SheetId } from './design';
import { SHEET_IDS } from './sheet-names';

export const WORKBOOK_SCHEMA = 'jsp-workbook/1';
/** Every schema of ours starts so; a different number behind it is another version of this product. */
const SCHEMA_PREFIX = 'jsp-workbook/';

export type AnswerField = 'id' | 'level' | 'target' | 'evidence' | 'owner' | 'due' | 'notes';
export type ProfileField = 'organization' | 'size' | 'detail';
export type BenchmarkMeta = 'title' | 'source' | 'cycle' | 'contributors' | 'fetched' | 'kind' | 'id';

export const ANSWER_FIELDS: readonly AnswerField[] = [
  'id',
  'level',
  'target',
  'evidence',
  'owner',
  'due',
  'notes',
];
export const PROFILE_FIELDS: readonly ProfileField[] = ['organization', 'size', 'detail'];
export const BENCHMARK_META: readonly BenchmarkMeta[] = [
  'title',
  'source',
  'cycle',
  'contributors',
  'fetched',
  'kind',
  'id',
];

/** Keys of the state sheet: column A holds the key, column B the value or, for a pointer, a formula that points at a cell. */
export type PointerKey =
  | `pointer.sheet.${Exclude<SheetId, 'state'>}`
  | `pointer.${AnswerField | ProfileField}`
  | 'pointer.receipts'
  | 'pointer.history'
  | 'pointer.benchmark.table'
  | `pointer.benchmark.${BenchmarkMeta}`
  | `pointer.evidence.${EvidenceField}`;
export type StateKey =
  'schema' | 'rubric.id' | 'rubric.version' | 'language' | 'cycle' | 'benchmark' | PointerKey;

/** Keys of the state sheet under which prepared and sent rows are kept start so; their key (nullifier) follows. */
export const SUBMISSION_PREFIX = 'submission.';
/** And those of blind tokens so; the nullifier of the row that a token is for follows. */
export const TOKEN_PREFIX = 'token.';

/** A cell of a sheet, 0-based. */
export interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Where things are now, whatever was renamed, sorted or inserted since: spreadsheets keep formulas pointing at their cells. */
export interface WorkbookMap {
  readonly rubric: { readonly id: string; readonly version: string };
  readonly language: string;
  readonly cycle: string;
  /** Current name of each sheet; null when it is gone. */
  readonly sheets: Readonly<Record<SheetId, string | null>>;
  readonly spot: (key: PointerKey) => Spot | null;
}

/** One row of the state sheet: key, value, and the formula of the value cell if it has one. */
export interface StateRow {
  readonly key: RawCell;
  readonly value: RawCell;
  readonly formula: string | null;
}

export type LocateFailure = 'not-ours' | 'newer' | 'answers-gone';

/** Reads a pointer formula such as `='My sheet'!$E$6`; null when its cell is gone (`#REF!`) or it points at no single cell. */
export function parsePointer(formula: string): Spot | null {
  // Excel spells a cell of a deleted sheet `#REF!$A$1`; a sheet's own name with a # is quoted.
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!#]+))!(\$?[A-Z]{1,3}\$?\d{1,7})$/i.exec(formula.trim());
  const address = match?.[3] === undefined ? null : parseAddress(match[3]);
  const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  return address === null || sheet === undefined ? null : { sheet, ...address };
}

/**
 * Makes the map from the state sheet's rows. Fails with `not-ours`, with `newer` (made by another version of this
 * product) or with `answers-gone` (the ID or level column no longer exists).
 */
export function locate(rows: readonly StateRow[], stateSheet: string, words: Words): Result<WorkbookMap> {
  const byKey = new Map(
    rows.filter((row) => typeof row.key === 'string').map((row) => [row.key as string, row]),
  );
  const text = (key: StateKey): string => {
    const value = byKey.get(key)?.value;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const schema = text('schema');
  if (!schema.startsWith(SCHEMA_PREFIX)) return failed('not-ours', words('workbook.notOurs'));
  if (schema !== WORKBOOK_SCHEMA) return failed('newer', words('workbook.newer', { schema }));
  const spot = (key: PointerKey): Spot | null => {
    const formula = byKey.get(key)?.formula;
    return formula ? parsePointer(formula) : null;
  };
  if (spot('pointer.id') === null || spot('pointer.level') === null) {
    return failed('answers-gone', words('workbook.answersGone'));
  }
  const sheets = Object.fromEntries(
    SHEET_IDS.map((id) => [id, id === 'state' ? stateSheet : (spot(`pointer.sheet.${id}`)?.sheet ?? null)]),
  ) as Record<SheetId, string | null>;
  const rubric = { id: text('rubric.id'), version: text('rubric.version') };
  return success({ rubric, language: text('language'), cycle: text('cycle'), sheets, spot });
}
