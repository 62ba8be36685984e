import { success, type Result } from '../words/result';
import type { Words } from '../words/words';
import type { CellWrite } from './cell-writes';
import { BENCHMARK } from './layout';
import { BENCHMARK_META, type Spot } from './map';
import { sheetGone } from './sheet-gone';
import { benchmarkMeta, figureCells, figureOf } from './sheets/benchmark-sheet';
import { storeText } from './state-writes';
import { BENCHMARK_KEY, type StoredBenchmark } from './stored-benchmark';
import type { WorkbookCells } from './workbook-cells';

/**
 * Figures and head lines of the Benchmark sheet, whose cells are locked, and the exact benchmark on the state sheet.
 * `sheet-gone` where there is no such sheet.
 */
export function benchmarkWrites(
  cells: WorkbookCells,
  stored: StoredBenchmark,
  words: Words,
): Result<readonly CellWrite[]> {
  const table = cells.map.spot('pointer.benchmark.table');
  if (table === null) return sheetGone('benchmark', words);
  return success([
    ...figureWrites(cells, table, stored),
    ...metaWrites(cells, stored, words),
    ...storeText(cells, BENCHMARK_KEY, JSON.stringify(stored)),
  ]);
}

function figureWrites(
  cells: WorkbookCells,
  table: Spot,
  { benchmark }: StoredBenchmark,
): readonly CellWrite[] {
  const values = idsBelow(cells, table).map((id) => figureCells(figureOf(benchmark, id)));
  if (values.length === 0) return [];
  return [{ sheet: table.sheet, row: table.row + 1, column: table.column + BENCHMARK.mean, values }];
}

function metaWrites(
  { map }: WorkbookCells,
  { benchmark, fetched }: StoredBenchmark,
  words: Words,
): readonly CellWrite[] {
  const meta = benchmarkMeta(benchmark, fetched, words);
  return BENCHMARK_META.flatMap((key) => {
    const spot = map.spot(`pointer.benchmark.${key}`);
    return spot === null ? [] : [{ ...spot, values: [[meta[key] === '' ? null : meta[key]]] }];
  });
}

/** The ids of the table, one a row, down to the first row without one. */
function idsBelow({ cell }: WorkbookCells, { sheet, row, column }: Spot): readonly string[] {
  const ids: string[] = [];
  for (let i = row + 1; ; i += 1) {
    const id = cell(sheet, i, column);
    if (typeof id !== 'string') return ids;
    ids.push(id);
  }
}
