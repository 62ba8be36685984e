import { readAssessment } from '../../src/assessment/read-assessment';
import { vocabularyOf } from '../../src/assessment/vocabulary';
import { score } from '../../src/scoring/score';
import catalogue from '../../assets/locales/en.json';
import { english } from '../load-words';
import { jsp } from '../load-rubric';
import { failureCode, inExcel, openInserted, textOf, valueOf } from './open-excel';

const order = jsp.items.map(({ id }) => id);
const reversed = [...order].reverse();
const LAST = 6 + order.length;

/** A workbook with other answers, notes and a note of the team's own beside each item. */
async function openFilled() {
  const opened = await openInserted();
  valueOf(
    await opened.port.write(
      order.flatMap((item, i) => [
        { item, field: 'level', value: [0, 1, 2, 3, 4, 5, "Don't know"][i % 7] ?? null },
        { item, field: 'notes', value: `about ${item}` },
      ]),
    ),
  );
  await unprotected((sheet) => {
    sheet.getRange(`X7:X${LAST}`).values = order.map((item) => [`ours about ${item}`]);
  });
  return opened;
}

const unprotected = (work: (sheet: Excel.Worksheet) => void, password?: string) =>
  inExcel((context) => {
    const sheet = context.workbook.worksheets.getItem('Assessment');
    sheet.protection.unprotect();
    work(sheet);
    sheet.protection.protect({ allowAutoFilter: true }, password);
  });

const cells = (sheet: string, address: string) =>
  inExcel(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load('values');
    const { protection } = context.workbook.worksheets.getItem(sheet);
    protection.load('protected,options');
    await context.sync();
    return { values: range.values as unknown[][], protection: protection.toJSON() };
  });
const overall = async () => (await cells('Scorecard', 'A13:Z13')).values;
const ids = async () => (await cells('Assessment', `A7:A${LAST}`)).values.map(([id]) => id);

test('rows move whole, formulas and what the team wrote beside them included; scores and Check stay as they were', async () => {
  const opened = await openFilled();
  const before = (await cells('Assessment', `A7:X${LAST}`)).values;
  const scored = await overall();
  valueOf(await opened.port.sortRows!(reversed));
  const after = await cells('Assessment', `A7:Z${LAST}`);
  expect(after.values.map((row) => row.slice(0, 24))).toEqual([...before].reverse());
  expect(after.values.every((row) => row[24] === '' && row[25] === '')).toBe(true);
  expect(after.protection).toMatchObject({
    protected: true,
    options: { allowAutoFilter: true, allowSort: false },
  });
  expect(await overall()).toEqual(scored);
  const { entries } = readAssessment(valueOf(await opened.port.read()), {
    rubric: jsp,
    words: english,
    vocabulary: vocabularyOf([catalogue]),
  });
  expect(score(jsp, entries).overall.rated).toBe(scored[0]?.[3]);
  expect(order.filter((item) => entries.get(item)?.notes !== `about ${item}`)).toEqual([]);
  expect(valueOf(await opened.port.verify())).toEqual([]);
  valueOf(await opened.port.sortRows!(order));
  expect((await cells('Assessment', `A7:X${LAST}`)).values).toEqual(before);
});

test('inserted empty rows, strangers and a second row of an item go behind, in the order they had', async () => {
  const { port, book } = await openFilled();
  await unprotected((sheet) => {
    sheet.getRange('7:8').insert('Down');
    sheet.getRange('A8').values = [['MINE-01']];
    sheet.getRange(`A${LAST + 3}`).values = [['org-01']];
  });
  expect(book.userEdit('Assessment', 'E9', 5)).toMatchObject({ ok: true });
  valueOf(await port.sortRows!(reversed));
  const found = (await cells('Assessment', `A7:E${LAST + 3}`)).values;
  expect(found.slice(0, order.length - 1).map(([id]) => id)).toEqual(reversed.slice(0, -1));
  expect(found.slice(order.length - 1).map(([id, , , , level]) => [id, level])).toEqual([
    ['ORG-01', 5],
    ['org-01', ''],
    ['', ''],
    ['MINE-01', ''],
  ]);
});

test('a sheet that wants a password is named, and nothing changes', async () => {
  const { port } = await openFilled();
  await unprotected(() => undefined, 'secret');
  const before = (await cells('Assessment', `A1:Z${LAST}`)).values;
  const refused = await port.sortRows!(reversed);
  expect(refused).toMatchObject({ ok: false, failure: { code: 'sheet-password' } });
  expect(!refused.ok && refused.failure.message).toContain('Assessment');
  expect((await cells('Assessment', `A1:Z${LAST}`)).values).toEqual(before);
});

test('where Excel does not sort, as with merged cells, nothing is left behind and the sheet is protected again', async () => {
  const { port } = await openFilled();
  await unprotected((sheet) => sheet.getRange('X8:X9').merge());
  const before = (await cells('Assessment', `A1:Z${LAST}`)).values;
  expect(failureCode(await port.sortRows!(reversed))).toBe('excel-refused');
  const after = await cells('Assessment', `A1:Z${LAST}`);
  expect(after.values).toEqual(before);
  expect(after.protection.protected).toBe(true);
});

test('hidden rows stay, and it is said; every answer is still beside its question', async () => {
  const { port } = await openFilled();
  await unprotected((sheet) => (sheet.getRange('9:9').rowHidden = true));
  const refused = await port.sortRows!(reversed);
  expect(failureCode(refused)).toBe('rows-stayed');
  expect(await ids()).not.toEqual(order);
  const notes = valueOf(await port.read()).rows.map(({ id, notes: note }) => [`about ${textOf(id)}`, note]);
  expect(notes.filter(([wanted, found]) => wanted !== found)).toEqual([]);
});

test('a sheet that is in order already is not touched', async () => {
  const { port, excel } = await openFilled();
  excel.counters.requests = 0;
  valueOf(await port.sortRows!(order));
  expect(excel.counters.requests).toBe(2);
});
