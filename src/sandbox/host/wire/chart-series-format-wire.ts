import { invalidArgument } from '../api-error';
import type { SeriesNotes } from '../chart-notes';
import { colorText } from '../color';
import { WireObject } from '../wire-object';

type Read = () => SeriesNotes;
type Change = (part: Partial<SeriesNotes>) => void;

/** A part of a series' look. */
abstract class LookWire extends WireObject {
  constructor(
    protected readonly read: Read,
    protected readonly change: Change,
  ) {
    super();
  }
}

/** `Excel.ChartSeriesFormat` */
export class SeriesFormatWire extends LookWire {
  readonly wireType = 'ChartSeriesFormat';

  get Line(): LineWire {
    return new LineWire(this.read, this.change);
  }
  get Fill(): FillWire {
    return new FillWire(this.read, this.change);
  }
}

const lineStyles = [
  'Automatic',
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Grey25',
  'Grey50',
  'Grey75',
  'RoundDot',
];

/** `Excel.ChartLineFormat` */
class LineWire extends LookWire {
  readonly wireType = 'ChartLineFormat';

  get Color(): string {
    return this.read().lineColor ?? '';
  }
  set Color(color: unknown) {
    this.change({ lineColor: colorText(color) });
  }
  get LineStyle(): string {
    return this.read().lineStyle;
  }
  set LineStyle(style: unknown) {
    if (!lineStyles.includes(String(style))) throw invalidArgument();
    this.change({ lineStyle: String(style) });
  }
  get Weight(): number {
    return this.read().lineWeight;
  }
  set Weight(weight: unknown) {
    if (typeof weight !== 'number' || weight <= 0) throw invalidArgument();
    this.change({ lineWeight: weight });
  }
  Clear(): null {
    this.change({ lineColor: '', lineStyle: 'None' });
    return null;
  }
}

/** `Excel.ChartFill` */
class FillWire extends LookWire {
  readonly wireType = 'ChartFill';

  SetSolidColor(color: unknown): null {
    this.change({ fill: colorText(color) });
    return null;
  }
  Clear(): null {
    this.change({ fill: '' });
    return null;
  }
}
