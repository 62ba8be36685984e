import type { Locale, Model } from '@odoo/o-spreadsheet';
import { itemAlreadyExists, invalidArgument, itemNotFound, notImplemented } from './api-error';
import { addressOf, parseAddress, quotedSheet } from './address';
import type { Area } from './area';
import { shifted, wholeSheet } from './area';
import { followSeriesNames, moveSeriesNames } from './charts';
import { Engine } from './engine';
import type { EventName } from './events';
import { Events, workbookTarget } from './events';
import type { ExecutorHost } from './executor';
import { execute, failedResponse } from './executor';
import { Occupant } from './occupant';
import { parseRequest } from './protocol';
import type { ResponseBody } from './protocol';
import { References } from './references';
import type { SpreadsheetLibrary } from './seat';
import { select, selectedArea, watchSelection } from './selection';
import { SheetNotes } from './sheet-notes';
import type { WireObject } from './wire-object';
import { AddinServiceWire } from './wire/addin-service-wire';
import { RangeWire } from './wire/range-wire';
import { WorkbookWire } from './wire/workbook-wire';

export type PersonWatcher = (what: 'refused' | 'done' | 'protection') => void;

/** One workbook: the engine's model, what is kept beside it, its events, and Excel's object model over both. */
export class Book implements ExecutorHost {
  readonly engine: Engine;
  readonly events = new Events();
  readonly references = new References();
  readonly root: WorkbookWire;
  calculationMode = 'Automatic';
  /** Who the next change comes from: `Local`, or `Remote` for a co-author. */
  source: 'Local' | 'Remote' = 'Local';
  readonly #notes = new Map<string, SheetNotes>();
  readonly #occupant = new Occupant(this);
  readonly #watchers = new Set<PersonWatcher>();

