import { withExcel } from './load-excel';
import type { ExcelForTests } from './load-excel';

let host: ExcelForTests;
beforeAll(async () => {
  host = await withExcel();
});
beforeEach(() => void host.reset());

async function onSheet<T>(batch: (sheet: Excel.Worksheet, sync: () => Promise<unknown>) => Promise<T>) {
  return Excel.run((context) => batch(context.workbook.worksheets.getItem('Sheet1'), () => context.sync()));
}
const levels: Excel.DataValidationRule = { list: { inCellDropDown: true, source: '0,1,2,N/A' } };

test('a dropdown with its prompt and alert reads back, and knows what is valid', async () => {
  await onSheet(async (sheet, sync) => {
    const range = sheet.getRange('A1:A3');
    const validation = range.dataValidation;
    validation.rule = levels;
    validation.prompt = { showPrompt: true, title: 'Level', message: 'Pick one' };
    validation.errorAlert = { showAlert: true, style: 'Stop', title: 'No', message: 'Not a level' };
    range.values = [[1], ['n/a'], ['']];
    validation.load('type,rule,prompt,errorAlert,ignoreBlanks,valid');
    await sync();
    expect(validation.toJSON()).toEqual({
      type: 'List',
      rule: levels,
      prompt: { showPrompt: true, title: 'Level', message: 'Pick one' },
      errorAlert: { showAlert: true, style: 'Stop', title: 'No', message: 'Not a level' },
      ignoreBlanks: true,
      valid: true,
    });
    sheet.getRange('A2').values = [['rubbish']];
    validation.load('valid');
    const cell = sheet.getRange('A2').dataValidation.load('valid');
    await sync();
    expect([validation.valid, cell.valid]).toEqual([null, false]);
  });
});

test('the grid has the dropdown', async () => {
  await onSheet(async (sheet, sync) => {
    sheet.getRange('A1:A3').dataValidation.rule = levels;
    sheet.load('id');
    await sync();
    const rule = host.book.model.getters.getValidationRuleForCell({ sheetId: sheet.id, row: 1, col: 0 });
    expect(rule?.criterion).toMatchObject({ type: 'isValueInList', values: ['0', '1', '2', 'N/A'] });
  });
});

test.each<[string, Excel.DataValidationRule, unknown, unknown]>([
  ['text length', { textLength: { formula1: 3, operator: 'LessThanOrEqualTo' } }, 'abc', 'abcd'],
  ['dates', { date: { formula1: '2020-01-01', formula2: '2020-12-31', operator: 'Between' } }, 44000, 50000],
  ['whole numbers', { wholeNumber: { formula1: 1, formula2: 5, operator: 'Between' } }, 3, 2.5],
  ['decimals', { decimal: { formula1: 0, operator: 'GreaterThan' } }, 0.5, -1],
  ['a formula', { custom: { formula: '=LEFT(A1,1)="x"' } }, 'xyz', 'abc'],
])('%s are checked, and the rule reads back', async (_, rule, good, bad) => {
  await onSheet(async (sheet, sync) => {
    const range = sheet.getRange('A1');
    range.dataValidation.rule = rule;
    range.values = [[good]];
    range.dataValidation.load('rule,valid');
    await sync();
    expect([range.dataValidation.rule, range.dataValidation.valid]).toEqual([rule, true]);
    range.values = [[bad]];
    range.dataValidation.load('valid');
    await sync();
    expect(range.dataValidation.valid).toBe(false);
  });
});

test('where cells have different rules, or some have none, the type says so', async () => {
  await onSheet(async (sheet, sync) => {
    sheet.getRange('A1').dataValidation.rule = levels;
    sheet.getRange('A2').dataValidation.rule = { custom: { formula: '=TRUE' } };
    const found = ['A1', 'A1:A2', 'A1:B1', 'C1'].map((address) =>
      sheet.getRange(address).dataValidation.load('type,rule'),
    );
    await sync();
    expect(found.map(({ type }) => type)).toEqual(['List', 'Inconsistent', 'MixedCriteria', 'None']);
    expect(found[1]?.rule).toBeNull();
  });
});

test('clearing takes a rule off some cells and leaves the others theirs', async () => {
  await onSheet(async (sheet, sync) => {
    sheet.getRange('A1:A5').dataValidation.rule = levels;
    sheet.getRange('A3').dataValidation.clear();
    const found = ['A1:A2', 'A3', 'A4:A5'].map((address) =>
      sheet.getRange(address).dataValidation.load('type'),
    );
    await sync();
    expect(found.map(({ type }) => type)).toEqual(['List', 'None', 'List']);
  });
});

