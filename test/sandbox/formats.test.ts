import { withExcel } from './load-excel';
import type { ExcelForTests } from './load-excel';

let host: ExcelForTests;
beforeAll(async () => {
  host = await withExcel();
});
beforeEach(() => void host.reset());

/** Runs a batch on Sheet1; what it returns is asked for after the sync. */
async function onSheet<T>(batch: (sheet: Excel.Worksheet, sync: () => Promise<unknown>) => Promise<T>) {
  return Excel.run((context) => batch(context.workbook.worksheets.getItem('Sheet1'), () => context.sync()));
}

test('a look reads back where all cells share it, and is null where they differ', async () => {
  await onSheet(async (sheet, sync) => {
    const { format } = sheet.getRange('A1:B2');
    format.fill.color = '#d5e8d4';
    format.font.bold = true;
    format.font.italic = true;
    format.font.underline = 'Single';
    format.font.color = '#112233';
    format.font.size = 14;
    format.font.name = 'Arial';
    format.horizontalAlignment = 'Center';
    format.verticalAlignment = 'Top';
    format.wrapText = true;
    format.indentLevel = 2;
    format.load('fill/color,horizontalAlignment,verticalAlignment,wrapText,indentLevel');
    format.font.load('bold,italic,underline,color,size,name');
    const wider = sheet.getRange('A1:C2').format;
    wider.load('horizontalAlignment,wrapText');
    wider.font.load('bold,name,size');
    wider.fill.load('color');
    await sync();
    expect(format.toJSON()).toMatchObject({
      fill: { color: '#D5E8D4' },
      font: { bold: true, italic: true, underline: 'Single', color: '#112233', size: 14, name: 'Arial' },
      horizontalAlignment: 'Center',
      verticalAlignment: 'Top',
      wrapText: true,
      indentLevel: 2,
    });
    expect(wider.toJSON()).toMatchObject({ horizontalAlignment: null, wrapText: null, fill: { color: '' } });
    expect(wider.font.toJSON()).toMatchObject({ bold: null, name: null, size: null });
  });
});

test('an untouched cell has the look of an empty workbook', async () => {
  await onSheet(async (sheet, sync) => {
    const { format } = sheet.getRange('A1');
    format.load('fill/color,horizontalAlignment,verticalAlignment,wrapText,columnWidth,rowHeight');
    format.font.load('bold,color,size');
    await sync();
    expect(format.toJSON()).toMatchObject({
      fill: { color: '#FFFFFF' },
      font: { bold: false, color: '#000000', size: 11 },
      horizontalAlignment: 'General',
      verticalAlignment: 'Bottom',
      wrapText: false,
      columnWidth: 48,
      rowHeight: 15,
    });
  });
});

test('an alignment goes back to General, in the grid too', async () => {
  await onSheet(async (sheet, sync) => {
    const { format } = sheet.getRange('A1');
    format.horizontalAlignment = 'Center';
    sheet.load('id');
    await sync();
    const drawn = () => host.book.model.getters.getCell({ sheetId: sheet.id, row: 0, col: 0 })?.style?.align;
    expect(drawn()).toBe('center');
    format.horizontalAlignment = 'General';
    format.load('horizontalAlignment');
    await sync();
    expect([format.horizontalAlignment, drawn()]).toEqual(['General', '']);
  });
});

test('several areas are formatted at once', async () => {
  await onSheet(async (sheet, sync) => {
    const areas = sheet.getRanges('A1:B2,D4');
    areas.format.fill.color = '#ABCDEF';
    areas.format.protection.locked = false;
    areas.load('address,areaCount');
    areas.areas.load('items/address');
    areas.format.load('fill/color,protection/locked');
    const columns = areas.getEntireColumn().load('address');
    await sync();
    expect([areas.address, areas.areaCount]).toEqual(['Sheet1!A1:B2,Sheet1!D4', 2]);
    expect(areas.areas.items.map(({ address }) => address)).toEqual(['Sheet1!A1:B2', 'Sheet1!D4']);
    expect(areas.format.toJSON()).toMatchObject({
      fill: { color: '#ABCDEF' },
      protection: { locked: false },
    });
    expect(columns.address).toBe('Sheet1!A:B,Sheet1!D:D');
  });
});

test('borders are drawn on the sides asked for, shared by neighbours', async () => {
  await onSheet(async (sheet, sync) => {
    const { borders } = sheet.getRange('B2:C3').format;
    borders.getItem('EdgeTop').color = '#FF0000';
    borders.getItem('InsideVertical').style = 'Dash';
    const sides = (['EdgeTop', 'EdgeBottom', 'InsideVertical'] as const).map((side) => borders.getItem(side));
    for (const side of sides) side.load('style,color,weight');
    const above = sheet.getRange('B1:C1').format.borders.getItem('EdgeBottom').load('style');
    await sync();
    expect(sides.map(({ style }) => style)).toEqual(['Continuous', 'None', 'Dash']);
    expect([sides[0]?.color, sides[0]?.weight, above.style]).toEqual(['#FF0000', 'Thin', 'Continuous']);
    borders.getItem('EdgeTop').style = 'None';
    const gone = borders.getItem('EdgeTop').load('style');
    await sync();
    expect(gone.style).toBe('None');
  });
});

