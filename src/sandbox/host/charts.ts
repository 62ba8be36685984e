import type { ChartDefinition } from '@odoo/o-spreadsheet';
import { invalidArgument, itemNotFound, notImplemented } from './api-error';
import type { Area } from './area';
import { shifted } from './area';
import type { Book } from './book';
import { cellText } from './cell-content';
import type { ChartNotes, NameCell } from './chart-notes';
import { newChart, newSeries } from './chart-notes';
import { mayDo } from './protection';
import { seriesIn } from './chart-source';

type Radar = Extract<ChartDefinition, { type: 'radar' }>;
type RangeSource = Extract<Radar['dataSource'], { type: 'range' }>;
type LegendPosition = Radar['legendPosition'];

const drawnTypes = ['Radar', 'RadarMarkers', 'RadarFilled', 'BarClustered', 'ColumnClustered'];
/** Points of a chart that was only added. */
const initialSize = { width: 360, height: 216 };
export const pixelsPerPoint = 96 / 72;

export function chartNotes(book: Book, sheetId: string, id: string): ChartNotes {
  const chart = book.notes(sheetId).charts.get(id);
  if (chart === undefined || book.engine.getters.getFigure(sheetId, id) === undefined) throw itemNotFound();
  return chart;
}

/** Ids of the sheet's charts, oldest first; those a person deleted in the grid are gone. */
export const chartIds = (book: Book, sheetId: string): string[] =>
  [...book.notes(sheetId).charts.keys()].filter(
    (id) => book.engine.getters.getFigure(sheetId, id) !== undefined,
  );

/** Adds a chart over a source range: series and categories are found in it as Excel finds them. */
export function addChart(
  book: Book,
  sheetId: string,
  type: unknown,
  source: Area,
  seriesBy: unknown,
): string {
  if (typeof type !== 'string' || !drawnTypes.includes(type))
    throw notImplemented(`charts of type ${String(type)}`);
  const notes = book.notes(sheetId);
  mayDo(notes, 'allowEditObjects');
  const id = book.engine.model.uuidGenerator.uuidv4();
  const chart = newChart(id, `Chart ${notes.charts.size + 1}`, type);
  const found = seriesIn(book, sheetId, source, seriesBy);
  const ranges = found.series.map(({ values }) => book.fullAddress(sheetId, values));
  chart.series = found.series.map(({ name }, index) =>
    newSeries(book.engine.model.uuidGenerator.uuidv4(), name ?? `Series${index + 1}`),
  );
  notes.charts.set(id, chart);
  const dataSets = chart.series.map((series, index) => ({
    dataSetId: series.id,
    dataRange: ranges[index] ?? '',
  }));
  const dataSource: RangeSource = {
    type: 'range',
    dataSets,
    dataSetsHaveTitle: false,
    ...(found.categories && { labelRange: book.fullAddress(sheetId, found.categories) }),
  };
  book.engine.dispatch('CREATE_CHART', {
    sheetId,
    chartId: id,
    figureId: id,
    col: 0,
    row: 0,
    offset: { x: 0, y: 0 },
    size: { width: initialSize.width * pixelsPerPoint, height: initialSize.height * pixelsPerPoint },
    definition: definition(book, chart, dataSource),
  });
  return id;
}

export function deleteChart(book: Book, sheetId: string, id: string): void {
  mayDo(book.notes(sheetId), 'allowEditObjects');
  book.engine.dispatch('DELETE_FIGURE', { sheetId, figureId: id });
  book.notes(sheetId).charts.delete(id);
}

/** Changes a chart's notes and draws it again. */
export function changeChart(
  book: Book,
  sheetId: string,
  id: string,
  change: (chart: ChartNotes) => void,
): void {
  mayDo(book.notes(sheetId), 'allowEditObjects');
  const chart = chartNotes(book, sheetId, id);
  change(chart);
  redraw(book, sheetId, chart, sourceOf(book, id));
}

/** Gives a series its values; a series has none until then. */
export function setSeriesValues(
  book: Book,
  sheetId: string,
  id: string,
  seriesId: string,
  range: string,
): void {
  mayDo(book.notes(sheetId), 'allowEditObjects');
  const source = sourceOf(book, id);
  const dataSets = [
    ...source.dataSets.filter(({ dataSetId }) => dataSetId !== seriesId),
    { dataSetId: seriesId, dataRange: range },
  ];
  redraw(book, sheetId, chartNotes(book, sheetId, id), { ...source, dataSets });
}

/** Gives the chart its categories: the engine has one set for all series. */
export function setCategories(book: Book, sheetId: string, id: string, range: string): void {
  mayDo(book.notes(sheetId), 'allowEditObjects');
  redraw(book, sheetId, chartNotes(book, sheetId, id), { ...sourceOf(book, id), labelRange: range });
}

