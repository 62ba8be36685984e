import type { Snapshot } from '../assessment/snapshot';
import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import type { CellWrite } from './cell-writes';
import type { Spot } from './map';
import { sheetGone } from './sheet-gone';
import { HISTORY_ROWS } from './sheets/history-sheet';
import type { WorkbookCells } from './workbook-cells';

/**
 * A snapshot on the first free line below the history's header: day, rubric, composite, item mean, level, coverage,
 * domain means. `sheet-gone` where there is no such sheet, `full-table` where it has no free line.
 */
export function historyWrites(
  cells: WorkbookCells,
  snapshot: Snapshot,
  words: Words,
): Result<readonly CellWrite[]> {
  const header = cells.map.spot('pointer.history');
  if (header === null) return sheetGone('history', words);
  const row = freeLine(cells, header);
  if (row === null) return failed('full-table', words('workbook.fullTable', { sheet: header.sheet }));
  const shown = (value: number | 'open' | null) => (value === 'open' ? words('workbook.open') : value);
  const mean = (hundredths: number | 'open' | null) =>
    typeof hundredths === 'number' ? hundredths / 100 : shown(hundredths);
  const line = [
    snapshot.day,
    snapshot.rubric,
    mean(snapshot.composite),
    mean(snapshot.itemMean),
    shown(snapshot.level),
    snapshot.coverage === null ? null : snapshot.coverage / 100,
    ...Object.values(snapshot.domains).map(mean),
  ];
  return success([{ ...header, row, values: [line] }]);
}

function freeLine({ cell }: WorkbookCells, { sheet, row, column }: Spot): number | null {
  const lines = Array.from({ length: HISTORY_ROWS }, (_, i) => row + 1 + i);
  return lines.find((line) => cell(sheet, line, column) === null) ?? null;
}
