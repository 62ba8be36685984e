import { withExcel } from './load-excel';
import type { ExcelForTests } from './load-excel';

let host: ExcelForTests;
beforeAll(async () => {
  host = await withExcel();
});
beforeEach(() => void host.reset());

const sheet1 = (context: Excel.RequestContext) => context.workbook.worksheets.getItem('Sheet1');

/** What a batch fails with. */
async function failure(batch: (context: Excel.RequestContext) => unknown) {
  return Excel.run(async (context) => {
    batch(context);
    await context.sync();
  }).then(
    () => null,
    (error: unknown) => error as OfficeExtension.Error,
  );
}

test('a batch stops at the first action that fails; what came before stays', async () => {
  const error = await failure((context) => {
    sheet1(context).getRange('A1').values = [[1]];
    context.workbook.worksheets.getItem('Nowhere').getRange('A1').values = [[2]];
    sheet1(context).getRange('A2').values = [[3]];
  });
  expect(error).toMatchObject({ name: 'RichApi.Error', code: 'ItemNotFound' });
  await Excel.run(async (context) => {
    const range = sheet1(context).getRange('A1:A2').load('values');
    await context.sync();
    expect(range.values).toEqual([[1], ['']]);
  });
});

test('the client names the statement that failed', async () => {
  const error = await failure((context) => {
    sheet1(context).getRange('A1').values = [[1]];
    sheet1(context).visibility = 'VeryHidden';
  });
  expect(error?.code).toBe('InvalidOperation');
  expect(error?.debugInfo.statement).toContain('visibility');
});

test.each([
  ['an address that is none', (c: Excel.RequestContext) => sheet1(c).getRange('?'), 'InvalidArgument'],
  ['a cell beyond the sheet', (c: Excel.RequestContext) => sheet1(c).getCell(-1, 0), 'InvalidArgument'],
  ['a colour that is none', (c: Excel.RequestContext) => (sheet1(c).tabColor = 'reddish'), 'InvalidArgument'],
  [
    'a sheet name with a slash',
    (c: Excel.RequestContext) => c.workbook.worksheets.add('a/b'),
    'InvalidArgument',
  ],
  [
    'a sheet name that is taken',
    (c: Excel.RequestContext) => c.workbook.worksheets.add('SHEET1'),
    'ItemAlreadyExists',
  ],
  ['deleting the only sheet', (c: Excel.RequestContext) => sheet1(c).delete(), 'InvalidOperation'],
])('%s is refused', async (_, batch, code) => {
  expect((await failure(batch))?.code).toBe(code);
});

test.each([
  ['a collection', (c: Excel.RequestContext) => c.workbook.pivotTables.refreshAll(), 'Workbook.pivotTables'],
  ['a method', (c: Excel.RequestContext) => sheet1(c).getRange('A1').calculate(), 'Range.calculate()'],
  [
    'a property that is loaded',
    (c: Excel.RequestContext) => sheet1(c).load('standardWidth'),
    'Worksheet.standardWidth',
  ],
  [
    'a property that is set',
    (c: Excel.RequestContext) => (sheet1(c).standardWidth = 3),
    'setting Worksheet.standardWidth',
  ],
  [
    'a property Excel does not have',
    (c: Excel.RequestContext) => sheet1(c).load('nonsense'),
    'Worksheet.nonsense',
  ],
])('what the host does not know is said loudly: %s', async (_, batch, member) => {
  const error = await failure(batch);
  expect(error?.code).toBe('SandboxNotImplemented');
  expect(error?.message).toContain(member);
});

test('below a null object everything is null, and setting it is refused', async () => {
  await Excel.run(async (context) => {
    const none = context.workbook.worksheets.getItemOrNullObject('Nowhere');
    const cell = none.getRange('A1').load('values');
    await context.sync();
    expect([none.isNullObject, cell.isNullObject]).toEqual([true, true]);
  });
  const error = await failure((c) => (c.workbook.worksheets.getItemOrNullObject('Nowhere').name = 'x'));
  expect(error?.code).toBe('InvalidArgument');
});

test('a range that was kept follows its cells, and is released after the run', async () => {
  await Excel.run(async (context) => {
    const range = sheet1(context).getRange('A5');
    range.values = [['here']];
    await context.sync();
    sheet1(context).getRange('1:2').insert('Down');
    range.load('address,values');
    await context.sync();
    expect([range.address, range.values]).toEqual(['Sheet1!A7', [['here']]]);
    expect(host.book.references.size).toBeGreaterThan(0);
  });
  await host.eventsHandled();
  expect(host.book.references.size).toBe(0);
});

test('a path over a released reference is a null object', async () => {
  const context = new Excel.RequestContext();
  const range = sheet1(context).getRange('A1');
  context.trackedObjects.add(range);
  range.load('values');
  await context.sync();
  host.book.references.releaseAll();
  range.load('values');
  await context.sync();
  expect(range.isNullObject).toBe(true);
});

test('syncs and their actions are counted; what the client releases afterwards is not', async () => {
  await Excel.run(async (context) => {
    const cell = sheet1(context).getRange('A1');
    cell.values = [[1]];
    cell.format.font.bold = true;
    await context.sync();
  });
  await host.eventsHandled();
  expect(host.counters).toMatchObject({ requests: 1, cleanUps: 1 });
  expect(host.counters.actions).toHaveLength(1);
  expect(host.counters.actions[0]).toBeGreaterThan(2);
});

test('a fresh workbook knows nothing of the last', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.add('Extra');
    await context.sync();
  });
  host.reset();
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    expect(worksheets.items.map(({ name }) => name)).toEqual(['Sheet1']);
  });
});

test('a sheet made, filled and deleted in one batch leaves nothing', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Short');
    sheet.getRange('A1:B2').values = [
      [1, 2],
      [3, '=A1'],
    ];
    sheet.delete();
    sheet1(context).getRange('A1').values = [[1]];
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    expect(worksheets.items).toHaveLength(1);
  });
});
