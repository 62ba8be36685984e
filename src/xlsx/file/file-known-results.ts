import type { Vocabulary } from '../../assessment/vocabulary';
import type { Benchmark } from '../../rubric/benchmark';
import { startingBenchmark } from '../../rubric/starting-benchmark';
import type { Rubric } from '../../rubric/schema';
import type { CellWrite } from '../../workbook/cell-writes';
import type { WorkbookDesign } from '../../workbook/design';
import { designWorkbook } from '../../workbook/design-workbook';
import type { KnownResult } from '../../workbook/known-result';
import { knownResults } from '../../workbook/known-results';
import { pointerResults } from '../../workbook/known/pointer-results';
import type { StandingCell, StandingCells } from '../../workbook/known/workbook-facts';
import { freeSheetNames, SHEET_IDS, type SheetNames } from '../../workbook/sheet-names';
import type { Words } from '../../words/words';
import type { FileCells } from './file-cells';

/** What a workbook of ours is drawn from, whatever its sheets are called. */
export interface Making {
  readonly rubric: Rubric;
  readonly words: Words;
  readonly vocabulary: Vocabulary;
  readonly cycle: string;
  readonly published: readonly Benchmark[];
}

/** Gives what is known of a file's formulas after some writes; of the scores nothing, where the file was made from something else. */
export function fileKnownResults(making: Making) {
  const designUnder = latestDesign(making);
  return (cells: FileCells, writes: readonly CellWrite[]): readonly KnownResult[] => {
    const { map, standing } = cells;
    const { rubric, words } = making;
    const sameMaking =
      map.rubric.id === rubric.id && map.rubric.version === rubric.version && map.language === words.language;
    const after = writtenOver(standing, writes);
    const pointers = pointerResults(map.sheets.state ?? '', cells.state.length, after);
    if (!sameMaking) return pointers;
    const names = namesOf(cells, words);
    return [...knownResults({ ...making, names, design: designUnder(names), cells: after }), ...pointers];
  };
}

/** The names the sheets have now; a sheet that is gone has the name it would have, which no formula can lead to. */
export function namesOf({ map }: FileCells, words: Words): SheetNames {
  const others = freeSheetNames(
    words,
    Object.values(map.sheets).filter((name) => name !== null),
  );
  return Object.fromEntries(SHEET_IDS.map((id) => [id, map.sheets[id] ?? others[id]])) as SheetNames;
}

/** Drawing takes longer than reading: the design is kept as long as no sheet is renamed. */
export function latestDesign(making: Making): (names: SheetNames) => WorkbookDesign {
  let latest: { readonly key: string; readonly design: WorkbookDesign } | null = null;
  return (names) => {
    const key = JSON.stringify(names);
    if (latest?.key !== key) {
      const benchmark = startingBenchmark(making.published);
      latest = { key, design: designWorkbook({ ...making, names, benchmark }) };
    }
    return latest.design;
  };
}

/** The cells as they stand once the writes are done. */
function writtenOver(standing: StandingCells, writes: readonly CellWrite[]): StandingCells {
  const key = (sheet: string, row: number, column: number) => `${row}:${column}:${sheet.toLowerCase()}`;
  const written = new Map<string, StandingCell>();
  for (const { sheet, row, column, values } of writes) {
    values.forEach((line, r) =>
      line.forEach((value, c) => written.set(key(sheet, row + r, column + c), { value, formula: null })),
    );
  }
  return (sheet, row, column) => written.get(key(sheet, row, column)) ?? standing(sheet, row, column);
}
