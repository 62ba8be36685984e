import { withExcel } from './load-excel';
import type { ExcelForTests } from './load-excel';

let host: ExcelForTests;
beforeAll(async () => {
  host = await withExcel();
});
beforeEach(() => void host.reset());

type Args = Record<string, unknown>;

/** Listens on Sheet1 or the collection, and gives what comes. */
async function listen(
  register: (
    context: Excel.RequestContext,
    seen: (args: object) => Promise<void>,
  ) => OfficeExtension.EventHandlerResult<never>,
) {
  const heard: Args[] = [];
  const handle = await Excel.run(async (context) => {
    const result = register(context, (args) => Promise.resolve(void heard.push({ ...args })));
    await context.sync();
    return result;
  });
  return { heard, handle };
}
const sheet1 = (context: Excel.RequestContext) => context.workbook.worksheets.getItem('Sheet1');
const onChanged = () => listen((context, seen) => sheet1(context).onChanged.add(seen));

test("a person's edit is told with its place, its author and what was there", async () => {
  const { heard } = await onChanged();
  host.book.userEdit('Sheet1', 'B2', 42);
  await host.eventsHandled();
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject({
    type: 'WorksheetChanged',
    address: 'B2',
    changeType: 'RangeEdited',
    source: 'Local',
    triggerSource: 'Unknown',
  });
});

test('the changed range can be read from the event', async () => {
  let value: unknown;
  const read = new Promise<void>((resolve) => {
    void Excel.run(async (context) => {
      sheet1(context).onChanged.add(async (args) => {
        await Excel.run(async (again) => {
          const range = args.getRange(again).load('values');
          await again.sync();
          value = range.values;
        });
        resolve();
      });
      await context.sync();
      host.book.userEdit('Sheet1', 'C3', 'x');
    });
  });
  await read;
  expect(value).toEqual([['x']]);
});

test("the add-in's own write is told as one change, and as its own", async () => {
  const { heard } = await onChanged();
  await Excel.run(async (context) => {
    sheet1(context).getRange('A1:B3').values = [
      [1, 2],
      [3, 4],
      [5, 6],
    ];
    await context.sync();
  });
  await host.eventsHandled();
  expect(heard.map(({ address, triggerSource }) => [address, triggerSource])).toEqual([
    ['A1:B3', 'ThisLocalAddin'],
  ]);
});

test('with events off nothing is told, and what happened meanwhile is never told', async () => {
  const { heard } = await onChanged();
  await Excel.run(async (context) => {
    context.runtime.enableEvents = false;
    sheet1(context).getRange('A1').values = [[1]];
    await context.sync();
    context.runtime.enableEvents = true;
    await context.sync();
  });
  await host.eventsHandled();
  expect(heard).toEqual([]);
});

test('a handler that was removed hears nothing', async () => {
  const { heard, handle } = await onChanged();
  await Excel.run(handle.context as Excel.RequestContext, async (context) => {
    handle.remove();
    await context.sync();
  });
  host.book.userEdit('Sheet1', 'A1', 1);
  await host.eventsHandled();
  expect(heard).toEqual([]);
});

test('a co-author is told as remote', async () => {
  const { heard } = await onChanged();
  host.book.coAuthor(() => host.book.userEdit('Sheet1', 'A1', 1));
  await host.eventsHandled();
  expect(heard.map(({ source }) => source)).toEqual(['Remote']);
});

test('inserted and deleted rows are told as such', async () => {
  const { heard } = await onChanged();
  host.book.userInsertRows('Sheet1', 3, 2);
  host.book.userDeleteRows('Sheet1', 3);
  await host.eventsHandled();
  expect(heard.map(({ address, changeType }) => [address, changeType])).toEqual([
    ['3:4', 'RowInserted'],
    ['3:3', 'RowDeleted'],
  ]);
});

test('the collection hears of changes on every sheet, of sheets that come and of sheets that go', async () => {
  const changed = await listen((c, seen) => c.workbook.worksheets.onChanged.add(seen));
  const added = await listen((c, seen) => c.workbook.worksheets.onAdded.add(seen));
  const deleted = await listen((c, seen) => c.workbook.worksheets.onDeleted.add(seen));
  const id = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Data').load('id');
    await context.sync();
    return sheet.id;
  });
  host.book.userEdit('Data', 'A1', 1);
  host.book.userDeleteSheet('Data');
  await host.eventsHandled();
  expect(added.heard.map(({ worksheetId }) => worksheetId)).toEqual([id]);
  expect(changed.heard.map(({ worksheetId, address }) => [worksheetId, address])).toEqual([[id, 'A1']]);
  expect(deleted.heard.map(({ worksheetId }) => worksheetId)).toEqual([id]);
});

