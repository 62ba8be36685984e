import { failed } from '../words/result';
import type { Words } from '../words/words';
import type { SheetId } from './design';
import { sheetTitle } from './sheet-title';

/** `sheet-gone`: what was asked for has no sheet any more. */
export const sheetGone = (id: SheetId, words: Words) =>
  failed('sheet-gone', words('workbook.sheetGone', { sheet: sheetTitle(id, words) }));
