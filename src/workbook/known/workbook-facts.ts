import type { Assessment, RawCell, RawRow } from '../../assessment/assessment';
import { idOf } from '../../assessment/read-cell';
import { inputsOf, readAssessment } from '../../assessment/read-assessment';
import type { Vocabulary } from '../../assessment/vocabulary';
import type { ItemId, Rubric } from '../../rubric/schema';
import { score } from '../../scoring/score';
import type { Scores } from '../../scoring/scores';
import type { Words } from '../../words/words';
import type { WorkbookDesign } from '../design';
import { ASSESSMENT as A, START } from '../layout';
import { ANSWER_FIELDS, PROFILE_FIELDS } from '../map';
import type { SheetNames } from '../sheet-names';

/** A cell as it stands: a constant, or a formula with the result that was stored for it. */
export interface StandingCell {
  readonly value: RawCell;
  readonly formula: string | null;
}

/** A cell by its sheet's name and 0-based place. */
export type StandingCells = (sheet: string, row: number, column: number) => StandingCell;

export interface KnownInput {
  readonly rubric: Rubric;
  readonly words: Words;
  readonly vocabulary: Vocabulary;
  /** What our sheets are called in this workbook. */
  readonly names: SheetNames;
  /** The design under these names. */
  readonly design: WorkbookDesign;
  readonly cells: StandingCells;
}

/** A workbook's answers and what the engine makes of them. */
export interface WorkbookFacts extends KnownInput {
  /** Every searched row of the Assessment sheet, the empty ones among them. */
  readonly rows: readonly RawRow[];
  /** The row that counts for an item: the first with its id. */
  readonly rowOf: ReadonlyMap<ItemId, RawRow>;
  readonly assessment: Assessment;
  readonly scores: Scores;
}

/** Reads the answers where the design has them; null where one of them is a formula, whose result nobody here knows. */
export function factsOf(input: KnownInput): WorkbookFacts | null {
  const { rubric, words, vocabulary, names, cells } = input;
  const read: StandingCell[] = [];
  const cell = (sheet: string, row: number, column: number): RawCell => {
    const standing = cells(sheet, row, column);
    read.push(standing);
    return standing.value;
  };
  const rows = Array.from({ length: A.searchedRows }, (_, i) =>
    rowAt(A.firstRow + i, names.assessment, cell),
  );
  const [organization, size, detail] = PROFILE_FIELDS.map((_, i) =>
    cell(names.start, START.profileRow + i, START.valueColumn),
  ) as [RawCell, RawCell, RawCell];
  if (read.some(({ formula }) => formula !== null)) return null;
  // Reading takes an ID with spaces around it, MATCH does not.
  if (rows.some(({ id }) => foldedId(id) !== idOf(id))) return null;
  const raw = { rows: rows.filter(({ id }) => id !== null), profile: { organization, size, detail } };
  const assessment = readAssessment(raw, { rubric, words, vocabulary });
  return { ...input, rows, rowOf: firstRows(rows), assessment, scores: score(rubric, inputsOf(assessment)) };
}

function rowAt(
  row: number,
  sheet: string,
  cell: (sheet: string, row: number, column: number) => RawCell,
): RawRow {
  const fields = ANSWER_FIELDS.map((field) => [field, cell(sheet, row, A[field])] as const);
  return { row: row + 1, ...(Object.fromEntries(fields) as Omit<RawRow, 'row'>) };
}

function firstRows(rows: readonly RawRow[]): ReadonlyMap<ItemId, RawRow> {
  const first = new Map<ItemId, RawRow>();
  for (const row of rows) {
    const id = foldedId(row.id);
    if (id !== '' && !first.has(id)) first.set(id, row);
  }
  return first;
}

/** An id as MATCH compares it: the whole cell, whatever its letter case; empty where there is none. */
export const foldedId = (cell: RawCell): string => (typeof cell === 'string' ? cell.toUpperCase() : '');
