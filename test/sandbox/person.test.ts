import { withExcel } from './load-excel';
import type { ExcelForTests } from './load-excel';

let host: ExcelForTests;
beforeAll(async () => {
  host = await withExcel();
});
/** Column A is locked, B is open; B1:B5 takes levels only. */
beforeEach(async () => {
  host.reset();
  await onSheet(async (sheet, sync) => {
    sheet.getRange('A1:A5').values = [['a'], ['b'], ['c'], ['d'], ['e']];
    const open = sheet.getRange('B1:B5');
    open.format.protection.locked = false;
    open.dataValidation.rule = { list: { inCellDropDown: true, source: '0,1,2,N/A' } };
    sheet.getRange('C1').formulas = [['=SUM(B1:B5)']];
    sheet.protection.protect({ allowInsertRows: true });
    await sync();
  });
});

async function onSheet<T>(batch: (sheet: Excel.Worksheet, sync: () => Promise<unknown>) => Promise<T>) {
  return Excel.run((context) => batch(context.workbook.worksheets.getFirst(), () => context.sync()));
}
const valuesOf = (address: string) =>
  onSheet(async (sheet, sync) => {
    const range = sheet.getRange(address).load('values');
    await sync();
    return range.values as unknown[][];
  });
const done = { ok: true, value: undefined };
const refused = (failure: string) => ({ ok: false, failure });

test('a person types into an open cell, and the formulas follow', async () => {
  expect(host.book.userEdit('Sheet1', 'B1', 2)).toEqual(done);
  expect(host.book.userEdit('Sheet1', 'B2', '1')).toEqual(done);
  expect(host.book.userEdit('Sheet1', 'B3', 'n/a')).toEqual(done);
  expect(await valuesOf('B1:C1')).toEqual([[2, 3]]);
});

test('a locked cell and a value the validation stops are refused, and nothing changes', async () => {
  expect(host.book.userEdit('Sheet1', 'A1', 'x')).toEqual(refused('locked'));
  expect(host.book.userEdit('Sheet1', 'B1', 7)).toEqual(refused('invalid'));
  expect(await valuesOf('A1:B1')).toEqual([['a', '']]);
});

test('a validation that only warns lets the value in', async () => {
  await onSheet(async (sheet, sync) => {
    sheet.protection.unprotect();
    sheet.getRange('B1').dataValidation.errorAlert = {
      showAlert: true,
      style: 'Warning',
      title: '',
      message: '',
    };
    await sync();
  });
  expect(host.book.userEdit('Sheet1', 'B1', 7)).toEqual(done);
});

test('pasting asks no validation and takes it away', async () => {
  expect(host.book.userPaste('Sheet1', 'B1', [['rubbish'], [9]])).toEqual(done);
  expect(host.book.userPaste('Sheet1', 'A1', [['x']])).toEqual(refused('locked'));
  await onSheet(async (sheet, sync) => {
    const pasted = sheet.getRange('B1:B2').load('values');
    const types = ['B1:B2', 'B3:B5'].map((address) => sheet.getRange(address).dataValidation.load('type'));
    await sync();
    expect(pasted.values).toEqual([['rubbish'], [9]]);
    expect(types.map(({ type }) => type)).toEqual(['None', 'List']);
  });
});

test('Delete empties open cells and leaves their dropdown', async () => {
  host.book.userEdit('Sheet1', 'B1', 2);
  expect(host.book.userClear('Sheet1', 'B1:B2')).toEqual(done);
  expect(host.book.userClear('Sheet1', 'A1:B1')).toEqual(refused('locked'));
  expect(await valuesOf('B1')).toEqual([['']]);
});

test('Delete in the grid itself leaves the dropdown of empty cells', async () => {
  const { book } = host;
  const sheetId = book.sheetIds[0] ?? '';
  const target = [{ top: 0, bottom: 4, left: 1, right: 1 }];
  book.model.dispatch('DELETE_CONTENT', { sheetId, target });
  await onSheet(async (sheet, sync) => {
    const { dataValidation } = sheet.getRange('B1:B5');
    dataValidation.load('type');
    await sync();
    expect(dataValidation.type).toBe('List');
  });
});

test('what the grid itself dispatches into a locked cell is refused', () => {
  const sheetId = host.book.sheetIds[0] ?? '';
  const type = (col: number) =>
    host.book.model.dispatch('UPDATE_CELL', { sheetId, col, row: 0, content: '1' }).isSuccessful;
  expect([type(0), type(1)]).toEqual([false, true]);
});

test('rows are inserted where protection allows it, and deleted only without it', async () => {
  expect(host.book.userInsertRows('Sheet1', 2, 2)).toEqual(done);
  expect(await valuesOf('A1:A4')).toEqual([['a'], [''], [''], ['b']]);
  expect(host.book.userDeleteRows('Sheet1', 2)).toEqual(refused('locked'));
  expect(host.book.userUnprotect('Sheet1')).toEqual(done);
  expect(host.book.userDeleteRows('Sheet1', 2, 2)).toEqual(done);
  expect(await valuesOf('A1:A2')).toEqual([['a'], ['b']]);
});

test('a sheet is renamed and deleted; a taken name and the last sheet are impossible', async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.add('Other');
    await context.sync();
  });
  expect(host.book.userRenameSheet('Sheet1', 'Other')).toEqual(refused('impossible'));
  expect(host.book.userRenameSheet('Sheet1', 'Mine')).toEqual(done);
  expect(host.book.userDeleteSheet('Other')).toEqual(done);
  expect(host.book.userDeleteSheet('Mine')).toEqual(refused('impossible'));
});
