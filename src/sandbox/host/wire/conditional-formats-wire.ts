import { itemNotFound, notImplemented } from '../api-error';
import type { Area } from '../area';
import type { Book } from '../book';
import { addFormat, formatsOn, removeFormat } from '../conditional-formats';
import type { NullObject } from '../wire-object';
import { itemAt, nullObject, WireCollection } from '../wire-object';
import { mayDo } from '../protection';
import { ConditionalFormatWire } from './conditional-format-wire';

/** `Excel.ConditionalFormatCollection`: the formats that touch a range, first priority first. */
export class ConditionalFormatsWire extends WireCollection<ConditionalFormatWire> {
  readonly wireType = 'ConditionalFormatCollection';

  constructor(
    private readonly book: Book,
    private readonly sheetId: string,
    private readonly area: Area,
  ) {
    super();
  }

  items(): readonly ConditionalFormatWire[] {
    return formatsOn(this.book, this.sheetId, this.area).map(
      (id) => new ConditionalFormatWire(this.book, this.sheetId, id),
    );
  }
  override at(key: unknown): ConditionalFormatWire {
    const format = this.GetItemOrNullObject(key);
    if (format === nullObject) throw itemNotFound();
    return format;
  }

  /** A new format comes first, before all others, as in Excel. */
  Add(type: unknown): ConditionalFormatWire {
    if (type !== 'Custom') throw notImplemented(`conditional formats of type ${String(type)}`);
    mayDo(this.book.notes(this.sheetId), 'allowFormatCells');
    return new ConditionalFormatWire(this.book, this.sheetId, addFormat(this.book, this.sheetId, this.area));
  }
  ClearAll(): null {
    mayDo(this.book.notes(this.sheetId), 'allowFormatCells');
    for (const id of formatsOn(this.book, this.sheetId, this.area))
      removeFormat(this.book, this.sheetId, id, this.area);
    return null;
  }
  GetCount(): number {
    return this.items().length;
  }
  GetItem(key: unknown): ConditionalFormatWire {
    return this.at(key);
  }
  GetItemAt(index: number): ConditionalFormatWire {
    return itemAt(this.items(), index);
  }
  GetItemOrNullObject(key: unknown): ConditionalFormatWire | NullObject {
    return this.items().find((format) => format.Id === key) ?? nullObject;
  }
}