test('rules move with their rows', async () => {
  await onSheet(async (sheet, sync) => {
    const range = sheet.getRange('A5');
    range.dataValidation.rule = levels;
    range.dataValidation.prompt = { showPrompt: true, title: 'T', message: 'M' };
    sheet.getRange('1:2').delete('Up');
    const moved = sheet.getRange('A3').dataValidation.load('type,prompt');
    await sync();
    expect([moved.type, moved.prompt.title]).toEqual(['List', 'T']);
  });
});

test('a list or a text longer than Excel takes is InvalidArgument', async () => {
  await onSheet(async (sheet, sync) => {
    const validation = sheet.getRange('A1').dataValidation;
    validation.rule = { list: { inCellDropDown: true, source: 'x'.repeat(256) } };
    await expect(sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    validation.prompt = { showPrompt: true, title: 'x'.repeat(33), message: '' };
    await expect(sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});

test('a new conditional format comes first; priority and stop read back', async () => {
  await onSheet(async (sheet, sync) => {
    const range = sheet.getRange('A1:A3');
    const add = (formula: string, color: string) => {
      const format = range.conditionalFormats.add('Custom');
      format.custom.rule.formula = formula;
      format.custom.format.fill.color = color;
      format.custom.format.font.color = '#ffffff';
      format.custom.format.font.bold = true;
      format.stopIfTrue = true;
      return format;
    };
    add('=$A1>1', '#00FF00');
    add('=$A1>2', '#0000FF');
    const formats = range.conditionalFormats;
    formats.load(
      'items/priority,items/stopIfTrue,items/type,items/custom/rule/formula,items/custom/format/fill/color',
    );
    const count = formats.getCount();
    const second = formats.getItemAt(1).load('priority');
    const on = formats.getItemAt(0).getRange().load('address');
    await sync();
    expect(formats.items.map(({ custom }) => custom.rule.formula)).toEqual(['=$A1>2', '=$A1>1']);
    expect(formats.items.map(({ priority, stopIfTrue, type }) => [priority, stopIfTrue, type])).toEqual([
      [0, true, 'Custom'],
      [1, true, 'Custom'],
    ]);
    expect([count.value, second.priority, on.address]).toEqual([2, 1, 'Sheet1!A1:A3']);
    formats.getItemAt(1).priority = 0;
    formats.load('items/custom/rule/formula');
    await sync();
    expect(formats.items.map(({ custom }) => custom.rule.formula)).toEqual(['=$A1>1', '=$A1>2']);
  });
});

test('the grid shows the first conditional format that holds', async () => {
  await onSheet(async (sheet, sync) => {
    const range = sheet.getRange('A1:A3');
    range.values = [[1], [2], [3]];
    for (const [formula, color] of [
      ['=$A1>1', '#00FF00'],
      ['=$A1>2', '#0000FF'],
    ] as const) {
      const { custom } = range.conditionalFormats.add('Custom');
      custom.rule.formula = formula;
      custom.format.fill.color = color;
    }
    sheet.load('id');
    await sync();
    const colors = [0, 1, 2].map(
      (row) =>
        host.book.model.getters.getCellConditionalFormatStyle({ sheetId: sheet.id, row, col: 0 })?.fillColor,
    );
    expect(colors).toEqual([undefined, '#00FF00', '#0000FF']);
  });
});

test('conditional formats are cleared from a range, and move with rows', async () => {
  await onSheet(async (sheet, sync) => {
    const format = sheet.getRange('A5:A9').conditionalFormats.add('Custom');
    format.custom.rule.formula = '=$B5=1';
    sheet.getRange('1:1').insert('Down');
    const moved = sheet.getRange('A6:A10').conditionalFormats;
    moved.load('items/custom/rule/formula');
    await sync();
    expect(moved.items.map(({ custom }) => custom.rule.formula)).toEqual(['=$B6=1']);
    sheet.getRange('A6:A7').conditionalFormats.clearAll();
    const left = sheet.getRange('A1:A20').conditionalFormats.getItemAt(0).getRange().load('address');
    await sync();
    expect(left.address).toBe('Sheet1!A8:A10');
    sheet.getRange('A1:A20').conditionalFormats.clearAll();
    const none = sheet.getRange('A1:A20').conditionalFormats.getCount();
    await sync();
    expect(none.value).toBe(0);
  });
});

test('other kinds of conditional formats are not passed over in silence', async () => {
  await onSheet(async (sheet, sync) => {
    sheet.getRange('A1').conditionalFormats.add('DataBar');
    await expect(sync()).rejects.toMatchObject({ code: 'SandboxNotImplemented' });
  });
});
