import { accessDenied } from '../api-error';
import type { Area } from '../area';
import { onSheet, wholeSheet } from '../area';
import type { Book } from '../book';
import { colorText } from '../color';
import { showOutline } from '../outline';
import { deleteSheet, moveSheet, renameSheet, setSheetVisibility, sheetVisibility } from '../sheets';
import { usedArea } from '../used-area';
import type { NullObject } from '../wire-object';
import { nullObject, WireObject } from '../wire-object';
import { AutoFilterWire } from './auto-filter-wire';
import { ChartsWire } from './charts-wire';
import { raisesEvents, sheetEvents } from './event-source';
import { FreezePanesWire } from './freeze-panes-wire';
import { PageLayoutWire } from './page-layout-wire';
import { ProtectionWire } from './protection-wire';
import { RangeAreasWire } from './range-areas-wire';
import { RangeWire } from './range-wire';

/** `Excel.Worksheet` */
export class WorksheetWire extends WireObject {
  readonly wireType = 'Worksheet';

  constructor(
    readonly book: Book,
    readonly sheetId: string,
  ) {
    super();
  }

  override identity(): Readonly<Record<string, unknown>> {
    return { Id: this.sheetId };
  }
  get eventTarget(): string {
    return this.sheetId;
  }

  get Id(): string {
    return this.sheetId;
  }
  get Name(): string {
    return this.book.sheetName(this.sheetId);
  }
  set Name(name: unknown) {
    renameSheet(this.book, this.sheetId, name);
  }
  get Position(): number {
    return this.book.sheetIds.indexOf(this.sheetId);
  }
  set Position(position: unknown) {
    moveSheet(this.book, this.sheetId, position);
  }
  get Visibility(): string {
    return sheetVisibility(this.book, this.sheetId);
  }
  set Visibility(visibility: unknown) {
    setSheetVisibility(this.book, this.sheetId, visibility);
  }
  get TabColor(): string {
    return this.book.engine.getters.getSheet(this.sheetId).color ?? '';
  }
  set TabColor(color: unknown) {
    this.book.engine.dispatch('COLOR_SHEET', { sheetId: this.sheetId, color: colorText(color) });
  }
  get ShowGridlines(): boolean {
    return this.book.engine.getters.getGridLinesVisibility(this.sheetId);
  }
  set ShowGridlines(shown: unknown) {
    this.book.engine.dispatch('SET_GRID_LINES_VISIBILITY', {
      sheetId: this.sheetId,
      areGridLinesVisible: shown === true,
    });
  }
  /** What the client sends for `showGridlines = …`. */
  get Gridlines(): boolean {
    return this.ShowGridlines;
  }
  set Gridlines(shown: unknown) {
    this.ShowGridlines = shown;
  }

  get Protection(): ProtectionWire {
    return new ProtectionWire(this.book, this.sheetId);
  }
  get FreezePanes(): FreezePanesWire {
    return new FreezePanesWire(this.book, this.sheetId);
  }
  get PageLayout(): PageLayoutWire {
    return new PageLayoutWire(this.book, this.sheetId);
  }
  get AutoFilter(): AutoFilterWire {
    return new AutoFilterWire(this.book, this.sheetId);
  }
  get Charts(): ChartsWire {
    return new ChartsWire(this.book, this.sheetId);
  }

  GetRange(address?: string | null): RangeWire {
    if (address == null || address === '') return this.#range(wholeSheet);
    const { sheetId, area } = this.book.resolve(address, this.sheetId);
    return new RangeWire(this.book, sheetId, area);
  }
  GetRanges(address?: string | null): RangeAreasWire {
    const texts = address == null ? ['1:1048576'] : address.split(',');
    const areas = texts.map((text) => this.book.resolve(text, this.sheetId).area);
    return new RangeAreasWire(this.book, this.sheetId, areas);
  }
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): RangeWire {
    return this.#range(
      onSheet({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 }),
    );
  }
  GetCell(row: number, column: number): RangeWire {
    return this.GetRangeByIndexes(row, column, 1, 1);
  }
  GetUsedRange(valuesOnly?: unknown): RangeWire {
    return this.#range(this.#used(valuesOnly) ?? { top: 0, left: 0, bottom: 0, right: 0 });
  }
  GetUsedRangeOrNullObject(valuesOnly?: unknown): RangeWire | NullObject {
    const used = this.#used(valuesOnly);
    return used === null ? nullObject : this.#range(used);
  }
  ShowOutlineLevels(rowLevels: number, columnLevels: number): null {
    return showOutline(this.book, this.sheetId, rowLevels, columnLevels);
  }
  Activate(): null {
    const { engine } = this.book;
    const from = engine.getters.getActiveSheetId();
    if (!engine.getters.isSheetVisible(this.sheetId)) throw accessDenied();
    if (from !== this.sheetId)
      engine.dispatch('ACTIVATE_SHEET', { sheetIdFrom: from, sheetIdTo: this.sheetId });
    return null;
  }
  Delete(): null {
    deleteSheet(this.book, this.sheetId);
    return null;
  }
  Calculate(): null {
    return this.book.root.Application.Calculate();
  }

  #used(valuesOnly: unknown): Area | null {
    return usedArea(this.book, this.sheetId, wholeSheet, valuesOnly === true);
  }
  #range(area: Area): RangeWire {
    return new RangeWire(this.book, this.sheetId, area);
  }
}
raisesEvents(WorksheetWire, sheetEvents);
