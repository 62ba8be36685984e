import * as z from 'zod/mini';
import { benchmarkSchema } from '../rubric/benchmark';
import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import { BENCHMARK_META, type Spot, type WorkbookMap } from '../workbook/map';
import { cellAddress } from '../workbook/address';
import { benchmarkMeta, figureCells, figureOf } from '../workbook/sheets/benchmark-sheet';
import { BENCHMARK } from '../workbook/layout';
import { textInput } from './cell-content';
import { PROTECTION } from './draw-workbook';
import { parsedJson } from './parsed-json';
import type { SheetBlock } from './sheet-block';
import { storedText, storeText, type State } from './state-sheet';

const KEY = 'benchmark';
/** `fetched` is an ISO day; empty for figures that came with the product. */
const storedBenchmark = z.strictObject({ benchmark: benchmarkSchema, fetched: z.string() });
export type StoredBenchmark = z.infer<typeof storedBenchmark>;

/** The benchmark that the workbook compares with, exactly as it was received; null where there is none. */
export function benchmarkOf(state: State, words: Words): Result<StoredBenchmark | null> {
  const text = storedText(state.rows, KEY);
  if (text === null) return success(null);
  const stored = parsedJson(storedBenchmark, text);
  return stored
    ? success(stored)
    : failed('state-damaged', words('workbook.stateDamaged', { what: words('sheet.benchmark') }));
}

/** The exact benchmark, for `benchmarkOf`. */
export function storeBenchmark(state: State, sheet: Excel.Worksheet, stored: StoredBenchmark): void {
  storeText(sheet, state.rows, KEY, JSON.stringify(stored));
}

/** Writes figures and head lines of the Benchmark sheet. Its cells are locked: a protected sheet is opened and closed again around the writes. */
export function writeBenchmark(
  sheet: Excel.Worksheet,
  block: SheetBlock,
  map: WorkbookMap,
  table: Spot,
  { benchmark, fetched }: StoredBenchmark,
  isProtected: boolean,
  words: Words,
): void {
  if (isProtected) sheet.protection.unprotect();
  const ids = idsBelow(block, table);
  if (ids.length > 0) {
    const figures = sheet.getRangeByIndexes(table.row + 1, table.column + BENCHMARK.mean, ids.length, 4);
    figures.values = ids.map((id) => figureCells(figureOf(benchmark, id)).map((figure) => figure ?? ''));
    figures.untrack();
  }
  const meta = benchmarkMeta(benchmark, fetched, words);
  for (const key of BENCHMARK_META) {
    const spot = map.spot(`pointer.benchmark.${key}`);
    if (spot === null) continue;
    const cell = sheet.getRange(cellAddress(spot.row, spot.column));
    cell.values = [[textInput(meta[key])]];
    cell.untrack();
  }
  if (isProtected) sheet.protection.protect(PROTECTION);
}

/** The ids of the table, one a row, down to the first row without one. */
function idsBelow(block: SheetBlock, { row, column }: Spot): readonly string[] {
  const ids: string[] = [];
  for (let i = row + 1; ; i += 1) {
    const id = block.cell(i, column);
    if (typeof id !== 'string') return ids;
    ids.push(id);
  }
}
