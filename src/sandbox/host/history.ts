import type { Command } from '@odoo/o-spreadsheet';
import type { Area } from './area';
import type { Book } from './book';
import { runsOf } from './runs';
import type { NotedPlaces } from './sheet-notes';

export interface NotesChange {
  readonly sheetId: string;
  readonly before: NotedPlaces;
  readonly after: NotedPlaces;
}

/** A step of the engine's history during which notes changed. */
interface Step {
  readonly key: string;
  readonly changes: readonly NotesChange[];
}

/**
 * What the host keeps beside the engine goes back and forth with the engine's undo and redo, and listeners are told what
 * changed: Excel raises for an undone edit what it raises for an edit.
 */
export class History {
  readonly #done: Step[] = [];
  readonly #undone: Step[] = [];
  /** Insertions that only made room: they moved nothing. */
  readonly #growth = new Set<string>();
  #first: Command | null = null;
  #last: Command | null = null;
  #pending: NotesChange[] = [];

  constructor(
    private readonly book: Book,
    private readonly edited: (sheetId: string, area: Area) => void,
  ) {}

  expects(command: Command): void {
    if (!('sheetId' in command) || command.type === 'SORT_CELLS') return;
    if (this.book.engine.growing) this.#growth.add(JSON.stringify(command));
    this.#first ??= command;
    if (command.type === this.#first.type) this.#last = command;
  }

  notesChanged(change: NotesChange): void {
    this.#pending.push(change);
  }

  settled(): void {
    if (this.#first !== null) this.#undone.length = 0;
    if (this.#first !== null && this.#last !== null && this.#pending.length > 0)
      this.#done.push({ key: keyOf(this.#first, this.#last), changes: this.#pending });
    this.#first = null;
    this.#last = null;
    this.#pending = [];
  }

  wentBack({ type, commands }: Extract<Command, { type: 'UNDO' | 'REDO' }>): void {
    const undone = type === 'UNDO';
    const [from, to] = undone ? [this.#done, this.#undone] : [this.#undone, this.#done];
    const at = from.findLastIndex(({ key }) => key === keyOfAll(commands));
    for (const step of at < 0 ? [] : from.splice(at, 1)) {
      to.push(step);
      for (const { sheetId, before, after } of undone ? [...step.changes].reverse() : step.changes)
        this.book.notes(sheetId).restore(undone ? before : after);
    }
    for (const command of undone ? [...commands].reverse() : commands)
      if (!this.#growth.has(JSON.stringify(command))) this.#tell(command, undone);
  }

  #tell(command: Command, undone: boolean): void {
    const { book } = this;
    switch (command.type) {
      case 'UPDATE_CELL': {
        const { sheetId, row, col, content } = command;
        if (content !== undefined) this.edited(sheetId, { top: row, bottom: row, left: col, right: col });
        return;
      }
      case 'DELETE_CONTENT':
      case 'CLEAR_CELLS':
      case 'MOVE_RANGES':
        return command.target.forEach((area) => this.edited(command.sheetId, area));
      case 'ADD_COLUMNS_ROWS': {
        const at = command.position === 'before' ? command.base : command.base + 1;
        return this.#moved(command, at, undone ? -command.quantity : command.quantity);
      }
      case 'REMOVE_COLUMNS_ROWS': {
        const gone = runsOf(command.elements);
        for (const { first, last } of undone ? gone : gone.reverse())
          this.#moved(command, first, undone ? last - first + 1 : first - last - 1);
        return;
      }
      case 'CREATE_SHEET':
        return undone ? book.sheetDeleted(command.sheetId) : book.sheetAdded(command.sheetId);
      case 'DUPLICATE_SHEET':
        return undone ? book.sheetDeleted(command.sheetIdTo) : book.sheetAdded(command.sheetIdTo);
      case 'DELETE_SHEET':
        return undone ? book.sheetAdded(command.sheetId) : book.sheetDeleted(command.sheetId);
      case 'RENAME_SHEET': {
        const { sheetId, oldName, newName } = command;
        return undone
          ? book.sheetRenamed(sheetId, newName, oldName)
          : book.sheetRenamed(sheetId, oldName, newName);
      }
      default:
        return;
    }
  }

  #moved(
    { sheetId, dimension }: Extract<Command, { type: 'ADD_COLUMNS_ROWS' | 'REMOVE_COLUMNS_ROWS' }>,
    at: number,
    count: number,
  ): void {
    this.book.referencesMoved(sheetId, dimension, at, count);
    this.book.rowsOrColumnsChanged(sheetId, dimension, at, count);
  }
}

/** The engine hands out copies of a step's commands when it is undone: its first and last of one kind tell which it is. */
const keyOf = (first: Command, last: Command): string => JSON.stringify([first, last]);

function keyOfAll(commands: readonly Command[]): string | null {
  const [first] = commands;
  const last = commands.findLast(({ type }) => type === first?.type);
  return first && last ? keyOf(first, last) : null;
}
