import { jsp } from '../load-rubric';
import type { SheetDesign } from '../../src/workbook/design';
import { locate, parsePointer, type StateRow } from '../../src/workbook/map';
import { STATE_SHEET_NAME } from '../../src/workbook/sheet-names';
import { english as words } from '../load-words';
import { jspDesign } from '../oracles/design';

describe('parsePointer', () => {
  it.each([
    ["='My sheet'!$E$6", { sheet: 'My sheet', row: 5, column: 4 }],
    ['=Start!$D$19', { sheet: 'Start', row: 18, column: 3 }],
    ['Start!D19', { sheet: 'Start', row: 18, column: 3 }],
    [' =Start!$A$1 ', { sheet: 'Start', row: 0, column: 0 }],
    ["='Ann''s ''own'''!$AA$1048576", { sheet: "Ann's 'own'", row: 1_048_575, column: 26 }],
    ["='A!B'!$A$1", { sheet: 'A!B', row: 0, column: 0 }],
    ['=Übersicht!A1', { sheet: 'Übersicht', row: 0, column: 0 }],
  ])('reads %s', (formula, spot) => {
    expect(parsePointer(formula)).toEqual(spot);
  });

  it.each([
    ...[
      '=#REF!',
      '=Start!#REF!',
      "='My sheet'!#REF!",
      '=#REF!$A$1',
      '=$A$1',
      '=Start!$A$1:$B$2',
      '=Start!A',
      '',
    ],
    ...['=SUM(Start!A1)', "=''!A1", '=Start!A0x', 'text', '=1+1', "='open!A1"],
  ])('reads nothing from %j', (formula) => {
    expect(parsePointer(formula)).toBeNull();
  });
});

const stateSheet = jspDesign().sheets.find(({ id }) => id === 'state')!;
/** The state sheet as a reader hands it over. */
function rowsOf({ cells }: SheetDesign): StateRow[] {
  return cells
    .filter(({ column }) => column === 0)
    .map(({ row, content: key }) => {
      const value = cells.find((cell) => cell.row === row && cell.column === 1)?.content ?? null;
      const isFormula = value !== null && typeof value === 'object';
      return {
        key: key as string,
        value: isFormula ? 'ID' : value,
        formula: isFormula ? value.formula : null,
      };
    });
}
const rows = rowsOf(stateSheet);
const changed = (change: (row: StateRow) => Partial<StateRow>) =>
  rows.map((row) => ({ ...row, ...change(row) }));
const found = (given: readonly StateRow[]) => {
  const map = locate(given, STATE_SHEET_NAME, words);
  return map.ok ? map.value : map.failure;
};

describe('locate', () => {
  it('finds everything in a new workbook', () => {
    const map = locate(rows, STATE_SHEET_NAME, words);
    if (!map.ok) throw new Error(map.failure.message);
    expect(map.value).toMatchObject({
      rubric: { id: jsp.id, version: jsp.version },
      language: 'en',
      cycle: '2026',
      sheets: { start: 'Start', assessment: 'Assessment', history: 'Score history', state: 'JSP_state' },
    });
    expect(map.value.spot('pointer.level')).toEqual({ sheet: 'Assessment', row: 5, column: 4 });
    expect(map.value.spot('pointer.detail')).toEqual({ sheet: 'Start', row: 20, column: 3 });
  });

  it('follows a renamed sheet and a moved column by its formula', () => {
    const map = locate(
      changed(({ key, formula }) => ({
        formula:
          key === 'pointer.level'
            ? "='Ann''s list'!$G$9"
            : (formula?.replace('=Assessment!', "='Ann''s list'!") ?? null),
      })),
      STATE_SHEET_NAME,
      words,
    );
    if (!map.ok) throw new Error(map.failure.message);
    expect(map.value.sheets.assessment).toBe("Ann's list");
    expect(map.value.spot('pointer.level')).toEqual({ sheet: "Ann's list", row: 8, column: 6 });
  });

  it('knows no place for what is gone, and works on', () => {
    const map = locate(
      changed(({ key }) => ((key as string).includes('benchmark') ? { formula: '=#REF!' } : {})),
      STATE_SHEET_NAME,
      words,
    );
    if (!map.ok) throw new Error(map.failure.message);
    expect(map.value.sheets.benchmark).toBeNull();
    expect(map.value.spot('pointer.benchmark.table')).toBeNull();
    expect(map.value.sheets.scorecard).toBe('Scorecard');
  });

  it.each(['pointer.id', 'pointer.level'])('says what to do when the column of %s is gone', (gone) => {
    expect(found(changed(({ key }) => (key === gone ? { formula: '=Assessment!#REF!' } : {})))).toEqual({
      code: 'answers-gone',
      message: words('workbook.answersGone'),
    });
  });

  it('takes a value over a formula for a pointer that is gone', () => {
    expect(
      found(changed(({ key }) => (key === 'pointer.id' ? { formula: null, value: '=Assessment!$A$6' } : {}))),
    ).toMatchObject({
      code: 'answers-gone',
    });
  });

  it('reads nothing from a workbook of another version, and names it', () => {
    const failure = found(changed(({ key }) => (key === 'schema' ? { value: 'jsp-workbook/2' } : {})));
    expect(failure).toMatchObject({ code: 'newer' });
    expect(failure).toHaveProperty('message', expect.stringContaining('jsp-workbook/2'));
  });

  it.each<[string, readonly StateRow[]]>([
    ['no state', []],
    ['somebody else’s sheet of that name', [{ key: 'schema', value: 'their-book/1', formula: null }]],
    ['an error where the schema was', [{ key: 'schema', value: { error: '#REF!' }, formula: '=x' }]],
    ['numbers for keys', [{ key: 7, value: 'jsp-workbook/1', formula: null }]],
  ])('knows a workbook with %s as not ours', (_, given) => {
    expect(found(given)).toMatchObject({ code: 'not-ours' });
  });

  it('reads a cycle that a spreadsheet turned into a number', () => {
    expect(found(changed(({ key }) => (key === 'cycle' ? { value: 2026 } : {})))).toMatchObject({
      cycle: '2026',
    });
  });
});
