import { withExcel } from './load-excel';
import type { ExcelForTests } from './load-excel';

let host: ExcelForTests;
beforeAll(async () => {
  host = await withExcel();
});
beforeEach(() => void host.reset());

const names = async (context: Excel.RequestContext) => {
  const { worksheets } = context.workbook;
  worksheets.load('items/name,items/position');
  await context.sync();
  return worksheets.items.map(({ name }) => name);
};

test('sheets are added at the end and found by name in any case, by id, by place', async () => {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const added = worksheets.add('Data');
    added.load('id,name,position,visibility');
    const unnamed = worksheets.add().load('name');
    const count = worksheets.getCount();
    await context.sync();
    expect(added).toMatchObject({ name: 'Data', position: 1, visibility: 'Visible' });
    expect([unnamed.name, count.value]).toEqual(['Sheet3', 3]);
    const found = [
      worksheets.getItem('DATA'),
      worksheets.getItem(added.id),
      worksheets.getItemOrNullObject('Data'),
    ];
    for (const sheet of found) sheet.load('id');
    const first = worksheets.getFirst().load('name');
    await context.sync();
    expect(found.map(({ id }) => id)).toEqual([added.id, added.id, added.id]);
    expect(first.name).toBe('Sheet1');
  });
});

test('a renamed sheet keeps its id, and formulas follow it', async () => {
  await Excel.run(async (context) => {
    const data = context.workbook.worksheets.add('Data');
    data.getRange('A1').values = [[5]];
    const cell = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
    cell.formulas = [['=Data!A1*2']];
    data.name = 'New name';
    cell.load('values,formulas');
    await context.sync();
    expect([cell.values, cell.formulas]).toEqual([[[10]], [["='New name'!A1*2"]]]);
  });
});

test('sheets move, hide and come back; the last visible one stays', async () => {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const data = worksheets.add('Data');
    data.position = 0;
    data.visibility = 'VeryHidden';
    data.load('visibility');
    const visible = worksheets.getCount(true);
    await context.sync();
    expect([data.visibility, visible.value]).toEqual(['VeryHidden', 1]);
    expect(await names(context)).toEqual(['Data', 'Sheet1']);
    worksheets.getItem('Sheet1').visibility = 'Hidden';
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidOperation' });
    data.visibility = 'Visible';
    data.load('visibility');
    await context.sync();
    expect(data.visibility).toBe('Visible');
  });
});

test('a very hidden sheet cannot be deleted, a visible one can', async () => {
  await Excel.run(async (context) => {
    const data = context.workbook.worksheets.add('Data');
    data.visibility = 'VeryHidden';
    data.delete();
    await expect(context.sync()).rejects.toMatchObject({ code: 'AccessDenied' });
    data.visibility = 'Visible';
    data.delete();
    expect(await names(context)).toEqual(['Sheet1']);
  });
});

test('tab colour, grid lines and frozen panes read back, and the grid has them', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.tabColor = '#1f6f78';
    sheet.showGridlines = false;
    sheet.freezePanes.freezeAt(sheet.getRange('A1:B3'));
    const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
    sheet.load('tabColor,showGridlines,id');
    await context.sync();
    expect([sheet.tabColor, sheet.showGridlines, frozen.address]).toEqual(['#1F6F78', false, 'Sheet1!A1:B3']);
    const { getters } = host.book.model;
    expect(getters.getPaneDivisions(sheet.id)).toEqual({ xSplit: 2, ySplit: 3 });
    expect(getters.getSheet(sheet.id)).toMatchObject({ color: '#1F6F78', areGridLinesVisible: false });
    sheet.freezePanes.freezeRows(2);
    const rows = sheet.freezePanes.getLocationOrNullObject().load('address');
    await context.sync();
    expect(rows.address).toBe('Sheet1!1:2');
    sheet.freezePanes.unfreeze();
    const none = sheet.freezePanes.getLocationOrNullObject();
    await context.sync();
    expect(none.isNullObject).toBe(true);
  });
});

test('a range is selected, on whatever sheet, and that sheet comes into view', async () => {
  await Excel.run(async (context) => {
    const data = context.workbook.worksheets.add('Data');
    data.getRange('B2:C3').select();
    const selected = context.workbook.getSelectedRange().load('address');
    const cell = context.workbook.getActiveCell().load('address');
    const active = context.workbook.worksheets.getActiveWorksheet().load('name');
    await context.sync();
    expect([selected.address, cell.address, active.name]).toEqual(['Data!B2:C3', 'Data!B2', 'Data']);
    context.workbook.worksheets.getItem('Sheet1').activate();
    const now = context.workbook.worksheets.getActiveWorksheet().load('name');
    await context.sync();
    expect(now.name).toBe('Sheet1');
  });
});

test('filter buttons stand on the range, and the sheet knows it', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const before = sheet.autoFilter.getRangeOrNullObject();
    sheet.getRange('A1:B3').values = [
      ['a', 'b'],
      [1, 2],
      [3, 4],
    ];
    sheet.autoFilter.apply('A1:B3');
    const range = sheet.autoFilter.getRangeOrNullObject().load('address');
    sheet.autoFilter.load('enabled');
    sheet.load('id');
    await context.sync();
    expect([before.isNullObject, range.address, sheet.autoFilter.enabled]).toEqual([
      true,
      'Sheet1!A1:B3',
      true,
    ]);
    expect(host.book.model.getters.getFilters(sheet.id)).toHaveLength(2);
  });
});

test('the page layout reads back as it was set', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const page = sheet.pageLayout;
    page.orientation = 'Landscape';
    page.zoom = { horizontalFitToPages: 1 };
    page.centerHorizontally = true;
    page.setPrintArea(sheet.getRange('A1:D20'));
    page.setPrintTitleRows('$1:$2');
    page.headersFooters.defaultForAllPages.leftFooter = '&A';
    page.headersFooters.defaultForAllPages.centerHeader = 'Title';
    page.load('orientation,zoom,centerHorizontally');
    const { defaultForAllPages } = page.headersFooters;
    defaultForAllPages.load('leftFooter,centerHeader,rightFooter');
    const area = page.getPrintAreaOrNullObject().load('address');
    const titles = page.getPrintTitleRowsOrNullObject().load('address');
    const columns = page.getPrintTitleColumnsOrNullObject();
    await context.sync();
    expect(page.toJSON()).toMatchObject({
      orientation: 'Landscape',
      zoom: { horizontalFitToPages: 1 },
      centerHorizontally: true,
    });
    expect(defaultForAllPages.toJSON()).toMatchObject({
      leftFooter: '&A',
      centerHeader: 'Title',
      rightFooter: '',
    });
    expect([area.address, titles.address, columns.isNullObject]).toEqual([
      'Sheet1!A1:D20',
      'Sheet1!1:2',
      true,
    ]);
    page.zoom = { scale: 50, horizontalFitToPages: 1 };
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});

test('calculation mode reads back, and suspending it is taken', async () => {
  await Excel.run(async (context) => {
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    context.application.calculationMode = 'Manual';
    context.application.load('calculationMode');
    await context.sync();
    expect(context.application.calculationMode).toBe('Manual');
  });
});
