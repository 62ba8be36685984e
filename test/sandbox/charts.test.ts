import { withExcel } from './load-excel';
import type { ExcelForTests } from './load-excel';

let host: ExcelForTests;
beforeAll(async () => {
  host = await withExcel();
});
beforeEach(async () => {
  host.reset();
  await onSheet(async (sheet, sync) => {
    sheet.getRange('A1:C4').values = [
      ['Domain', 'You', 'Target'],
      ['One', 1, 3],
      ['Two', 2, 3],
      ['Three', 3, 4],
    ];
    await sync();
  });
});

async function onSheet<T>(batch: (sheet: Excel.Worksheet, sync: () => Promise<unknown>) => Promise<T>) {
  return Excel.run((context) => batch(context.workbook.worksheets.getItem('Sheet1'), () => context.sync()));
}
/** What the grid draws of the only chart. */
function drawn() {
  const { getters } = host.book.model;
  const sheetId = host.book.sheetIds[0] ?? '';
  const [id = ''] = getters.getChartIds(sheetId);
  return getters.getChartDefinition(id);
}

test('a chart over a table finds its series, their names and the categories', async () => {
  await onSheet(async (sheet, sync) => {
    const chart = sheet.charts.add('RadarMarkers', sheet.getRange('A1:C4'), 'Columns');
    chart.name = 'radar';
    chart.title.text = 'Levels';
    chart.series.load('items/name');
    chart.load('name,chartType');
    chart.title.load('text');
    await sync();
    expect(chart.series.items.map(({ name }) => name)).toEqual(['You', 'Target']);
    expect([chart.name, chart.chartType, chart.title.text]).toEqual(['radar', 'RadarMarkers', 'Levels']);
  });
  expect(drawn()).toMatchObject({
    type: 'radar',
    title: { text: 'Levels' },
    dataSource: { dataSets: [{ dataRange: 'B2:B4' }, { dataRange: 'C2:C4' }], labelRange: 'Sheet1!A2:A4' },
    dataSetStyles: { 0: { label: 'You' }, 1: { label: 'Target' } },
  });
});

test('series are added, named after cells, coloured and taken away', async () => {
  await onSheet(async (sheet, sync) => {
    const chart = sheet.charts.add('BarClustered', sheet.getRange('B2:B4'), 'Columns');
    const first = chart.series.getItemAt(0);
    first.name = '=Sheet1!$B$1';
    first.setXAxisValues(sheet.getRange('A2:A4'));
    first.format.fill.setSolidColor('#1F6F78');
    const second = chart.series.add('Target');
    second.setValues(sheet.getRange('C2:C4'));
    second.format.line.color = '#aa0000';
    second.format.line.lineStyle = 'Dash';
    second.format.line.load('color,lineStyle');
    chart.series.load('items/name');
    const count = chart.series.getCount();
    await sync();
    expect([count.value, chart.series.items.map(({ name }) => name)]).toEqual([2, ['You', 'Target']]);
    expect(second.format.line.toJSON()).toMatchObject({ color: '#AA0000', lineStyle: 'Dash' });
  });
  const definition = drawn();
  expect(definition).toMatchObject({ type: 'bar', horizontal: true });
  expect(Object.values((definition as { dataSetStyles: object }).dataSetStyles)).toEqual([
    { label: 'You', backgroundColor: '#1F6F78' },
    { label: 'Target', backgroundColor: '#AA0000' },
  ]);
  await onSheet(async (sheet, sync) => {
    const { series } = sheet.charts.getItemAt(0);
    series.getItemAt(1).delete();
    const left = series.getCount();
    await sync();
    expect(left.value).toBe(1);
  });
});

test('a series follows the cell it is named after', async () => {
  await onSheet(async (sheet, sync) => {
    const chart = sheet.charts.add('BarClustered', sheet.getRange('B2:B4'), 'Columns');
    chart.series.getItemAt(0).name = '=Sheet1!$B$1';
    await sync();
    sheet.getRange('1:1').insert('Down');
    sheet.getRange('B2').values = [['Us']];
    await sync();
    const name = sheet.charts.getItemAt(0).series.getItemAt(0).load('name');
    await sync();
    expect(name.name).toBe('Us');
  });
  expect(Object.values((drawn() as { dataSetStyles: object }).dataSetStyles)).toEqual([{ label: 'Us' }]);
});

test('axes, legend and place read back', async () => {
  await onSheet(async (sheet, sync) => {
    const chart = sheet.charts.add('BarClustered', sheet.getRange('A1:C4'));
    Object.assign(chart.axes.valueAxis, { minimum: 0, maximum: 5, majorUnit: 1 });
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.legend.position = 'Right';
    chart.setPosition('E2', 'G11');
    chart.axes.valueAxis.load('minimum,maximum,majorUnit');
    chart.axes.categoryAxis.load('reversePlotOrder');
    chart.legend.load('position,visible');
    chart.load('left,top,width,height');
    await sync();
    expect(chart.axes.valueAxis.toJSON()).toMatchObject({ minimum: 0, maximum: 5, majorUnit: 1 });
    expect(chart.axes.categoryAxis.reversePlotOrder).toBe(true);
    expect(chart.legend.toJSON()).toMatchObject({ position: 'Right', visible: true });
    const before = { left: chart.left, top: chart.top };
    chart.left = 10;
    chart.width = 300;
    chart.legend.visible = false;
    chart.load('left,top,width,height');
    await sync();
    expect([chart.left, chart.top, chart.width]).toEqual([10, before.top, 300]);
    expect(before.left).toBeGreaterThan(100);
  });
  expect(drawn()).toMatchObject({ axesDesign: { x: { min: 0, max: 5 } }, legendPosition: 'none' });
});

test('charts are found by name, and gone when deleted by anyone', async () => {
  await onSheet(async (sheet, sync) => {
    sheet.charts.add('RadarMarkers', sheet.getRange('A1:C4')).name = 'one';
    sheet.charts.add('RadarMarkers', sheet.getRange('A1:C4')).name = 'two';
    const found = sheet.charts.getItemOrNullObject('two').load('name');
    const none = sheet.charts.getItemOrNullObject('three');
    sheet.charts.load('items/name');
    await sync();
    expect([found.name, none.isNullObject]).toEqual(['two', true]);
    expect(sheet.charts.items.map(({ name }) => name)).toEqual(['one', 'two']);
    sheet.charts.getItem('one').delete();
    const count = sheet.charts.getCount();
    await sync();
    expect(count.value).toBe(1);
    const sheetId = host.book.sheetIds[0] ?? '';
    const [figure] = host.book.model.getters.getFigures(sheetId);
    host.book.model.dispatch('DELETE_FIGURE', { sheetId, figureId: figure?.id ?? '' });
    const left = sheet.charts.getCount();
    await sync();
    expect(left.value).toBe(0);
  });
});

test('kinds of charts the sandbox does not draw are refused aloud', async () => {
  await onSheet(async (sheet, sync) => {
    sheet.charts.add('Waterfall', sheet.getRange('A1:C4'));
    await expect(sync()).rejects.toMatchObject({ code: 'SandboxNotImplemented' });
  });
});
