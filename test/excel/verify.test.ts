import type { Finding, FindingCode } from '../../src/workbook/port';
import { english } from '../load-words';
import { sample } from '../oracles/design';
import { inExcel, openInserted, textOf, valueOf } from './open-excel';

type Opened = Awaited<ReturnType<typeof openInserted>>;

/** Does what a person does who took the protection off first and put it back afterwards. */
const meddle = (name: string, work: (sheet: Excel.Worksheet) => void) =>
  inExcel((context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.protection.unprotect();
    work(sheet);
    sheet.protection.protect({
      allowFormatColumns: true,
      allowFormatRows: true,
      allowSort: true,
      allowAutoFilter: true,
    });
  });

const brief = (findings: readonly Finding[]) =>
  findings.map(({ code, sheet, address, item, remedy }) => [code, sheet, address, item, remedy]);
const verified = async ({ port }: Opened) => brief(valueOf(await port.verify()));
const repaired = async ({ port }: Opened) => brief(valueOf(await port.repair(valueOf(await port.verify()))));

const formulaAt = (sheet: string, address: string) =>
  inExcel(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load('formulas');
    await context.sync();
    return range.formulas as unknown[][];
  });

const ANSWER_COLUMNS = ['E', 'H', 'I', 'J', 'K', 'L'] as const;

/** Fills every answer column of every item. */
async function answerEverything({ port }: Opened): Promise<void> {
  const { rows } = valueOf(await port.read());
  const changes = rows.flatMap(({ id }, i) => [
    { item: textOf(id), field: 'level', value: i % 6 } as const,
    { item: textOf(id), field: 'target', value: 5 } as const,
    { item: textOf(id), field: 'evidence', value: `evidence of ${textOf(id)}` } as const,
    { item: textOf(id), field: 'owner', value: `owner ${i}` } as const,
    { item: textOf(id), field: 'due', value: '2027-01-31' } as const,
    { item: textOf(id), field: 'notes', value: `=note ${i}` } as const,
  ]);
  valueOf(await port.write(changes));
}

const answers = async () =>
  Object.fromEntries(
    await Promise.all(
      ANSWER_COLUMNS.map(
        async (column) => [column, await formulaAt('Assessment', `${column}7:${column}60`)] as const,
      ),
    ),
  );

