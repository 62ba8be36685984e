import type { RawCell } from '../assessment/assessment';
import { folded } from '../assessment/vocabulary';

/**
 * The column of each heading in a row of cells: where its text stands or, where its words were changed, between its
 * neighbours as long as they are as far apart as designed. Null where it cannot be told or is gone.
 */
export function matchedColumns(
  headings: readonly string[],
  cells: readonly RawCell[],
): readonly (number | null)[] {
  const texts = cells.map((cell) => (typeof cell === 'string' ? folded(cell) : null));
  const exact = headings.map((heading) => {
    const column = texts.indexOf(folded(heading));
    return column < 0 ? null : column;
  });
  return exact.map((column, i) => {
    if (column !== null) return column;
    const left = exact.slice(0, i).findLastIndex((known) => known !== null);
    const right = exact.findIndex((known, at) => at > i && known !== null);
    const after = left < 0 ? null : (exact[left] ?? 0) + (i - left);
    const before = right < 0 ? null : (exact[right] ?? 0) - (right - i);
    const at = left < 0 ? before : right < 0 ? after : after === before ? after : null;
    return at === null || at < 0 || (cells[at] ?? null) === null ? null : at;
  });
}
