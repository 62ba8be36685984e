import type { WorkbookPort } from '../../src/workbook/port';
import { inExcel, openInserted, textOf, valueOf } from './open-excel';

const values = (sheet: string, address: string) =>
  inExcel(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load('values');
    await context.sync();
    return range.values as unknown[][];
  });
const unprotected = (name: string, work: (sheet: Excel.Worksheet) => void) =>
  inExcel((context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.protection.unprotect();
    work(sheet);
  });
/** Every formula of a sheet with its text changed, as a version that had other ranges would have written it. */
const rewritten = (name: string, change: (formula: string) => string) =>
  inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.protection.unprotect();
    const used = sheet.getUsedRange(true).load('formulas');
    await context.sync();
    used.formulas = (used.formulas as unknown[][]).map((row) =>
      row.map((cell) => (typeof cell === 'string' && cell.startsWith('=') ? change(cell) : null)),
    );
  });

const ratedOnScorecard = async () => (await values('Scorecard', 'D13'))[0]?.[0];
const opened = async () => {
  const { book, port } = await openInserted();
  const items = valueOf(await port.read()).rows.map(({ id }) => textOf(id));
  valueOf(await port.write(items.map((item) => ({ item, field: 'level', value: 3 }))));
  return { book, port };
};
/** The sheets with formulas that Check names, all of which it offers to put right. */
const named = async (port: WorkbookPort) => {
  const found = valueOf(await port.verify()).filter(({ code }) => code === 'formula-changed');
  expect(found.map(({ remedy }) => remedy)).toEqual(found.map(() => 'repair'));
  return [...new Set(found.map(({ sheet }) => sheet))];
};
const repaired = async (port: WorkbookPort) => valueOf(await port.repair(valueOf(await port.verify())));

it('an item below all that formulas search is named, and counted once that is put right', async () => {
  const { port } = await opened();
  const moved = await inExcel(async (context) => {
    const row = context.workbook.worksheets.getItem('Assessment').getRange('A7:L7').load('values');
    await context.sync();
    return row.values as unknown[][];
  });
  await unprotected('Assessment', (sheet) => {
    sheet.getRange('A400:L400').values = moved;
    sheet.getRange('7:7').delete('Up');
  });
  expect(await ratedOnScorecard()).toBe(43);
  expect(await named(port)).toContain('rubric');
  await repaired(port);
  expect(await ratedOnScorecard()).toBe(44);
});

it('a workbook of a version whose ranges began at the first item goes on scoring, and is offered the better ones', async () => {
  const { book, port } = await opened();
  for (const name of ['Rubric', 'Assessment', 'Roadmap']) {
    await rewritten(name, (formula) =>
      formula.replace(/(Assessment!\$[A-Z]+\$)6:/g, '$17:').replace(/(Evidence!\$[A-Z]+\$)4:/g, '$15:'),
    );
  }
  expect(await ratedOnScorecard()).toBe(44);
  expect(await named(port)).toEqual(['assessment', 'roadmap', 'rubric']);
  await repaired(port);
  expect(await named(port)).toEqual([]);
  await unprotected('Assessment', (sheet) => sheet.getRange('7:7').insert('Down'));
  book.userSort('Assessment', 'A7:V51', 'B');
  expect(await ratedOnScorecard()).toBe(44);
});

it('evidence below all lines that formulas look at is named, and counted once that is put right', async () => {
  const { port } = await opened();
  await unprotected('Evidence', (sheet) => {
    sheet.getRange('A400').values = [['ORG-01']];
  });
  expect(await values('Assessment', 'N7')).toEqual([['']]);
  expect(await named(port)).toEqual(['assessment']);
  await repaired(port);
  expect(await values('Assessment', 'N7')).toEqual([[1]]);
});
