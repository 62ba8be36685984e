import type { Area } from '../../workbook/design';
import { holds } from './area';
import { type CellPlace, scanSheet } from './sheet-scanner';

/** The cells of a worksheet that show results: those with a formula, and those that an array formula or a data table fills. */
export interface FormulaCells {
  readonly cells: readonly CellPlace[];
  /** Every formula's text, without `=`. */
  readonly texts: readonly string[];
}

const NONE: FormulaCells = { cells: [], texts: [] };

export function formulaCells(xml: string, part: string): FormulaCells {
  if (!/<(?:[^\s<>:/]+:)?f[\s/>]/.test(xml)) return NONE;
  const cells: CellPlace[] = [];
  const texts = new Set<string>();
  const fills: Area[] = [];
  scanSheet(xml, part, (row) => {
    for (const cell of row.cells) {
      if (cell.formula) texts.add(cell.formula.text);
      if (cell.formula?.fills) fills.push(cell.formula.fills);
      if (cell.formula || fills.some((area) => holds(area, cell.row, cell.column))) cells.push(cell);
    }
  });
  return { cells, texts: [...texts] };
}
