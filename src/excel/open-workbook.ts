import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import type { WorkbookMap } from '../workbook/map';
import type { WorkbookCells } from '../workbook/workbook-cells';
import { blockOf, loadGuarded } from './sheet-block';
import { sheetCells } from './sheet-cells';
import { loadState, mapOf, stateOf, type State } from './state-sheet';
import type { Guarded } from './write-cells';

/** The state sheet and the map of a workbook that holds an assessment; one sync. */
export async function openWorkbook(
  context: Excel.RequestContext,
  words: Words,
): Promise<Result<Pick<WorkbookCells, 'map' | 'state'>>> {
  const loading = loadState(context);
  await context.sync();
  return openedState(stateOf(loading), words);
}

/** The same of a state sheet that was loaded; `no-assessment` where there is none. */
export function openedState(state: State, words: Words): Result<Pick<WorkbookCells, 'map' | 'state'>> {
  const map = mapOf(state, words);
  if (map.ok) return success({ map: map.value, state: state.rows });
  return map.failure.code === 'not-ours' ? noAssessment(words) : map;
}

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