test('a selection is told on its sheet and on the collection', async () => {
  const onSheet = await listen((c, seen) => sheet1(c).onSelectionChanged.add(seen));
  const anywhere = await listen((c, seen) => c.workbook.worksheets.onSelectionChanged.add(seen));
  host.book.userSelect('Sheet1', 'B2:C3');
  await host.eventsHandled();
  expect(onSheet.heard.map(({ address }) => address)).toEqual(['B2:C3']);
  expect(anywhere.heard.map(({ address }) => address)).toEqual(['B2:C3']);
});

test('a calculation is told where a formula came out differently', async () => {
  await Excel.run(async (context) => {
    sheet1(context).getRange('B1').formulas = [['=A1*2']];
    context.workbook.worksheets.add('Quiet').getRange('A1').formulas = [['=1+1']];
    await context.sync();
  });
  const { heard } = await listen((c, seen) => sheet1(c).onCalculated.add(seen));
  const quiet = await listen((c, seen) => c.workbook.worksheets.getItem('Quiet').onCalculated.add(seen));
  host.book.userEdit('Sheet1', 'A1', 1);
  await host.eventsHandled();
  const [first, other] = [heard.length, quiet.heard.length];
  host.book.userEdit('Sheet1', 'A1', 2);
  host.book.userEdit('Sheet1', 'F9', 'unrelated');
  await host.eventsHandled();
  expect([first, heard.length, other, quiet.heard.length]).toEqual([1, 2, 0, 0]);
});

test('undo and redo of a person are told as edits, and a formula that follows as a calculation', async () => {
  await Excel.run(async (context) => {
    sheet1(context).getRange('B1').formulas = [['=A1*2']];
    await context.sync();
  });
  const { heard } = await onChanged();
  const calculated = await listen((c, seen) => sheet1(c).onCalculated.add(seen));
  host.book.userEdit('Sheet1', 'A1', 4);
  host.book.userUndo();
  host.book.userRedo();
  await host.eventsHandled();
  const edit = { address: 'A1', changeType: 'RangeEdited', source: 'Local', triggerSource: 'Unknown' };
  expect(heard).toEqual([edit, edit, edit].map((each) => expect.objectContaining(each) as unknown));
  expect(calculated.heard).toHaveLength(3);
});

test.each<[string, (book: typeof host.book) => unknown, readonly [string, string]]>([
  ['an inserted row', (book) => book.userInsertRows('Sheet1', 3, 2), ['3:4', 'RowDeleted']],
  ['a deleted row', (book) => book.userDeleteRows('Sheet1', 2), ['2:2', 'RowInserted']],
  ['emptied cells', (book) => book.userClear('Sheet1', 'A1:B2'), ['A1:B2', 'RangeEdited']],
  ['a sort', (book) => book.userSort('Sheet1', 'A1:B3', 'A', false), ['A1:B3', 'RangeEdited']],
])('undo of %s is told, and what is kept beside the cells is back in its place', async (_, act, told) => {
  await Excel.run(async (context) => {
    sheet1(context).getRange('A1:B3').values = [
      [1, 2],
      [3, 4],
      [5, 6],
    ];
    sheet1(context).getRange('B3').format.protection.locked = false;
    await context.sync();
  });
  act(host.book);
  const { heard } = await onChanged();
  host.book.userUndo();
  await host.eventsHandled();
  expect(heard.map(({ address, changeType }) => [address, changeType])).toEqual([told]);
  const { values, locked } = await Excel.run(async (context) => {
    const range = sheet1(context).getRange('A1:B3').load('values');
    const cells = [1, 2, 3, 4, 5].map((row) =>
      sheet1(context).getRange(`B${row}`).format.protection.load('locked'),
    );
    await context.sync();
    return { values: range.values as unknown, locked: cells.map((cell) => cell.locked) };
  });
  expect(values).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  expect(locked).toEqual([true, true, false, true, true]);
});
