import type { Command, DataValidationRule } from '@odoo/o-spreadsheet';
import type { Area } from './area';
import { bounding } from './area';
import type { Book } from './book';
import { personMay } from './person-rights';
import type { Refusal, SeatOccupant } from './seat';
import { Watch } from './watch';

/**
 * The host in its seat: keeps a person from what protection forbids, and tells what a person did. What the host itself
 * does is allowed here (it asked before) and told by whoever does it.
 */
export class Occupant implements SeatOccupant {
  readonly #edited = new Map<string, Area>();
  readonly #watch: Watch;
  #recalculated = false;
  /** Inside a command that moves cells, the engine rewrites cells that nobody edited. */
  #moving = 0;
  #rulesBefore: readonly DataValidationRule[] = [];

  constructor(private readonly book: Book) {
    this.#watch = new Watch(book);
  }

  work(): void {
    this.book.engine.work();
  }

  allows(command: Command): Refusal {
    return this.book.engine.busy || personMay(this.book, command) ? 'Success' : 'SheetLocked';
  }

  /** Someone begins to listen for calculations. */
  listens(): void {
    this.#watch.look();
  }

  expects(command: Command): void {
    if (movesCells(command)) this.#moving++;
    if (command.type === 'DELETE_CONTENT')
      this.#rulesBefore = this.book.engine.getters.getDataValidationRules(command.sheetId);
  }

  sees(command: Command): void {
    if (movesCells(command)) this.#moving--;
    switch (command.type) {
      case 'UPDATE_CELL':
        if (command.content === undefined) return;
        this.#recalculated = true;
        if (!this.book.engine.busy && this.#moving === 0)
          this.#edit(command.sheetId, command.row, command.col);
        return;
      case 'DELETE_CONTENT':
        return this.#keepRules(command.sheetId);
      case 'ADD_COLUMNS_ROWS':
        if (this.book.engine.growing) return;
        return this.#moved(
          command.sheetId,
          command.dimension,
          command.position === 'before' ? command.base : command.base + 1,
          command.quantity,
        );
      case 'REMOVE_COLUMNS_ROWS':
        for (const run of runs(command.elements).reverse())
          this.#moved(command.sheetId, command.dimension, run.first, run.first - run.last - 1);
        return;
      case 'CREATE_SHEET':
      case 'DUPLICATE_SHEET':
        this.#recalculated = true;
        return this.book.sheetAdded(command.type === 'CREATE_SHEET' ? command.sheetId : command.sheetIdTo);
      case 'DELETE_SHEET':
        this.#recalculated = true;
        return this.book.sheetDeleted(command.sheetId);
      case 'RENAME_SHEET':
        this.#recalculated = true;
        return this.book.events.raiseOnSheet('EventNameChanged', command.sheetId, {
          worksheetId: command.sheetId,
          nameBefore: command.oldName,
          nameAfter: command.newName,
          source: this.book.source,
        });
      case 'UNDO':
      case 'REDO':
        this.#recalculated = true;
        return;
      default:
        return;
    }
  }

  settled(): void {
    for (const [sheetId, area] of this.#edited)
      if (this.book.hasSheet(sheetId)) this.book.rangeChanged(sheetId, area, 'RangeEdited');
    this.#edited.clear();
    if (this.#recalculated) this.#watch.calculated();
    this.#recalculated = false;
  }

  #edit(sheetId: string, row: number, column: number): void {
    const cell = { top: row, bottom: row, left: column, right: column };
    const before = this.#edited.get(sheetId);
    this.#edited.set(sheetId, before ? bounding(before, cell) : cell);
  }

  /** The engine takes a dropdown off an empty cell when a person presses Delete on it; Excel does not. */
  #keepRules(sheetId: string): void {
    const { engine } = this.book;
    for (const { id, criterion, ranges, isBlocking = true } of this.#rulesBefore) {
      const now = engine.getters.getDataValidationRules(sheetId).find((rule) => rule.id === id);
      if (JSON.stringify(now?.ranges) === JSON.stringify(ranges)) continue;
      engine.dispatch('ADD_DATA_VALIDATION_RULE', {
        sheetId,
        ranges: ranges.map((range) => engine.getters.getRangeData(range)),
        rule: { id, criterion, isBlocking },
      });
    }
    this.#rulesBefore = [];
  }

  #moved(sheetId: string, dimension: 'ROW' | 'COL', at: number, count: number): void {
    this.#recalculated = true;
    this.book.moved(sheetId, dimension, at, count);
    this.book.rowsOrColumnsChanged(sheetId, dimension, at, count);
  }
}

const movesCells = ({ type }: Command): boolean =>
  type === 'ADD_COLUMNS_ROWS' || type === 'REMOVE_COLUMNS_ROWS';

/** Consecutive numbers as runs, ascending. */
function runs(numbers: readonly number[]): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = found.at(-1);
    if (run?.last === number - 1) run.last = number;
    else found.push({ first: number, last: number });
  }
  return found;
}
