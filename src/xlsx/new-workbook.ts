import type { DesignInput } from '../workbook/blueprint';
import type { SheetId, WorkbookDesign } from '../workbook/design';
import { designWorkbook } from '../workbook/design-workbook';
import { knownResults } from '../workbook/known-results';
import { designedCells } from '../workbook/known/designed-cells';
import { pointerResults } from '../workbook/known/pointer-results';
import { freeSheetNames } from '../workbook/sheet-names';
import { type CachedValues, writeXlsx } from './write-xlsx';

/**
 * The bytes of a new workbook, blank or with answers. What our engine knows of its formulas' results is stored with them,
 * so that a preview shows the scores; every program that calculates computes them anew.
 */
export function newWorkbook(input: Omit<DesignInput, 'names'>): Uint8Array {
  const names = freeSheetNames(input.words, []);
  const design = designWorkbook({ ...input, names });
  return writeXlsx(design, cachedResults(design, { ...input, names }));
}

/** What is known of the results of a design's formulas. */
function cachedResults(design: WorkbookDesign, input: DesignInput): CachedValues {
  const cells = designedCells(design);
  const { state } = input.names;
  const end = design.sheets.find(({ id }) => id === 'state')?.cells.length ?? 0;
  const known = [...knownResults({ ...input, design, cells }), ...pointerResults(state, end, cells)];
  const key = (sheet: string, row: number, column: number) => `${row}:${column}:${sheet}`;
  const values = new Map(
    known.map(({ sheet, row, column, value }) => [key(sheet, row, column), value] as const),
  );
  const nameOf = (id: SheetId) => input.names[id];
  return (sheet, row, column) => values.get(key(nameOf(sheet), row, column));
}
