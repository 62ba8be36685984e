import type { RawAssessment, RawCell } from '../assessment/assessment';
import type { AnswerField, WorkbookMap } from '../workbook/map';
import { answerCellOf, answerRowsOf, type CellReader, rawAssessmentOf } from '../workbook/raw-assessment';
import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import { blockOf, EMPTY_BLOCK, loadUsed, type SheetBlock } from './sheet-block';
import { loadState, mapOf, stateOf } from './state-sheet';

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
export const rawAssessment = (block: AnswerBlock): RawAssessment =>
  rawAssessmentOf(block.map, readerOf(block), endOf(block));

/** The block's sheets by their names. */
const readerOf =
  ({ names, assessment, start }: AnswerBlock): CellReader =>
  (sheet, row, column) =>
    sheet === names.assessment
      ? assessment.cell(row, column)
      : sheet === names.start
        ? start.cell(row, column)
        : null;

const endOf = ({ assessment }: AnswerBlock): number => assessment.row + assessment.rows;

/** An id as MATCH compares it: the whole cell, whatever its letter case; empty where there is none. */
export const idOf = (cell: RawCell): string => (typeof cell === 'string' ? cell.toUpperCase() : '');

/** The 0-based rows of each id; the first is the one that counts. */
export function rowsOfIds(block: AnswerBlock): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const row of answerRowsOf(block.map, endOf(block))) {
    const key = idOf(answerCell(block, row, 'id'));
    if (key === '') continue;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

/** A cell of the answer block; null where its column is gone. */
export const answerCell = (block: AnswerBlock, row: number, field: AnswerField): RawCell =>
  answerCellOf(block.map, readerOf(block), row, field);
