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

/** Whether a cell says that a state sheet of this product begins there. */
export const isSchema = (cell: RawCell): boolean =>
  typeof cell === 'string' && cell.startsWith(SCHEMA_PREFIX);

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
  'schema' | 'rubric.id' | 'rubric.version' | 'language' | 'cycle' | 'benchmark' | 'detail' | PointerKey;

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
  /** Empty texts where the workbook no longer says which. */
  readonly rubric: { readonly id: string; readonly version: string };
  readonly language: string;
  readonly cycle: string;
  /** Current name of each sheet; null when it is gone. */
  readonly sheets: Readonly<Record<SheetId, string | null>>;
  readonly spot: (key: PointerKey) => Spot | null;
  /** Whether the state sheet says all of this; otherwise headings and IDs were asked, or would have to be. */
  readonly whole: boolean;
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
 * Makes the map from the state sheet's rows and, where those are gone or lead nowhere, from what headings and IDs tell
 * (`found`, of `foundByHeadings`). Fails with `not-ours`, with `newer` (made by another version of this product) or with
 * `answers-gone` (the ID or level column no longer exists).
 */
export function locate(
  rows: readonly StateRow[],
  stateSheet: string | null,
  words: Words,
  found: ReadonlyMap<PointerKey, Spot> = new Map(),
): Result<WorkbookMap> {
  const byKey = byKeyOf(rows);
  const text = (key: StateKey): string => {
    const value = byKey.get(key)?.value;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const schema = text('schema');
  const pointed = pointersIn(byKey);
  if (!isSchema(schema) && !pointed.has('pointer.id') && !found.has('pointer.id'))
    return failed('not-ours', words('workbook.notOurs'));
  if (isSchema(schema) && schema !== WORKBOOK_SCHEMA)
    return failed('newer', words('workbook.newer', { schema }));
  // Cells that were cut and pasted take their pointers along, away from the row of headings: then none of them counts.
  const astray = ANSWER_KEYS.some((key) => !sameRow(pointed.get(key), pointed.get('pointer.id')));
  const spot = (key: PointerKey): Spot | null => {
    const pointer = pointed.get(key) ?? null;
    const seen = found.get(key) ?? null;
    return astray && ANSWER_KEYS.includes(key) && found.has('pointer.id') ? seen : (pointer ?? seen);
  };
  const answers = spot('pointer.id');
  if (answers === null || spot('pointer.level') === null) {
    return failed('answers-gone', words('workbook.answersGone'));
  }
  const sheetOf = (id: SheetId): string | null => {
    if (id === 'state') return stateSheet;
    const corner = spot(`pointer.sheet.${id}`)?.sheet;
    return corner ?? CELLS_OF[id].map(spot).find((cell) => cell !== null)?.sheet ?? null;
  };
  const sheets = Object.fromEntries(SHEET_IDS.map((id) => [id, sheetOf(id)])) as Record<
    SheetId,
    string | null
  >;
  const rubric = { id: text('rubric.id'), version: text('rubric.version') };
  const whole =
    schema === WORKBOOK_SCHEMA &&
    rubric.id !== '' &&
    !astray &&
    NEEDED.every((key) => pointed.has(key)) &&
    [...byKey.keys()].every((key) => !isPointer(key) || pointed.has(key));
  return success({ rubric, language: text('language'), cycle: text('cycle'), sheets, spot, whole });
}

const pointersIn = (rows: ReadonlyMap<string, StateRow>): ReadonlyMap<PointerKey, Spot> =>
  new Map(
    [...rows].flatMap(([key, { formula }]): (readonly [PointerKey, Spot])[] => {
      const spot = isPointer(key) && formula !== null ? parsePointer(formula) : null;
      return isPointer(key) && spot !== null ? [[key, spot]] : [];
    }),
  );

/** The sheets that the state sheet's pointers lead to: whatever another sheet looks like, it is not this one. */
export function pointedSheets(rows: readonly StateRow[]): ReadonlyMap<SheetId, string> {
  const pointed = pointersIn(byKeyOf(rows));
  return new Map(
    SHEET_IDS.flatMap((id): (readonly [SheetId, string])[] => {
      if (id === 'state') return [];
      const keys: readonly PointerKey[] = [`pointer.sheet.${id}`, ...CELLS_OF[id]];
      const key = keys.find((one) => pointed.has(one));
      const sheet = key && pointed.get(key)?.sheet;
      return sheet === undefined ? [] : [[id, sheet]];
    }),
  );
}

const byKeyOf = (rows: readonly StateRow[]): ReadonlyMap<string, StateRow> =>
  new Map(rows.filter((row) => typeof row.key === 'string').map((row) => [row.key as string, row]));

const isPointer = (key: string): key is PointerKey => key.startsWith('pointer.');

/** Gone is not astray. */
const sameRow = (one: Spot | undefined, other: Spot | undefined): boolean =>
  one === undefined || other === undefined || (one.sheet === other.sheet && one.row === other.row);

const ANSWER_KEYS: readonly PointerKey[] = ANSWER_FIELDS.map((field) => `pointer.${field}` as const);
const PROFILE_KEYS: readonly PointerKey[] = PROFILE_FIELDS.map((field) => `pointer.${field}` as const);

/** Without these, headings are asked. */
const NEEDED: readonly PointerKey[] = [
  'pointer.sheet.assessment',
  'pointer.sheet.start',
  ...ANSWER_KEYS,
  ...PROFILE_KEYS,
];

/** Other cells by which a sheet is known when its first row was deleted. */
const CELLS_OF: Readonly<Record<Exclude<SheetId, 'state'>, readonly PointerKey[]>> = {
  start: PROFILE_KEYS,
  assessment: ANSWER_KEYS,
  scorecard: [],
  roadmap: [],
  evidence: ['pointer.evidence.item', 'pointer.evidence.title', 'pointer.evidence.address'],
  benchmark: ['pointer.benchmark.table', 'pointer.benchmark.title'],
  submission: ['pointer.receipts'],
  history: ['pointer.history'],
  rubric: [],
};
