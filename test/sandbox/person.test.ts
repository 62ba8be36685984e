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

/** What a person cannot do on a protected sheet of Excel, though part of it would fall on open cells. */
test.each<[string, (sheetId: string) => Dispatched]>([
  ['sorting a range with locked cells', (sheetId) => sortCells(sheetId, { left: 0, right: 1 })],
  ['deleting rows that have a locked cell', (sheetId) => removeRows(sheetId, [4])],
  ['cutting locked cells', () => (select('A1:B1'), ['CUT', {}])],
  ['moving open cells over locked ones', (sheetId) => ['MOVE_RANGES', moveTo(sheetId, 0)]],
  ['pasting over locked cells', () => (copy('D1'), ['PASTE', { target: [zone(0, 1)] }])],
  ['filling down over locked cells', () => (select('A1:B3'), ['COPY_PASTE_CELLS_ABOVE', {}])],
  ['deleting the content of both', (sheetId) => ['DELETE_CONTENT', { sheetId, target: [zone(0, 1)] }]],
  ['clearing both', (sheetId) => ['CLEAR_CELLS', { sheetId, target: [zone(0, 1)] }]],
  ['shifting cells down', () => ['INSERT_CELL', { shiftDimension: 'ROW', zone: zone(1, 1) }]],
  ['merging open cells', (sheetId) => ['ADD_MERGE', { sheetId, target: [zone(1, 1)] }]],
  ['colouring open cells', (sheetId) => ['SET_FORMATTING', { sheetId, target: [zone(1, 1)], style: {} }]],
  ['putting on a filter', (sheetId) => ['CREATE_TABLE', filterOn(sheetId)]],
  ['hiding rows', (sheetId) => ['HIDE_COLUMNS_ROWS', { sheetId, dimension: 'ROW', elements: [1] }]],
  ['grouping rows', (sheetId) => ['GROUP_HEADERS', { sheetId, dimension: 'ROW', start: 1, end: 2 }]],
  ['closing a group', (sheetId) => ['FOLD_ALL_HEADER_GROUPS', { sheetId, dimension: 'COL' }]],
  ['removing duplicates', () => ['REMOVE_DUPLICATES', { columns: [1], hasHeader: false }]],
])('on a protected sheet %s is refused whole', async (_, act) => {
  await protectWith({ allowSort: true, allowDeleteRows: true, allowInsertRows: true });
  const before = await valuesOf('A1:D9');
  const { book } = host;
  const [type, payload] = act(book.sheetIds[0] ?? '');
  const told: string[] = [];
  book.watchPerson((what) => void told.push(what));
  (book.model.dispatch as (type: string, payload: object) => unknown)(type, payload);
  expect(await valuesOf('A1:D9')).toEqual(before);
  expect(told).toEqual(['refused']);
});

test('a copied block that lands half on locked cells leaves the open half as it was', async () => {
  host.book.userEdit('Sheet1', 'B1', 2);
  copy('B1:B2');
  // One cell is selected, and two are pasted: the second of them is locked.
  await onSheet(async (sheet, sync) => {
    sheet.protection.unprotect();
    sheet.getRange('B5').format.protection.locked = true;
    sheet.protection.protect();
    await sync();
  });
  const before = await valuesOf('A1:B6');
  host.book.model.dispatch('PASTE', { target: [{ top: 3, bottom: 3, left: 1, right: 1 }] });
  expect(await valuesOf('A1:B6')).toEqual(before);
});

test('rows are sorted with formulas, looks and locks; rules stay; undo and redo bring all of it back and forth', async () => {
  await onSheet(async (sheet, sync) => {
    sheet.protection.unprotect();
    sheet.getRange('A1:B5').values = [
      ['b', 2],
      ['a', 'N/A'],
      ['', ''],
      ['c', 1],
      ['d', 0],
    ];
    sheet.getRange('C1:C5').formulas = ['1', '2', '3', '4', '5'].map((row) => [`=$A${row}&$A$9&B${row}`]);
    sheet.getRange('B4').format.protection.locked = true;
    sheet.getRange('B4').format.fill.color = '#FF0000';
    await sync();
  });
  const look = () =>
    onSheet(async (sheet, sync) => {
      const range = sheet.getRange('A1:C5').load('values,formulas');
      const cells = [1, 2, 3, 4, 5].map((row) => sheet.getRange(`B${row}`));
      const looks = cells.map(
        ({ format }) => [format.protection.load('locked'), format.fill.load('color')] as const,
      );
      const rule = sheet.getRange('B1:B5').dataValidation.load('type');
      await sync();
      return {
        keys: range.values.map(([key]) => key as unknown),
        formulas: range.formulas.map((row) => row[2] as unknown),
        red: looks.findIndex(([, fill]) => fill.color === '#FF0000') + 1,
        locked: looks.findIndex(([protection]) => protection.locked) + 1,
        rule: rule.type,
      };
    });
  const before = await look();
  expect(host.book.userSort('Sheet1', 'A1:C5', 'B')).toEqual(done);
  const sorted = await look();
  expect(sorted).toEqual({ ...before, keys: ['d', 'c', 'b', 'a', ''], red: 2, locked: 2 });
  expect(host.book.userUndo()).toEqual(done);
  expect(await look()).toEqual(before);
  expect(host.book.userRedo()).toEqual(done);
  expect(await look()).toEqual(sorted);
});

test('an add-in sorts by several columns, whichever way; blanks go last and hidden rows stay', async () => {
  await onSheet(async (sheet, sync) => {
    sheet.protection.unprotect();
    const range = sheet.getRange('A1:B6');
    range.values = [
      ['x', 1],
      ['y', 2],
      ['x', 3],
      ['', 9],
      ['y', 1],
      ['z', 0],
    ];
    sheet.getRange('3:3').rowHidden = true;
    range.sort.apply([{ key: 0, ascending: false }, { key: 1 }]);
    await sync();
  });
  expect(await valuesOf('A1:B6')).toEqual([
    ['z', 0],
    ['y', 1],
    ['x', 3],
    ['y', 2],
    ['x', 1],
    ['', 9],
  ]);
});

type Dispatched = readonly [string, object];
const zone = (left: number, right: number) => ({ top: 0, bottom: 2, left, right });
const sortCells = (sheetId: string, across: { left: number; right: number }): Dispatched => [
  'SORT_CELLS',
  { sheetId, zone: { top: 0, bottom: 4, ...across }, col: 0, row: 0, sortDirection: 'desc' },
];
const removeRows = (sheetId: string, elements: number[]): Dispatched => [
  'REMOVE_COLUMNS_ROWS',
  { sheetId, sheetName: 'Sheet1', dimension: 'ROW', elements },
];
const moveTo = (sheetId: string, col: number) => ({
  sheetName: 'Sheet1',
  sheetId,
  targetSheetId: sheetId,
  target: [zone(1, 1)],
  col,
  row: 0,
});
const filterOn = (sheetId: string) => ({
  sheetId,
  ranges: [host.book.model.getters.getRangeDataFromZone(sheetId, zone(1, 1))],
  tableType: 'static',
  config: { hasFilters: true },
});
const select = (address: string) => host.book.userSelect('Sheet1', address);
const copy = (address: string) => {
  select(address);
  host.book.model.dispatch('COPY');
};
const protectWith = (options: Excel.WorksheetProtectionOptions) =>
  onSheet(async (sheet, sync) => {
    sheet.protection.unprotect();
    sheet.protection.protect(options);
    await sync();
  });
