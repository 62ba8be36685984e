import { cornersOf, cornersText, referencesIn, withReferences, type FormulaReference } from './formula-text';

/** A formula of the design and the same formula as it stands in the workbook. */
export interface FormulaPair {
  /** Name of the sheet it is on. */
  readonly sheet: string;
  readonly designed: string;
  readonly found: string;
  /** 0-based rows: where the design has it, where it is. */
  readonly designedRow: number;
  readonly foundRow: number;
}

/** Writes a formula of the design for a row of today's workbook; null when a place it needs cannot be told. */
export type Relocate = (
  sheet: string,
  formula: string,
  designedRow: number,
  foundRow: number,
) => string | null;

/**
 * Learns from the formulas that are still whole where rows and columns have moved to, because Excel keeps their
 * references right. What no formula tells is where it was designed, as long as nothing on its sheet has moved.
 */
export function relocator(pairs: readonly FormulaPair[]): Relocate {
  const learned = new Map<string, string>();
  const moved = new Set<string>();
  for (const pair of pairs) {
    const found = referencesIn(pair.found);
    referencesIn(pair.designed).forEach((reference, i) => {
      const now = found[i];
      if (now === undefined) return;
      const sheet = sheetOf(reference, pair.sheet);
      const key = keyOf(reference, sheet);
      const value = isOwnRow(reference) ? columnsOf(now.cells) : now.cells;
      learned.set(key, value);
      if (value !== (isOwnRow(reference) ? columnsOf(reference.cells) : reference.cells)) moved.add(sheet);
    });
  }
  return (sheetName, formula, designedRow, foundRow) =>
    withReferences(formula, (reference) => {
      const sheet = sheetOf(reference, sheetName);
      const known = learned.get(keyOf(reference, sheet));
      if (known === undefined && moved.has(sheet)) return null;
      if (!isOwnRow(reference)) return { sheet: reference.sheet, cells: known ?? reference.cells };
      const columns = (known ?? columnsOf(reference.cells)).split(':');
      const corners = cornersOf(reference.cells).map((corner, i) => ({
        ...corner,
        column: columns[i] ?? corner.column,
        row: corner.row + foundRow - designedRow,
      }));
      return { sheet: reference.sheet, cells: cornersText(corners) };
    });
}

/** The sheet that a reference in a formula of the sheet `own` points to. */
export const sheetOf = (reference: FormulaReference, own: string): string =>
  reference.sheet === '' ? own : reference.sheet.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'");

/** Moves along with the row that its formula is in. */
const isOwnRow = ({ cells }: FormulaReference): boolean =>
  cornersOf(cells).every(({ fixedRow }) => !fixedRow);

const columnsOf = (cells: string): string =>
  cornersOf(cells)
    .map(({ column }) => column)
    .join(':');

/** References to the own row differ in every row; only their columns can be learned from another one. */
const keyOf = (reference: FormulaReference, sheet: string): string =>
  `${sheet}!${isOwnRow(reference) ? `row ${columnsOf(reference.cells)}` : reference.cells}`;
