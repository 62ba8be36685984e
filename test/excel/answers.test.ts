import type { Result } from '../../src/words/result';
import { english } from '../load-words';
import { sample } from '../oracles/design';
import { failureCode, inExcel, itemsOf, openExcel, openInserted, textOf, valueOf } from './open-excel';

const assessment = (context: Excel.RequestContext) => context.workbook.worksheets.getItem('Assessment');

/** People move rows and columns after they took the protection off. */
const unprotected = (name: string, work: (sheet: Excel.Worksheet) => void) =>
  inExcel((context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.protection.unprotect();
    work(sheet);
  });

describe('read', () => {
  it('gives one row an item and the profile, as the cells hold them', async () => {
    const { port } = await openInserted();
    await inExcel((context) => {
      assessment(context).getRange('E7:E10').values = [[3], ['N/A'], ["'4"], [2.5]];
      context.workbook.worksheets.getItem('Start').getRange('D19').values = [['Hospital or health system']];
    });
    const raw = valueOf(await port.read());
    expect(raw.rows).toHaveLength(44);
    expect(raw.rows.slice(0, 5).map(({ row, level }) => [row, level])).toEqual([
      [7, 3],
      [8, 'N/A'],
      [9, '4'],
      [10, 2.5],
      [11, null],
    ]);
    expect(raw.rows[0]?.id).toBe('ORG-01');
    expect(raw.profile.organization).toBe('Hospital or health system');
  });

  it('takes one sync and writes nothing once it knows the sheets', async () => {
    const { port, excel } = await openInserted();
    valueOf(await port.read());
    excel.counters.requests = 0;
    const changed: unknown[] = [];
    const stop = excel.book.events.onEvents((events) => changed.push(...events));
    valueOf(await port.read());
    stop();
    expect(excel.counters.requests).toBe(1);
    expect(changed).toEqual([]);
  });

  it('keeps an error value apart from text', async () => {
    const { port } = await openInserted();
    await inExcel((context) => {
      assessment(context).getRange('E7:E8').formulas = [['=1/0'], ['="#DIV/0"']];
    });
    const rows = valueOf(await port.read()).rows;
    expect(rows[0]?.level).toEqual({ error: '#DIV/0!' });
    expect(rows[1]?.level).toBe('#DIV/0');
  });

  it('finds the answers after the sheets were renamed', async () => {
    const { port } = await openInserted();
    valueOf(await port.write([{ item: 'ORG-02', field: 'level', value: 4 }]));
    await inExcel((context) => {
      assessment(context).name = 'Our answers, 2026';
      context.workbook.worksheets.getItem('Start').name = 'Read me';
    });
    expect((await itemsOf(port)).get('ORG-02')?.level).toBe(4);
    valueOf(await port.write([{ item: 'ORG-03', field: 'level', value: 1 }]));
    expect((await itemsOf(port)).get('ORG-03')?.level).toBe(1);
  });

  it('finds the answers after rows and columns were inserted', async () => {
    const { port } = await openInserted();
    valueOf(await port.write([{ item: 'ORG-02', field: 'level', value: 4 }]));
    await unprotected('Assessment', (sheet) => {
      sheet.getRange('1:2').insert('Down');
      sheet.getRange('12:12').insert('Down');
      sheet.getRange('A:A').insert('Right');
      sheet.getRange('F:F').insert('Right');
    });
    const items = await itemsOf(port);
    expect(items.get('ORG-02')).toMatchObject({ level: 4, row: 10 });
    expect([...items.keys()].filter((id) => id !== null)).toHaveLength(44);
    valueOf(await port.write([{ item: 'CMP-01', field: 'notes', value: 'after moving' }]));
    expect((await itemsOf(port)).get('CMP-01')?.notes).toBe('after moving');
  });

  it('finds the answers after the rows were sorted', async () => {
    const { port } = await openInserted();
    valueOf(await port.write([{ item: 'ORG-01', field: 'level', value: 5 }]));
    await unprotected('Assessment', () => undefined);
    await inExcel(async (context) => {
      const sheet = assessment(context);
      const [first, last] = [
        sheet.getRange('A7:L7').load('formulas'),
        sheet.getRange('A50:L50').load('formulas'),
      ];
      await context.sync();
      const [a, b]: unknown[][][] = [first.formulas, last.formulas];
      first.formulas = b as string[][];
      last.formulas = a as string[][];
    });
    const items = await itemsOf(port);
    expect(items.get('ORG-01')).toMatchObject({ level: 5, row: 50 });
    valueOf(await port.write([{ item: 'ORG-01', field: 'target', value: 2 }]));
    expect((await itemsOf(port)).get('ORG-01')).toMatchObject({ target: 2, row: 50 });
  });

  it('says what to do where there is no assessment', async () => {
    const { port } = await openExcel();
    expect(failureCode(await port.read())).toBe('no-assessment');
    expect(failureCode(await port.write([]))).toBe('no-assessment');
  });
});

