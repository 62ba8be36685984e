import { areaAddress, cellAddress, quotedSheet, absoluteAddress } from '../workbook/address';
import type { Area, ChartDesign, ChartSeries, SheetDesign } from '../workbook/design';

const KINDS = { radar: 'RadarMarkers', bar: 'BarClustered' } as const;
/** Series differ by mark as well as by colour. */
const MARKERS = ['Circle', 'Diamond', 'Square', 'Triangle'] as const;

/** Draws the sheet's charts from its cells, each value axis from 0 to `max` in steps of 1 (series by range: ExcelApi 1.7). */
export function drawCharts(sheet: Excel.Worksheet, { name, charts }: SheetDesign): void {
  for (const chart of charts) drawChart(sheet, name, chart);
}

function drawChart(sheet: Excel.Worksheet, sheetName: string, design: ChartDesign): void {
  const [first, ...others] = design.series;
  if (first === undefined) return;
  const values = sheet.getRange(areaAddress(first.values));
  const chart = sheet.charts.add(KINDS[design.kind], values, byDirection(first.values));
  chart.name = design.id;
  chart.title.text = design.title;
  chart.legend.position = 'Bottom';
  const axis = chart.axes.valueAxis;
  axis.minimum = 0;
  axis.maximum = design.max;
  axis.majorUnit = 1;
  // Bars grow from the top down, in the order of the table.
  if (design.kind === 'bar') chart.axes.categoryAxis.reversePlotOrder = true;
  const categories = sheet.getRange(areaAddress(design.categories));
  const draw = (series: Excel.ChartSeries, look: ChartSeries, index: number): void => {
    series.name = `=${quotedSheet(sheetName)}!${absoluteAddress(look.name.row, look.name.column)}`;
    series.setXAxisValues(categories);
    paint(series, look, design.kind, index);
  };
  draw(chart.series.getItemAt(0), first, 0);
  others.forEach((look, i) => {
    const range = sheet.getRange(areaAddress(look.values));
    const series = chart.series.add();
    series.setValues(range);
    draw(series, look, i + 1);
    range.untrack();
  });
  const { row, column, rows, columns } = design.place;
  chart.setPosition(cellAddress(row, column), cellAddress(row + rows - 1, column + columns - 1));
  values.untrack();
  categories.untrack();
}

const byDirection = (area: Area): 'Columns' | 'Rows' => (area.columns === 1 ? 'Columns' : 'Rows');

/** A dashed series differs from a full one without its colour: a dashed line, or an outlined bar. */
function paint(
  series: Excel.ChartSeries,
  { color, dashed }: ChartSeries,
  kind: ChartDesign['kind'],
  index: number,
): void {
  const look = series.format;
  if (kind === 'bar' && !dashed) {
    look.fill.setSolidColor(`#${color}`);
    return;
  }
  look.line.color = `#${color}`;
  if (dashed) look.line.lineStyle = 'Dash';
  if (kind === 'bar') {
    look.fill.clear();
    return;
  }
  series.markerStyle = MARKERS[index % MARKERS.length] ?? 'Circle';
  series.markerBackgroundColor = `#${color}`;
  series.markerForegroundColor = `#${color}`;
}
