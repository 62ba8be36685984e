import type { Words } from '../words/words';
import type { SheetId } from './design';
import { STATE_SHEET_NAME } from './sheet-names';

/** What a sheet is called in messages, whatever its tab is called now. */
export const sheetTitle = (id: SheetId, words: Words): string =>
  id === 'state' ? STATE_SHEET_NAME : words(`sheet.${id}`);
