import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import type { SheetId, WorkbookDesign } from '../workbook/design';
import type { Inspection } from '../workbook/port';
import { freeSheetNames, SHEET_IDS, STATE_SHEET_NAME, type SheetNames } from '../workbook/sheet-names';
import { storedText } from '../workbook/state-writes';
import type { DrawOptions } from './draw-workbook';
import { locatedIn } from './open-workbook';
import { loadState, stateOf, type State } from './state-sheet';

/** The design under given sheet names. The same names give the same design. */
export type DesignFor = (names: SheetNames) => Promise<WorkbookDesign>;

/** Whether this workbook holds an assessment of ours; one sync where its state sheet is whole, two otherwise; no write. */
export async function inspectWorkbook(
  context: Excel.RequestContext,
  words: Words,
): Promise<Result<Inspection>> {
  const { state, names } = await lookAround(context);
  const located = await locatedIn(context, state, words, names);
  if (located.ok) {
    const { rubric, sheets, whole } = located.value.map;
    return success({ kind: 'found', rubric, sheets, whole });
  }
  const { code } = located.failure;
  if (code === 'newer') return success({ kind: 'newer', schema: storedText(state.rows, 'schema') ?? '' });
  return code === 'not-ours' ? success({ kind: 'none', taken: taken(names, words) }) : located;
}

/**
 * Inserts the whole workbook and overwrites nothing: 4 syncs. Refuses where an assessment is there (`already-there`,
 * `newer`); when Excel fails half-way, takes away what it added and throws on what Excel threw.
 */
export async function insertWorkbook(
  context: Excel.RequestContext,
  words: Words,
  designFor: DesignFor,
  options: Omit<DrawOptions, 'onAdded'>,
): Promise<Result<void>> {
  const { state, names, ids } = await lookAround(context);
  const located = await locatedIn(context, state, words, names);
  if (located.ok) return failed('already-there', words('workbook.alreadyThere'));
  if (located.failure.code !== 'not-ours') return located;
  if (state.sheet) {
    return failed('state-name-taken', words('workbook.stateNameTaken', { name: STATE_SHEET_NAME }));
  }
  const design = await designFor(freeSheetNames(words, names));
  const all = new Set<SheetId>(SHEET_IDS);
  await drawOrUndo(context, design, all, new Set(ids), options);
  return success(undefined);
}

/** Draws sheets; when Excel fails, takes away the ones this call added (`before` holds the ids of all others) and throws on. */
export async function drawOrUndo(
  context: Excel.RequestContext,
  design: WorkbookDesign,
  sheets: ReadonlySet<SheetId>,
  before: ReadonlySet<string>,
  options: Omit<DrawOptions, 'onAdded'>,
): Promise<void> {
  const added: string[] = [];
  // Loaded when something is drawn: the first screen draws nothing.
  const { drawWorkbook } = await import('./draw-workbook');
  try {
    await drawWorkbook(context, design, sheets, { ...options, onAdded: (ids) => added.push(...ids) });
  } catch (error) {
    const names = new Set(design.sheets.map(({ name }) => name));
    await Excel.run((undo) => takeAway(undo, added, names, before));
    throw error;
  }
}

/**
 * Deletes the added sheets. Where Excel failed before it told their ids, they are known by a name of ours, an id that
 * was not there before, and by holding nothing: what somebody else wrote is never deleted.
 */
async function takeAway(
  context: Excel.RequestContext,
  added: readonly string[],
  names: ReadonlySet<string>,
  before: ReadonlySet<string>,
): Promise<void> {
  const sheets = context.workbook.worksheets;
  sheets.load(['items/id', 'items/name']);
  await context.sync();
  const fresh = sheets.items.filter(
    ({ id, name }) => added.includes(id) || (names.has(name) && !before.has(id)),
  );
  const used = fresh.map((sheet) => sheet.getUsedRangeOrNullObject().load('address'));
  await context.sync();
  fresh.forEach((sheet, i) => {
    if (!added.includes(sheet.id) && used[i]?.isNullObject !== true) return;
    // Excel refuses to delete a very hidden sheet.
    sheet.visibility = 'Visible';
    sheet.delete();
  });
  context.runtime.enableEvents = true;
  await context.sync();
}

interface Surroundings {
  readonly state: State;
  readonly names: readonly string[];
  readonly ids: readonly string[];
}

async function lookAround(context: Excel.RequestContext): Promise<Surroundings> {
  const loading = loadState(context);
  const sheets = context.workbook.worksheets;
  sheets.load(['items/id', 'items/name']);
  await context.sync();
  const names = sheets.items.map(({ name }) => name);
  return { state: stateOf(loading), names, ids: sheets.items.map(({ id }) => id) };
}

/** Our sheet names that other sheets hold. */
function taken(names: readonly string[], words: Words): readonly string[] {
  const wanted = new Set(Object.values(freeSheetNames(words, [])).map((name) => name.toLowerCase()));
  return names.filter((name) => wanted.has(name.toLowerCase()));
}
