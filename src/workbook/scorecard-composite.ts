import type { RawCell } from '../assessment/assessment';
import { cellText } from '../assessment/read-cell';
import type { Words } from '../words/words';
import { SCORECARD } from './layout';
import type { WorkbookCells } from './workbook-cells';

/**
 * What the Scorecard says in the overall row under *Mean*: a number, a word, an error; undefined where the sheet or the
 * row is gone. The row is the first one below the headers that is called so.
 */
export function scorecardComposite({ map, cell, end }: WorkbookCells, words: Words): RawCell | undefined {
  const sheet = map.sheets.scorecard;
  if (sheet === null) return undefined;
  for (let row = SCORECARD.headerRow + 1; row < end(sheet); row += 1) {
    if (cellText(cell(sheet, row, SCORECARD.domain)) === words('sheet.overall')) {
      return cell(sheet, row, SCORECARD.mean);
    }
  }
  return undefined;
}