describe('verify and repair', () => {
  it('finds nothing in a workbook as inserted, and nothing when it is answered', async () => {
    const opened = await openInserted();
    await answerEverything(opened);
    expect(await verified(opened)).toEqual([]);
  });

  it('finds overwritten formulas and writes them back', async () => {
    const opened = await openInserted();
    const before = await formulaAt('Scorecard', 'F9:G10');
    await meddle('Scorecard', (sheet) => {
      sheet.getRange('F9:G10').values = [
        [5, 5],
        [5, 5],
      ];
    });
    await meddle('Assessment', (sheet) => {
      sheet.getRange('F8').formulas = [['=1+1']];
    });
    expect(await verified(opened)).toEqual([
      ['formula-changed', 'assessment', 'F8', null, 'repair'],
      ['formula-changed', 'scorecard', 'F9:G10', null, 'repair'],
    ]);
    expect(await repaired(opened)).toEqual([]);
    expect(await formulaAt('Scorecard', 'F9:G10')).toEqual(before);
  });

  it('repairs only what it is asked to', async () => {
    const opened = await openInserted();
    await meddle('Scorecard', (sheet) => {
      sheet.getRange('F9').values = [[5]];
    });
    await inExcel((context) => context.workbook.worksheets.getItem('Roadmap').protection.unprotect());
    const findings = valueOf(await opened.port.verify());
    const left = await opened.port.repair(findings.filter(({ code }) => code === 'protection-removed'));
    expect(brief(valueOf(left))).toEqual([['formula-changed', 'scorecard', 'F9', null, 'repair']]);
  });

  it('calls a formula whole after sheets were renamed and rows and columns inserted', async () => {
    const opened = await openInserted();
    await meddle('Assessment', (sheet) => {
      sheet.getRange('10:10').insert('Down');
      sheet.getRange('D:D').insert('Right');
      sheet.name = 'Answers of 2026';
    });
    expect(await verified(opened)).toEqual([['sheet-renamed', 'assessment', null, null, 'accept']]);
  });

  it('writes a formula back where it belongs now, after rows and columns moved', async () => {
    const opened = await openInserted();
    await meddle('Assessment', (sheet) => {
      sheet.getRange('10:10').insert('Down');
      sheet.getRange('D:D').insert('Right');
    });
    const before = await formulaAt('Assessment', 'G12');
    await meddle('Assessment', (sheet) => {
      sheet.getRange('G12').values = [['typed over']];
    });
    expect(await verified(opened)).toEqual([['formula-changed', 'assessment', 'G12', null, 'repair']]);
    expect(await repaired(opened)).toEqual([]);
    expect(await formulaAt('Assessment', 'G12')).toEqual(before);
  });

  it('finds a deleted row and adds it at the end, to be answered again', async () => {
    const opened = await openInserted();
    await answerEverything(opened);
    await meddle('Assessment', (sheet) => sheet.getRange('8:8').delete('Up'));
    const before = await answers();
    expect(await verified(opened)).toEqual([['row-missing', 'assessment', null, 'ORG-02', 'repair']]);
    expect(await repaired(opened)).toEqual([]);
    expect(await answers()).toEqual(before);
    const row = valueOf(await opened.port.read()).rows.find(({ id }) => id === 'ORG-02');
    expect(row).toMatchObject({ row: 50, level: null, notes: null });
    valueOf(await opened.port.write([{ item: 'ORG-02', field: 'level', value: 3 }]));
    const meaning = await inExcel(async (context) => {
      const range = context.workbook.worksheets.getItem('Assessment').getRange('F50').load('values');
      await context.sync();
      return String(range.values[0]?.[0]);
    });
    expect(meaning.length).toBeGreaterThan(20);
  });

  it('finds dropdowns that were pasted over and puts them back, values untouched', async () => {
    const opened = await openInserted();
    await answerEverything(opened);
    const before = await answers();
    await meddle('Assessment', (sheet) => {
      sheet.getRange('E9:E10').dataValidation.clear();
      sheet.getRange('H20').dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } };
    });
    expect(await verified(opened)).toEqual([
      ['validation-missing', 'assessment', 'E9:E10', null, 'repair'],
      ['validation-missing', 'assessment', 'H20', null, 'repair'],
    ]);
    expect(await repaired(opened)).toEqual([]);
    expect(await answers()).toEqual(before);
  });

  it('finds protection that was taken off and puts it back', async () => {
    const opened = await openInserted();
    await inExcel((context) => {
      context.workbook.worksheets.getItem('Assessment').protection.unprotect();
    });
    expect(await verified(opened)).toEqual([['protection-removed', 'assessment', null, null, 'repair']]);
    expect(await repaired(opened)).toEqual([]);
  });

  it.each(['Start', 'Scorecard', 'Roadmap', 'Benchmark', 'Submission', 'Rubric'] as const)(
    'draws a deleted %s again and mends the formulas that lost it',
    async (name) => {
      const opened = await openInserted();
      await answerEverything(opened);
      valueOf(await opened.port.saveBenchmark(sample, '2026-11-20'));
      const before = await answers();
      const mean = await formulaAt('Scorecard', 'F9:P13');
      await inExcel((context) => context.workbook.worksheets.getItem(name).delete());
      const findings = valueOf(await opened.port.verify());
      expect(findings.find(({ code }) => code === 'sheet-missing')).toMatchObject({
        sheet: name.toLowerCase(),
        remedy: 'repair',
      });
      expect(brief(valueOf(await opened.port.repair(findings)))).toEqual([]);
      expect(await answers()).toEqual(before);
      expect(await formulaAt('Scorecard', 'F9:P13')).toEqual(mean);
      expect(valueOf(await opened.port.benchmark())?.benchmark).toEqual(sample);
    },
  );

  it('shows the receipts again on a Submission sheet that was drawn again', async () => {
    const opened = await openInserted();
    const record = {
      ...{ nullifier: 'n'.repeat(43), cycle: '2026', endpoint: 'https://benchmark.example', bytes: '{}' },
      ...({ hash: 'a'.repeat(64), prepared: '2026-11-23', state: 'waiting', receipt: null } as const),
      ...{ owner: null, authorization: null, correction: null, withdrawal: null },
    } as const;
    valueOf(await opened.port.saveSubmission(record));
    const before = await formulaAt('Submission', 'A9:E11');
    await inExcel((context) => context.workbook.worksheets.getItem('Submission').delete());
    expect(await repaired(opened)).toEqual([]);
    expect(await formulaAt('Submission', 'A9:E11')).toEqual(before);
    expect(valueOf(await opened.port.submissions())).toEqual([record]);
  });

  it.each([
    ['Evidence', 'sheet-missing'],
    ['Score history', 'sheet-missing'],
    ['Assessment', 'sheet-missing'],
  ] as const)('leaves a deleted %s, which held what people wrote, to them', async (name, code) => {
    const opened = await openInserted();
    await inExcel((context) => context.workbook.worksheets.getItem(name).delete());
    const findings = valueOf(await opened.port.verify());
    const about = findings.filter((finding) => finding.code === code);
    expect(about.map(({ remedy }) => remedy)).toEqual(['manual']);
    const left = valueOf(await opened.port.repair(findings));
    expect(left.map((finding): FindingCode => finding.code)).toContain(code);
  });

  it('says of a deleted Evidence sheet that it is gone, not that formulas which counted its lines were overwritten', async () => {
    const opened = await openInserted();
    await inExcel((context) => context.workbook.worksheets.getItem('Evidence').delete());
    expect(await repaired(opened)).toEqual([['sheet-missing', 'evidence', null, null, 'manual']]);
    expect(await verified(opened)).toEqual([['sheet-missing', 'evidence', null, null, 'manual']]);
  });

  it('tells an answer column that is gone', async () => {
    const opened = await openInserted();
    await meddle('Assessment', (sheet) => sheet.getRange('J:J').delete('Left'));
    const findings = valueOf(await opened.port.verify());
    expect(findings.filter(({ code }) => code === 'answer-column-missing')).toEqual([
      {
        code: 'answer-column-missing',
        sheet: 'assessment',
        address: null,
        item: null,
        remedy: 'manual',
        message: english('workbook.findingColumn', { column: 'Owner' }),
      },
    ]);
    expect(valueOf(await opened.port.read()).rows[0]?.owner).toBeNull();
  });

  it('tells that the level column is gone, without which nothing can be read', async () => {
    const opened = await openInserted();
    await meddle('Assessment', (sheet) => sheet.getRange('E:E').delete('Left'));
    expect(await verified(opened)).toEqual([['answer-column-missing', 'assessment', null, null, 'manual']]);
  });

  it('touches no answer cell when everything is broken at once', async () => {
    const opened = await openInserted();
    await answerEverything(opened);
    await meddle('Assessment', (sheet) => {
      sheet.getRange('F7:G50').values = Array.from({ length: 44 }, () => ['x', 'y']);
      sheet.getRange('E7:E50').dataValidation.clear();
      sheet.getRange('H7:H50').dataValidation.clear();
      sheet.getRange('30:31').delete('Up');
    });
    await inExcel((context) => {
      context.workbook.worksheets.getItem('Assessment').protection.unprotect();
      context.workbook.worksheets.getItem('Roadmap').delete();
      context.workbook.worksheets.getItem('Start').name = 'Cover';
    });
    const before = await answers();
    const left = await repaired(opened);
    expect(left).toEqual([['sheet-renamed', 'start', null, null, 'accept']]);
    expect(await answers()).toEqual(before);
  });
});
