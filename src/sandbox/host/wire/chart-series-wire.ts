import { invalidArgument, itemNotFound } from '../api-error';
import type { Book } from '../book';
import type { SeriesNotes } from '../chart-notes';
import { newSeries } from '../chart-notes';
import { parseName, seriesName, setCategories, setSeriesValues } from '../charts';
import { itemAt, WireCollection } from '../wire-object';
import { changeChart, chartNotes } from '../charts';
import { ChartPart } from './chart-part';
import { RangeWire } from './range-wire';
import { SeriesFormatWire } from './chart-series-format-wire';

/** `Excel.ChartSeriesCollection` */
export class SeriesCollectionWire extends WireCollection<SeriesWire> {
  readonly wireType = 'ChartSeriesCollection';

  constructor(
    private readonly book: Book,
    private readonly sheetId: string,
    private readonly id: string,
  ) {
    super();
  }
  items(): readonly SeriesWire[] {
    return chartNotes(this.book, this.sheetId, this.id).series.map((series) => this.#series(series.id));
  }
  get Count(): number {
    return this.items().length;
  }

  Add(name?: unknown, index?: unknown): SeriesWire {
    const id = this.book.engine.model.uuidGenerator.uuidv4();
    changeChart(this.book, this.sheetId, this.id, ({ series }) => {
      const at = typeof index === 'number' ? index : series.length;
      series.splice(at, 0, newSeries(id, typeof name === 'string' ? name : `Series${series.length + 1}`));
    });
    return this.#series(id);
  }
  GetCount(): number {
    return this.Count;
  }
  GetItemAt(index: number): SeriesWire {
    return itemAt(this.items(), index);
  }

  #series(seriesId: string): SeriesWire {
    return new SeriesWire(this.book, this.sheetId, this.id, seriesId);
  }
}

/** `Excel.ChartSeries` */
class SeriesWire extends ChartPart {
  readonly wireType = 'ChartSeries';

  constructor(
    book: Book,
    sheetId: string,
    id: string,
    private readonly seriesId: string,
  ) {
    super(book, sheetId, id);
  }

  /** The text, also where the name was given as the address of a cell. */
  get Name(): string {
    return seriesName(this.book, this.#series.name);
  }
  set Name(name: unknown) {
    this.#set({ name: parseName(this.book, this.sheetId, String(name)) });
  }
  get ChartType(): string {
    return this.chart.type;
  }
  get MarkerStyle(): string {
    return this.#series.markerStyle;
  }
  set MarkerStyle(style: unknown) {
    if (!markerStyles.includes(String(style))) throw invalidArgument();
    this.#set({ markerStyle: String(style) });
  }
  get MarkerSize(): number {
    return this.#series.markerSize;
  }
  set MarkerSize(size: unknown) {
    if (typeof size !== 'number' || size < 2 || size > 72) throw invalidArgument();
    this.#set({ markerSize: size });
  }
  get MarkerBackgroundColor(): string {
    return this.#series.markerBackground;
  }
  set MarkerBackgroundColor(color: unknown) {
    this.#set({ markerBackground: String(color) });
  }
  get MarkerForegroundColor(): string {
    return this.#series.markerForeground;
  }
  set MarkerForegroundColor(color: unknown) {
    this.#set({ markerForeground: String(color) });
  }
  get Format(): SeriesFormatWire {
    return new SeriesFormatWire(
      () => this.#series,
      (part) => this.#set(part),
    );
  }

  SetValues(source: unknown): null {
    setSeriesValues(this.book, this.sheetId, this.id, this.seriesId, this.#address(source));
    return null;
  }
  SetXAxisValues(source: unknown): null {
    setCategories(this.book, this.sheetId, this.id, this.#address(source));
    return null;
  }
  Delete(): null {
    this.change((chart) => (chart.series = chart.series.filter(({ id }) => id !== this.seriesId)));
    return null;
  }

  get #series(): SeriesNotes {
    const series = this.chart.series.find(({ id }) => id === this.seriesId);
    if (series === undefined) throw itemNotFound();
    return series;
  }
  #set(part: Partial<SeriesNotes>): void {
    const series = this.#series;
    this.change(() => Object.assign(series, part));
  }
  #address(source: unknown): string {
    if (!(source instanceof RangeWire)) throw invalidArgument();
    return source.Address;
  }
}

const markerStyles = [
  'Automatic',
  'None',
  'Square',
  'Diamond',
  'Triangle',
  'X',
  'Star',
  'Dot',
  'Dash',
  'Circle',
  'Plus',
  'Picture',
];
