import * as z from 'zod/mini';
import { invalidArgument } from './api-error';
import type { Area } from './area';
import { parseAddress } from './address';
import type { Book } from './book';
import { cellUrl } from './cell-link';
import type { CellSet } from './cell-set';
import { noteOf } from './cell-style';
import { mayDo } from './protection';
import type { Hyperlink } from './sheet-notes';

const hyperlink = z.object({
  address: z.optional(z.string()),
  documentReference: z.optional(z.string()),
  screenTip: z.optional(z.string()),
  textToDisplay: z.optional(z.string()),
});

/** The link of the cells, if they agree. */
export const hyperlinkOf = (cells: CellSet): Hyperlink | null => noteOf(cells, (notes) => notes.hyperlink);

/** Links cells to a web address or a place in the workbook. A formula keeps its result as the text shown. */
export function setHyperlink(book: Book, sheetId: string, area: Area, given: unknown): void {
  const parsed = hyperlink.safeParse(given);
  if (!parsed.success) throw invalidArgument();
  const notes = book.notes(sheetId);
  mayDo(notes, 'allowInsertHyperlinks');
  const { address, documentReference, screenTip, textToDisplay } = parsed.data;
  const link: Hyperlink = {
    ...(address !== undefined && { address }),
    ...(documentReference !== undefined && { documentReference }),
    ...(screenTip !== undefined && { screenTip }),
    ...(textToDisplay !== undefined && { textToDisplay }),
  };
  notes.hyperlink.set(area, link);
  book.engine.ensure(sheetId, area);
  const { getters } = book.engine;
  const url = documentReference === undefined ? address : sheetUrl(book, sheetId, documentReference);
  for (let row = area.top; row <= area.bottom; row++)
    for (let col = area.left; col <= area.right; col++) {
      const position = { sheetId, row, col };
      if (getters.getCell(position)?.isFormula) continue;
      const label =
        textToDisplay ?? String(typedText(book, position) || (address ?? documentReference ?? ''));
      const content = url === undefined ? label : `[${label}](${url})`;
      book.engine.dispatch('UPDATE_CELL', { ...position, content });
    }
}

function sheetUrl(book: Book, sheetId: string, reference: string): string | undefined {
  const { sheet, area } = parseAddress(reference.replace(/^#/, ''));
  const target = sheet === null ? sheetId : book.findSheet(sheet);
  return target === null ? undefined : cellUrl(target, area);
}

const typedText = (book: Book, position: { sheetId: string; row: number; col: number }): string => {
  const cell = book.engine.getters.getCell(position);
  if (cell === undefined || cell.isFormula) return '';
  const link = /^\[(.*)\]\((?:.*)\)$/.exec(cell.content);
  return link?.[1] ?? cell.content.replace(/^'/, '');
};
