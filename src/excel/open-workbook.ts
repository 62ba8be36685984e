import { success, type Result } from '../words/result';
import type { Words } from '../words/words';
import type { WorkbookMap } from '../workbook/map';
import { noAssessment } from './answer-block';
import { loadState, mapOf, stateOf, type State } from './state-sheet';

interface OpenWorkbook {
  readonly state: State;
  readonly stateSheet: Excel.Worksheet;
  readonly map: WorkbookMap;
}

/** The state sheet and the map of a workbook that holds an assessment; one sync. */
export async function openWorkbook(
  context: Excel.RequestContext,
  words: Words,
): Promise<Result<OpenWorkbook>> {
  const loading = loadState(context);
  await context.sync();
  const state = stateOf(loading);
  const map = mapOf(state, words);
  if (state.sheet === null) return noAssessment(words);
  if (!map.ok) return map.failure.code === 'not-ours' ? noAssessment(words) : map;
  return success({ state, stateSheet: state.sheet, map: map.value });
}
