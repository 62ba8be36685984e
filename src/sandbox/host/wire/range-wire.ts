import { itemNotFound } from '../api-error';
import { addressOf } from '../address';
import type { Area } from '../area';
import * as areas from '../area';
import type { Book } from '../book';
import { cellFormula, cellText, cellValue, valueType } from '../cell-content';
import { setCellProperties } from '../cell-properties';
import { readCells, writeCells } from '../cells';
import { clearCells } from '../clear';
import { deleteCells, insertCells } from '../shift-cells';
import { foldGroup, groupHeaders, headersHidden, hideHeaders, ungroupHeaders } from '../outline';
import { setColumnProperties, setRowProperties } from '../header-properties';
import { hyperlinkOf, setHyperlink } from '../hyperlinks';
import { mergeCells, mergedAreas, unmergeCells } from '../merges';
import { numberFormats, setNumberFormat } from '../number-format';
import type { Hyperlink } from '../sheet-notes';
import { usedArea } from '../used-area';
import type { NullObject } from '../wire-object';
import { nullObject } from '../wire-object';
import { CellsWire } from './cells-wire';
import { ConditionalFormatsWire } from './conditional-formats-wire';
import { RangeAreasWire } from './range-areas-wire';
import { RangeSortWire } from './range-sort-wire';

/** `Excel.Range`: one area of one sheet. A range the client keeps follows its cells. */
export class RangeWire extends CellsWire {
  readonly wireType = 'Range';

  constructor(
    book: Book,
    sheetId: string,
    public area: Area,
  ) {
    super(book, sheetId);
  }
  override get areas(): readonly Area[] {
    return [this.area];
  }

  get Address(): string {
    return this.book.fullAddress(this.sheetId, this.area);
  }
  get AddressLocal(): string {
    return this.Address;
  }
  get RowIndex(): number {
    return this.area.top;
  }
  get ColumnIndex(): number {
    return this.area.left;
  }
  get RowCount(): number {
    return areas.rowCount(this.area);
  }
  get ColumnCount(): number {
    return areas.columnCount(this.area);
  }

  get Values(): unknown {
    return this.#cells((position) => cellValue(this.getters, position));
  }
  set Values(values: unknown) {
    writeCells(this.book, this.sheetId, this.area, values);
  }
  get Formulas(): unknown {
    return this.#cells((position) => cellFormula(this.getters, this.notes, position));
  }
  set Formulas(formulas: unknown) {
    writeCells(this.book, this.sheetId, this.area, formulas);
  }
  get ValueTypes(): unknown {
    return this.#cells((position) => valueType(this.getters, position));
  }
  get Text(): unknown {
    return this.#cells((position) => cellText(this.getters, position));
  }
  get NumberFormat(): unknown {
    return numberFormats(this.book, this.sheetId, this.area);
  }
  set NumberFormat(formats: unknown) {
    setNumberFormat(this.book, this.sheetId, this.area, formats);
  }
  get Hyperlink(): Hyperlink | null {
    return hyperlinkOf(this);
  }
  set Hyperlink(link: unknown) {
    setHyperlink(this.book, this.sheetId, this.area, link);
  }
  get ColumnHidden(): boolean | null {
    return headersHidden(this, 'COL');
  }
  set ColumnHidden(hidden: unknown) {
    hideHeaders(this, 'COL', hidden === true);
  }
  get RowHidden(): boolean | null {
    return headersHidden(this, 'ROW');
  }
  set RowHidden(hidden: unknown) {
    hideHeaders(this, 'ROW', hidden === true);
  }
  get ConditionalFormats(): ConditionalFormatsWire {
    return new ConditionalFormatsWire(this.book, this.sheetId, this.area);
  }
  get Sort(): RangeSortWire {
    return new RangeSortWire(this.book, this.sheetId, this.area);
  }

