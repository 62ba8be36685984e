/** A chart as it was asked for. Its ranges and its place are the engine's; the engine draws what it can of the rest. */
export interface SeriesNotes {
  readonly id: string;
  /** Text, or the cell that holds it. */
  name: string | NameCell;
  lineColor: string | null;
  lineStyle: string;
  lineWeight: number;
  /** null: automatic; '' : cleared. */
  fill: string | null;
  markerStyle: string;
  markerSize: number;
  markerBackground: string;
  markerForeground: string;
}

export interface NameCell {
  readonly sheetId: string;
  readonly row: number;
  readonly col: number;
}

export interface AxisNotes {
  /** '' is automatic. */
  minimum: number | '';
  maximum: number | '';
  majorUnit: number | '';
  minorUnit: number | '';
  reversePlotOrder: boolean;
  visible: boolean;
}

export interface ChartNotes {
  readonly id: string;
  name: string;
  type: string;
  title: string;
  titleVisible: boolean;
  legendVisible: boolean;
  legendPosition: string;
  series: SeriesNotes[];
  readonly valueAxis: AxisNotes;
  readonly categoryAxis: AxisNotes;
}

export const newSeries = (id: string, name: string): SeriesNotes => ({
  id,
  name,
  lineColor: null,
  lineStyle: 'Automatic',
  lineWeight: 2.25,
  fill: null,
  markerStyle: 'Automatic',
  markerSize: 5,
  markerBackground: '',
  markerForeground: '',
});

const newAxis = (): AxisNotes => ({
  minimum: '',
  maximum: '',
  majorUnit: '',
  minorUnit: '',
  reversePlotOrder: false,
  visible: true,
});

export const newChart = (id: string, name: string, type: string): ChartNotes => ({
  id,
  name,
  type,
  title: 'Chart Title',
  titleVisible: true,
  legendVisible: true,
  legendPosition: 'Bottom',
  series: [],
  valueAxis: newAxis(),
  categoryAxis: newAxis(),
});
