import type { Book } from '../book';
import type { NullObject } from '../wire-object';
import { nullObject, WireObject } from '../wire-object';
import { applyFilter, removeFilter } from '../auto-filter';
import { RangeWire } from './range-wire';

/** `Excel.AutoFilter` */
export class AutoFilterWire extends WireObject {
  readonly wireType = 'AutoFilter';

  constructor(
    private readonly book: Book,
    private readonly sheetId: string,
  ) {
    super();
  }

  get Enabled(): boolean {
    return this.book.notes(this.sheetId).autoFilter !== null;
  }
  get IsDataFiltered(): boolean {
    return false;
  }

  Apply(range: unknown, columnIndex?: unknown): null {
    const area =
      range instanceof RangeWire ? range.area : this.book.resolve(String(range), this.sheetId).area;
    return applyFilter(this.book, this.sheetId, area, columnIndex);
  }
  Remove(): null {
    return removeFilter(this.book, this.sheetId);
  }
  GetRangeOrNullObject(): RangeWire | NullObject {
    const area = this.book.notes(this.sheetId).autoFilter;
    return area === null ? nullObject : new RangeWire(this.book, this.sheetId, area);
  }
}
