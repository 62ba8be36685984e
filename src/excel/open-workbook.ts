import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import { locate, pointedSheets, type WorkbookMap } from '../workbook/map';
import { STATE_SHEET_NAME } from '../workbook/sheet-names';
import type { WorkbookCells } from '../workbook/workbook-cells';
import { blockOf, loadGuarded } from './sheet-block';
import { sheetCells } from './sheet-cells';
import { loadState, stateOf, type State } from './state-sheet';
import type { Guarded } from './write-cells';

export type OpenState = Pick<WorkbookCells, 'map' | 'state'>;

/** The state sheet and the map of a workbook that holds an assessment; one sync, and three more where the state sheet does not say it all. */
export async function openWorkbook(context: Excel.RequestContext, words: Words): Promise<Result<OpenState>> {
  const loading = loadState(context);
  await context.sync();
  return openedState(context, stateOf(loading), words);
}

/** The same of a state sheet that was loaded; `no-assessment` where there is none. */
export async function openedState(
  context: Excel.RequestContext,
  state: State,
  words: Words,
  names?: readonly string[],
): Promise<Result<OpenState>> {
  const located = await locatedIn(context, state, words, names);
  return !located.ok && located.failure.code === 'not-ours' ? noAssessment(words) : located;
}

/** Where everything is: as the state sheet says or, where it does not say it all, as headings and IDs do; `names` of all sheets save a sync. */
export async function locatedIn(
  context: Excel.RequestContext,
  { sheet, rows }: State,
  words: Words,
  names?: readonly string[],
): Promise<Result<OpenState>> {
  const said = locate(rows, sheet && STATE_SHEET_NAME, words);
  if (said.ok ? said.value.whole : said.failure.code === 'newer')
    return said.ok ? success({ map: said.value, state: rows }) : said;
  const { foundInSheets } = await import('./look-at-sheets');
  const { found, state } = await foundInSheets(context, words, pointedSheets(rows), names);
  const renamed = sheet === null ? state : null;
  if (renamed === null) return withState(locate(rows, sheet && STATE_SHEET_NAME, words, found), rows);
  const loading = loadState(context, renamed);
  await context.sync();
  const moved = stateOf(loading).rows;
  return withState(locate(moved, renamed, words, found), moved);
}

const withState = (map: Result<WorkbookMap>, state: State['rows']): Result<OpenState> =>
  map.ok ? success({ map: map.value, state }) : map;

export interface OpenCells {
  readonly cells: WorkbookCells;
  /** The protected ones among the sheets. */
  readonly guarded: Guarded;
}

/** The cells of the sheets that are asked for by name, null being no sheet; one sync more than `openWorkbook` where there are any. */
export async function openCells(
  context: Excel.RequestContext,
  words: Words,
  sheetsOf: (map: WorkbookMap) => readonly (string | null | undefined)[],
): Promise<Result<OpenCells>> {
  const opened = await openWorkbook(context, words);
  if (!opened.ok) return opened;
  const { map, state } = opened.value;
  const names = [...new Set(sheetsOf(map))].filter((name) => name !== null && name !== undefined);
  const loading = names.map(
    (name) => [name, loadGuarded(context.workbook.worksheets.getItem(name))] as const,
  );
  if (loading.length > 0) await context.sync();
  const blocks = new Map(loading.map(([name, { used }]) => [name, blockOf(used)]));
  const guarded = new Map(
    loading.flatMap(([name, { protection }]) =>
      protection.protected ? [[name, protection.options] as const] : [],
    ),
  );
  return success({ cells: sheetCells(map, state, blocks), guarded });
}

export const noAssessment = (words: Words) => failed('no-assessment', words('workbook.noAssessment'));