  constructor(
    readonly library: SpreadsheetLibrary,
    readonly model: Model,
  ) {
    this.engine = new Engine(model);
    this.root = new WorkbookWire(this);
    this.engine.occupy(this.#occupant);
    watchSelection(this);
  }

  /** Answers one `ProcessQuery` batch of the client; whatever happens, there is an answer. */
  execute(body: unknown): ResponseBody {
    try {
      const response = execute(this, parseRequest(body));
      followSeriesNames(this);
      return response;
    } catch (thrown) {
      return failedResponse(thrown);
    }
  }

  kept(id: string): WireObject | undefined {
    return this.references.get(id);
  }
  keep(target: WireObject): void {
    this.references.keep(target);
  }
  service(name: string): WireObject {
    if (name === AddinServiceWire.serviceName) return new AddinServiceWire();
    throw notImplemented(`the service ${name}`);
  }
  together(work: () => void): void {
    this.engine.together(work);
  }
  /** Several things a person does at once: one change, told as theirs. */
  asPerson(work: () => void): void {
    this.engine.together(work, 'person');
  }

  get locale(): Locale {
    return this.engine.getters.getLocale();
  }
  get sheetIds(): readonly string[] {
    return this.engine.getters.getSheetIds();
  }
  hasSheet(sheetId: string): boolean {
    return this.engine.getters.tryGetSheet(sheetId) !== undefined;
  }
  sheetName(sheetId: string): string {
    return this.engine.getters.getSheetName(sheetId);
  }

  /** A sheet by its name (any case) or id. */
  findSheet(key: string): string | null {
    const wanted = key.toLowerCase();
    const ids = this.sheetIds;
    return (
      ids.find((id) => this.sheetName(id).toLowerCase() === wanted) ??
      ids.find((id) => id.toLowerCase() === wanted) ??
      null
    );
  }

  /** The name itself when a sheet may have it; InvalidArgument or ItemAlreadyExists as in Excel. */
  freeSheetName(name: string, except: string | null = null): string {
    if (name === '' || name.length > 31 || /[:\\/?*[\]]|^'|'$/.test(name)) throw invalidArgument();
    const taken = this.sheetIds.find((id) => this.sheetName(id).toLowerCase() === name.toLowerCase());
    if (taken !== undefined && taken !== except) throw itemAlreadyExists();
    return name;
  }

  notes(sheetId: string): SheetNotes {
    let notes = this.#notes.get(sheetId);
    if (notes === undefined) this.#notes.set(sheetId, (notes = new SheetNotes()));
    return notes;
  }

  /** `Sheet1!A1:B2`, quoted where it must be. */
  fullAddress(sheetId: string, area: Area): string {
    return `${quotedSheet(this.sheetName(sheetId))}!${addressOf(area)}`;
  }

  /** An address, on the given sheet unless it names another; ItemNotFound where that is gone. */
  resolve(address: string, sheetId: string): { readonly sheetId: string; readonly area: Area } {
    const { sheet, area } = parseAddress(address);
    const named = sheet === null ? sheetId : this.findSheet(sheet);
    if (named === null) throw itemNotFound();
    return { sheetId: named, area };
  }

  /** The client's first handler of an event comes (1) or its last one goes (-1). */
  listen(name: EventName, target: string, change: 1 | -1): void {
    this.events.register(name, target, change);
    if (name === 'CalculatedEvent') this.#occupant.listens();
  }

  /** Tells listeners that cells of a sheet changed. */
  rangeChanged(sheetId: string, area: Area, changeType: string, details: object = {}): void {
    const message = {
      address: addressOf(area),
      changeType,
      source: this.source,
      triggerSource: this.engine.busy ? 'ThisLocalAddin' : 'Unknown',
      worksheetId: sheetId,
      referenceId: this.fullAddress(sheetId, area),
      shiftDirection: 'None',
      ...details,
    };
    this.events.raiseOnSheet('DataChangedEvent', sheetId, message);
  }

  /** Tells listeners that whole rows or columns were inserted (`count` > 0) or deleted from `at` on. */
  rowsOrColumnsChanged(sheetId: string, dimension: 'ROW' | 'COL', at: number, count: number): void {
    const last = at + Math.abs(count) - 1;
    const area =
      dimension === 'ROW'
        ? { ...wholeSheet, top: at, bottom: last }
        : { ...wholeSheet, left: at, right: last };
    const what = dimension === 'ROW' ? 'Row' : 'Column';
    this.rangeChanged(sheetId, area, `${what}${count > 0 ? 'Inserted' : 'Deleted'}`);
  }

  /** Calls back when a person was refused something, did something, or a sheet's protection changed. */
  watchPerson(watcher: PersonWatcher): void {
    this.#watchers.add(watcher);
  }
  personDid(what: 'refused' | 'done' | 'protection'): void {
    for (const watcher of this.#watchers) watcher(what);
  }

  protectionChanged(sheetId: string, isProtected: boolean): void {
    this.personDid('protection');
    const message = { worksheetId: sheetId, isProtected, sheetPassword: '', source: this.source };
    this.events.raiseOnSheet('ProtectionChangedEvent', sheetId, message);
  }

  sheetAdded(sheetId: string): void {
    this.events.raise('AddedEvent', workbookTarget, { worksheetId: sheetId, source: this.source });
  }
  sheetDeleted(sheetId: string): void {
    this.events.raise('DeletedEvent', workbookTarget, { worksheetId: sheetId, source: this.source });
  }

  sheetRenamed(sheetId: string, nameBefore: string, nameAfter: string): void {
    const message = { worksheetId: sheetId, nameBefore, nameAfter, source: this.source };
    this.events.raiseOnSheet('EventNameChanged', sheetId, message);
  }

  /** Changes where the notes of a sheet are; undoing what it is done for takes it back. */
  changeNotes(sheetId: string, change: (notes: SheetNotes) => void): void {
    const notes = this.notes(sheetId);
    const before = notes.places();
    change(notes);
    this.#occupant.notesChanged({ sheetId, before, after: notes.places() });
  }

  /** Everything that is kept by address follows rows and columns that moved. */
  moved(sheetId: string, dimension: 'ROW' | 'COL', at: number, count: number): void {
    this.changeNotes(sheetId, (notes) => notes.shift(dimension, at, count));
    this.referencesMoved(sheetId, dimension, at, count);
  }

  /** All of that but the notes of cells, which `changeNotes` has moved or brought back. */
  referencesMoved(sheetId: string, dimension: 'ROW' | 'COL', at: number, count: number): void {
    this.notes(sheetId).page.shift(dimension, at, count);
    moveSeriesNames(this, sheetId, dimension, at, count);
    for (const kept of this.references.all()) {
      if (!(kept instanceof RangeWire) || kept.sheetId !== sheetId) continue;
      const area = shifted(kept.area, dimension, at, count);
      if (area !== null) kept.area = area;
    }
  }

  selection(): { readonly sheetId: string; readonly area: Area } {
    return selectedArea(this);
  }
  activeCell(): { readonly sheetId: string; readonly row: number; readonly column: number } {
    const { sheetId, row, col } = this.engine.getters.getActivePosition();
    return { sheetId, row, column: col };
  }
  select(sheetId: string, area: Area): void {
    select(this, sheetId, area);
  }
}
