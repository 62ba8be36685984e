import type { RawAssessment, RawCell, RawProfile, RawRow } from '../assessment/assessment';
import { ANSWER_FIELDS, PROFILE_FIELDS, type AnswerField, type WorkbookMap } from '../workbook/map';
import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import { blockOf, EMPTY_BLOCK, loadUsed, type SheetBlock } from './sheet-block';
import { loadState, mapOf, stateOf } from './state-sheet';

/** More rows than a rubric may have (200), so that rows people added are read too. */
const MOST_ROWS = 300;

/** The two sheets that hold what people answer. */
interface AnswerSheetNames {
  readonly assessment: string;
  readonly start: string | null;
}

/** The answers as they stand, with the map they were found by. */
export interface AnswerBlock {
  readonly map: WorkbookMap;
  readonly names: AnswerSheetNames;
  readonly assessment: SheetBlock;
  readonly start: SheetBlock;
}

/**
 * Reads the answer sheets and, in the same sync, where they are now. The names of the last time are tried first: one
 * sync as long as no sheet was renamed, two otherwise. Make one per workbook.
 */
export function answerReader(words: Words): (context: Excel.RequestContext) => Promise<Result<AnswerBlock>> {
  let known: AnswerSheetNames | null = null;
  return async (context) => {
    const state = loadState(context);
    const tried = known;
    let loading = tried && loadSheets(context, tried);
    await context.sync();
    const map = mapOf(stateOf(state), words);
    if (!map.ok) return map.failure.code === 'not-ours' ? noAssessment(words) : map;
    const { assessment, start } = map.value.sheets;
    if (assessment === null) return failed('answers-gone', words('workbook.answersGone'));
    const names = { assessment, start };
    if (!loading || tried?.assessment !== assessment || tried.start !== start) {
      loading = loadSheets(context, names);
      await context.sync();
    }
    known = names;
    return success({
      map: map.value,
      names,
      assessment: blockOf(loading.assessment),
      start: loading.start ? blockOf(loading.start) : EMPTY_BLOCK,
    });
  };
}

export const noAssessment = (words: Words) => failed('no-assessment', words('workbook.noAssessment'));

function loadSheets(context: Excel.RequestContext, names: AnswerSheetNames) {
  const { worksheets } = context.workbook;
  const assessment = loadUsed(worksheets.getItemOrNullObject(names.assessment));
  const start = names.start === null ? null : loadUsed(worksheets.getItemOrNullObject(names.start));
  return { assessment, start };
}

/** The rows of the answer block that are not wholly empty, and the profile, as the cells hold them. */
export function rawAssessment(block: AnswerBlock): RawAssessment {
  const rows = answerRows(block).map((row) => rawRow(block, row));
  return { rows: rows.filter((row) => !isEmpty(row)), profile: rawProfile(block) };
}

/** 0-based rows below the header, to the end of what is used. */
function answerRows({ map, assessment }: AnswerBlock): readonly number[] {
  const first = (map.spot('pointer.id')?.row ?? 0) + 1;
  const end = Math.min(assessment.row + assessment.rows, first + MOST_ROWS);
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
}

/** An id as MATCH compares it: the whole cell, whatever its letter case; empty where there is none. */
export const idOf = (cell: RawCell): string => (typeof cell === 'string' ? cell.toUpperCase() : '');

/** The 0-based rows of each id; the first is the one that counts. */
export function rowsOfIds(block: AnswerBlock): ReadonlyMap<string, readonly number[]> {
  const column = block.map.spot('pointer.id')?.column ?? 0;
  const found = new Map<string, number[]>();
  for (const row of answerRows(block)) {
    const key = idOf(block.assessment.cell(row, column));
    if (key === '') continue;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

function rawRow(block: AnswerBlock, row: number): RawRow {
  const cells = ANSWER_FIELDS.map((field) => [field, answerCell(block, row, field)] as const);
  return { row: row + 1, ...(Object.fromEntries(cells) as Record<AnswerField, RawCell>) };
}

/** A cell of the answer block; null where its column is gone. */
export function answerCell({ map, assessment }: AnswerBlock, row: number, field: AnswerField): RawCell {
  const column = map.spot(`pointer.${field}`)?.column;
  return column === undefined ? null : assessment.cell(row, column);
}

function rawProfile({ map, start }: AnswerBlock): RawProfile {
  const cells = PROFILE_FIELDS.map((field) => {
    const spot = map.spot(`pointer.${field}`);
    return [field, spot ? start.cell(spot.row, spot.column) : null] as const;
  });
  return Object.fromEntries(cells) as Record<(typeof PROFILE_FIELDS)[number], RawCell>;
}

const isEmpty = ({ row: _, ...cells }: RawRow): boolean =>
  Object.values(cells).every((cell) => cell === null);
