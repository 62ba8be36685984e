import { areaAddress, cellAddress } from '../../src/workbook/address';
import { pointsOfWidth } from '../../src/excel/draw-styles';
import type { CellStyle, SheetDesign, SheetId } from '../../src/workbook/design';
import { jspDesign } from '../oracles/design';
import { designFor, inExcel, openInserting } from './open-excel';

const design = jspDesign();
const designed = (id: SheetId): SheetDesign => {
  const sheet = design.sheets.find((candidate) => candidate.id === id);
  if (!sheet) throw new Error(id);
  return sheet;
};
const visible = design.sheets.filter(({ veryHidden }) => !veryHidden);

beforeAll(async () => {
  await openInserting({ design: designFor });
});

/** Every tenth cell and every cell whose style no earlier cell has. */
function sampled({ cells }: SheetDesign) {
  const seen = new Set<string>();
  return cells.filter(({ style }, i) => {
    const key = JSON.stringify(style);
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh || i % 10 === 0;
  });
}

const looks = ({
  bold,
  italic,
  size,
  color,
  fill,
  horizontal,
  vertical,
  wrap,
  unlocked,
  numberFormat,
  border,
}: CellStyle) => ({
  bold: bold === true,
  italic: italic === true,
  size: size ?? design.font.size,
  name: design.font.name,
  color: `#${color ?? design.font.color}`,
  fill: `#${fill ?? 'FFFFFF'}`,
  horizontal: { left: 'Left', center: 'Center', right: 'Right', none: 'General' }[horizontal ?? 'none'],
  vertical: { top: 'Top', center: 'Center', none: 'Bottom' }[vertical ?? 'none'],
  wrap: wrap === true,
  locked: unlocked !== true,
  numberFormat: numberFormat ?? 'General',
  bottomLine: border === undefined ? 'any' : 'Continuous',
});

it.each(visible.map(({ id }) => id))('gives the cells of %s their looks', async (id) => {
  const sheetDesign = designed(id);
  const cells = sampled(sheetDesign);
  const found = await inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetDesign.name);
    const ranges = cells.map(({ row, column }) => {
      const range = sheet.getRange(cellAddress(row, column));
      const line = range.format.borders.getItem('EdgeBottom').load('style');
      range.load('numberFormat');
      range.format.load('horizontalAlignment,verticalAlignment,wrapText');
      range.format.font.load('bold,italic,size,name,color');
      range.format.fill.load('color');
      range.format.protection.load('locked');
      return { range, line };
    });
    await context.sync();
    return ranges.map(({ range: { format, numberFormat }, line }, i) => ({
      bold: format.font.bold,
      italic: format.font.italic,
      size: format.font.size,
      name: format.font.name,
      color: format.font.color.toUpperCase(),
      fill: format.fill.color.toUpperCase(),
      horizontal: format.horizontalAlignment,
      vertical: format.verticalAlignment,
      wrap: format.wrapText,
      locked: format.protection.locked,
      numberFormat: (numberFormat as unknown[][])[0]?.[0],
      bottomLine: cells[i]?.style.border === undefined ? 'any' : line.style,
    }));
  });
  expect(found).toEqual(cells.map(({ style }) => looks(style)));
});

it('gives columns and rows their sizes', async () => {
  const sheetDesign = designed('assessment');
  const [widths, heights] = await inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetDesign.name);
    const columns = sheetDesign.columns.map((_, i) =>
      sheet.getRange(cellAddress(0, i)).format.load('columnWidth'),
    );
    const rows = sheetDesign.rowHeights.map(({ row }) =>
      sheet.getRange(cellAddress(row, 0)).format.load('rowHeight'),
    );
    await context.sync();
    return [columns.map(({ columnWidth }) => columnWidth), rows.map(({ rowHeight }) => rowHeight)];
  });
  sheetDesign.columns.forEach(({ width }, i) => expect(widths[i]).toBeCloseTo(pointsOfWidth(width), 0));
  sheetDesign.rowHeights.forEach(({ points }, i) => expect(heights[i]).toBeCloseTo(points, 0));
});

it('keeps the order of conditional formats, the first on top', async () => {
  const { name, conditionalFormats } = designed('assessment');
  const level = conditionalFormats.filter(({ area }) => area.column === 4);
  const found = await inExcel(async (context) => {
    const range = context.workbook.worksheets
      .getItem(name)
      .getRange(areaAddress(level[0]?.area ?? conditionalFormats[0]!.area));
    const formats = range.conditionalFormats.load(
      'items/priority,items/stopIfTrue,items/custom/rule/formula',
    );
    await context.sync();
    return [...formats.items].sort((a, b) => a.priority - b.priority);
  });
  expect(found.map(({ custom }) => custom.rule.formula)).toEqual(level.map(({ formula }) => formula));
  expect(found.every(({ stopIfTrue }) => stopIfTrue)).toBe(true);
});

it('draws every rule for typing with its words', async () => {
  for (const { name, validations } of visible) {
    const found = await inExcel(async (context) => {
      const loaded = validations.map(({ area }) =>
        context.workbook.worksheets
          .getItem(name)
          .getRange(areaAddress(area))
          .dataValidation.load('rule,type,errorAlert,prompt'),
      );
      await context.sync();
      return loaded.map(({ type, errorAlert, prompt }) => [type, errorAlert.message, prompt.message || null]);
    });
    const types = { list: 'List', textLength: 'TextLength', date: 'Date' } as const;
    expect(found).toEqual(
      validations.map(({ rule, error, prompt }) => [types[rule.kind], error.text, prompt?.text ?? null]),
    );
  }
});

it('freezes panes, filters, hides grid lines and sets up the paper', async () => {
  const { name, print } = designed('assessment');
  const seen = await inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name).load('showGridlines,tabColor');
    const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
    const filter = sheet.autoFilter.load('enabled');
    const page = sheet.pageLayout.load('orientation,zoom');
    await context.sync();
    return [
      sheet.showGridlines,
      frozen.address.split('!')[1],
      filter.enabled,
      page.orientation,
      page.zoom.horizontalFitToPages,
    ];
  });
  expect(seen).toEqual([false, 'A1:C6', true, print.landscape ? 'Landscape' : 'Portrait', 1]);
});

it('draws the charts over their cells', async () => {
  const { name, charts } = designed('scorecard');
  const found = await inExcel(async (context) => {
    const loaded = context.workbook.worksheets.getItem(name).charts.load('items/name,items/chartType');
    await context.sync();
    const details = loaded.items.map((chart) => {
      chart.title.load('text');
      chart.axes.valueAxis.load('minimum,maximum,majorUnit');
      chart.series.load('items/name');
      return chart;
    });
    await context.sync();
    return details.map(({ name: id, chartType, title, axes, series }) => ({
      id,
      chartType,
      title: title.text,
      axis: [axes.valueAxis.minimum, axes.valueAxis.maximum, axes.valueAxis.majorUnit],
      series: series.items.length,
    }));
  });
  const types = { radar: 'RadarMarkers', bar: 'BarClustered' } as const;
  expect(found).toEqual(
    charts.map(({ id, kind, title, max, series }) => ({
      id,
      chartType: types[kind],
      title,
      axis: [0, max, 1],
      series: series.length,
    })),
  );
});
