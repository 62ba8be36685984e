import { inExcel, openExcel, openInserted, valueOf, failureCode } from './open-excel';

/** Lets handlers and the port's own queue come to rest. */
async function settled(excel: { eventsHandled(): Promise<void> }): Promise<void> {
  for (let i = 0; i < 5; i += 1) await excel.eventsHandled();
  await inExcel(() => undefined);
  for (let i = 0; i < 5; i += 1) await excel.eventsHandled();
}

const type = (sheet: string, address: string, value: unknown) =>
  inExcel((context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
  });

const select = (sheet: string, address: string) =>
  inExcel((context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    worksheet.getRange(address).select();
  });

describe('watchAnswers', () => {
  it('calls back once for many changes, after its time and not before', async () => {
    const { port, excel, clock } = await openInserted();
    const called = jest.fn();
    valueOf(await port.watchAnswers(called));
    await type('Assessment', 'E7', 3);
    await type('Assessment', 'E8', 4);
    await type('Start', 'D19', 'Undisclosed');
    await settled(excel);
    expect(called).not.toHaveBeenCalled();
    expect(clock.waiting).toBe(1);
    clock.pass();
    expect(called).toHaveBeenCalledTimes(1);
    await type('Assessment', 'E9', 4);
    await settled(excel);
    clock.pass();
    expect(called).toHaveBeenCalledTimes(2);
  });

  it('hears what a co-author types', async () => {
    const { port, excel, clock } = await openInserted();
    const called = jest.fn();
    valueOf(await port.watchAnswers(called));
    excel.book.source = 'Remote';
    await type('Assessment', 'E7', 3);
    await settled(excel);
    clock.pass();
    expect(called).toHaveBeenCalledTimes(1);
  });

  it('stays silent while nothing changes and on sheets without answers', async () => {
    const { port, excel, clock } = await openInserted();
    const called = jest.fn();
    valueOf(await port.watchAnswers(called));
    valueOf(await port.read());
    await type('Sheet1', 'A1', 'notes');
    await settled(excel);
    expect(clock.waiting).toBe(0);
    expect(called).not.toHaveBeenCalled();
  });

  it('asks nothing of Excel in the handler', async () => {
    const { port, excel } = await openInserted();
    valueOf(await port.watchAnswers(() => undefined));
    await type('Assessment', 'E7', 3);
    await settled(excel);
    const before = excel.counters.requests;
    for (let i = 0; i < 5; i += 1) await excel.eventsHandled();
    expect(excel.counters.requests).toBe(before);
  });

  it('hears nothing after it was stopped, not even what was on its way', async () => {
    const { port, excel, clock } = await openInserted();
    const called = jest.fn();
    const stop = valueOf(await port.watchAnswers(called));
    await type('Assessment', 'E7', 3);
    await settled(excel);
    await stop();
    clock.pass();
    await type('Assessment', 'E8', 3);
    await settled(excel);
    clock.pass();
    expect(called).not.toHaveBeenCalled();
  });

  it('says that there is nothing to watch without an assessment', async () => {
    const { port } = await openExcel();
    expect(failureCode(await port.watchAnswers(() => undefined))).toBe('no-assessment');
  });
});

describe('watchWaiting', () => {
  it('tells while a call waits for Excel, such as for a cell that is being edited, and when it goes on', async () => {
    const { port, excel, clock } = await openInserted();
    const told: boolean[] = [];
    const stop = port.watchWaiting((waiting) => told.push(waiting));
    valueOf(await port.read());
    expect([told, clock.waiting]).toEqual([[], 0]);
    const run = Excel.run.bind(Excel);
    let leave = (): void => undefined;
    const left = new Promise<void>((resolve) => (leave = resolve));
    // As Excel does with `delayForCellEdit`: the batch waits until the cell is left.
    const delayed = jest
      .spyOn(Excel, 'run')
      .mockImplementation((...given: Parameters<typeof run>) => left.then(() => run(...given)));
    const [first, second] = [port.read(), port.write([{ item: 'ORG-01', field: 'level', value: 3 }])];
    clock.pass();
    expect(told).toEqual([true]);
    leave();
    valueOf(await first);
    valueOf(await second);
    expect(told).toEqual([true, false]);
    stop();
    delayed.mockRestore();
    await settled(excel);
    expect(clock.waiting).toBe(0);
  });
});

describe('watchSelection', () => {
  it('tells the item of the selected row whenever something is selected, and null elsewhere', async () => {
    const { port, excel, clock } = await openInserted();
    const told: (string | null)[] = [];
    const stop = valueOf(await port.watchSelection((item) => told.push(item)));
    const pass = async () => {
      await settled(excel);
      clock.pass();
      await settled(excel);
    };
    await pass();
    await select('Assessment', 'E9');
    await pass();
    await select('Assessment', 'L9');
    await pass();
    await select('Assessment', 'A6');
    await pass();
    await select('Assessment', 'B50');
    await pass();
    await select('Scorecard', 'A9');
    await pass();
    expect(told).toEqual([null, 'ORG-03', 'ORG-03', null, 'CMP-08', null]);
    await stop();
    await select('Assessment', 'E9');
    await pass();
    expect(told).toHaveLength(6);
  });
});
