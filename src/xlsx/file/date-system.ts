import type { CellWrite } from '../../workbook/cell-writes';
import { evidencePlaces } from '../../workbook/evidence-places';
import type { Spot, WorkbookMap } from '../../workbook/map';
import type { CellReader } from '../../workbook/raw-assessment';

/** Serial numbers of the 1904 date system start four years and a day later. */
const DAYS_TO_1904 = 1462;

/** A workbook of ours holds dates in these columns, below their headers. */
const dateHeaders = (map: WorkbookMap): readonly Spot[] => {
  const evidence = evidencePlaces(map);
  return [map.spot('pointer.due'), evidence?.captured, evidence?.verified, evidence?.pageDate].filter(
    (spot) => spot !== null && spot !== undefined,
  );
};

/** Reads the dates of a workbook of the 1904 date system (old Mac files) as serial numbers of the 1900 system. */
export function datesFrom1904(cell: CellReader, map: WorkbookMap): CellReader {
  const headers = dateHeaders(map);
  return (sheet, row, column) => {
    const value = cell(sheet, row, column);
    return typeof value === 'number' && isDate(headers, sheet, row, column) ? value + DAYS_TO_1904 : value;
  };
}

/** The writes of a workbook of the 1904 date system, of writes whose dates are serial numbers of the 1900 system. */
export function datesTo1904(writes: readonly CellWrite[], map: WorkbookMap): readonly CellWrite[] {
  const headers = dateHeaders(map);
  return writes.map(({ sheet, row, column, values }) => ({
    ...{ sheet, row, column },
    values: values.map((line, r) =>
      line.map((value, c) =>
        typeof value === 'number' && isDate(headers, sheet, row + r, column + c)
          ? value - DAYS_TO_1904
          : value,
      ),
    ),
  }));
}

const isDate = (headers: readonly Spot[], sheet: string, row: number, column: number): boolean =>
  headers.some((header) => header.sheet === sheet && header.column === column && row > header.row);
