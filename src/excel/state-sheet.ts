import type { StateRow } from '../workbook/map';
import { STATE_SHEET_NAME } from '../workbook/sheet-names';
import { STATE } from '../workbook/sheets/state-layout';
import { blockOf, loadUsed, type SheetBlock } from './sheet-block';

/** The state sheet on its way: read it with `stateOf` after the next sync. */
export interface LoadingState {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

/** The rows of the state sheet; `sheet` is null where the workbook has none. */
export interface State {
  readonly sheet: Excel.Worksheet | null;
  readonly rows: readonly StateRow[];
}

/** Asks for the state sheet; `name` where it is not called as it was inserted. */
export function loadState(context: Excel.RequestContext, name = STATE_SHEET_NAME): LoadingState {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  return { sheet, used: loadUsed(sheet) };
}

export function stateOf({ sheet, used }: LoadingState): State {
  const block = blockOf(used);
  return { sheet: sheet.isNullObject ? null : sheet, rows: rowsOf(block) };
}

function rowsOf(block: SheetBlock): readonly StateRow[] {
  return Array.from({ length: block.row + block.rows }, (_, row) => ({
    key: block.cell(row, STATE.key),
    value: block.cell(row, STATE.value),
    formula: block.formula(row, STATE.value),
  }));
}
