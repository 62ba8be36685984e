import type * as OSpreadsheet from '@odoo/o-spreadsheet';
import { withExcel, spreadsheetLibrary } from './load-excel';
import type { ExcelForTests } from './load-excel';

let host: ExcelForTests;
beforeAll(async () => {
  host = await withExcel();
});
beforeEach(() => void host.reset());

/** Writes one cell of Sheet1 and gives what Excel says of it. */
async function written(value: unknown, format?: string) {
  return Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Sheet1').getRange('B2');
    if (format !== undefined) cell.numberFormat = [[format]];
    cell.values = [[value]];
    cell.load('values,formulas,valueTypes,text,numberFormat');
    await context.sync();
    return {
      value: cell.values[0]?.[0] as unknown,
      formula: cell.formulas[0]?.[0] as unknown,
      type: cell.valueTypes[0]?.[0],
      text: cell.text[0]?.[0],
    };
  });
}

test.each([
  ['text', 'abc', { value: 'abc', formula: 'abc', type: 'String', text: 'abc' }],
  ['a number', 2.5, { value: 2.5, formula: 2.5, type: 'Double', text: '2.5' }],
  ['digits', '3', { value: 3, formula: 3, type: 'Double', text: '3' }],
  ['a truth value', true, { value: true, formula: true, type: 'Boolean', text: 'TRUE' }],
  ['nothing', '', { value: '', formula: '', type: 'Empty', text: '' }],
  ['quoted digits', "'007", { value: '007', formula: '007', type: 'String', text: '007' }],
  ['a quoted formula', "'=1+1", { value: '=1+1', formula: '=1+1', type: 'String', text: '=1+1' }],
  ['a lone equals sign', '=', { value: '=', formula: '=', type: 'String', text: '=' }],
  ['an error', '#N/A', { value: '#N/A', formula: '#N/A', type: 'Error', text: '#N/A' }],
  ['a formula', '=1+1', { value: 2, formula: '=1+1', type: 'Double', text: '2' }],
  ['a formula that gives no text', '=""', { value: '', formula: '=""', type: 'String', text: '' }],
  [
    'a missing value',
    '=MATCH(9,A1:A3,0)',
    { value: '#N/A', formula: '=MATCH(9,A1:A3,0)', type: 'Error', text: '#N/A' },
  ],
  [
    'a reference to nowhere',
    '=Nowhere!A1',
    { value: '#REF!', formula: '=Nowhere!A1', type: 'Error', text: '#REF!' },
  ],
  ['text as a number', '="a"+1', { value: '#VALUE!', formula: '="a"+1', type: 'Error', text: '#VALUE!' }],
  [
    'what a grid would take for a link',
    '[a](http://b.c)',
    { value: '[a](http://b.c)', formula: '[a](http://b.c)', type: 'String', text: '[a](http://b.c)' },
  ],
])('%s reads back as Excel gives it', async (_, value, expected) => {
  expect(await written(value)).toEqual(expected);
});

test('a text cell keeps digits and formulas as text', async () => {
  expect(await written('3', '@')).toMatchObject({ value: '3', type: 'String' });
  expect(await written('=1+1', '@')).toMatchObject({ value: '=1+1', type: 'String' });
});

test('a formula reads back as it was written, also after the cell got a look', async () => {
  const formula = '=If( $A$1 > 1 , Sum( a1:a3 ), "" )';
  await Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Sheet1').getRange('B2');
    cell.formulas = [[formula]];
    cell.format.font.bold = true;
    cell.load('formulas');
    await context.sync();
    expect(cell.formulas).toEqual([[formula]]);
  });
});

test('a formula Excel cannot read is InvalidArgument', async () => {
  await expect(written('=SUM(')).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('a matrix of another shape is InvalidArgument, also beyond 1500 cells', async () => {
  const write = (address: string, rows: number) =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange(address).values = Array.from({ length: rows }, () => [1, 2]);
      await context.sync();
    });
  await expect(write('A1:B3', 2)).rejects.toMatchObject({ code: 'InvalidArgument' });
  await expect(write('A1:B1000', 900)).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('null leaves a cell as it is', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B1');
    range.values = [['a', 'b']];
    range.values = [[null, 'c']];
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([['a', 'c']]);
  });
});

test('6,000 cells are written in chunks and read whole, far beyond the first rows of the grid', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => [i, `text ${i}`]);
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('AC5:AD3004');
    range.values = rows;
    range.load('values,address');
    await context.sync();
    expect(range.values).toEqual(rows);
    expect(range.address).toBe('Sheet1!AC5:AD3004');
  });
});