test('sizes are points; rows and columns hide, group and fold', async () => {
  await onSheet(async (sheet, sync) => {
    sheet.getRange('A:B').format.columnWidth = 120;
    sheet.getRange('3:4').format.rowHeight = 30;
    sheet.getRange('C:C').columnHidden = true;
    sheet.getRange('E:F').group('ByColumns');
    sheet.showOutlineLevels(0, 1);
    const sized = sheet.getRange('A3').load('format/columnWidth,format/rowHeight');
    const hidden = sheet.getRange('C1').load('columnHidden');
    const grouped = sheet.getRange('E1').load('columnHidden');
    const shown = sheet.getRange('A1').load('columnHidden,rowHidden');
    await sync();
    expect([sized.format.columnWidth, sized.format.rowHeight]).toEqual([120, 30]);
    expect([hidden.columnHidden, grouped.columnHidden, shown.columnHidden, shown.rowHidden]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    sheet.getRange('E:F').ungroup('ByColumns');
    grouped.load('columnHidden');
    await sync();
    expect(grouped.columnHidden).toBe(false);
  });
});

test('cells merge, whole or row by row, and part again', async () => {
  await onSheet(async (sheet, sync) => {
    sheet.getRange('A1:B2').merge();
    sheet.getRange('D1:E2').merge(true);
    const merged = sheet.getRange('A1:F9').getMergedAreasOrNullObject().load('address');
    await sync();
    expect(merged.address.split(',').sort()).toEqual(['Sheet1!A1:B2', 'Sheet1!D1:E1', 'Sheet1!D2:E2']);
    sheet.getRange('A1:F9').unmerge();
    const none = sheet.getRange('A1:F9').getMergedAreasOrNullObject();
    await sync();
    expect(none.isNullObject).toBe(true);
  });
});

test('a link keeps the text of its cell, and a formula stays one', async () => {
  await onSheet(async (sheet, sync) => {
    const text = sheet.getRange('A1');
    text.values = [['Open']];
    text.hyperlink = { documentReference: 'Sheet1!B9', screenTip: 'Go' };
    const formula = sheet.getRange('A2');
    formula.formulas = [['="x"&1']];
    formula.hyperlink = { documentReference: 'Sheet1!B9' };
    const web = sheet.getRange('A3');
    web.hyperlink = { address: 'https://example.com/', textToDisplay: 'Site' };
    for (const range of [text, formula, web]) range.load('values,hyperlink,formulas');
    await sync();
    expect([text.values, text.hyperlink]).toEqual([
      [['Open']],
      { documentReference: 'Sheet1!B9', screenTip: 'Go' },
    ]);
    expect(formula.formulas).toEqual([['="x"&1']]);
    expect([web.values, web.hyperlink.address]).toEqual([[['Site']], 'https://example.com/']);
  });
});

test('cell, row and column properties are set in one call each; {} leaves a cell alone', async () => {
  await onSheet(async (sheet, sync) => {
    sheet.getRange('B1').format.font.bold = true;
    sheet.getRange('A1:B2').setCellProperties([
      [{ format: { fill: { color: '#FFEEDD' }, font: { size: 9 }, protection: { locked: false } } }, {}],
      [
        { format: { borders: { bottom: { style: 'Continuous', color: '#333333' } } } },
        { format: { wrapText: true } },
      ],
    ]);
    sheet.getRange('A1:B1').setColumnProperties([{ format: { columnWidth: 60 } }, { columnHidden: true }]);
    sheet.getRange('A1:A2').setRowProperties([{}, { format: { rowHeight: 45 } }]);
    const cells = ['A1', 'B1', 'A2', 'B2'].map((address) => sheet.getRange(address));
    for (const cell of cells)
      cell.load(
        'columnHidden,format/wrapText,format/columnWidth,format/rowHeight,format/font/bold,format/font/size,format/protection/locked',
      );
    const line = sheet.getRange('A2').format.borders.getItem('EdgeBottom').load('style,color');
    await sync();
    const [a1, b1, a2, b2] = cells.map((cell) => cell.toJSON());
    expect(a1).toMatchObject({
      format: { font: { size: 9 }, protection: { locked: false }, columnWidth: 60 },
    });
    expect(b1).toMatchObject({
      columnHidden: true,
      format: { font: { bold: true, size: 11 }, protection: { locked: true } },
    });
    expect(a2).toMatchObject({ format: { rowHeight: 45 } });
    expect(b2).toMatchObject({ format: { wrapText: true } });
    expect(line.toJSON()).toMatchObject({ style: 'Continuous', color: '#333333' });
    sheet.getRange('A1').setCellProperties([[{ format: { shrinkToFit: true } }]]);
    await expect(sync()).rejects.toMatchObject({ code: 'SandboxNotImplemented' });
  });
});
