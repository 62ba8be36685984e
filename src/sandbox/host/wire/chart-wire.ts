import { invalidArgument } from '../api-error';
import { bounding } from '../area';
import type { Area } from '../area';
import { changePlace, placeOf, placeOver } from '../chart-place';
import type { Place } from '../chart-place';
import { deleteChart } from '../charts';
import type { WireObject } from '../wire-object';
import { AxesWire } from './chart-axes-wire';
import { ChartPart } from './chart-part';
import { SeriesCollectionWire } from './chart-series-wire';
import { RangeWire } from './range-wire';

/** `Excel.Chart` */
export class ChartWire extends ChartPart {
  readonly wireType = 'Chart';

  override identity(): Readonly<Record<string, unknown>> {
    return { Id: this.id };
  }
  get Id(): string {
    return this.id;
  }
  get Name(): string {
    return this.chart.name;
  }
  set Name(name: unknown) {
    this.change((chart) => (chart.name = String(name)));
  }
  get ChartType(): string {
    return this.chart.type;
  }

  get Title(): TitleWire {
    return new TitleWire(this.book, this.sheetId, this.id);
  }
  get Legend(): LegendWire {
    return new LegendWire(this.book, this.sheetId, this.id);
  }
  get Axes(): AxesWire {
    return new AxesWire(this.book, this.sheetId, this.id);
  }
  get Series(): SeriesCollectionWire {
    return new SeriesCollectionWire(this.book, this.sheetId, this.id);
  }
  get Worksheet(): WireObject {
    return this.book.root.Worksheets.at(this.sheetId);
  }

  get Left(): number {
    return this.#place.left;
  }
  set Left(left: unknown) {
    this.#move({ left: left as number });
  }
  get Top(): number {
    return this.#place.top;
  }
  set Top(top: unknown) {
    this.#move({ top: top as number });
  }
  get Width(): number {
    return this.#place.width;
  }
  set Width(width: unknown) {
    this.#move({ width: width as number });
  }
  get Height(): number {
    return this.#place.height;
  }
  set Height(height: unknown) {
    this.#move({ height: height as number });
  }

  SetPosition(start: unknown, end?: unknown): null {
    const first = this.#area(start);
    const area = end == null ? first : bounding(first, this.#area(end));
    if (end == null) {
      const { width, height } = this.#place;
      placeOver(this.book, this.sheetId, this.id, first);
      this.#move({ width, height });
    } else placeOver(this.book, this.sheetId, this.id, area);
    return null;
  }
  Delete(): null {
    deleteChart(this.book, this.sheetId, this.id);
    return null;
  }

  get #place(): Place {
    return placeOf(this.book, this.sheetId, this.id);
  }
  #move(change: Partial<Place>): void {
    changePlace(this.book, this.sheetId, this.id, change);
  }
  #area(cell: unknown): Area {
    return cell instanceof RangeWire ? cell.area : this.book.resolve(String(cell), this.sheetId).area;
  }
}

/** `Excel.ChartTitle` */
class TitleWire extends ChartPart {
  readonly wireType = 'ChartTitle';

  get Text(): string {
    return this.chart.title;
  }
  set Text(text: unknown) {
    this.change((chart) => {
      chart.title = String(text);
      chart.titleVisible = true;
    });
  }
  get Visible(): boolean {
    return this.chart.titleVisible;
  }
  set Visible(visible: unknown) {
    this.change((chart) => (chart.titleVisible = visible === true));
  }
}

/** `Excel.ChartLegend` */
class LegendWire extends ChartPart {
  readonly wireType = 'ChartLegend';

  get Visible(): boolean {
    return this.chart.legendVisible;
  }
  set Visible(visible: unknown) {
    this.change((chart) => (chart.legendVisible = visible === true));
  }
  get Position(): string {
    return this.chart.legendPosition;
  }
  set Position(position: unknown) {
    if (!['Top', 'Bottom', 'Left', 'Right', 'Corner', 'Custom'].includes(String(position)))
      throw invalidArgument();
    this.change((chart) => (chart.legendPosition = String(position)));
  }
}
