import { readText } from '../../assessment/read-cell';
import { answerWrites, spotOfChange, wantedCell } from '../../workbook/answer-writes';
import type { Change } from '../../workbook/port';
import { failed, success, type Result } from '../../words/result';
import type { Words } from '../../words/words';
import type { FileCells } from './file-cells';
import type { FileDesk } from './file-desk';

/**
 * Writes answers on top of whatever the file holds by now. Where somebody else gave another answer in one of the cells
 * since the user saw it, nothing at all is written (`cell-changed`).
 */
export function answersOnTop(
  desk: FileDesk,
  words: Words,
): (changes: readonly Change[]) => Promise<Result<void>> {
  /** What was written from here since the user saw the file so: that is nobody else's. */
  const own = new WeakMap<FileCells, Map<string, string>>();
  const ownSince = (seen: FileCells): Map<string, string> => {
    const known = own.get(seen) ?? new Map<string, string>();
    own.set(seen, known);
    return known;
  };

  function isOthers(change: Change, now: FileCells, seen: FileCells): boolean {
    // A note says itself what it is to stand over.
    if ('item' in change && change.was !== undefined) return false;
    const [saw, says] = [textAt(change, seen, words), textAt(change, now, words)];
    if (saw === null || says === null || saw === says) return false;
    return says !== readText(wantedCell(change)) && says !== ownSince(seen).get(placeOf(change));
  }

  return (changes) =>
    desk.change((cells, seen) => {
      const others = seen === null ? [] : changes.filter((change) => isOthers(change, cells, seen));
      if (others.length > 0) return failed('cell-changed', toldOf(others, words));
      const writes = answerWrites(cells, changes, words);
      if (!writes.ok) return writes;
      const written = (seenNow: FileCells | null) => {
        for (const sight of [seen, seenNow])
          if (sight !== null)
            for (const change of changes) ownSince(sight).set(placeOf(change), readText(wantedCell(change)));
      };
      return success({ writes: writes.value, value: undefined, written });
    });
}

const placeOf = (change: Change): string =>
  'item' in change ? `${change.item} ${change.field}` : change.profile;

function textAt(change: Change, cells: FileCells, words: Words): string | null {
  const spot = spotOfChange(change, cells, words);
  return spot.ok ? readText(cells.cell(spot.value.sheet, spot.value.row, spot.value.column)) : null;
}

function toldOf(changes: readonly Change[], words: Words): string {
  const items = [...new Set(changes.flatMap((change) => ('item' in change ? [change.item] : [])))];
  return items.length > 0
    ? words('workbook.cellChanged', { items: items.join(', ') })
    : words('workbook.profileChanged');
}
