import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import type { WorkbookMap } from '../workbook/map';
import type { WorkbookCells } from '../workbook/workbook-cells';
import { openedState } from './open-workbook';
import { blockOf, loadUsed } from './sheet-block';
import { sheetCells } from './sheet-cells';
import { loadState, stateOf } from './state-sheet';

/**
 * Reads the sheets that people write on and, in the same sync, where they are now. The names of the last time are tried
 * first: one sync as long as no sheet was renamed, two otherwise. Make one per workbook.
 */
export function answerReader(
  words: Words,
): (context: Excel.RequestContext) => Promise<Result<WorkbookCells>> {
  let known: readonly string[] = [];
  return async (context) => {
    const state = loadState(context);
    let loading = loadSheets(context, known);
    await context.sync();
    const opened = await openedState(context, stateOf(state), words);
    if (!opened.ok) return opened;
    const { map } = opened.value;
    if (map.sheets.assessment === null) return failed('answers-gone', words('workbook.answersGone'));
    const names = writtenSheets(map);
    if (names.some((name) => !loading.has(name))) {
      loading = loadSheets(context, names);
      await context.sync();
    }
    known = names;
    const blocks = new Map([...loading].map(([name, used]) => [name, blockOf(used)]));
    return success(sheetCells(map, opened.value.state, blocks));
  };
}

/** The names of the sheets that people write on, as far as they are there. */
export const writtenSheets = ({ sheets }: WorkbookMap): readonly string[] =>
  [sheets.assessment, sheets.start, sheets.evidence].filter((name) => name !== null);

const loadSheets = (
  context: Excel.RequestContext,
  names: readonly string[],
): ReadonlyMap<string, Excel.Range> =>
  new Map(
    names.map((name) => [name, loadUsed(context.workbook.worksheets.getItemOrNullObject(name))] as const),
  );
