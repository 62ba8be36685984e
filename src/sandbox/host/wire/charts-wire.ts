import { itemNotFound } from '../api-error';
import type { Book } from '../book';
import { addChart, chartIds, chartNotes } from '../charts';
import type { NullObject } from '../wire-object';
import { itemAt, nullObject, WireCollection } from '../wire-object';
import { ChartWire } from './chart-wire';
import { RangeWire } from './range-wire';

/** `Excel.ChartCollection` */
export class ChartsWire extends WireCollection<ChartWire> {
  readonly wireType = 'ChartCollection';

  constructor(
    private readonly book: Book,
    private readonly sheetId: string,
  ) {
    super();
  }

  items(): readonly ChartWire[] {
    return chartIds(this.book, this.sheetId).map((id) => new ChartWire(this.book, this.sheetId, id));
  }
  override at(id: unknown): ChartWire {
    const chart = this.items().find((each) => each.Id === id);
    if (chart === undefined) throw itemNotFound();
    return chart;
  }
  get Count(): number {
    return this.items().length;
  }

  Add(type: unknown, source: unknown, seriesBy?: unknown): ChartWire {
    const area =
      source instanceof RangeWire ? source.area : this.book.resolve(String(source), this.sheetId).area;
    return new ChartWire(this.book, this.sheetId, addChart(this.book, this.sheetId, type, area, seriesBy));
  }
  GetCount(): number {
    return this.Count;
  }
  GetItem(name: unknown): ChartWire {
    const chart = this.GetItemOrNullObject(name);
    if (chart === nullObject) throw itemNotFound();
    return chart;
  }
  GetItemAt(index: number): ChartWire {
    return itemAt(this.items(), index);
  }
  GetItemOrNullObject(name: unknown): ChartWire | NullObject {
    const id = chartIds(this.book, this.sheetId).find(
      (each) => chartNotes(this.book, this.sheetId, each).name === name,
    );
    return id === undefined ? nullObject : new ChartWire(this.book, this.sheetId, id);
  }
}
