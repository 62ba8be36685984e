import type { StandingCells } from '../../workbook/known/workbook-facts';
import type { CellReader } from '../../workbook/raw-assessment';
import { SHEET_IDS } from '../../workbook/sheet-names';
import type { WorkbookCells } from '../../workbook/workbook-cells';
import { success, type Result } from '../../words/result';
import type { Words } from '../../words/words';
import { cellAt, readAhead, type XlsxContent } from '../read-xlsx';
import { datesFrom1904 } from './date-system';
import { endOf, type MappedFile, mapOfFile, sheetNamed } from './map-of-file';
import { shownBy } from './shown-by';

/** A workbook file that holds an assessment of ours, cell by cell. */
export interface FileCells extends WorkbookCells {
  /** Constants and formulas as the file has them, dates in its own date system. */
  readonly standing: StandingCells;
  readonly date1904: boolean;
}

/** The cells of a file of ours, our sheets read and no other; fails as `mapOfFile` does. Throws `Unreadable`. */
export function fileCells(content: XlsxContent, words: Words): Result<FileCells> {
  const mapped = mapOfFile(content, words);
  if (!mapped.ok) return mapped;
  const { sheets } = mapped.value.map;
  for (const id of SHEET_IDS) {
    const sheet = sheets[id] === null ? undefined : sheetNamed(content, sheets[id]);
    if (sheet) readAhead(sheet);
  }
  return success(cellsOf(content, mapped.value, words));
}

function cellsOf(content: XlsxContent, { map, state }: MappedFile, words: Words): FileCells {
  const found = (name: string, row: number, column: number) => {
    const sheet = sheetNamed(content, name);
    return sheet && cellAt(sheet, row, column);
  };
  const standing: StandingCells = (...place) => found(...place) ?? { value: null, formula: null };
  // Not empty: an answer that somebody has a formula give must not pass for one that nobody gave.
  const cell: CellReader = (...place) => {
    const shown = shownBy(found, place);
    return shown === undefined ? { error: words('file.notCalculated') } : shown;
  };
  const end = (name: string): number => {
    const sheet = sheetNamed(content, name);
    return sheet === undefined ? 0 : endOf(sheet);
  };
  const { date1904 } = content;
  const formula: WorkbookCells['formula'] = (...place) => standing(...place).formula;
  return { map, state, cell: date1904 ? datesFrom1904(cell, map) : cell, formula, end, standing, date1904 };
}
