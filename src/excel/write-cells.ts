import type { CellWrite } from '../workbook/cell-writes';
import { textInput } from './cell-content';
import { PROTECTION } from './protection';
import { untracked } from './untracked';

/**
 * Queues the writes, sheet by sheet; the caller syncs. `opened` names protected sheets with locked cells among what is
 * written: their protection is taken off and put on again around the writes.
 */
export function writeCells(
  context: Excel.RequestContext,
  writes: readonly CellWrite[],
  opened: ReadonlySet<string> = new Set(),
): void {
  for (const name of new Set(writes.map((write) => write.sheet))) {
    const sheet = context.workbook.worksheets.getItem(name);
    if (opened.has(name)) sheet.protection.unprotect();
    for (const { row, column, values } of joined(writes.filter((write) => write.sheet === name))) {
      const range = sheet.getRangeByIndexes(row, column, values.length, values[0]?.length ?? 0);
      untracked(range).values = values.map((line) => line.map(input));
    }
    if (opened.has(name)) sheet.protection.protect(PROTECTION);
  }
}

const input = (value: string | number | null): string | number =>
  typeof value === 'string' ? textInput(value) : (value ?? '');

/** Writes that follow each other and stand below each other become one: a request for each range costs more than its cells. */
function joined(writes: readonly CellWrite[]): readonly CellWrite[] {
  const ranges: CellWrite[] = [];
  for (const write of writes) {
    const above = ranges.at(-1);
    if (above && continues(above, write)) {
      ranges[ranges.length - 1] = { ...above, values: [...above.values, ...write.values] };
    } else {
      ranges.push(write);
    }
  }
  return ranges;
}

const continues = (above: CellWrite, below: CellWrite): boolean =>
  below.column === above.column &&
  below.row === above.row + above.values.length &&
  below.values[0]?.length === above.values[0]?.length;
