import type { Book } from './book';
import { cellValue } from './cell-content';
import { workbookTarget } from './events';

/** Finds out on which sheets a calculation changed a formula's value; only looks where someone listens. */
export class Watch {
  readonly #values = new Map<string, string>();

  constructor(private readonly book: Book) {}

  /** Raises `onCalculated` for every sheet whose formulas have other values than when it was last looked at. */
  calculated(): void {
    const before = new Map(this.#values);
    this.look();
    for (const [sheetId, values] of this.#values)
      if (before.get(sheetId) !== values)
        this.book.events.raiseOnSheet('CalculatedEvent', sheetId, { worksheetId: sheetId, address: '' });
  }

  /** Notes the values of all formulas somebody listens for. */
  look(): void {
    const { events } = this.book;
    this.#values.clear();
    for (const sheetId of this.book.sheetIds)
      if (events.listensTo('CalculatedEvent', sheetId) || events.listensTo('CalculatedEvent', workbookTarget))
        this.#values.set(sheetId, this.#formulaValues(sheetId));
  }

  #formulaValues(sheetId: string): string {
    const { getters } = this.book.engine;
    const formulas = getters.getCells(sheetId).filter((cell) => cell.isFormula);
    return JSON.stringify(
      formulas.map((cell) => [cell.id, cellValue(getters, getters.getCellPosition(cell.id))]),
    );
  }
}