test('writing a rectangle is one calculation, and so are all writes before a load', async () => {
  let calls = 0;
  const { addFunction, helpers } = spreadsheetLibrary as typeof OSpreadsheet;
  addFunction('SANDBOX.COUNTED', {
    description: 'Sums, and counts how often it was asked to.',
    args: [helpers.arg('values (range<number>)', 'What to add up.')],
    compute: (values: unknown) => {
      calls++;
      return (values as { value: unknown }[][])
        .flat()
        .reduce((sum, cell) => sum + Number(cell.value ?? 0), 0);
    },
  });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const total = sheet.getRange('D1');
    total.formulas = [['=SANDBOX.COUNTED(A1:C44)']];
    await context.sync();
    calls = 0;
    sheet.getRange('A1:A44').values = Array.from({ length: 44 }, () => [1]);
    total.load('values');
    await context.sync();
    expect(total.values).toEqual([[44]]);
    expect(calls).toBe(1);
    sheet.getRange('B1:B44').values = Array.from({ length: 44 }, () => [1]);
    sheet.getRange('C1:C44').values = Array.from({ length: 44 }, () => [1]);
    total.load('values');
    await context.sync();
    expect(total.values).toEqual([[132]]);
    expect(calls).toBe(2);
  });
});

test('number formats read back as written, and text shows them', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:C1');
    range.values = [[0.5, 2.345, 45000]];
    range.numberFormat = [['0%', '0.00', 'yyyy-mm-dd']];
    range.load('numberFormat,text');
    await context.sync();
    expect(range.numberFormat).toEqual([['0%', '0.00', 'yyyy-mm-dd']]);
    expect(range.text).toEqual([['50%', '2.35', '2023-03-15']]);
  });
});

test('ranges are found from ranges', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const range = sheet.getRange('B2:C4');
    const found = [
      range.getCell(1, 1),
      range.getRow(2),
      range.getEntireRow(),
      range.getEntireColumn(),
      range.getOffsetRange(1, 2),
      range.getResizedRange(1, -1),
      range.getBoundingRect('A1'),
      range.getIntersectionOrNullObject('C3:F9'),
      sheet.getCell(4, 5),
      sheet.getRange(),
    ];
    for (const each of found) each.load('address,rowIndex,columnIndex,rowCount,columnCount');
    const apart = range.getIntersectionOrNullObject('F9');
    await context.sync();
    expect(found.map(({ address }) => address.replace('Sheet1!', ''))).toEqual([
      'C3',
      'B4:C4',
      '2:4',
      'B:C',
      'D3:E5',
      'B2:B5',
      'A1:C4',
      'C3:C4',
      'F5',
      'A:XFD',
    ]);
    expect(apart.isNullObject).toBe(true);
    expect(found[0]).toMatchObject({ rowIndex: 2, columnIndex: 2, rowCount: 1, columnCount: 1 });
  });
});

test('the used range spans what holds something, and is a null object on an empty sheet', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const before = sheet.getUsedRangeOrNullObject();
    await context.sync();
    expect(before.isNullObject).toBe(true);
    sheet.getRange('C3').values = [['x']];
    sheet.getRange('E9').formulas = [['=""']];
    sheet.getRange('G1').format.fill.color = '#FF0000';
    const all = sheet.getUsedRange().load('address');
    const values = sheet.getUsedRange(true).load('address');
    await context.sync();
    expect(all.address).toBe('Sheet1!C1:G9');
    expect(values.address).toBe('Sheet1!C3:E9');
  });
});

test('clear takes contents, formats or both', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
    range.values = [['x']];
    range.format.font.bold = true;
    range.clear('Contents');
    range.load('values,format/font/bold');
    await context.sync();
    expect([range.values[0]?.[0], range.format.font.bold]).toEqual(['', true]);
    range.clear();
    range.load('format/font/bold');
    await context.sync();
    expect(range.format.font.bold).toBe(false);
  });
});

test('rows are inserted and deleted: formulas, looks and locks move along', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A5').values = [[7]];
    sheet.getRange('B5').formulas = [['=A5*2']];
    sheet.getRange('A5').format.protection.locked = false;
    sheet.getRange('2:3').insert('Down');
    const moved = sheet.getRange('A7:B7').load('formulas,values');
    const cell = sheet.getRange('A7').load('format/protection/locked');
    const old = sheet.getRange('A5').load('format/protection/locked');
    await context.sync();
    expect(moved.formulas).toEqual([[7, '=A7*2']]);
    expect([cell.format.protection.locked, old.format.protection.locked]).toEqual([false, true]);
    sheet.getRange('1:6').delete('Up');
    const top = sheet.getRange('A1:B1').load('values');
    await context.sync();
    expect(top.values).toEqual([[7, 14]]);
  });
});
