import type { Area } from './area';
import type { Book } from './book';

/** Cells of one sheet: one area for a `Range`, several for `RangeAreas`. */
export interface CellSet {
  readonly book: Book;
  readonly sheetId: string;
  readonly areas: readonly Area[];
}

/** The one value that `read` gives for every cell, or null where they differ. Cells beyond the grid are `blank`. */
export function uniformOver<T>(
  cells: CellSet,
  blank: T,
  read: (position: { sheetId: string; row: number; col: number }) => T,
): T | null {
  const { book, sheetId } = cells;
  let found: { readonly value: T } | null = null;
  const differs = (value: T): boolean => {
    found ??= { value };
    return found.value !== value;
  };
  for (const area of cells.areas) {
    const present = book.engine.present(sheetId, area);
    const beyond = present === null || (present.bottom < area.bottom && area.bottom < 1_048_575);
    if (beyond && differs(blank)) return null;
    if (present === null) continue;
    for (let row = present.top; row <= present.bottom; row++)
      for (let col = present.left; col <= present.right; col++)
        if (differs(read({ sheetId, row, col }))) return null;
  }
  return (found as { readonly value: T } | null)?.value ?? blank;
}
