import { invalidArgument } from '../api-error';
import type { Book } from '../book';
import type { AxisNotes } from '../chart-notes';
import { ChartPart } from './chart-part';

/** `Excel.ChartAxes` */
export class AxesWire extends ChartPart {
  readonly wireType = 'ChartAxes';

  get ValueAxis(): AxisWire {
    return new AxisWire(this.book, this.sheetId, this.id, 'valueAxis');
  }
  get CategoryAxis(): AxisWire {
    return new AxisWire(this.book, this.sheetId, this.id, 'categoryAxis');
  }
}

/** `Excel.ChartAxis`: the engine draws the ends of a bar chart's value axis; the rest is kept and read back. */
class AxisWire extends ChartPart {
  readonly wireType = 'ChartAxis';

  constructor(
    book: Book,
    sheetId: string,
    id: string,
    private readonly which: 'valueAxis' | 'categoryAxis',
  ) {
    super(book, sheetId, id);
  }

  get Minimum(): number | '' {
    return this.#axis.minimum;
  }
  set Minimum(value: unknown) {
    this.#set({ minimum: numberOrAutomatic(value) });
  }
  get Maximum(): number | '' {
    return this.#axis.maximum;
  }
  set Maximum(value: unknown) {
    this.#set({ maximum: numberOrAutomatic(value) });
  }
  get MajorUnit(): number | '' {
    return this.#axis.majorUnit;
  }
  set MajorUnit(value: unknown) {
    this.#set({ majorUnit: numberOrAutomatic(value) });
  }
  get MinorUnit(): number | '' {
    return this.#axis.minorUnit;
  }
  set MinorUnit(value: unknown) {
    this.#set({ minorUnit: numberOrAutomatic(value) });
  }
  get ReversePlotOrder(): boolean {
    return this.#axis.reversePlotOrder;
  }
  set ReversePlotOrder(reverse: unknown) {
    this.#set({ reversePlotOrder: reverse === true });
  }
  get Visible(): boolean {
    return this.#axis.visible;
  }
  set Visible(visible: unknown) {
    this.#set({ visible: visible === true });
  }

  get #axis(): AxisNotes {
    return this.chart[this.which];
  }
  #set(part: Partial<AxisNotes>): void {
    this.change((chart) => Object.assign(chart[this.which], part));
  }
}

function numberOrAutomatic(value: unknown): number | '' {
  if (value === '' || typeof value === 'number') return value;
  throw invalidArgument();
}
