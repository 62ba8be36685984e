import type { Book } from '../book';
import { itemNotFound } from '../api-error';
import type { NullObject } from '../wire-object';
import { nullObject, WireObject } from '../wire-object';
import { ApplicationWire } from './application-wire';
import { RangeWire } from './range-wire';
import { RuntimeWire } from './runtime-wire';
import { WorksheetsWire } from './worksheets-wire';

/** `Excel.Workbook` */
export class WorkbookWire extends WireObject {
  readonly wireType = 'Workbook';

  constructor(private readonly book: Book) {
    super();
  }

  get Name(): string {
    return 'Book1.xlsx';
  }
  get Worksheets(): WorksheetsWire {
    return new WorksheetsWire(this.book);
  }
  get Application(): ApplicationWire {
    return new ApplicationWire(this.book);
  }
  get _Runtime(): RuntimeWire {
    return new RuntimeWire(this.book);
  }

  GetSelectedRange(): RangeWire {
    const { sheetId, area } = this.book.selection();
    return new RangeWire(this.book, sheetId, area);
  }
  GetActiveCell(): RangeWire {
    const { sheetId, row, column } = this.book.activeCell();
    return new RangeWire(this.book, sheetId, { top: row, bottom: row, left: column, right: column });
  }

  _RemoveReference(id: unknown): null {
    this.book.references.release(String(id));
    return null;
  }
  _RemoveAllReferences(): null {
    this.book.references.releaseAll();
    return null;
  }
  _GetReferenceCount(): number {
    return this.book.references.size;
  }
  _GetRangeForEventByReferenceId(id: unknown): RangeWire {
    const range = this._GetRangeOrNullObjectForEventByReferenceId(id);
    if (range === nullObject) throw itemNotFound();
    return range;
  }
  /** A change's range is known by its address: gone when the sheet is. */
  _GetRangeOrNullObjectForEventByReferenceId(id: unknown): RangeWire | NullObject {
    const sheet = /^(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(String(id));
    const name = sheet?.[1]?.replaceAll("''", "'") ?? sheet?.[2] ?? '';
    if (this.book.findSheet(name) === null) return nullObject;
    const { sheetId, area } = this.book.resolve(String(id), '');
    return new RangeWire(this.book, sheetId, area);
  }
}
