import type { Snapshot } from '../assessment/snapshot';
import { failed, success, type Result } from '../words/result';
import type { Words } from '../words/words';
import type { Spot } from '../workbook/map';
import { HISTORY_ROWS } from '../workbook/sheets/history-sheet';
import { textInput } from './cell-content';
import type { SheetBlock } from './sheet-block';

/** Writes a snapshot on the first free line below the table's header: day, rubric, composite, item mean, level, coverage, domain means. */
export function writeHistoryLine(
  sheet: Excel.Worksheet,
  block: SheetBlock,
  header: Spot,
  snapshot: Snapshot,
  words: Words,
): Result<void> {
  const row = freeLine(block, header);
  if (row === null) return failed('full-table', words('workbook.fullTable', { sheet: header.sheet }));
  const shown = (value: number | 'open' | null) =>
    value === null ? '' : value === 'open' ? textInput(words('workbook.open')) : value;
  const mean = (hundredths: number | 'open' | null) =>
    typeof hundredths === 'number' ? hundredths / 100 : shown(hundredths);
  const line = [
    textInput(snapshot.day),
    textInput(snapshot.rubric),
    mean(snapshot.composite),
    mean(snapshot.itemMean),
    shown(snapshot.level),
    snapshot.coverage === null ? '' : snapshot.coverage / 100,
    ...Object.values(snapshot.domains).map(mean),
  ];
  const range = sheet.getRangeByIndexes(row, header.column, 1, line.length);
  range.values = [line];
  range.untrack();
  return success(undefined);
}

function freeLine(block: SheetBlock, { row, column }: Spot): number | null {
  const lines = Array.from({ length: HISTORY_ROWS }, (_, i) => row + 1 + i);
  return lines.find((line) => block.cell(line, column) === null) ?? null;
}
