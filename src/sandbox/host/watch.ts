import type { Book } from './book';
import { cellValue } from './cell-content';

/** Finds out on which sheets a calculation changed a formula's value; only looks where someone listens. */
export class Watch {
  readonly #values = new Map<string, string>();

  constructor(private readonly book: Book) {}

  /** Raises `onCalculated` for every sheet whose formulas have other values than after the last calculation. */
  calculated(): void {
    const { events } = this.book;
    for (const sheetId of this.book.sheetIds) {
      if (!events.listensTo('CalculatedEvent', sheetId) && !events.listensTo('CalculatedEvent', 'Workbook')) {
        this.#values.delete(sheetId);
        continue;
      }
      const values = this.#formulaValues(sheetId);
      if (this.#values.get(sheetId) !== values)
        events.raiseOnSheet('CalculatedEvent', sheetId, { worksheetId: sheetId, address: '' });
      this.#values.set(sheetId, values);
    }
  }

  #formulaValues(sheetId: string): string {
    const { getters } = this.book.engine;
    const formulas = getters.getCells(sheetId).filter((cell) => cell.isFormula);
    return JSON.stringify(
      formulas.map((cell) => [cell.id, cellValue(getters, getters.getCellPosition(cell.id))]),
    );
  }
}
