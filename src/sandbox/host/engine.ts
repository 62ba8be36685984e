import type { Command, CommandTypes, Model } from '@odoo/o-spreadsheet';
import { ApiError } from './api-error';
import type { Area } from './area';
import { lastColumn, lastRow } from './area';
import type { Look } from './paint';
import { Paint } from './paint';
import type { Seat, SeatOccupant } from './seat';
import { seatOf, togetherCommand } from './seat';

/** Answers of the engine that mean "it is so already". */
const harmless = new Set<string>([
  'NoChanges',
  'ValuesNotChanged',
  'UnchangedSheetName',
  'HeaderGroupAlreadyExists',
]);

/** Commands that neither read nor change the look of cells: paint may go on waiting. */
const besidePaint = new Set<string>(['SET_BORDER', 'SET_BORDERS_ON_TARGET', 'RESIZE_COLUMNS_ROWS']);

/** How many rows or columns a sheet grows by at least; the last one stays untouched, for its look is what growth copies. */
const growth = { ROW: 50, COL: 10 } as const;

/** The o-spreadsheet model as the host drives it: refusals throw, sheets grow, writes are gathered. */
export class Engine {
  readonly seat: Seat;
  #depth = 0;
  #growing = false;
  #author: 'host' | 'person' = 'host';
  #work: (() => void) | null = null;
  readonly #paint = new Paint();

  constructor(readonly model: Model) {
    this.seat = seatOf(model);
  }

  get getters(): Model['getters'] {
    return this.model.getters;
  }

  /** The host itself is at work (not a person in the grid). */
  get busy(): boolean {
    return this.#depth > 0 && this.#author === 'host';
  }

  /** The sheet only gets more room; nothing moves. */
  get growing(): boolean {
    return this.#growing;
  }

  /** Does all that `work` dispatches as one change, calculated once, after it. Inside another it just does it. */
  together(work: () => void, author: 'host' | 'person' = 'host'): void {
    if (this.#depth > 0) return work();
    const failures: unknown[] = [];
    this.#work = (): void => {
      try {
        work();
        this.dry();
      } catch (thrown) {
        failures.push(thrown);
      }
    };
    this.#depth++;
    this.#author = author;
    try {
      (this.model.dispatch as (type: string) => unknown)(togetherCommand);
    } finally {
      this.#depth--;
      this.#author = 'host';
      this.#work = null;
    }
    if (failures.length > 0) throw failures[0];
  }

  /** Called by the seat, inside the engine's command. */
  work(): void {
    this.#work?.();
  }

  /** Dispatches as the host; a refusal is a GeneralException that names the command. */
  dispatch<T extends CommandTypes, C extends Extract<Command, { type: T }>>(
    type: T,
    payload: Omit<C, 'type'>,
  ): void {
    if (!besidePaint.has(type)) this.dry();
    this.#depth++;
    try {
      const { reasons } = this.model.dispatch<T, C>(type, payload);
      const serious = reasons.filter((reason) => !harmless.has(reason));
      if (serious.length > 0)
        throw new ApiError(
          'GeneralException',
          `The sandbox's engine refused ${type}: ${serious.join(', ')}`,
          500,
        );
    } finally {
      this.#depth--;
    }
  }

  /** Gives cells a look: what waits is given before the next command that could depend on it, at the latest at the end. */
  paint(sheetId: string, area: Area, look: Look): void {
    this.together(() => this.#paint.add(sheetId, area, look));
  }

  /** Gives all cells the look that waits for them. */
  dry(): void {
    if (this.#paint.dry) return;
    this.#paint.take((sheetId, area, look) =>
      this.dispatch('SET_FORMATTING', { sheetId, target: [area], ...look }),
    );
  }

  occupy(occupant: SeatOccupant): void {
    this.seat.occupant = occupant;
  }

  /** Makes room for a bounded area; whole rows and columns need none. */
  ensure(sheetId: string, area: Area): void {
    if (area.bottom < lastRow) this.#grow(sheetId, 'ROW', area.bottom + 2);
    if (area.right < lastColumn) this.#grow(sheetId, 'COL', area.right + 2);
  }

  #grow(sheetId: string, dimension: 'ROW' | 'COL', wanted: number): void {
    const have = this.getters.getNumberHeaders(sheetId, dimension);
    if (wanted <= have) return;
    this.#growing = true;
    try {
      this.dispatch('ADD_COLUMNS_ROWS', {
        sheetId,
        sheetName: this.getters.getSheetName(sheetId),
        dimension,
        base: have - 1,
        position: 'after',
        quantity: Math.max(wanted - have, growth[dimension]),
      });
    } finally {
      this.#growing = false;
    }
  }

  /** The part of an area that the sheet has cells for; nothing when it lies beyond. */
  present(sheetId: string, area: Area): Area | null {
    const rows = this.getters.getNumberRows(sheetId);
    const columns = this.getters.getNumberCols(sheetId);
    if (area.top >= rows || area.left >= columns) return null;
    return { ...area, bottom: Math.min(area.bottom, rows - 1), right: Math.min(area.right, columns - 1) };
  }
}