/** A series' name as it was given: text, or `=Sheet!$A$1` for the text of a cell. */
export function parseName(book: Book, sheetId: string, given: string): string | NameCell {
  if (!given.startsWith('=')) return given;
  const { sheetId: at, area } = book.resolve(given, sheetId);
  return { sheetId: at, row: area.top, col: area.left };
}

/** The text a series' name stands for; nothing where its sheet is gone. */
export function seriesName(book: Book, name: string | NameCell): string {
  if (typeof name === 'string') return name;
  return book.hasSheet(name.sheetId) ? cellText(book.engine.getters, name) : '';
}

export function sourceOf(book: Book, id: string): RangeSource {
  const { dataSource } = book.engine.getters.getChartDefinition(id) as Radar;
  if (dataSource.type !== 'range') throw invalidArgument();
  return dataSource;
}

/** Draws charts again whose series are named after cells that say something else by now. */
export function followSeriesNames(book: Book): void {
  for (const sheetId of book.sheetIds)
    for (const id of chartIds(book, sheetId)) {
      const chart = chartNotes(book, sheetId, id);
      const drawn = (book.engine.getters.getChartDefinition(id) as Radar).dataSetStyles;
      const stale = chart.series.some(
        (series) => (drawn[series.id]?.label ?? '') !== seriesName(book, series.name),
      );
      if (stale) redraw(book, sheetId, chart, sourceOf(book, id));
    }
}

/** Series named after cells follow them when rows or columns move. */
export function moveSeriesNames(
  book: Book,
  sheetId: string,
  dimension: 'ROW' | 'COL',
  at: number,
  count: number,
): void {
  for (const home of book.sheetIds)
    for (const { series } of book.notes(home).charts.values())
      for (const each of series) {
        const { name } = each;
        if (typeof name === 'string' || name.sheetId !== sheetId) continue;
        const cell = { top: name.row, bottom: name.row, left: name.col, right: name.col };
        const area = shifted(cell, dimension, at, count);
        each.name = area === null ? '' : { sheetId, row: area.top, col: area.left };
      }
}

function redraw(book: Book, sheetId: string, chart: ChartNotes, source: RangeSource): void {
  const order = new Map(chart.series.map(({ id }, index) => [id, index]));
  const dataSets = source.dataSets
    .filter(({ dataSetId }) => order.has(dataSetId))
    .sort((a, b) => (order.get(a.dataSetId) ?? 0) - (order.get(b.dataSetId) ?? 0));
  book.engine.dispatch('UPDATE_CHART', {
    sheetId,
    chartId: chart.id,
    figureId: chart.id,
    definition: definition(book, chart, { ...source, dataSets }),
  });
}

function definition(book: Book, chart: ChartNotes, dataSource: RangeSource): ChartDefinition {
  const { minimum, maximum } = chart.valueAxis;
  const shared = {
    dataSource,
    title: { text: chart.titleVisible ? chart.title : '' },
    legendPosition: legend(chart),
    stacked: false,
    dataSetStyles: Object.fromEntries(
      chart.series.map((series) => {
        const color = series.fill || series.lineColor;
        const label = seriesName(book, series.name);
        return [series.id, { ...(label !== '' && { label }), ...(color && { backgroundColor: color }) }];
      }),
    ),
  };
  if (chart.type.startsWith('Radar'))
    return {
      ...shared,
      dataSetStyles: { ...shared.dataSetStyles, ...byPlace(shared.dataSetStyles) },
      type: 'radar',
      fillArea: chart.type === 'RadarFilled',
      hideDataMarkers: chart.type === 'Radar',
    };
  const horizontal = chart.type === 'BarClustered';
  const axis = { ...(minimum !== '' && { min: minimum }), ...(maximum !== '' && { max: maximum }) };
  return { ...shared, type: 'bar', horizontal, axesDesign: horizontal ? { x: axis } : { y: axis } };
}

/** The engine looks for the names of a radar's series under their place, not under their id. */
const byPlace = (styles: Radar['dataSetStyles']): Radar['dataSetStyles'] =>
  Object.fromEntries(Object.values(styles).map(({ label }, place) => [place, label ? { label } : {}]));

const legend = (chart: ChartNotes): LegendPosition => {
  const positions: Readonly<Record<string, LegendPosition>> = {
    Top: 'top',
    Bottom: 'bottom',
    Left: 'left',
    Right: 'right',
  };
  return chart.legendVisible ? (positions[chart.legendPosition] ?? 'right') : 'none';
};