  GetCell(row: number, column: number): RangeWire {
    const [top, left] = [this.area.top + row, this.area.left + column];
    return this.#range({ top, bottom: top, left, right: left });
  }
  GetRow(row: number): RangeWire {
    return this.#range({ ...this.area, top: this.area.top + row, bottom: this.area.top + row });
  }
  GetColumn(column: number): RangeWire {
    return this.#range({ ...this.area, left: this.area.left + column, right: this.area.left + column });
  }
  GetLastCell(): RangeWire {
    return this.#range({ ...this.area, top: this.area.bottom, left: this.area.right });
  }
  GetLastRow(): RangeWire {
    return this.#range({ ...this.area, top: this.area.bottom });
  }
  GetBoundingRect(other: unknown): RangeWire {
    return this.#range(areas.bounding(this.area, this.#other(other).area));
  }
  GetEntireRow(): RangeWire {
    return this.#range({ ...this.area, left: 0, right: areas.lastColumn });
  }
  GetEntireColumn(): RangeWire {
    return this.#range({ ...this.area, top: 0, bottom: areas.lastRow });
  }
  GetOffsetRange(rows: number, columns: number): RangeWire {
    const { top, left, bottom, right } = this.area;
    return this.#range({
      top: top + rows,
      bottom: bottom + rows,
      left: left + columns,
      right: right + columns,
    });
  }
  GetResizedRange(rows: number, columns: number): RangeWire {
    return this.#range({ ...this.area, bottom: this.area.bottom + rows, right: this.area.right + columns });
  }
  GetIntersection(other: unknown): RangeWire {
    const shared = this.GetIntersectionOrNullObject(other);
    if (shared === nullObject) throw itemNotFound();
    return shared;
  }
  GetIntersectionOrNullObject(other: unknown): RangeWire | NullObject {
    const { sheetId, area } = this.#other(other);
    const shared = sheetId === this.sheetId ? areas.intersection(this.area, area) : null;
    return shared === null ? nullObject : this.#range(shared);
  }
  GetUsedRangeOrNullObject(valuesOnly?: unknown): RangeWire | NullObject {
    const used = usedArea(this.book, this.sheetId, this.area, valuesOnly === true);
    return used === null ? nullObject : this.#range(used);
  }
  GetMergedAreasOrNullObject(): RangeAreasWire | NullObject {
    const merged = mergedAreas(this);
    return merged.length === 0 ? nullObject : new RangeAreasWire(this.book, this.sheetId, merged);
  }

  SetCellProperties(properties: unknown): null {
    return setCellProperties(this.book, this.sheetId, this.area, properties);
  }
  SetColumnProperties(properties: unknown): null {
    return setColumnProperties(this.book, this.sheetId, this.area, properties);
  }
  SetRowProperties(properties: unknown): null {
    return setRowProperties(this.book, this.sheetId, this.area, properties);
  }
  Merge(across?: unknown): null {
    return mergeCells(this, across === true);
  }
  Unmerge(): null {
    return unmergeCells(this);
  }
  Clear(applyTo?: unknown): null {
    return clearCells(this, applyTo);
  }
  Insert(shift: unknown): RangeWire {
    insertCells(this.book, this.sheetId, this.area, shift);
    return this.#range(this.area);
  }
  Delete(shift: unknown): null {
    return deleteCells(this.book, this.sheetId, this.area, shift);
  }
  Group(option: unknown): null {
    return groupHeaders(this, option);
  }
  Ungroup(option: unknown): null {
    return ungroupHeaders(this, option);
  }
  HideGroupDetails(option: unknown): null {
    return foldGroup(this, option, true);
  }
  ShowGroupDetails(option: unknown): null {
    return foldGroup(this, option, false);
  }
  Select(): null {
    this.book.select(this.sheetId, this.area);
    return null;
  }
  /** The client asks this before it writes a large matrix in chunks of rows. */
  _ValidateArraySize(rows: number, columns: number): null {
    if (rows !== this.RowCount || columns !== this.ColumnCount)
      writeCells(this.book, this.sheetId, this.area, [[]]);
    return null;
  }

  override toString(): string {
    return addressOf(this.area);
  }
  #cells<T>(read: (position: { sheetId: string; row: number; col: number }) => T): T[][] | null {
    return readCells(this.area, (row, col) => read({ sheetId: this.sheetId, row, col }));
  }
  #other(other: unknown): { readonly sheetId: string; readonly area: Area } {
    return other instanceof RangeWire ? other : this.book.resolve(String(other), this.sheetId);
  }
  #range(area: Area): RangeWire {
    return new RangeWire(this.book, this.sheetId, areas.onSheet(area));
  }
}
