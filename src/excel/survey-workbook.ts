import { success, type Result } from '../words/result';
import type { Words } from '../words/words';
import type { SheetDesign, SheetId, WorkbookDesign } from '../workbook/design';
import { locate, type StateRow, type WorkbookMap } from '../workbook/map';
import { freeSheetNames, SHEET_IDS, STATE_SHEET_NAME, type SheetNames } from '../workbook/sheet-names';
import { openedState } from './open-workbook';
import type { DesignFor } from './insert-workbook';
import { blockOf, EMPTY_BLOCK, loadGuarded, type SheetBlock } from './sheet-block';
import { loadState, stateOf } from './state-sheet';

/** A sheet of ours that is there: as designed, and as found. */
export interface SurveyedSheet {
  readonly id: SheetId;
  readonly design: SheetDesign;
  readonly sheet: Excel.Worksheet;
  readonly block: SheetBlock;
  readonly isProtected: boolean;
}

/** Everything `verify` looks at; two syncs, no write. */
export interface Survey {
  readonly map: WorkbookMap;
  readonly design: WorkbookDesign;
  /** Where things are in the design. */
  readonly designMap: WorkbookMap;
  readonly sheets: ReadonlyMap<SheetId, SurveyedSheet>;
  readonly allSheetIds: readonly string[];
  /** Whether the design is the one this workbook was made from: same rubric, version and language. */
  readonly comparable: boolean;
}

/** Looks at every sheet of ours and sets the design beside it, under the names the sheets have now. */
export async function surveyWorkbook(
  context: Excel.RequestContext,
  words: Words,
  designFor: DesignFor,
): Promise<Result<Survey>> {
  const state = loadState(context);
  const { worksheets } = context.workbook;
  worksheets.load(['items/name', 'items/id']);
  await context.sync();
  const opened = await openedState(context, stateOf(state), words);
  if (!opened.ok) return opened;
  const { map } = opened.value;
  const design = await designFor(
    namesFor(
      map,
      worksheets.items.map(({ name }) => name),
      words,
    ),
  );
  const designMap = mapOfDesign(design, words);
  const loading = design.sheets.flatMap((sheetDesign) => {
    const name = map.sheets[sheetDesign.id];
    return name === null
      ? []
      : [{ id: sheetDesign.id, design: sheetDesign, ...loadGuarded(worksheets.getItem(name)) }];
  });
  await context.sync();
  const sheets = loading.map(({ id, protection, used, ...rest }) => {
    const block = id === 'state' ? EMPTY_BLOCK : blockOf(used);
    return [id, { id, ...rest, block, isProtected: protection.protected }] as const;
  });
  return success({
    map,
    design,
    designMap,
    sheets: new Map(sheets),
    allSheetIds: worksheets.items.map(({ id }) => id),
    comparable: sameMaking(map, designMap),
  });
}

/** The names the sheets have now; free ones for sheets that are gone. */
function namesFor({ sheets }: WorkbookMap, all: readonly string[], words: Words): SheetNames {
  const free = freeSheetNames(words, all);
  return Object.fromEntries(SHEET_IDS.map((id) => [id, sheets[id] ?? free[id]])) as Record<SheetId, string>;
}

/** The design's own state sheet says where the design has things. One without pointers is a bug. */
function mapOfDesign(design: WorkbookDesign, words: Words): WorkbookMap {
  const state = design.sheets.find(({ id }) => id === 'state');
  const map = locate(designedStateRows(state), STATE_SHEET_NAME, words);
  if (!map.ok) throw new Error(`The design's state sheet has no map: ${map.failure.code}`);
  return map.value;
}

/** Rows of the designed state sheet: key in column A, value or formula in column B. */
export function designedStateRows(state: SheetDesign | undefined): readonly StateRow[] {
  const cells = state?.cells ?? [];
  const values = new Map(
    cells.filter(({ column }) => column === 1).map(({ row, content }) => [row, content] as const),
  );
  return cells
    .filter(({ column }) => column === 0)
    .map(({ row, content }) => {
      const value = values.get(row) ?? null;
      const key = typeof content === 'string' ? content : null;
      return value !== null && typeof value === 'object'
        ? { key, value: null, formula: value.formula }
        : { key, value, formula: null };
    });
}

const sameMaking = (a: WorkbookMap, b: WorkbookMap): boolean =>
  a.rubric.id === b.rubric.id && a.rubric.version === b.rubric.version && a.language === b.language;
