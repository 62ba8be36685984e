import * as z from 'zod/mini';
import { accessDenied, invalidArgument, invalidOperation, notImplemented } from '../api-error';
import type { Area } from '../area';
import { intersection } from '../area';
import type { Book } from '../book';
import { isLocked, mayDo } from '../protection';
import { sortRows } from '../sort-rows';
import { WireObject } from '../wire-object';

const sortFields = z
  .array(z.object({ key: z.int(), ascending: z.optional(z.boolean()) }))
  .check(z.minLength(1));

/** `Excel.RangeSort` */
export class RangeSortWire extends WireObject {
  readonly wireType = 'RangeSort';

  constructor(
    private readonly book: Book,
    private readonly sheetId: string,
    private readonly area: Area,
  ) {
    super();
  }

  /** On a protected sheet every cell has to be unlocked, whatever is allowed; merged cells are not sorted. */
  Apply(fields: unknown, matchCase?: unknown, hasHeaders?: unknown, orientation?: unknown): null {
    if (matchCase === true) throw notImplemented('range.sort.apply with matchCase');
    if (orientation === 'Columns') throw notImplemented('range.sort.apply of columns');
    const given = sortFields.safeParse(fields);
    if (!given.success) throw invalidArgument();
    const { book, sheetId, area } = this;
    const notes = book.notes(sheetId);
    mayDo(notes, 'allowSort');
    if (isLocked(notes, area)) throw accessDenied();
    const present = book.engine.present(sheetId, hasHeaders === true ? { ...area, top: area.top + 1 } : area);
    if (present === null) return null;
    if (book.engine.getters.getMerges(sheetId).some((merge) => intersection(merge, present))) {
      throw invalidOperation();
    }
    const keys = given.data.map(({ key, ascending = true }) => ({ column: area.left + key, ascending }));
    book.engine.together(() => sortRows(book, sheetId, present, keys));
    return null;
  }
}
