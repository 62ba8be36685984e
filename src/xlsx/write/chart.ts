import type { ChartDesign, ChartSeries } from '../../workbook/design';

import { part, RELATIONSHIPS, type Part } from './part';
import { sheetReference } from './sheet-reference';
import { element, text } from './xml';

const LINE_WIDTH = 25_400;
const HAIRLINE = 6_350;
const GRID_COLOR = 'E5E7EB';
const CATEGORY_AXIS = 1001;
const VALUE_AXIS = 1002;
/** Series differ by mark as well as by colour. */
const MARKERS = ['circle', 'diamond', 'square', 'triangle'] as const;

/** A radar or a bar chart over cells of its own sheet, its value axis from 0 to `max` in steps of 1 (ISO/IEC 29500-1 21.2). */
export function chartPart(number: number, chart: ChartDesign, sheetName: string): Part {
  const series = chart.series.map((entry, i) => seriesXml(chart, entry, i, sheetName));
  const root = element(
    'c:chartSpace',
    {
      'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
      'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
      'xmlns:r': RELATIONSHIPS,
    },
    value('roundedCorners', false),
    element(
      'c:chart',
      {},
      titleXml(chart.title),
      value('autoTitleDeleted', false),
      element('c:plotArea', {}, element('c:layout'), plot(chart.kind, series), ...axes(chart)),
      legend,
      value('plotVisOnly', true),
      value('dispBlanksAs', 'gap'),
    ),
    shape(fill('FFFFFF'), line(HAIRLINE, GRID_COLOR)),
  );
  return part('chart', `xl/charts/chart${number}.xml`, root);
}

function plot(kind: ChartDesign['kind'], series: readonly string[]): string {
  const axisIds = [value('axId', CATEGORY_AXIS), value('axId', VALUE_AXIS)];
  const colors = value('varyColors', false);
  if (kind === 'radar') {
    return element('c:radarChart', {}, value('radarStyle', 'marker'), colors, ...series, ...axisIds);
  }
  const direction = [value('barDir', 'bar'), value('grouping', 'clustered')];
  return element('c:barChart', {}, ...direction, colors, ...series, value('gapWidth', 60), ...axisIds);
}

function seriesXml(chart: ChartDesign, series: ChartSeries, index: number, sheet: string): string {
  const reference = (kind: 'c:strRef' | 'c:numRef', area: ChartSeries['values']): string =>
    element(kind, {}, element('c:f', {}, text(sheetReference(sheet, area))));
  return element(
    'c:ser',
    {},
    value('idx', index),
    value('order', index),
    element('c:tx', {}, reference('c:strRef', series.name)),
    ...(chart.kind === 'radar' ? radarLook(series, index) : barLook(series)),
    element('c:cat', {}, reference('c:strRef', chart.categories)),
    element('c:val', {}, reference('c:numRef', series.values)),
  );
}

function radarLook(series: ChartSeries, index: number): string[] {
  const symbol = MARKERS[index % MARKERS.length] ?? 'circle';
  return [
    shape(line(LINE_WIDTH, series.color, series.dashed)),
    element(
      'c:marker',
      {},
      value('symbol', symbol),
      value('size', 6),
      shape(fill(series.color), line(HAIRLINE, series.color)),
    ),
  ];
}

/** A dashed series is an outline, so that it differs from a full bar without its colour. */
function barLook(series: ChartSeries): string[] {
  const look = series.dashed
    ? shape(element('a:noFill'), line(LINE_WIDTH / 2, series.color, true))
    : shape(fill(series.color));
  return [look, value('invertIfNegative', false)];
}

function axes(chart: ChartDesign): string[] {
  const bar = chart.kind === 'bar';
  const ticks = (size: number): string[] => [
    value('majorTickMark', 'none'),
    value('minorTickMark', 'none'),
    value('tickLblPos', 'nextTo'),
    fontSize(size),
  ];
  const category = element(
    'c:catAx',
    {},
    value('axId', CATEGORY_AXIS),
    // Bars grow from the top down, in the order of the table.
    element('c:scaling', {}, value('orientation', bar ? 'maxMin' : 'minMax')),
    value('delete', false),
    value('axPos', bar ? 'l' : 'b'),
    ...(bar ? [] : [gridlines]),
    element('c:numFmt', { formatCode: 'General', sourceLinked: false }),
    ...ticks(900),
    value('crossAx', VALUE_AXIS),
    value('crosses', 'autoZero'),
    value('auto', true),
    value('lblAlgn', 'ctr'),
    value('lblOffset', 100),
    value('noMultiLvlLbl', false),
  );
  const values = element(
    'c:valAx',
    {},
    value('axId', VALUE_AXIS),
    element('c:scaling', {}, value('orientation', 'minMax'), value('max', chart.max), value('min', 0)),
    value('delete', false),
    value('axPos', bar ? 'b' : 'l'),
    gridlines,
    element('c:numFmt', { formatCode: '0', sourceLinked: false }),
    ...ticks(800),
    value('crossAx', CATEGORY_AXIS),
    // The category axis is upside down, so its far end is the bottom of the picture.
    value('crosses', bar ? 'max' : 'autoZero'),
    value('crossBetween', 'between'),
    value('majorUnit', 1),
  );
  return [category, values];
}

function titleXml(title: string): string {
  const run = { sz: 1200, b: true };
  const paragraph = element(
    'a:p',
    {},
    element('a:pPr', {}, element('a:defRPr', run)),
    element('a:r', {}, element('a:rPr', run), element('a:t', {}, text(title))),
  );
  const rich = element('c:rich', {}, element('a:bodyPr'), element('a:lstStyle'), paragraph);
  return element('c:title', {}, element('c:tx', {}, rich), value('overlay', false));
}

const value = (name: string, val: string | number | boolean): string => element(`c:${name}`, { val });
const fill = (color: string): string =>
  element('a:solidFill', {}, element('a:srgbClr', { val: color.toUpperCase() }));
const line = (width: number, color: string, dashed?: true): string =>
  element('a:ln', { w: width }, fill(color), ...(dashed ? [element('a:prstDash', { val: 'dash' })] : []));
const shape = (...look: readonly string[]): string => element('c:spPr', {}, ...look);

function fontSize(hundredths: number): string {
  const properties = element('a:pPr', {}, element('a:defRPr', { sz: hundredths }));
  const paragraph = element('a:p', {}, properties, element('a:endParaRPr', { lang: 'en-US' }));
  return element('c:txPr', {}, element('a:bodyPr'), element('a:lstStyle'), paragraph);
}

const gridlines = element('c:majorGridlines', {}, shape(line(HAIRLINE, GRID_COLOR)));
const legend = element('c:legend', {}, value('legendPos', 'b'), value('overlay', false), fontSize(900));
