import type { CellStyle, SheetDesign, SheetId, WorkbookDesign } from '../../src/workbook/design';

const PRINT = { landscape: false, onePage: false, footer: '&L&A&RPage &P of &N' } as const;

/** A sheet with nothing on it but what is given. */
export const sheetOf = (id: SheetId, name: string, given: Partial<SheetDesign> = {}): SheetDesign => ({
  id,
  name,
  cells: [],
  columns: [],
  rowHeights: [],
  merges: [],
  links: [],
  validations: [],
  conditionalFormats: [],
  charts: [],
  print: PRINT,
  protected: false,
  ...given,
});

export const workbookOf = (sheets: readonly SheetDesign[]): WorkbookDesign => ({
  title: 'Sample',
  font: { name: 'Calibri', size: 11, color: '1F2937' },
  lineColor: 'D1D5DB',
  sheets,
});

const HEADER: CellStyle = {
  bold: true,
  fill: '1F4E79',
  color: 'FFFFFF',
  wrap: true,
  vertical: 'center',
  border: 'all',
};
const INPUT: CellStyle = { unlocked: true, horizontal: 'center', border: 'all', fill: 'FFFBEB' };
const ITEMS = 6;
const FIRST = 3;

const cell = (
  row: number,
  column: number,
  content: SheetDesign['cells'][number]['content'],
  style: CellStyle = {},
) => ({
  row,
  column,
  content,
  style,
});

/** Uses every feature of the design once or more: what the writer can draw, on three sheets and a hidden one. */
export function sampleDesign(): WorkbookDesign {
  const levels = [3, 0, 'N/A', "Don't know", null, 5];
  const assessment = sheetOf('assessment', "Team's answers", {
    tabColor: '1F4E79',
    columns: [
      { width: 12 },
      { width: 40 },
      { width: 11 },
      { width: 14 },
      { width: 9, grouped: true },
      { width: 9, grouped: true },
    ],
    rowHeights: [
      { row: 0, points: 30 },
      { row: FIRST - 1, points: 22.5 },
    ],
    cells: [
      cell(0, 0, 'Answers & levels <0-5> "quoted"', { bold: true, size: 18, color: '1F4E79' }),
      cell(1, 0, 'To the scores', { underline: true }),
      ...['ID', 'Question', 'Level', 'Due', 'Number', 'Known'].map((text, i) =>
        cell(FIRST - 1, i, text, HEADER),
      ),
      ...levels.flatMap((level, i) => [
        cell(FIRST + i, 0, `ORG-0${i + 1}`, { italic: true, underline: true }),
        cell(FIRST + i, 1, i === 1 ? ' two\nlines, _x0041_ and a bell \x07' : `Question ${i + 1}`, {
          wrap: true,
          vertical: 'top',
        }),
        cell(FIRST + i, 2, level ?? null, INPUT),
        cell(FIRST + i, 3, null, { ...INPUT, numberFormat: 'yyyy-mm-dd' }),
        cell(FIRST + i, 4, { formula: `=IF(ISNUMBER($C${FIRST + i + 1}),$C${FIRST + i + 1},"")` }),
        cell(FIRST + i, 5, { formula: `=$C${FIRST + i + 1}<>""` }, { indent: 1 }),
      ]),
    ],
    merges: [{ row: 0, column: 0, rows: 1, columns: 4 }],
    links: [{ row: 1, column: 0, to: { sheet: 'scorecard', row: 0, column: 0 }, tip: 'To the "scores"' }],
    validations: [
      {
        area: { row: FIRST, column: 2, rows: ITEMS, columns: 1 },
        rule: { kind: 'list', values: ['0', '1', '2', '3', '4', '5', 'N/A', "Don't know"] },
        prompt: { title: 'Level', text: 'Choose one.\nN/A needs a reason.' },
        error: { title: 'Not a level', text: 'Choose from the list.' },
      },
      {
        area: { row: FIRST, column: 1, rows: ITEMS, columns: 1 },
        rule: { kind: 'textLength', max: 500 },
        error: { title: 'Too long', text: 'At most 500 characters.' },
      },
      {
        area: { row: FIRST, column: 3, rows: ITEMS, columns: 1 },
        rule: { kind: 'date', from: '2020-01-01', to: '2099-12-31' },
        error: { title: 'Not a day', text: 'Type a day.' },
      },
    ],
    conditionalFormats: [
      {
        area: { row: FIRST, column: 2, rows: ITEMS, columns: 1 },
        formula: `=AND(ISNUMBER($C${FIRST + 1}),$C${FIRST + 1}<2)`,
        style: { fill: 'FDE68A', color: '7C2D12', bold: true },
      },
      {
        area: { row: FIRST, column: 2, rows: ITEMS, columns: 1 },
        formula: `=$C${FIRST + 1}=5`,
        style: { fill: 'BBF7D0' },
      },
    ],
    frozen: { rows: FIRST, columns: 1 },
    autoFilter: { row: FIRST - 1, column: 0, rows: ITEMS + 1, columns: 4 },
    print: {
      landscape: true,
      onePage: false,
      area: { row: 0, column: 0, rows: FIRST + ITEMS, columns: 4 },
      titleRows: { first: FIRST - 1, last: FIRST - 1 },
      footer: '&L&A&RPage &P of &N',
    },
    protected: true,
  });
  const range = (column: string) => `'Team''s answers'!$${column}$${FIRST + 1}:$${column}$${FIRST + ITEMS}`;
  const place = { row: 5, column: 0, rows: 15, columns: 4 };
  const series = [
    {
      name: { row: 0, column: 1, rows: 1, columns: 1 },
      values: { row: 1, column: 1, rows: 3, columns: 1 },
      color: '1F4E79',
    },
    {
      name: { row: 0, column: 2, rows: 1, columns: 1 },
      values: { row: 1, column: 2, rows: 3, columns: 1 },
      color: 'B45309',
      dashed: true,
    },
  ] as const;
  const chart = {
    title: 'Levels & targets',
    categories: { row: 1, column: 0, rows: 3, columns: 1 },
    series,
    max: 5,
  };
  const scorecard = sheetOf('scorecard', 'Scorecard', {
    columns: [{ width: 24 }, { width: 12 }, { width: 12 }],
    cells: [
      ...['Measure', 'Score', 'Target'].map((text, i) => cell(0, i, text, HEADER)),
      cell(1, 0, 'Mean'),
      cell(1, 1, { formula: `=SUM(${range('E')})/COUNT(${range('E')})` }, { numberFormat: '0.00' }),
      cell(1, 2, 4, { numberFormat: '0.000%' }),
      cell(2, 0, 'Rated'),
      cell(2, 1, { formula: `=COUNTIFS(${range('E')},">=0")` }, { border: 'bottom' }),
      cell(2, 2, 5),
      cell(3, 0, 'Known'),
      cell(3, 1, { formula: `=SUMPRODUCT(--${range('F')})` }),
      cell(3, 2, true),
    ],
    charts: [
      { ...chart, kind: 'radar', id: 'chart-radar', description: 'Two "rings" & more', place },
      { ...chart, kind: 'bar', id: 'chart-bars', description: 'Bars', place: { ...place, column: 5 } },
    ],
    print: { landscape: true, onePage: true, footer: '' },
    protected: true,
  });
  const start = sheetOf('start', 'Start', { cells: [cell(0, 0, 'Welcome')] });
  const state = sheetOf('state', 'JSP_state', {
    veryHidden: true,
    cells: [cell(0, 0, 'schema'), cell(0, 1, 'jsp-workbook/1')],
  });
  return workbookOf([state, start, assessment, scorecard]);
}
