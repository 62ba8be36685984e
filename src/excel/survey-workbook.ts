import { success, type Result } from '../words/result';
import type { Words } from '../words/words';
import { compared, type Comparison } from '../workbook/check/compared';
import { isMadeFrom } from '../workbook/check/made-from';
import type { SheetDesign, SheetId, WorkbookDesign } from '../workbook/design';
import type { SheetLook } from '../workbook/found-by-headings';
import type { StateRow, WorkbookMap } from '../workbook/map';
import { freeSheetNames, SHEET_IDS, type SheetNames } from '../workbook/sheet-names';
import { storedBenchmark } from '../workbook/stored-benchmark';
import { loadLook, lookOf } from './look-at-sheets';
import { openedState } from './open-workbook';
import type { DesignFor } from './insert-workbook';
import { blockOf, loadGuarded, type SheetBlock } from './sheet-block';
import { loadState, stateOf } from './state-sheet';

/** A sheet of ours that is there: as designed, and as found. */
export interface SurveyedSheet {
  readonly id: SheetId;
  readonly design: SheetDesign;
  readonly sheet: Excel.Worksheet;
  readonly block: SheetBlock;
  readonly isProtected: boolean;
  readonly isVisible: boolean;
}

/** Everything `verify` looks at; two syncs where the state sheet is whole, no write. */
export interface Survey {
  readonly map: WorkbookMap;
  readonly state: readonly StateRow[];
  readonly design: WorkbookDesign;
  readonly sheets: ReadonlyMap<SheetId, SurveyedSheet>;
  /** Our sheets in the order of their tabs. */
  readonly order: readonly SheetId[];
  /** Sheets that are none of ours. */
  readonly others: readonly SheetLook[];
  /** Names and ids of all sheets, tab by tab. */
  readonly tabs: readonly { readonly name: string; readonly id: string }[];
  /** What of the design stands; null where the workbook was made from another: another rubric, version or language. */
  readonly comparison: Comparison | null;
}

/** Looks at every sheet of ours and sets the design beside it, under the names the sheets have now. */
export async function surveyWorkbook(
  context: Excel.RequestContext,
  words: Words,
  designFor: DesignFor,
): Promise<Result<Survey>> {
  const loading = loadState(context);
  const { worksheets } = context.workbook;
  worksheets.load(['items/name', 'items/id', 'items/visibility']);
  await context.sync();
  const all = worksheets.items.map((sheet) => {
    const { name, id, visibility } = sheet;
    return { sheet, name, id, isVisible: visibility === 'Visible' };
  });
  const names = all.map(({ name }) => name);
  const opened = await openedState(context, stateOf(loading), words, names);
  if (!opened.ok) return opened;
  const { map, state } = opened.value;
  const design = await designFor(namesFor(map, names, words));
  const nameOf = new Map(SHEET_IDS.map((id) => [map.sheets[id], id] as const));
  const ours = design.sheets.flatMap((sheetDesign) => {
    const found = all.find(({ name }) => name === map.sheets[sheetDesign.id]);
    return found
      ? [
          {
            id: sheetDesign.id,
            design: sheetDesign,
            isVisible: found.isVisible,
            ...loadGuarded(found.sheet),
          },
        ]
      : [];
  });
  const looking = all.filter(({ name }) => !nameOf.has(name)).map(({ sheet, name }) => loadLook(sheet, name));
  await context.sync();
  const sheets = ours.map(({ protection, used, ...rest }): SurveyedSheet => ({
    ...rest,
    block: blockOf(used),
    isProtected: protection.protected,
  }));
  const stored = storedBenchmark(state, words);
  const comparable = isMadeFrom(map, design, sheets);
  return success({
    map,
    state,
    design,
    sheets: new Map(sheets.map((sheet) => [sheet.id, sheet])),
    order: all.flatMap(({ name }) => nameOf.get(name) ?? []),
    others: looking.map(lookOf),
    tabs: all,
    comparison: comparable ? compared(sheets, map, stored.ok ? stored.value : null, words) : null,
  });
}

/** The names the sheets have now; free ones for sheets that are gone. */
function namesFor({ sheets }: WorkbookMap, all: readonly string[], words: Words): SheetNames {
  const free = freeSheetNames(words, all);
  return Object.fromEntries(SHEET_IDS.map((id) => [id, sheets[id] ?? free[id]])) as Record<SheetId, string>;
}
