import type { InsertProgress } from '../../src/workbook/port';
import { english } from '../load-words';
import { jspDesign } from '../oracles/design';
import {
  designFor,
  failureCode,
  inExcel,
  openExcel,
  openInserted,
  openInserting,
  valueOf,
} from './open-excel';

const sheetNames = () =>
  inExcel(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name,items/visibility');
    await context.sync();
    return sheets.items.map(({ name, visibility }) => ({ name, visibility }));
  });

const formulasOf = (sheet: string, address: string) =>
  inExcel(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load('formulas');
    await context.sync();
    return range.formulas as unknown[][];
  });

describe('insert', () => {
  it('draws the whole workbook with at most 4 syncs and 1,200 operations', async () => {
    const { excel, port } = await openExcel();
    valueOf(await port.insert(() => undefined));
    const operations = excel.counters.actions.reduce((sum, n) => sum + n, 0);
    expect(excel.counters.requests).toBeLessThanOrEqual(4);
    expect(operations).toBeLessThanOrEqual(1200);
  });

  it('writes every cell of the design as designed', async () => {
    await openInserting({ design: designFor });
    for (const sheet of jspDesign().sheets) {
      const used = await formulasOf(sheet.name, 'A1:AZ200');
      const wrong = sheet.cells.filter(({ row, column, content }) => {
        const wanted = content !== null && typeof content === 'object' ? content.formula : (content ?? '');
        return row < 200 && used[row]?.[column] !== wanted;
      });
      expect({ sheet: sheet.id, wrong: wrong.slice(0, 3) }).toEqual({ sheet: sheet.id, wrong: [] });
    }
  });

  it('shows Start, hides the state sheet for good, and protects the others', async () => {
    await openInserted();
    expect((await sheetNames()).find(({ name }) => name === 'JSP_state')?.visibility).toBe('VeryHidden');
    const seen = await inExcel(async (context) => {
      const active = context.workbook.worksheets.getActiveWorksheet().load('name');
      const protection = context.workbook.worksheets
        .getItem('Assessment')
        .protection.load('protected,options');
      const input = context.workbook.worksheets
        .getItem('Assessment')
        .getRange('E7')
        .format.protection.load('locked');
      const formula = context.workbook.worksheets
        .getItem('Assessment')
        .getRange('F7')
        .format.protection.load('locked');
      const runtime = context.runtime.load('enableEvents');
      await context.sync();
      const { options } = protection;
      return [
        active.name,
        protection.protected,
        options.allowAutoFilter,
        options.allowSort,
        input.locked,
        formula.locked,
        runtime.enableEvents,
      ];
    });
    expect(seen).toEqual(['Start', true, true, false, false, true, true]);
  });

  it('tells how far it is, sheet by sheet', async () => {
    const { port } = await openExcel();
    const steps: InsertProgress[] = [];
    valueOf(await port.insert((step) => steps.push(step)));
    expect(steps.map(({ done }) => done)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(steps.every(({ of }) => of === 10)).toBe(true);
    expect(steps[1]?.sheet).toBe('assessment');
  });

  it('says that an assessment is there and leaves every cell as it is when asked a second time', async () => {
    const { port } = await openInserted();
    valueOf(await port.write([{ item: 'ORG-01', field: 'level', value: 3 }]));
    const before = await formulasOf('Assessment', 'A1:N60');
    expect(failureCode(await port.insert(() => undefined))).toBe('already-there');
    expect(await formulasOf('Assessment', 'A1:N60')).toEqual(before);
    expect(await sheetNames()).toHaveLength(11);
  });

  it("takes another name and leaves the user's own sheet of ours alone", async () => {
    const { port } = await openExcel();
    await inExcel((context) => {
      context.workbook.worksheets.add('assessment').getRange('A1:B2').values = [
        ['mine', 1],
        ['kept', 2],
      ];
    });
    expect(valueOf(await port.inspect())).toEqual({ kind: 'none', taken: ['assessment'] });
    valueOf(await port.insert(() => undefined));
    const inspection = valueOf(await port.inspect());
    expect(inspection).toMatchObject({ kind: 'found', sheets: { assessment: 'Assessment (JSP)' } });
    expect(await formulasOf('assessment', 'A1:B2')).toEqual([
      ['mine', 1],
      ['kept', 2],
    ]);
    expect(valueOf(await port.read()).rows).toHaveLength(44);
    expect(valueOf(await port.verify())).toEqual([]);
  });

  it('refuses when the user has a sheet named as the state sheet, and touches nothing', async () => {
    const { port } = await openExcel();
    await inExcel((context) => {
      context.workbook.worksheets.add('JSP_state').getRange('A1').values = [['mine']];
    });
    expect(failureCode(await port.insert(() => undefined))).toBe('state-name-taken');
    expect((await sheetNames()).map(({ name }) => name)).toEqual(['Sheet1', 'JSP_state']);
  });

  it('reads and writes nothing in a workbook of a later version', async () => {
    const { port } = await openInserted();
    await inExcel((context) => {
      context.workbook.worksheets.getItem('JSP_state').getRange('B1').values = [['jsp-workbook/9']];
    });
    expect(valueOf(await port.inspect())).toEqual({ kind: 'newer', schema: 'jsp-workbook/9' });
    expect(failureCode(await port.insert(() => undefined))).toBe('newer');
    expect(failureCode(await port.read())).toBe('newer');
    expect(failureCode(await port.write([{ item: 'ORG-01', field: 'level', value: 3 }]))).toBe('newer');
  });

  it('takes away what it added, and nothing else, when Excel fails half-way', async () => {
    const { port } = await openExcel({
      design: async (names) => {
        const design = await designFor(names);
        return {
          ...design,
          sheets: design.sheets.map((sheet) =>
            sheet.id === 'history' ? { ...sheet, tabColor: 'no colour' } : sheet,
          ),
        };
      },
    });
    await inExcel((context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [['mine']];
    });
    const result = await port.insert(() => undefined);
    expect(result).toMatchObject({ ok: false });
    expect(!result.ok && result.failure.message).not.toContain('argument');
    expect((await sheetNames()).map(({ name }) => name)).toEqual(['Sheet1']);
    expect(await formulasOf('Sheet1', 'A1')).toEqual([['mine']]);
    const events = await inExcel(async (context) => {
      const runtime = context.runtime.load('enableEvents');
      await context.sync();
      return runtime.enableEvents;
    });
    expect(events).toBe(true);
    expect(valueOf(await port.inspect()).kind).toBe('none');
  });

  it("keeps a stranger's sheet that took one of our names at the last moment", async () => {
    const { port } = await openExcel({
      design: async (names) => {
        await inExcel((context) => {
          context.workbook.worksheets.add(names.rubric).getRange('A1').values = [['a co-author']];
        });
        return designFor(names);
      },
    });
    expect(failureCode(await port.insert(() => undefined))).toBe('changed-meanwhile');
    expect((await sheetNames()).map(({ name }) => name)).toEqual(['Sheet1', 'Rubric']);
    expect(await formulasOf('Rubric', 'A1')).toEqual([['a co-author']]);
  });

  it('hides helper columns where Excel cannot group them', async () => {
    await openInserting({ supports: () => false });
    const hidden = await inExcel(async (context) => {
      const helper = context.workbook.worksheets.getItem('Assessment').getRange('O:O').load('columnHidden');
      await context.sync();
      return helper.columnHidden;
    });
    expect(hidden).toBe(true);
  });

  it('speaks the words of the catalogue only', async () => {
    const { port } = await openInserted();
    const again = await port.insert(() => undefined);
    expect(!again.ok && again.failure.message).toBe(english('workbook.alreadyThere'));
  });
});
