import { trimAsExcel } from './excel-trim';
import { prepareCellLinks } from './cell-link';
import { SandboxBook } from './sandbox-book';
import type { SpreadsheetLibrary } from './seat';
import { prepareSeats } from './seat';

/**
 * An empty workbook with one sheet, `Sheet1`, over a new o-spreadsheet model (`book.model`, to mount a grid on).
 * Takes the library as loaded from its own file or package. Sheet ids are new every time, for the client's event
 * handlers outlive a workbook.
 */
export function createSandboxBook(library: SpreadsheetLibrary): SandboxBook {
  prepareSeats(library);
  trimAsExcel(library);
  prepareCellLinks(library);
  const id = crypto.randomUUID();
  const model = new library.Model({ sheets: [{ id: `{${id.toUpperCase()}}`, name: 'Sheet1' }] });
  return new SandboxBook(library, model);
}
