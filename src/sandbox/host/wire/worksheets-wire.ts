import { itemNotFound } from '../api-error';
import type { Book } from '../book';
import { workbookTarget } from '../events';
import { addSheet } from '../sheets';
import type { NullObject } from '../wire-object';
import { nullObject, WireCollection } from '../wire-object';
import { collectionEvents, raisesEvents } from './event-source';
import { WorksheetWire } from './worksheet-wire';

/** `Excel.WorksheetCollection` */
export class WorksheetsWire extends WireCollection<WorksheetWire> {
  readonly wireType = 'WorksheetCollection';
  readonly eventTarget = workbookTarget;

  constructor(readonly book: Book) {
    super();
  }

  items(): readonly WorksheetWire[] {
    return this.book.sheetIds.map((id) => new WorksheetWire(this.book, id));
  }
  override at(key: unknown): WorksheetWire {
    const sheet = this.GetItemOrNullObject(key);
    if (sheet === nullObject) throw itemNotFound();
    return sheet;
  }

  Add(name?: unknown): WorksheetWire {
    return new WorksheetWire(this.book, addSheet(this.book, typeof name === 'string' ? name : null));
  }
  GetItem(key: unknown): WorksheetWire {
    return this.at(key);
  }
  GetItemOrNullObject(key: unknown): WorksheetWire | NullObject {
    const id = this.book.findSheet(String(key));
    return id === null ? nullObject : new WorksheetWire(this.book, id);
  }
  GetActiveWorksheet(): WorksheetWire {
    return new WorksheetWire(this.book, this.book.engine.getters.getActiveSheetId());
  }
  GetCount(visibleOnly?: unknown): number {
    return this.#ids(visibleOnly).length;
  }
  GetFirst(visibleOnly?: unknown): WorksheetWire {
    return new WorksheetWire(this.book, this.#ids(visibleOnly)[0] ?? '');
  }
  GetLast(visibleOnly?: unknown): WorksheetWire {
    return new WorksheetWire(this.book, this.#ids(visibleOnly).at(-1) ?? '');
  }

  #ids(visibleOnly: unknown): readonly string[] {
    const { sheetIds, engine } = this.book;
    return visibleOnly === true ? sheetIds.filter((id) => engine.getters.isSheetVisible(id)) : sheetIds;
  }
}
raisesEvents(WorksheetsWire, collectionEvents);
