import type { CellContent, SheetDesign, Validation, WorkbookDesign } from '../../src/workbook/design';
import { sheetOf, workbookOf } from '../xlsx/sample-design';
import { designFaults } from './design-faults';

const cell = (row: number, column: number, content: CellContent) => ({ row, column, content, style: {} });
const COLUMNS = [{ width: 10 }, { width: 10 }];
const of = (change: Partial<SheetDesign>): WorkbookDesign =>
  workbookOf([
    sheetOf('rubric', 'One', { columns: COLUMNS, cells: [cell(0, 0, 'x'), cell(9, 1, 1)], ...change }),
  ]);
const withFormula = (formula: string) => of({ cells: [cell(0, 0, { formula })] });
const area = { row: 0, column: 0, rows: 1, columns: 1 };
const error = { title: 'No', text: 'No.' };
const withRule = (rule: Validation['rule'], note = error) =>
  of({ validations: [{ area, rule, error: note }] });

it('finds nothing wrong with a sound sheet', () => {
  expect(designFaults(of({}))).toEqual([]);
  expect(designFaults(withFormula(`=IF(SUM($A$1:$B$2)>=1.5,"a ""b"" (",One!A1&'One'!$B$9)`))).toEqual([]);
});

it.each<[string, WorkbookDesign, string]>([
  ['a cell twice', of({ cells: [cell(0, 0, 1), cell(0, 0, 2)] }), 'A1 is out of order or there twice'],
  ['cells out of order', of({ cells: [cell(1, 0, 1), cell(0, 1, 2)] }), 'B1 is out of order'],
  ['no =', withFormula('SUM(A1)'), 'does not start with one ='],
  ['an open parenthesis', withFormula('=SUM((A1)'), 'parentheses that do not match'],
  ['a closing parenthesis too many', withFormula('=A1)+(1'), 'parentheses that do not match'],
  ['a newer function', withFormula('=XLOOKUP(1,A1,A1)'), 'the function XLOOKUP is not allowed'],
  ['a prefixed function', withFormula('=_xlfn.MINIFS(A1,A1,1)'), 'is not allowed'],
  ['a volatile function', withFormula('=NOW()'), 'the function NOW is not allowed'],
  ['a missing sheet', withFormula("='Two'!A1"), 'there is no sheet "Two"'],
  ['a name', withFormula('=Scores+1'), 'what is "Scores"'],
  ['a structured reference', withFormula('=SUM(Table1[Level])'), 'what is'],
  ['an array', withFormula('=SUM({1,2})'), 'what is'],
  ['a gone reference', withFormula('=#REF!+1'), 'what is'],
  ['a semicolon', withFormula('=SUM(A1;B1)'), 'what is'],
  ['a long text in a formula', withFormula(`="${'x'.repeat(256)}"`), 'a text in it is too long'],
  ['a long formula', withFormula(`=${'A1+'.repeat(2731)}A1`), 'characters long'],
  ['deep nesting', withFormula(`=${'('.repeat(65)}1${')'.repeat(65)}`), 'nests 65 deep'],
  ['a broken format', of({ conditionalFormats: [{ area, formula: 'A1>1', style: {} }] }), 'format at A1'],
  [
    'a format outside',
    of({ conditionalFormats: [{ area: { ...area, row: 10 }, formula: '=A1>1', style: {} }] }),
    'outside the sheet',
  ],
  ['a comma in a choice', withRule({ kind: 'list', values: ['a,b'] }), 'holds a comma'],
  ['a choice twice', withRule({ kind: 'list', values: ['a', 'a'] }), 'there twice'],
  ['a long list', withRule({ kind: 'list', values: ['a'.repeat(256)] }), 'its list is too long'],
  [
    'a long title',
    withRule({ kind: 'textLength', max: 9 }, { title: 'x'.repeat(33), text: '' }),
    'a title is too long',
  ],
  [
    'a long error',
    withRule({ kind: 'textLength', max: 9 }, { title: '', text: 'x'.repeat(226) }),
    'its error is too long',
  ],
  [
    'overlapping merges',
    of({
      merges: [
        { ...area, rows: 2 },
        { ...area, row: 1 },
      ],
    }),
    'merge at A1:A2 overlaps',
  ],
  ['a column without width', of({ columns: [{ width: 9 }] }), 'column 1 has no width'],
  ['a row of no height', of({ rowHeights: [{ row: 3, points: 0 }] }), 'height of row 3'],
  ['a forbidden name', workbookOf([sheetOf('rubric', 'A/B')]), 'the name "A/B" is not legal'],
  ['a reserved name', workbookOf([sheetOf('history', 'HISTORY')]), 'is not legal'],
  ['a long name', workbookOf([sheetOf('rubric', 'x'.repeat(32))]), 'is not legal'],
  [
    'two names alike',
    workbookOf([sheetOf('rubric', 'one'), sheetOf('start', 'One')]),
    'two sheets are called one',
  ],
])('finds %s', (_, design, fault) => {
  expect(designFaults(design).join('\n')).toContain(fault);
});
