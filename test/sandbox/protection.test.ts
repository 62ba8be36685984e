import { withExcel } from './load-excel';
import type { ExcelForTests } from './load-excel';

let host: ExcelForTests;
beforeAll(async () => {
  host = await withExcel();
});
beforeEach(async () => {
  host.reset();
  await onSheet(async (sheet, sync) => {
    sheet.getRange('A1:B5').values = Array.from({ length: 5 }, (_, i) => [i, `text ${i}`]);
    sheet.getRange('B1:B5').format.protection.locked = false;
    await sync();
  });
});

async function onSheet<T>(batch: (sheet: Excel.Worksheet, sync: () => Promise<unknown>) => Promise<T>) {
  return Excel.run((context) => batch(context.workbook.worksheets.getItem('Sheet1'), () => context.sync()));
}
const protect = (options: Excel.WorksheetProtectionOptions = {}) =>
  onSheet(async (sheet, sync) => {
    sheet.protection.protect(options);
    await sync();
  });
const code = (batch: (sheet: Excel.Worksheet) => unknown) =>
  onSheet(async (sheet, sync) => {
    batch(sheet);
    await sync();
  }).then(
    () => 'done',
    (error: unknown) => (error as OfficeExtension.Error).code,
  );

test('protection and its options read back', async () => {
  await protect({ allowSort: true, allowFormatRows: true });
  await onSheet(async (sheet, sync) => {
    sheet.protection.load('protected,options');
    await sync();
    expect(sheet.protection.protected).toBe(true);
    expect(sheet.protection.options).toMatchObject({
      allowSort: true,
      allowFormatRows: true,
      allowFormatCells: false,
    });
  });
  expect(await code((sheet) => sheet.protection.unprotect())).toBe('done');
  await onSheet(async (sheet, sync) => {
    sheet.protection.load('protected');
    await sync();
    expect(sheet.protection.protected).toBe(false);
  });
});

test.each<[string, string, (sheet: Excel.Worksheet) => unknown]>([
  ['writing an unlocked cell', 'done', (sheet) => (sheet.getRange('B2').values = [['new']])],
  ['writing a locked cell', 'AccessDenied', (sheet) => (sheet.getRange('A2').values = [[9]])],
  ['writing both at once', 'AccessDenied', (sheet) => (sheet.getRange('A2:B2').values = [[9, 9]])],
  ['clearing a locked cell', 'AccessDenied', (sheet) => sheet.getRange('A2').clear('Contents')],
  ['a colour', 'AccessDenied', (sheet) => (sheet.getRange('B2').format.fill.color = '#FF0000')],
  ['a column width', 'AccessDenied', (sheet) => (sheet.getRange('B:B').format.columnWidth = 99)],
  ['unlocking cells', 'AccessDenied', (sheet) => (sheet.getRange('A2').format.protection.locked = false)],
  ['a validation', 'AccessDenied', (sheet) => sheet.getRange('B2').dataValidation.clear()],
  ['a conditional format', 'AccessDenied', (sheet) => sheet.getRange('B2').conditionalFormats.add('Custom')],
  ['merging', 'AccessDenied', (sheet) => sheet.getRange('B1:B2').merge()],
  ['deleting rows', 'AccessDenied', (sheet) => sheet.getRange('2:2').delete('Up')],
  ['inserting rows', 'AccessDenied', (sheet) => sheet.getRange('2:2').insert('Down')],
  ['a filter', 'AccessDenied', (sheet) => sheet.autoFilter.apply('A1:B5')],
  ['protecting again', 'AccessDenied', (sheet) => sheet.protection.protect()],
  ['renaming the sheet', 'done', (sheet) => (sheet.name = 'Renamed')],
])('on a protected sheet, %s is %s', async (_, expected, batch) => {
  await protect();
  expect(await code(batch)).toBe(expected);
});

test('a refused write changes nothing', async () => {
  await protect();
  await code((sheet) => (sheet.getRange('A1:B1').values = [['x', 'y']]));
  await onSheet(async (sheet, sync) => {
    const range = sheet.getRange('A1:B1').load('values');
    await sync();
    expect(range.values).toEqual([[0, 'text 0']]);
  });
});

test('what the options allow is done', async () => {
  await protect({ allowFormatCells: true, allowFormatColumns: true, allowInsertRows: true });
  expect(await code((sheet) => (sheet.getRange('A2').format.fill.color = '#FF0000'))).toBe('done');
  expect(await code((sheet) => (sheet.getRange('B:B').format.columnWidth = 99))).toBe('done');
  expect(await code((sheet) => sheet.getRange('2:2').insert('Down'))).toBe('done');
});

test('a password keeps protection until it is given', async () => {
  await onSheet(async (sheet, sync) => {
    sheet.protection.protect({}, 'secret');
    await sync();
  });
  expect(await code((sheet) => sheet.protection.unprotect('guess'))).toBe('AccessDenied');
  expect(await code((sheet) => sheet.protection.unprotect('secret'))).toBe('done');
});
