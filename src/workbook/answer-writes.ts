import { readText } from '../assessment/read-cell';
import { failed, success, type Result } from '../words/result';
import type { WordKey, Words } from '../words/words';
import { folded } from '../assessment/vocabulary';
import { rowsOfIds } from './answer-rows';
import type { CellWrite } from './cell-writes';
import type { Spot } from './map';
import type { Change } from './port';
import { DETAIL_KEY } from './sheets/state-layout';
import { storeText, storedText } from './state-writes';
import { serialOfDay } from './serial-of-day';
import type { WorkbookCells } from './workbook-cells';

type AnswerChange = Extract<Change, { readonly item: string }>;
type Rows = ReturnType<typeof rowsOfIds>;

const COLUMNS: Readonly<Record<AnswerChange['field'], WordKey>> = {
  level: 'sheet.colLevel',
  target: 'sheet.colTarget',
  evidence: 'sheet.colEvidence',
  owner: 'sheet.colOwner',
  due: 'sheet.colDue',
  notes: 'sheet.colNotes',
};

/**
 * What the changes write: cells that hold the value already are left alone, and of several changes of one cell the last
 * one counts. Nothing at all is written when one of them has no cell (`column-gone`, `row-gone`, `place-gone`), or when the cell of one
 * says something else than it `was` to say (`note-changed`).
 */
export function answerWrites(
  cells: WorkbookCells,
  changes: readonly Change[],
  words: Words,
): Result<readonly CellWrite[]> {
  const rows = rowsOfIds(cells);
  const wanted = new Map<string, { readonly spot: Spot; readonly value: string | number | null }>();
  for (const change of changes) {
    if (keptOnly(change, cells)) continue;
    const spot = spotOfChange(change, cells, words, rows);
    if (!spot.ok) return spot;
    if (changedMeanwhile(change, cells, spot.value)) {
      return failed('note-changed', words('workbook.noteChanged', { item: change.item }));
    }
    const { sheet, row, column } = spot.value;
    wanted.set(JSON.stringify([sheet, row, column]), { spot: spot.value, value: wantedCell(change) });
  }
  const writes = [...wanted.values()]
    .filter(({ spot, value }) => cells.cell(spot.sheet, spot.row, spot.column) !== value)
    .map(({ spot, value }) => ({ ...spot, values: [[value]] }));
  return success([...writes, ...keptDetail(cells, changes, words)]);
}

/** Where a change goes; fails as `answerWrites` does where it has no cell. `rows` saves looking for them again. */
export const spotOfChange = (
  change: Change,
  cells: WorkbookCells,
  words: Words,
  rows: Rows = rowsOfIds(cells),
): Result<Spot> =>
  'item' in change ? answerSpot(change, cells, rows, words) : profileSpot(change, cells, words);

/**
 * The choice of what to send is kept on the state sheet, too: a choice made here, and at every write the cautious one
 * that a person made on the sheet.
 */
function keptDetail(cells: WorkbookCells, changes: readonly Change[], words: Words): readonly CellWrite[] {
  const spot = cells.map.spot('pointer.detail');
  const typed = spot === null ? null : cells.cell(spot.sheet, spot.row, spot.column);
  const chosen = changes.findLast((change) => 'profile' in change && change.profile === 'detail')?.value;
  const kept = storedText(cells.state, DETAIL_KEY);
  const isCautious = typeof typed === 'string' && folded(typed) === folded(words('profile.domains'));
  const detail = chosen ?? (isCautious || kept !== null ? typed : null);
  if (typeof detail !== 'string' || detail === kept || cells.map.sheets.state === null) return [];
  return storeText(cells, DETAIL_KEY, detail);
}

/** Without its cell on Start, the choice of what to send is kept all the same. */
const keptOnly = (change: Change, { map }: WorkbookCells): boolean =>
  'profile' in change &&
  change.profile === 'detail' &&
  map.spot('pointer.detail') === null &&
  map.sheets.state !== null;

function answerSpot(
  { item, field }: AnswerChange,
  { map }: WorkbookCells,
  rows: Rows,
  words: Words,
): Result<Spot> {
  const header = map.spot(`pointer.${field}`);
  if (header === null) {
    return failed('column-gone', words('workbook.columnGone', { column: words(COLUMNS[field]) }));
  }
  const row = rows.get(item)?.[0];
  return row === undefined
    ? failed('row-gone', words('workbook.rowGone', { item }))
    : success({ ...header, row });
}

function profileSpot(
  { profile }: Exclude<Change, AnswerChange>,
  { map }: WorkbookCells,
  words: Words,
): Result<Spot> {
  const spot = map.spot(`pointer.${profile}`);
  return spot ? success(spot) : failed('place-gone', words('workbook.placeGone'));
}

/** Whether a cell says neither what it said when the change was made nor what it is to say. */
function changedMeanwhile(
  change: Change,
  { cell }: WorkbookCells,
  { sheet, row, column }: Spot,
): change is AnswerChange {
  if (!('item' in change) || change.was === undefined) return false;
  const says = readText(cell(sheet, row, column));
  return says !== change.was && says !== change.value;
}

/** What the cell of a change shall hold: an ISO day of a due date becomes a date, an empty text empties the cell. */
export function wantedCell(change: Change): string | number | null {
  if (typeof change.value !== 'string') return change.value;
  if (change.value === '') return null;
  const day = 'field' in change && change.field === 'due' ? serialOfDay(change.value) : null;
  return day ?? change.value;
}
