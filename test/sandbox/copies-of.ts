import type { AreaRule } from '../../src/sandbox/host/area-rules';
import { AreaRules } from '../../src/sandbox/host/area-rules';
import { SandboxBook } from '../../src/sandbox/host/sandbox-book';
import type { SpreadsheetLibrary } from '../../src/sandbox/host/seat';
import type { SheetNotes } from '../../src/sandbox/host/sheet-notes';

/** The engine knows a cell by an id, which a copy has another of. */
interface WrittenFormula {
  readonly row: number;
  readonly col: number;
  readonly engine: string;
  readonly text: string;
}
interface SheetCopy {
  readonly id: string;
  readonly notes: Readonly<Record<string, unknown>>;
  readonly written: readonly WrittenFormula[];
}
interface BookCopy {
  readonly data: object;
  readonly selection: ReturnType<SandboxBook['selection']>;
  readonly calculationMode: SandboxBook['calculationMode'];
  readonly sheets: readonly SheetCopy[];
}

/**
 * Makes workbooks like `book` as it is now, each in a fraction of the time that inserting ours takes. They have all of it
 * but what can be undone, who listens, and what the client refers to. Their sheets have ids of their own, for the
 * client's event handlers outlive a workbook.
 */
export const copiesOf = (book: SandboxBook): (() => SandboxBook) => copiesFrom(book.library, contentOf(book));

/** All of a workbook that its copies have, as a text. */
export function contentOf(book: SandboxBook): string {
  const content: BookCopy = {
    data: book.model.exportData(),
    selection: book.selection(),
    calculationMode: book.calculationMode,
    sheets: book.sheetIds.map((id) => sheetCopy(book, id)),
  };
  return JSON.stringify(content);
}

/** Makes the workbooks of a text that `contentOf` gave. */
export function copiesFrom(library: SpreadsheetLibrary, text: string): () => SandboxBook {
  const ids = (JSON.parse(text) as BookCopy).sheets.map(({ id }) => id);
  return () => {
    const renamed = ids.reduce((all, id) => all.replaceAll(id, newSheetId()), text);
    const { data, selection, calculationMode, sheets } = JSON.parse(renamed) as BookCopy;
    const copy = new SandboxBook(library, new library.Model(data));
    copy.calculationMode = calculationMode;
    for (const sheet of sheets) fill(copy, sheet);
    copy.select(selection.sheetId, selection.area);
    return copy;
  };
}

const newSheetId = (): string => `{${crypto.randomUUID().toUpperCase()}}`;

function sheetCopy(book: SandboxBook, id: string): SheetCopy {
  const { written, validation, charts, ...notes } = book.notes(id);
  return {
    id,
    notes: { ...notes, validation: [...validation], charts: [...charts] },
    written: [...written].flatMap(([cell, formula]) => {
      const place = book.engine.getters.tryGetCellPosition(cell);
      return place ? [{ row: place.row, col: place.col, ...formula }] : [];
    }),
  };
}

function fill(copy: SandboxBook, { id, notes, written }: SheetCopy): void {
  const target = copy.notes(id);
  for (const [name, value] of Object.entries(notes)) {
    const empty: unknown = target[name as keyof SheetNotes];
    if (empty instanceof AreaRules) empty.restore(value as AreaRule<unknown>[]);
    else if (empty instanceof Map)
      for (const [key, entry] of value as [unknown, unknown][]) empty.set(key, entry);
    else if (Object(empty) === empty) Object.assign(empty as object, value);
    else Object.assign(target, { [name]: value });
  }
  for (const { row, col, ...formula } of written) {
    const cell = copy.engine.getters.getCell({ sheetId: id, row, col });
    if (cell) target.written.set(cell.id, formula);
  }
}
