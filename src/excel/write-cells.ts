import type { CellWrite } from '../workbook/cell-writes';
import { textInput } from './cell-content';
import { noteTouched } from './touched-sheets';
import { untracked } from './untracked';

/** Protected sheets by their names, with what their protection allows. */
export type Guarded = ReadonlyMap<string, Excel.WorksheetProtectionOptions>;

/**
 * Queues the writes; the caller syncs. `opened` are the protected sheets that have locked cells among what is written:
 * their protection is taken off, and put on again as it was after the writes and whatever `also` queues.
 */
export function writeCells(
  context: Excel.RequestContext,
  writes: readonly CellWrite[],
  opened: Guarded = new Map(),
  also: () => void = () => undefined,
): void {
  noteTouched(context, { opened: [...opened.keys()], written: writes.map(({ sheet }) => sheet) });
  const protectionOf = (name: string) => context.workbook.worksheets.getItem(name).protection;
  for (const name of opened.keys()) protectionOf(name).unprotect();
  for (const write of joinedWrites(writes)) {
    untracked(rangeOf(context, write)).values = write.values.map((line) => line.map(input));
  }
  also();
  for (const [name, options] of opened) protectionOf(name).protect(options);
}

/** The range that a write fills. */
export const rangeOf = (
  context: Excel.RequestContext,
  { sheet, row, column, values }: CellWrite,
): Excel.Range =>
  context.workbook.worksheets
    .getItem(sheet)
    .getRangeByIndexes(row, column, values.length, values[0]?.length ?? 0);

const input = (value: string | number | null): string | number =>
  typeof value === 'string' ? textInput(value) : (value ?? '');

/** Writes that follow each other and stand below each other become one: a range costs more than its cells. */
export function joinedWrites(writes: readonly CellWrite[]): readonly CellWrite[] {
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
  below.sheet === above.sheet &&
  below.column === above.column &&
  below.row === above.row + above.values.length &&
  below.values[0]?.length === above.values[0]?.length;
