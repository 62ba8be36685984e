import type { ChartDesign } from '../../workbook/design';
import { part, RELATIONSHIPS, relationship, type Part } from './part';
import { element } from './xml';

const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const SHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';

/** The drawing of one sheet: a frame for each chart, with its name and the text for people who do not see it (ISO/IEC 29500-1 20.5). */
export function drawingPart(number: number, charts: readonly ChartDesign[], firstChart: number): Part {
  const namespaces = { 'xmlns:xdr': SHEET_DRAWING, 'xmlns:a': MAIN, 'xmlns:r': RELATIONSHIPS };
  const root = element('xdr:wsDr', namespaces, ...charts.map(frame));
  const relationships = charts.map((_, i) =>
    relationship(i + 1, 'chart', `../charts/chart${firstChart + i}.xml`),
  );
  return part('drawing', `xl/drawings/drawing${number}.xml`, root, relationships);
}

function frame(chart: ChartDesign, index: number): string {
  const { row, column, rows, columns } = chart.place;
  // Shape ids count from 2: 1 is the drawing itself.
  const identity = { id: index + 2, name: chart.id, descr: chart.description };
  const graphicFrame = element(
    'xdr:graphicFrame',
    { macro: '' },
    element('xdr:nvGraphicFramePr', {}, element('xdr:cNvPr', identity), element('xdr:cNvGraphicFramePr')),
    element('xdr:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', { cx: 0, cy: 0 })),
    element(
      'a:graphic',
      {},
      element(
        'a:graphicData',
        { uri: CHART },
        element('c:chart', { 'xmlns:c': CHART, 'r:id': `rId${index + 1}` }),
      ),
    ),
  );
  return element(
    'xdr:twoCellAnchor',
    {},
    corner('xdr:from', row, column),
    corner('xdr:to', row + rows, column + columns),
    graphicFrame,
    element('xdr:clientData'),
  );
}

function corner(name: string, row: number, column: number): string {
  const coordinates = [
    ['xdr:col', column],
    ['xdr:colOff', 0],
    ['xdr:row', row],
    ['xdr:rowOff', 0],
  ] as const;
  return element(name, {}, ...coordinates.map(([tag, value]) => element(tag, {}, String(value))));
}
