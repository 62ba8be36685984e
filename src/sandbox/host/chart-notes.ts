/** A chart as it was asked for; the engine only draws what it can of it. */
export interface SeriesNotes {
  name: string;
  /** A1 text with the sheet, or nothing yet. */
  values: string | null;
  categories: string | null;
  color: string | null;
  fill: string | null;
  lineStyle: string;
  weight: number;
}

export interface AxisNotes {
  minimum: number | string;
  maximum: number | string;
  majorUnit: number | string;
  minorUnit: number | string;
  reversePlotOrder: boolean;
  visible: boolean;
  title: string;
  fontSize: number;
}

export interface ChartNotes {
  readonly id: string;
  name: string;
  type: string;
  title: string;
  titleVisible: boolean;
  legendVisible: boolean;
  legendPosition: string;
  readonly series: SeriesNotes[];
  readonly valueAxis: AxisNotes;
  readonly categoryAxis: AxisNotes;
}

export const newSeries = (name: string): SeriesNotes => ({
  name,
  values: null,
  categories: null,
  color: null,
  fill: null,
  lineStyle: 'Continuous',
  weight: 2.25,
});

export const newAxis = (): AxisNotes => ({
  minimum: '',
  maximum: '',
  majorUnit: '',
  minorUnit: '',
  reversePlotOrder: false,
  visible: true,
  title: '',
  fontSize: 10,
});
