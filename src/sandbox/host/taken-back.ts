import type { Command } from '@odoo/o-spreadsheet';
import type { Book } from './book';

type UpdateCell = Extract<Command, { type: 'UPDATE_CELL' }>;

/**
 * One thing a person does can be many writes to the engine, of which protection may refuse some. Excel refuses such a
 * thing whole: what was written before comes back.
 */
export class TakenBack {
  readonly #before = new Map<string, Omit<UpdateCell, 'type'>>();
  #refused = false;

  constructor(private readonly book: Book) {}

  /** Before a write: notes what the cell holds. */
  expects({ sheetId, row, col }: UpdateCell): void {
    const key = `${sheetId}:${row}:${col}`;
    if (this.#before.has(key) || this.book.notes(sheetId).protection === null) return;
    const cell = this.book.engine.getters.getCell({ sheetId, row, col });
    const content = cell?.isFormula
      ? cell.compiledFormula.toFormulaString(this.book.engine.getters)
      : (cell?.content ?? '');
    this.#before.set(key, {
      sheetId,
      row,
      col,
      content,
      style: cell?.style ?? null,
      format: cell?.format ?? '',
    });
  }

  refuses(): void {
    this.#refused = true;
  }

  /** At the end of what the person did; says whether it was refused. */
  ends(): boolean {
    const refused = this.#refused;
    if (refused) for (const write of this.#before.values()) this.book.engine.dispatch('UPDATE_CELL', write);
    this.#before.clear();
    this.#refused = false;
    return refused;
  }
}
