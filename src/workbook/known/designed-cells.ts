import type { CellContent, WorkbookDesign } from '../design';
import type { StandingCell, StandingCells } from './workbook-facts';

/** The cells of a workbook that is drawn from a design, before anybody touched it. */
export function designedCells(design: WorkbookDesign): StandingCells {
  const key = (sheet: string, row: number, column: number) => `${row}:${column}:${sheet}`;
  const contents = new Map(
    design.sheets.flatMap(({ name, cells }) =>
      cells.map(({ row, column, content }) => [key(name, row, column), standing(content)] as const),
    ),
  );
  return (sheet, row, column) => contents.get(key(sheet, row, column)) ?? EMPTY;
}

const EMPTY: StandingCell = { value: null, formula: null };

/** An empty text is no content: it is drawn as an empty cell. */
const standing = (content: CellContent): StandingCell =>
  content !== null && typeof content === 'object'
    ? { value: null, formula: content.formula }
    : { value: content === '' ? null : content, formula: null };
