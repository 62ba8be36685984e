import * as z from 'zod/mini';
import { invalidArgument, notImplemented } from './api-error';
import type { Area } from './area';
import { columnCount, rowCount } from './area';
import type { Book } from './book';
import { setHeaderSize } from './header-size';
import { hideHeaders } from './outline';

const column = z.strictObject({
  columnHidden: z.optional(z.boolean()),
  format: z.optional(z.strictObject({ columnWidth: z.optional(z.number()) })),
});
const row = z.strictObject({
  rowHidden: z.optional(z.boolean()),
  format: z.optional(z.strictObject({ rowHeight: z.optional(z.number()) })),
});

/** `range.setColumnProperties`: width and visibility, one entry a column. */
export function setColumnProperties(book: Book, sheetId: string, area: Area, given: unknown): null {
  entries(given, columnCount(area)).forEach((entry, index) => {
    const { columnHidden, format } = known(column, entry, 'setColumnProperties');
    const at = area.left + index;
    const cells = { book, sheetId, areas: [{ ...area, left: at, right: at }] };
    if (format?.columnWidth !== undefined) setHeaderSize(cells, 'COL', format.columnWidth);
    if (columnHidden !== undefined) hideHeaders(cells, 'COL', columnHidden);
  });
  return null;
}

/** `range.setRowProperties`: height and visibility, one entry a row. */
export function setRowProperties(book: Book, sheetId: string, area: Area, given: unknown): null {
  entries(given, rowCount(area)).forEach((entry, index) => {
    const { rowHidden, format } = known(row, entry, 'setRowProperties');
    const at = area.top + index;
    const cells = { book, sheetId, areas: [{ ...area, top: at, bottom: at }] };
    if (format?.rowHeight !== undefined) setHeaderSize(cells, 'ROW', format.rowHeight);
    if (rowHidden !== undefined) hideHeaders(cells, 'ROW', rowHidden);
  });
  return null;
}

function entries(given: unknown, count: number): readonly unknown[] {
  if (!Array.isArray(given) || given.length !== count) throw invalidArgument();
  return given;
}

function known<S extends z.ZodMiniType>(schema: S, entry: unknown, member: string): z.infer<S> {
  const result = schema.safeParse(entry ?? {});
  if (!result.success) throw notImplemented(`range.${member} with ${JSON.stringify(entry)}`);
  return result.data;
}
