import type { Words } from '../../words/words';
import type { CellContent, CellDesign, SheetDesign } from '../design';
import { BENCHMARK as B } from '../layout';
import { BENCHMARK_META } from '../map';
import { benchmarkMeta, figureCells, figureOf } from '../sheets/benchmark-sheet';
import { STATE } from '../sheets/state-layout';
import type { StoredBenchmark } from '../stored-benchmark';
import type { StandingBlock } from './standing-block';

/** Notes of the state sheet that change as the workbook is used: what stands there is right as long as anything does. */
const LIVING: readonly CellContent[] = ['cycle', 'benchmark', 'detail'];

/** The locked cells of a sheet with what they have to say: as designed, and on the Benchmark sheet what the stored benchmark says. */
export function expectedCells(
  design: SheetDesign,
  block: StandingBlock,
  stored: StoredBenchmark | null,
  words: Words,
): readonly Pick<CellDesign, 'row' | 'column' | 'content'>[] {
  const locked = design.cells.filter(({ style, content }) => content !== null && !style.unlocked);
  if (design.id === 'benchmark' && stored) {
    const shown = benchmarkCells(design, stored, words);
    const key = ({ row, column }: { readonly row: number; readonly column: number }) => `${row}:${column}`;
    const replaced = new Set(shown.map(key));
    return [...locked.filter((cell) => !replaced.has(key(cell))), ...shown];
  }
  if (design.id !== 'state') return locked;
  const noted = Array.from({ length: block.row + block.rows }, (_, row) => row)
    .filter((row) => block.cell(row, STATE.value) !== null)
    .map((row) => block.cell(row, STATE.key));
  const living = new Set(
    locked
      .filter(
        ({ column, content }) =>
          column === STATE.key && LIVING.includes(content) && noted.includes(content as string),
      )
      .map(({ row }) => row),
  );
  return locked.filter(({ row, column }) => column !== STATE.value || !living.has(row));
}

function benchmarkCells(design: SheetDesign, { benchmark, fetched }: StoredBenchmark, words: Words) {
  const meta = benchmarkMeta(benchmark, fetched, words);
  const figures = design.cells.filter(({ row, column }) => row > B.tableRow && column === B.id);
  return [
    ...BENCHMARK_META.map((key, i) => ({
      row: B.metaRow + i,
      column: B.metaColumn,
      content: meta[key] === '' ? null : meta[key],
    })),
    ...figures.flatMap(({ row, content }) =>
      figureCells(figureOf(benchmark, String(content as string))).map((figure, i) => ({
        row,
        column: B.mean + i,
        content: figure,
      })),
    ),
  ];
}
