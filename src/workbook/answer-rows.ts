import { idOf } from '../assessment/read-cell';
import { answerCellOf, answerRowsOf } from './raw-assessment';
import type { WorkbookCells } from './workbook-cells';

/** The 0-based rows of each id of the Assessment sheet; the first is the one that counts. */
export function rowsOfIds({ map, cell, end }: WorkbookCells): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  const sheet = map.spot('pointer.id')?.sheet;
  if (sheet === undefined) return found;
  for (const row of answerRowsOf(map, end(sheet))) {
    const key = idOf(answerCellOf(map, cell, row, 'id'));
    if (key === '') continue;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}
