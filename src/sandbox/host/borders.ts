import type { Border, BorderDescr } from '@odoo/o-spreadsheet';
import type { Area } from './area';
import type { CellSet } from './cell-set';
import { mayDo } from './protection';

export const borderSides = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
] as const;
export type BorderSide = (typeof borderSides)[number];
type Edge = 'top' | 'bottom' | 'left' | 'right';

export interface BorderLine {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

const noLine: BorderLine = { style: 'None', weight: 'Thin', color: '#000000' };

/** The cells whose given edge lies on a side of an area. */
function* edges(area: Area, side: BorderSide): Generator<{ row: number; col: number; edge: Edge }> {
  const { top, bottom, left, right } = area;
  const line = {
    EdgeTop: { rows: [top, top], columns: [left, right], edge: 'top' },
    EdgeBottom: { rows: [bottom, bottom], columns: [left, right], edge: 'bottom' },
    EdgeLeft: { rows: [top, bottom], columns: [left, left], edge: 'left' },
    EdgeRight: { rows: [top, bottom], columns: [right, right], edge: 'right' },
    InsideVertical: { rows: [top, bottom], columns: [left, right - 1], edge: 'right' },
    InsideHorizontal: { rows: [top, bottom - 1], columns: [left, right], edge: 'bottom' },
  }[side] as { rows: [number, number]; columns: [number, number]; edge: Edge };
  for (let row = line.rows[0]; row <= line.rows[1]; row++)
    for (let col = line.columns[0]; col <= line.columns[1]; col++) yield { row, col, edge: line.edge };
}

const opposite = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const;
const step = { top: [-1, 0], bottom: [1, 0], left: [0, -1], right: [0, 1] } as const;

/** The line on a side, if all its cells agree; a line between two cells belongs to both. */
export function borderOf(cells: CellSet, side: BorderSide): BorderLine | null {
  const { getters } = cells.book.engine;
  let found: BorderLine | null = null;
  for (const area of cells.areas) {
    const present = cells.book.engine.present(cells.sheetId, area);
    if (present === null) continue;
    for (const { row, col, edge } of edges(present, side)) {
      const [down, across] = step[edge];
      const neighbour = { sheetId: cells.sheetId, row: row + down, col: col + across };
      const own = getters.getCellBorder({ sheetId: cells.sheetId, row, col })?.[edge];
      const line = excelLine(own ?? getters.getCellBorder(neighbour)?.[opposite[edge]]);
      if (found !== null && JSON.stringify(found) !== JSON.stringify(line)) return null;
      found = line;
    }
  }
  return found ?? noLine;
}

/** Draws or (style `None`) removes the line on a side of every area. */
export function setBorder(cells: CellSet, side: BorderSide, line: BorderLine): void {
  const { book, sheetId } = cells;
  mayDo(book.notes(sheetId), 'allowFormatCells');
  const drawn = engineLine(line);
  for (const area of cells.areas) {
    book.engine.ensure(sheetId, area);
    const present = book.engine.present(sheetId, area);
    if (present === null) continue;
    for (const { row, col, edge } of edges(present, side)) {
      const before: Border = book.engine.getters.getCellBorder({ sheetId, row, col }) ?? {};
      const { [edge]: _replaced, ...others } = before;
      const border: Border = drawn === null ? others : { ...others, [edge]: drawn };
      book.engine.dispatch('SET_BORDER', { sheetId, row, col, border });
    }
  }
}

/** A line as the engine draws it; nothing for style `None`. */
export function engineLine(line: BorderLine): BorderDescr | null {
  const { style, weight, color } = line;
  if (style === 'None') return null;
  if (style === 'Dot') return { style: 'dotted', color };
  if (style.startsWith('Dash') || style === 'SlantDashDot') return { style: 'dashed', color };
  return { style: weight === 'Thick' ? 'thick' : weight === 'Medium' ? 'medium' : 'thin', color };
}

function excelLine(line: BorderDescr | undefined): BorderLine {
  if (line === undefined) return noLine;
  const color = line.color.toUpperCase();
  if (line.style === 'dotted') return { style: 'Dot', weight: 'Thin', color };
  if (line.style === 'dashed') return { style: 'Dash', weight: 'Thin', color };
  const weight = { thin: 'Thin', medium: 'Medium', thick: 'Thick' }[line.style];
  return { style: 'Continuous', weight, color };
}
