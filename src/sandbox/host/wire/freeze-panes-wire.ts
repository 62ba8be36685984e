import { invalidArgument } from '../api-error';
import { lastColumn, lastRow } from '../area';
import type { Book } from '../book';
import type { NullObject } from '../wire-object';
import { nullObject, WireObject } from '../wire-object';
import { RangeWire } from './range-wire';

/** `Excel.WorksheetFreezePanes` */
export class FreezePanesWire extends WireObject {
  readonly wireType = 'WorksheetFreezePanes';

  constructor(
    private readonly book: Book,
    private readonly sheetId: string,
  ) {
    super();
  }

  FreezeRows(count?: unknown): null {
    return this.#freeze(Number(count ?? 1), 0);
  }
  FreezeColumns(count?: unknown): null {
    return this.#freeze(0, Number(count ?? 1));
  }
  FreezeAt(frozen: unknown): null {
    const area =
      frozen instanceof RangeWire ? frozen.area : this.book.resolve(String(frozen), this.sheetId).area;
    const rows = area.bottom === lastRow ? 0 : area.bottom + 1;
    return this.#freeze(rows, area.right === lastColumn ? 0 : area.right + 1);
  }
  Unfreeze(): null {
    this.book.engine.dispatch('UNFREEZE_COLUMNS_ROWS', { sheetId: this.sheetId });
    this.book.notes(this.sheetId).undrawnFrozenColumns = 0;
    return null;
  }
  GetLocationOrNullObject(): RangeWire | NullObject {
    const panes = this.book.engine.getters.getPaneDivisions(this.sheetId);
    const xSplit = panes.xSplit || this.book.notes(this.sheetId).undrawnFrozenColumns;
    const { ySplit } = panes;
    if (xSplit === 0 && ySplit === 0) return nullObject;
    const right = xSplit === 0 ? lastColumn : xSplit - 1;
    const bottom = ySplit === 0 ? lastRow : ySplit - 1;
    return new RangeWire(this.book, this.sheetId, { top: 0, left: 0, bottom, right });
  }

  #freeze(rows: number, columns: number): null {
    const { engine } = this.book;
    if (!(rows >= 0 && columns >= 0)) throw invalidArgument();
    engine.ensure(this.sheetId, { top: 0, left: 0, bottom: rows, right: columns });
    this.Unfreeze();
    if (rows > 0) engine.dispatch('FREEZE_ROWS', { sheetId: this.sheetId, quantity: rows });
    if (columns > 0 && this.#crossesMerge(columns))
      this.book.notes(this.sheetId).undrawnFrozenColumns = columns;
    else if (columns > 0) engine.dispatch('FREEZE_COLUMNS', { sheetId: this.sheetId, quantity: columns });
    return null;
  }

  /** Excel freezes columns through merged cells; the engine does not, so its grid leaves these columns moving. */
  #crossesMerge(columns: number): boolean {
    const merges = this.book.engine.getters.getMerges(this.sheetId);
    return merges.some(({ left, right }) => left < columns && right >= columns);
  }
}
