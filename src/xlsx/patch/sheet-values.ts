import type { CellWrite } from '../../workbook/cell-writes';
import type { CellValue } from './cell-xml';

/** Values by 0-based row, then 0-based column. */
export type SheetValues = ReadonlyMap<number, ReadonlyMap<number, CellValue>>;

/** Writes by the names of their sheets in lower case, as Excel compares them. Of two writes to a cell the later one counts. */
export function valuesBySheet(writes: readonly CellWrite[]): ReadonlyMap<string, SheetValues> {
  const sheets = new Map<string, Map<number, Map<number, CellValue>>>();
  for (const { sheet, row, column, values } of writes) {
    const rows = entry(sheets, sheet.toLowerCase(), () => new Map<number, Map<number, CellValue>>());
    values.forEach((line, i) => {
      const cells = entry(rows, row + i, () => new Map<number, CellValue>());
      line.forEach((value, j) => cells.set(column + j, value));
    });
  }
  return sheets;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
