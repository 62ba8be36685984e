import { withExcel } from './load-excel';

it('Microsoft’s client on npm does not know groups of undo steps: asked for one it sends the same and works as without', async () => {
  const excel = await withExcel();
  const sentWith = async (options: Excel.RunOptions): Promise<string> => {
    const book = excel.reset();
    const sent = jest.spyOn(book, 'execute');
    await excel.Excel.run(options, async (context) => {
      for (const address of ['A1', 'B2']) {
        context.workbook.worksheets.getItem('Sheet1').getRange(address).values = [[1]];
        await context.sync();
      }
    });
    return sent.mock.calls.map(([body]) => JSON.stringify(body).replace(/"Id":\d+|\b\d+\b/g, '')).join('\n');
  };
  const plain = await sentWith({ delayForCellEdit: true });
  expect(plain).toContain('Values');
  expect(await sentWith({ delayForCellEdit: true, mergeUndoGroup: true })).toBe(plain);
});
