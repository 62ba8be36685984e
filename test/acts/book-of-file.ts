import { engineContent } from '../../src/sandbox/host/cell-content';
import { SandboxBook } from '../../src/sandbox/host/sandbox-book';
import { prepareSeats } from '../../src/sandbox/host/seat';
import { cellAddress } from '../../src/workbook/address';
import type { XlsxContent, XlsxSheet } from '../../src/xlsx/read-xlsx';
import { spreadsheetLibrary } from '../sandbox/load-excel';

/** A sandbox workbook with the cells of a file: values, formulas and names of sheets, no looks and no rules. */
export function bookOf({ sheets }: XlsxContent): SandboxBook {
  prepareSeats(spreadsheetLibrary);
  const data = { sheets: sheets.map(sheetData) };
  return new SandboxBook(spreadsheetLibrary, new spreadsheetLibrary.Model(data));
}

function sheetData({ name, rows, visibility }: XlsxSheet) {
  const cells: Record<string, string> = {};
  let [bottom, right] = [0, 0];
  for (const [row, columns] of rows) {
    for (const [column, { value, formula }] of columns) {
      const content =
        formula ??
        (value === null || typeof value === 'object' ? null : engineContent(textOf(value), undefined));
      if (content === null) continue;
      cells[cellAddress(row, column)] = content;
      [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
    }
  }
  const id = `{${crypto.randomUUID().toUpperCase()}}`;
  return {
    id,
    name,
    cells,
    rowNumber: bottom + 50,
    colNumber: right + 10,
    isVisible: visibility === 'visible',
  };
}

/** A text that the engine would take for something else has an apostrophe before it. */
const textOf = (value: string | number | boolean): string | number | boolean =>
  typeof value === 'string' ? `'${value}` : value;
