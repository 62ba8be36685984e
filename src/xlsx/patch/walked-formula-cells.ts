import type { Area } from '../../workbook/design';
import { holds } from './area';
import { type FormulaCell, ofShared, type SharedFormulas } from './formula-cell';
import { scanSheet } from './sheet-scanner';
import { hasResult } from './write-results';

/** The cells that show results, found by walking through the whole worksheet. Throws `Unreadable`. */
export function walkedFormulaCells(xml: string, part: string): readonly FormulaCell[] {
  const cells: FormulaCell[] = [];
  const shared: SharedFormulas = new Map();
  const fills: { readonly area: Area; readonly text: string }[] = [];
  scanSheet(xml, part, (row) => {
    for (const cell of row.cells) {
      const { formula, column } = cell;
      const place = () => cell;
      const isShown = () => hasResult(xml, cell, xml.slice(cell.start, cell.openEnd));
      if (formula) {
        if (formula.fills) fills.push({ area: formula.fills, text: formula.text });
        cells.push({ row: row.row, column, place, isShown, ...ofShared(formula, column, shared) });
        continue;
      }
      const fill = fills.find(({ area }) => holds(area, cell.row, column));
      if (fill) cells.push({ row: row.row, column, place, isShown, text: fill.text });
    }
  });
  return cells;
}
