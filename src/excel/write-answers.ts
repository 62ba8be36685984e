import type { RawCell } from '../assessment/assessment';
import { cellAddress } from '../workbook/address';
import type { Spot } from '../workbook/map';
import type { Change } from '../workbook/port';
import { failed, success, type Result } from '../words/result';
import type { WordKey, Words } from '../words/words';
import { rowsOfIds, type AnswerBlock } from './answer-block';
import { serialOfDay, textInput } from './cell-content';

type AnswerChange = Extract<Change, { readonly item: string }>;

const COLUMNS: Readonly<Record<AnswerChange['field'], WordKey>> = {
  level: 'sheet.colLevel',
  target: 'sheet.colTarget',
  evidence: 'sheet.colEvidence',
  owner: 'sheet.colOwner',
  due: 'sheet.colDue',
  notes: 'sheet.colNotes',
};

/** Queues the writes of all changes that change something; writes none when one of them has no cell. The caller syncs. */
export function writeChanges(
  context: Excel.RequestContext,
  block: AnswerBlock,
  changes: readonly Change[],
  words: Words,
): Result<number> {
  const rows = rowsOfIds(block);
  const writes: { readonly spot: Spot; readonly input: string | number }[] = [];
  for (const change of changes) {
    const spot =
      'item' in change ? answerSpot(change, block, rows, words) : profileSpot(change, block, words);
    if (!spot.ok) return spot;
    const wanted = wantedCell(change);
    if (cellAt(block, spot.value) !== wanted) writes.push({ spot: spot.value, input: inputOf(wanted) });
  }
  for (const { spot, input } of writes) {
    const range = context.workbook.worksheets
      .getItem(spot.sheet)
      .getRange(cellAddress(spot.row, spot.column));
    range.values = [[input]];
    range.untrack();
  }
  return success(writes.length);
}

function answerSpot(
  { item, field }: AnswerChange,
  { map }: AnswerBlock,
  rows: ReadonlyMap<string, readonly number[]>,
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
  { map }: AnswerBlock,
  words: Words,
): Result<Spot> {
  const spot = map.spot(`pointer.${profile}`);
  return spot ? success(spot) : failed('place-gone', words('workbook.placeGone'));
}

const cellAt = (block: AnswerBlock, { sheet, row, column }: Spot): RawCell =>
  (sheet === block.names.assessment ? block.assessment : block.start).cell(row, column);

/** What the cell shall hold: an ISO day of a due date becomes a date, an empty text empties the cell. */
function wantedCell(change: Change): string | number | null {
  if (typeof change.value !== 'string') return change.value;
  if (change.value === '') return null;
  const day = 'field' in change && change.field === 'due' ? serialOfDay(change.value) : null;
  return day ?? change.value;
}

const inputOf = (wanted: string | number | null): string | number =>
  wanted === null ? '' : typeof wanted === 'number' ? wanted : textInput(wanted);