describe('write', () => {
  it('writes the given fields on the protected sheet and nothing else', async () => {
    const { port } = await openInserted();
    valueOf(
      await port.write([
        { item: 'ORG-01', field: 'level', value: 3 },
        { item: 'RSK-01', field: 'level', value: english('answer.unknown') },
        { item: 'RSK-01', field: 'due', value: '2027-03-31' },
        { profile: 'size', value: english('profile.under-250') },
      ]),
    );
    const raw = valueOf(await port.read());
    const answered = raw.rows.filter(({ level, target, due, notes, owner, evidence }) =>
      [level, target, due, notes, owner, evidence].some((cell) => cell !== null),
    );
    expect(answered.map(({ id, level, due }) => [id, level, due])).toEqual([
      ['ORG-01', 3, null],
      ['RSK-01', "Don't know", 46477],
    ]);
    expect(raw.profile).toMatchObject({ organization: null, size: 'Under 250 employees' });
  });

  it('empties a cell, and leaves cells that hold the value already', async () => {
    const { port, excel } = await openInserted();
    valueOf(await port.write([{ item: 'ORG-01', field: 'level', value: 3 }]));
    valueOf(await port.write([{ item: 'ORG-01', field: 'level', value: null }]));
    expect((await itemsOf(port)).get('ORG-01')?.level).toBeNull();
    const changed: unknown[] = [];
    const stop = excel.book.events.onEvents((events) => changed.push(...events));
    await port.watchAnswers(() => undefined);
    valueOf(await port.write([{ item: 'ORG-01', field: 'level', value: null }]));
    await excel.eventsHandled();
    stop();
    expect(changed).toEqual([]);
  });

  it('keeps every text the text it is, whatever Excel could take it for', async () => {
    const { port } = await openInserted();
    const texts = [
      '=HYPERLINK("https://example.com")',
      ...['+1', '-2', '@SUM(A1)', "'quoted", '1/2', '50%', 'Jan 5', 'TRUE', ' 7', '{"a":1}'],
    ];
    const rows = valueOf(await port.read()).rows.slice(0, texts.length);
    valueOf(
      await port.write(
        rows.map(({ id }, i) => ({ item: textOf(id), field: 'notes', value: texts[i] ?? '' }) as const),
      ),
    );
    const notes = valueOf(await port.read()).rows.map((row) => row.notes);
    expect(notes.slice(0, texts.length)).toEqual(texts);
  });

  it('writes nothing at all when one of the changes has no cell', async () => {
    const { port } = await openInserted();
    await unprotected('Assessment', (sheet) => {
      sheet.getRange('8:8').delete('Up');
    });
    const result = await port.write([
      { item: 'ORG-01', field: 'level', value: 3 },
      { item: 'ORG-02', field: 'level', value: 3 },
    ]);
    expect(result).toEqual({
      ok: false,
      failure: { code: 'row-gone', message: english('workbook.rowGone', { item: 'ORG-02' }) },
    });
    expect((await itemsOf(port)).get('ORG-01')?.level).toBeNull();
  });

  it("says in words that a cell was locked by somebody else's protection", async () => {
    const { port } = await openInserted();
    await unprotected('Assessment', (sheet) => {
      sheet.getRange('E7:E50').format.protection.locked = true;
      sheet.protection.protect({});
    });
    expect(await port.write([{ item: 'ORG-01', field: 'level', value: 3 }])).toEqual({
      ok: false,
      failure: {
        code: 'access-denied',
        message: english('workbook.sheetProtected', { sheet: 'Assessment' }),
      },
    });
  });
});

describe('a password on one sheet', () => {
  const locked = async (name: string, also: (sheet: Excel.Worksheet) => void = () => undefined) => {
    const { port } = await openInserted();
    await unprotected(name, (sheet) => {
      also(sheet);
      sheet.protection.protect({}, 'secret');
    });
    return port;
  };
  const named = (sheet: string) => english('workbook.sheetProtected', { sheet });
  const messageOf = (result: Result<unknown>) => (result.ok ? 'done' : result.failure.message);

  it('is named as that sheet’s where figures are kept, where a formula is put back, and where an answer is written', async () => {
    const benchmark = await locked('Benchmark');
    expect(messageOf(await benchmark.saveBenchmark(sample, '2026-11-20'))).toBe(named('Benchmark'));
    const scorecard = await locked('Scorecard', (sheet) => void (sheet.getRange('F9').values = [[5]]));
    expect(messageOf(await scorecard.repair(valueOf(await scorecard.verify())))).toBe(named('Scorecard'));
    const start = await locked('Start', (sheet) => {
      sheet.getRange('D20').format.protection.locked = true;
    });
    const size = english('profile.under-250');
    expect(messageOf(await start.write([{ profile: 'size', value: size }]))).toBe(named('Start'));
  });

  it('on another sheet keeps nobody from anything', async () => {
    const port = await locked('Benchmark');
    expect(messageOf(await port.write([{ item: 'ORG-01', field: 'level', value: 3 }]))).toBe('done');
  });
});

describe('goTo', () => {
  const where = () =>
    inExcel(async (context) => {
      const cell = context.workbook.getActiveCell().load('address');
      await context.sync();
      return cell.address;
    });

  it('selects the cell of an item, of the profile, or of a sheet', async () => {
    const { port } = await openInserted();
    valueOf(await port.goTo({ item: 'ORG-03', field: 'notes' }));
    expect(await where()).toBe('Assessment!L9');
    valueOf(await port.goTo({ profile: 'size' }));
    expect(await where()).toBe('Start!D20');
    valueOf(await port.goTo({ sheet: 'scorecard', address: 'F9' }));
    expect(await where()).toBe('Scorecard!F9');
  });

  it('follows the pane while the sheet with the answers is in front, and moves nothing elsewhere', async () => {
    const { port } = await openInserted();
    valueOf(await port.goTo({ sheet: 'assessment', address: 'L9' }));
    valueOf(await port.follow('ORG-05'));
    expect(await where()).toBe('Assessment!E11');
    valueOf(await port.goTo({ sheet: 'scorecard', address: 'F9' }));
    valueOf(await port.follow('ORG-06'));
    expect(await where()).toBe('Scorecard!F9');
  });

  it('says that the row of an item is gone', async () => {
    const { port } = await openInserted();
    expect(failureCode(await port.goTo({ item: 'ZZZ-99', field: 'level' }))).toBe('row-gone');
  });
});
