import type { CellWrite } from './cell-writes';
import type { StateRow } from './map';
import { storeText, storedText } from './state-writes';
import type { WorkbookCells } from './workbook-cells';

/** Under it the state sheet says which workbook this is. It tells nothing about who made it, and never leaves the workbook. */
export const ID_KEY = 'workbook';

const BYTES = 16;

/** The id of a new workbook: 32 hexadecimal digits by chance. `random` gives so many random bytes. */
export const newWorkbookId = (random: (count: number) => Uint8Array): string =>
  Array.from(random(BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Which workbook this is; null for one that was made before workbooks had an id. */
export const workbookIdOf = (state: readonly StateRow[]): string | null => storedText(state, ID_KEY);

/** What gives an id to a workbook without one, beside what else is written to it; nothing where another text takes the row. */
export function idWrites(
  cells: WorkbookCells,
  id: () => string,
  beside: readonly CellWrite[],
): readonly CellWrite[] {
  const { state, map } = cells;
  const sheet = map.sheets.state;
  if (sheet === null || workbookIdOf(state) !== null) return [];
  const taken = beside.some(
    (write) => write.sheet === sheet && write.row + write.values.length > state.length,
  );
  return taken ? [] : storeText(cells, ID_KEY, id());
}
