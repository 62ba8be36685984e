import type { Area } from '../area';
import { columnCount, isEntireColumn, isEntireRow, lastColumn, lastRow, rowCount } from '../area';
import type { Book } from '../book';
import { clearCells } from '../clear';
import { itemAt, WireCollection } from '../wire-object';
import { CellsWire } from './cells-wire';
import { RangeWire } from './range-wire';

/** `Excel.RangeAreas`: several areas of one sheet. */
export class RangeAreasWire extends CellsWire {
  readonly wireType = 'RangeAreas';

  constructor(
    book: Book,
    sheetId: string,
    public areas: readonly Area[],
  ) {
    super(book, sheetId);
  }

  get Address(): string {
    return this.areas.map((area) => this.book.fullAddress(this.sheetId, area)).join(',');
  }
  get AddressLocal(): string {
    return this.Address;
  }
  get AreaCount(): number {
    return this.areas.length;
  }
  get CellCount(): number {
    const count = this.areas.reduce((sum, area) => sum + rowCount(area) * columnCount(area), 0);
    return count > 2 ** 31 - 1 ? -1 : count;
  }
  get IsEntireColumn(): boolean {
    return this.areas.every(isEntireColumn);
  }
  get IsEntireRow(): boolean {
    return this.areas.every(isEntireRow);
  }
  get Areas(): RangesWire {
    return new RangesWire(this.areas.map((area) => new RangeWire(this.book, this.sheetId, area)));
  }

  GetEntireRow(): RangeAreasWire {
    return this.#with((area) => ({ ...area, left: 0, right: lastColumn }));
  }
  GetEntireColumn(): RangeAreasWire {
    return this.#with((area) => ({ ...area, top: 0, bottom: lastRow }));
  }
  Clear(applyTo?: unknown): null {
    return clearCells(this, applyTo);
  }

  #with(change: (area: Area) => Area): RangeAreasWire {
    return new RangeAreasWire(this.book, this.sheetId, this.areas.map(change));
  }
}

/** `Excel.RangeCollection` */
class RangesWire extends WireCollection<RangeWire> {
  readonly wireType = 'RangeCollection';

  constructor(private readonly ranges: readonly RangeWire[]) {
    super();
  }
  items(): readonly RangeWire[] {
    return this.ranges;
  }
  GetCount(): number {
    return this.ranges.length;
  }
  GetItemAt(index: number): RangeWire {
    return itemAt(this.ranges, index);
  }
}
