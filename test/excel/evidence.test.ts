import { evidence, linesOf, rangeOf, type, valuesOf, withoutProtection } from './evidence-sheet';
import { inExcel, openInserted, valueOf } from './open-excel';

describe('addEvidence', () => {
  it('fills the first lines of a new sheet, with times as dates, and gives them back', async () => {
    const { port } = await openInserted();
    const other = evidence({ item: 'RSK-01', address: '', captured: null, verified: null, pageDate: null });
    expect(valueOf(await port.addEvidence([evidence(), other]))).toEqual({ added: 2, updated: 0 });
    expect(await linesOf(port)).toEqual([
      { ...evidence(), row: 5 },
      { ...other, row: 6 },
    ]);
    const { values, text } = await valuesOf('D5:F5');
    expect(values[0]?.map((value) => typeof value)).toEqual(['number', 'number', 'number']);
    expect(text).toEqual([['2026-11-20 10:00', '2026-11-20 10:00', '2026-10-01']]);
  });

  it('takes four requests, and none to write where nothing is new', async () => {
    const { port, excel } = await openInserted();
    excel.counters.requests = 0;
    valueOf(await port.addEvidence([evidence(), evidence({ item: 'RSK-01' })]));
    expect(excel.counters.requests).toBe(4);
    excel.counters.requests = 0;
    expect(valueOf(await port.addEvidence([evidence()]))).toEqual({ added: 0, updated: 1 });
    expect(excel.counters.requests).toBe(2);
  });

  it('keeps every text the text it is, whatever Excel could take it for', async () => {
    const { port } = await openInserted();
    const texts = ['=1+1', '+1', '-2', '@SUM(A1)', '1/2', '50%', 'TRUE', '\tTab', '=HYPERLINK("https://x")'];
    const given = texts.map((text, i) =>
      evidence({ address: `https://wiki.example/${i}`, title: text, quote: text, note: text }),
    );
    valueOf(await port.addEvidence(given));
    const lines = await linesOf(port);
    expect(lines.map(({ title, quote, note }) => [title, quote, note])).toEqual(
      texts.map((text) => [text, text, text]),
    );
  });

  it('brings the line of the same item and page up to date wherever it was sorted to, and writes only what is new', async () => {
    const { port } = await openInserted();
    valueOf(await port.addEvidence([evidence(), evidence({ item: 'RSK-01' })]));
    await inExcel(async (context) => {
      const lines = rangeOf(context, 'A5:H6').load('values');
      await context.sync();
      lines.values = [...(lines.values as unknown[][])].reverse() as string[][];
    });
    await type('H6', [['typed by a colleague']]);
    const newer = evidence({ verified: '2027-01-10T09:30:00Z', pageDate: '2027-01-09' });
    expect(valueOf(await port.addEvidence([newer]))).toEqual({ added: 0, updated: 1 });
    expect(await linesOf(port)).toEqual([
      { ...evidence({ item: 'RSK-01' }), row: 5 },
      {
        ...newer,
        row: 6,
        captured: '2026-11-20T10:00:00Z',
        note: 'typed by a colleague',
      },
    ]);
  });

  it('writes below what people typed, also in rows that a filter hides, and between their own columns', async () => {
    const { port } = await openInserted();
    await withoutProtection((sheet) => {
      sheet.getRange('B:B').insert('Right');
      sheet.getRange('B7:C7').values = [['reviewed by Ann', 'A standard operating procedure']];
      sheet.getRange('7:8').rowHidden = true;
      sheet.name = 'Proof, 2026';
    });
    expect(valueOf(await port.addEvidence([evidence()]))).toEqual({ added: 1, updated: 0 });
    const lines = await linesOf(port);
    expect(lines.map(({ row, item, title }) => [row, item, title])).toEqual([
      [7, '', 'A standard operating procedure'],
      [8, 'ORG-01', 'Product security plan'],
    ]);
    const own = await inExcel(async (context) => {
      const range = rangeOf(context, 'B5:B9', 'Proof, 2026').load('values');
      await context.sync();
      return range.values as unknown[][];
    });
    expect(own.flat()).toEqual(['', '', 'reviewed by Ann', '', '']);
  });

  it('leaves a formula of somebody alone, and starts a line of its own instead', async () => {
    const { port } = await openInserted();
    valueOf(await port.addEvidence([evidence()]));
    await inExcel((context) => {
      rangeOf(context, 'B5').formulas = [['="Plan of "&A5']];
      rangeOf(context, 'G6').formulas = [['=IF(A5="","none","")']];
    });
    const newer = evidence({ title: 'Plan, version 2' });
    expect(valueOf(await port.addEvidence([newer]))).toEqual({ added: 1, updated: 0 });
    const lines = await linesOf(port);
    expect(lines.map(({ row, title }) => [row, title])).toEqual([
      [5, 'Plan of ORG-01'],
      [7, 'Plan, version 2'],
    ]);
  });

  it('goes on below the drawn lines of the protected sheet, with dates that look like dates, and protects it again', async () => {
    const { port } = await openInserted();
    await type(
      'A5:A204',
      Array.from({ length: 200 }, () => ['ORG-02']),
    );
    expect(valueOf(await port.addEvidence([evidence()]))).toEqual({ added: 1, updated: 0 });
    expect((await valuesOf('A205:F205')).text).toEqual([
      [
        ...['ORG-01', 'Product security plan', 'https://wiki.example/plan'],
        ...['2026-11-20 10:00', '2026-11-20 10:00', '2026-10-01'],
      ],
    ]);
    const lines = await linesOf(port);
    const last = lines.at(-1);
    if (last === undefined) throw new Error('No line');
    valueOf(await port.removeEvidence(last));
    expect(await linesOf(port)).toHaveLength(200);
    const protection = await inExcel(async (context) => {
      const { protection } = context.workbook.worksheets.getItem('Evidence');
      protection.load(['protected', 'options']);
      await context.sync();
      return { on: protection.protected, filter: protection.options.allowAutoFilter };
    });
    expect(protection).toEqual({ on: true, filter: true });
  });

  it('works in a workbook that was made before its columns had pointers', async () => {
    const { port } = await openInserted();
    await inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItem('JSP_state');
      const keys = sheet.getRange('A1:A60').load('values');
      await context.sync();
      (keys.values as unknown[][]).forEach(([key], row) => {
        if (String(key).startsWith('pointer.evidence.')) sheet.getRange(`A${row + 1}:B${row + 1}`).clear();
      });
    });
    valueOf(await port.addEvidence([evidence()]));
    expect(await linesOf(port)).toEqual([{ ...evidence(), row: 5 }]);
  });
});

