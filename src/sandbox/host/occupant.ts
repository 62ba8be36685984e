import type { Command, DataValidationRule } from '@odoo/o-spreadsheet';
import type { Area } from './area';
import { bounding, intersection } from './area';
import type { Book } from './book';
import { History } from './history';
import type { NotesChange } from './history';
import { personMay } from './person-rights';
import { runsOf } from './runs';
import type { Refusal, SeatOccupant } from './seat';
import { sortByPerson } from './sort-rows';
import { TakenBack } from './taken-back';
import { Watch } from './watch';

/**
 * The host in its seat: keeps a person from what protection forbids, and tells what a person did. What the host itself
 * does is allowed here (it asked before) and told by whoever does it.
 */
export class Occupant implements SeatOccupant {
  readonly #edited = new Map<string, Area>();
  readonly #watch: Watch;
  readonly #history: History;
  readonly #takenBack: TakenBack;
  #recalculated = false;
  /** What is being done, of which other commands are parts. */
  #root: Command | null = null;
  /** Inside a command that moves cells, the engine rewrites cells that nobody edited. */
  #moving = 0;
  #rulesBefore: readonly DataValidationRule[] = [];

  constructor(private readonly book: Book) {
    this.#watch = new Watch(book);
    this.#history = new History(book, (sheetId, area) => this.#edit(sheetId, area));
    this.#takenBack = new TakenBack(book);
  }

  work(): void {
    this.book.engine.work();
  }

  allows(command: Command): Refusal {
    if (command.type === 'SORT_CELLS' && this.#hasMerges(command)) return 'InvalidSortZone';
    if (this.book.engine.busy || personMay(this.book, command)) return 'Success';
    if (this.#root === null) this.book.personDid('refused');
    else if (writesCells(command)) this.#takenBack.refuses();
    return 'SheetLocked';
  }

  /** Someone begins to listen for calculations. */
  listens(): void {
    this.#watch.look();
  }

  notesChanged(change: NotesChange): void {
    this.#history.notesChanged(change);
  }

  expects(command: Command): void {
    this.#root ??= command;
    this.#history.expects(command);
    if (movesCells(command)) this.#moving++;
    if (command.type === 'UPDATE_CELL' && !this.book.engine.busy) this.#takenBack.expects(command);
    if (command.type === 'DELETE_CONTENT')
      this.#rulesBefore = this.book.engine.getters.getDataValidationRules(command.sheetId);
  }

  sees(command: Command): void {
    if (movesCells(command)) this.#moving--;
    this.#follow(command);
    if (command !== this.#root || this.book.engine.busy) return;
    if (this.#takenBack.ends()) this.book.personDid('refused');
    else if (this.#edited.size > 0) this.book.personDid('done');
  }

  settled(): void {
    this.#root = null;
    this.#history.settled();
    for (const [sheetId, area] of this.#edited)
      if (this.book.hasSheet(sheetId)) this.book.rangeChanged(sheetId, area, 'RangeEdited');
    this.#edited.clear();
    if (this.#recalculated) this.#watch.calculated();
    this.#recalculated = false;
  }

  #follow(command: Command): void {
    switch (command.type) {
      case 'UPDATE_CELL':
        if (command.content === undefined) return;
        this.#recalculated = true;
        if (!this.book.engine.busy && this.#moving === 0)
          this.#edit(command.sheetId, {
            top: command.row,
            bottom: command.row,
            left: command.col,
            right: command.col,
          });
        return;
      case 'DELETE_CONTENT':
        return this.#keepRules(command.sheetId);
      case 'SORT_CELLS':
        return sortByPerson(this.book, command);
      case 'ADD_COLUMNS_ROWS':
        if (this.book.engine.growing) return;
        return this.#moved(
          command.sheetId,
          command.dimension,
          command.position === 'before' ? command.base : command.base + 1,
          command.quantity,
        );
      case 'REMOVE_COLUMNS_ROWS':
        for (const run of runsOf(command.elements).reverse())
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
        return this.book.sheetRenamed(command.sheetId, command.oldName, command.newName);
      case 'UNDO':
      case 'REDO':
        this.#recalculated = true;
        return this.#history.wentBack(command);
      default:
        return;
    }
  }

  #edit(sheetId: string, area: Area): void {
    const before = this.#edited.get(sheetId);
    this.#edited.set(sheetId, before ? bounding(before, area) : area);
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

  #hasMerges({ sheetId, zone }: Extract<Command, { type: 'SORT_CELLS' }>): boolean {
    return this.book.engine.getters.getMerges(sheetId).some((merge) => intersection(merge, zone) !== null);
  }

  #moved(sheetId: string, dimension: 'ROW' | 'COL', at: number, count: number): void {
    this.#recalculated = true;
    this.book.moved(sheetId, dimension, at, count);
    this.book.rowsOrColumnsChanged(sheetId, dimension, at, count);
  }
}

const movesCells = ({ type }: Command): boolean =>
  type === 'ADD_COLUMNS_ROWS' || type === 'REMOVE_COLUMNS_ROWS';

const writesCells = ({ type }: Command): boolean =>
  type === 'UPDATE_CELL' ||
  type === 'CLEAR_CELL' ||
  type === 'CLEAR_CELLS' ||
  type === 'DELETE_CONTENT' ||
  type === 'MOVE_RANGES';