describe('removeEvidence', () => {
  it('empties the line, and leaves the others and what stands beside it', async () => {
    const { port } = await openInserted();
    const other = evidence({ item: 'RSK-01' });
    valueOf(await port.addEvidence([evidence(), other]));
    await withoutProtection((sheet) => {
      sheet.getRange('I5').values = [['mine']];
    });
    const [first] = await linesOf(port);
    if (first === undefined) throw new Error('No line');
    valueOf(await port.removeEvidence(first));
    expect(await linesOf(port)).toEqual([{ ...other, row: 6 }]);
    expect((await valuesOf('I5')).values).toEqual([['mine']]);
  });
});

describe('the Evidence sheet', () => {
  it('is watched as the answers are', async () => {
    const { port, excel, clock } = await openInserted();
    const called = jest.fn();
    valueOf(await port.watchAnswers(called));
    await type('B5', [['typed']]);
    for (let i = 0; i < 5; i += 1) await excel.eventsHandled();
    clock.pass();
    expect(called).toHaveBeenCalledTimes(1);
  });

  it('is shown at a line, and the Assessment at an item’s own evidence', async () => {
    const { port } = await openInserted();
    const where = () =>
      inExcel(async (context) => {
        const cell = context.workbook.getActiveCell().load('address');
        await context.sync();
        return cell.address;
      });
    valueOf(await port.goTo({ sheet: 'evidence', address: 'B7' }));
    expect(await where()).toBe('Evidence!B7');
    valueOf(await port.goTo({ item: 'ORG-02', field: 'evidence' }));
    expect(await where()).toBe('Assessment!I8');
  });
});
