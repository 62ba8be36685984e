import type { Finding } from '../../src/workbook/port';
import type { SandboxBook } from '../../src/sandbox/host/sandbox-book';
import { countOf } from '../depth';
import { copiesOf } from '../sandbox/copies-of';
import { inExcel, openExcel, openInserted, textOf, valueOf } from './open-excel';

type Opened = Awaited<ReturnType<typeof openInserted>>;
type Sheet = Excel.Worksheet;

/** As a person who takes the protection off, works, and puts it back. */
const on = (name: string, work: (sheet: Sheet) => void) => () =>
  inExcel((context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.protection.unprotect();
    work(sheet);
    if (name !== 'JSP_state')
      sheet.protection.protect({ allowFormatColumns: true, allowFormatRows: true, allowAutoFilter: true });
  });
const write = (sheet: string, address: string, ...values: unknown[]) =>
  on(sheet, (it) => (it.getRange(address).values = values.map((value) => [value])));
const sheetOf = (name: string, work: (sheet: Sheet) => void) => () =>
  inExcel((context) => work(context.workbook.worksheets.getItem(name)));
const gone = (sheet: Sheet) => {
  sheet.visibility = 'Visible';
  sheet.delete();
};
const duplicate =
  (name: string, copy: string) =>
  async ({ book }: Opened) => {
    const id = await inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name).load('id');
      await context.sync();
      return sheet.id;
    });
    book.model.dispatch('DUPLICATE_SHEET', { sheetId: id, sheetIdTo: 'copy', sheetNameTo: copy });
  };

const brief = (findings: readonly Finding[]) => [
  ...new Set(findings.map(({ code, sheet, address }) => [code, sheet, address].filter(Boolean).join(' '))),
];
/** Answers by the question that they stand beside: no repair may tear them apart. */
const answered = () =>
  inExcel(async (context) => {
    const range = context.workbook.worksheets.getItem('Assessment').getRange('A1:H60').load('values');
    await context.sync();
    const header = range.values.findIndex((row) => row.includes('Question'));
    const question = range.values[header]?.indexOf('Question') ?? 0;
    return new Map(
      range.values.slice(header + 1).map((row) => [row[question], row[question + 1] as unknown]),
    );
  });

/** One damage a line: what a person did, what Check names, and what Repair leaves of it. */
const WRECKAGE: readonly (readonly [
  string,
  (opened: Opened) => unknown,
  readonly string[],
  readonly string[],
])[] = [
  [
    'two IDs exchanged',
    on('Assessment', (s) => {
      s.getRange('A7').values = [['ORG-03']];
      s.getRange('A9').values = [['ORG-01']];
    }),
    ['text-changed assessment A7', 'text-changed assessment A9'],
    [],
  ],
  ['an ID emptied', write('Assessment', 'A7', ''), ['text-changed assessment A7'], []],
  ['a space behind an ID', write('Assessment', 'A7', 'ORG-01 '), ['text-changed assessment A7'], []],
  ['an ID in small letters', write('Assessment', 'A7', 'org-01'), [], []],
  ['a question typed over', write('Assessment', 'D7', 'What?'), ['text-changed assessment D7'], []],
  [
    'headings renamed and formulas below typed over',
    on('Assessment', (s) => {
      s.getRange('F6').values = [['Meaning']];
      s.getRange('F7:F8').values = [['x'], ['x']];
    }),
    ['text-changed assessment F6', 'formula-changed assessment F7:F8'],
    [],
  ],
  [
    'a formula that looks at another row',
    on('Assessment', (s) => {
      s.getRange('O7').formulas = [
        ['=IF(ISNUMBER(MATCH($A8,Rubric!$A$6:$A$49,0)),MATCH($A8,Rubric!$A$6:$A$49,0),0)'],
      ];
    }),
    ['formula-changed assessment O7'],
    [],
  ],
  [
    'title row deleted',
    on('Assessment', (s) => s.getRange('1:1').delete('Up')),
    ['cells-missing assessment'],
    [],
  ],
  [
    'heading row deleted',
    on('Assessment', (s) => s.getRange('6:6').delete('Up')),
    ['cells-missing assessment'],
    [],
  ],
  [
    'column of descriptors deleted',
    on('Assessment', (s) => s.getRange('F:F').delete('Left')),
    ['cells-missing assessment'],
    [],
  ],
  [
    'answer cells locked',
    on('Assessment', (s) => (s.getRange('E7:E8').format.protection.locked = true)),
    ['lock-changed assessment E7:E8'],
    [],
  ],
  [
    'due dates without their rule',
    on('Assessment', (s) => s.getRange('K7:K9').dataValidation.clear()),
    ['validation-missing assessment K7:K9'],
    [],
  ],
  ['a domain renamed', write('Scorecard', 'A10', 'Risk Mgmt'), ['text-changed scorecard A10'], []],
  [
    'a row inserted above and a figure typed over',
    on('Scorecard', (s) => {
      s.getRange('1:1').insert('Down');
      s.getRange('F11').values = [[5]];
    }),
    ['formula-changed scorecard F11'],
    [],
  ],
  [
    'the row of a domain deleted',
    on('Scorecard', (s) => s.getRange('10:10').delete('Up')),
    ['cells-missing scorecard'],
    [],
  ],
  ['a descriptor rewritten', write('Rubric', 'F6', 'Anything'), ['text-changed rubric F6'], []],
  [
    'a figure of the benchmark typed over',
    write('Benchmark', 'C14', 4.5),
    ['text-changed benchmark C14'],
    [],
  ],
  [
    'a pointer turned elsewhere',
    on('JSP_state', (s) => (s.getRange('B20').formulas = [['=Start!$A$1']])),
    ['text-changed state'],
    [],
  ],
  ['the hidden sheet deleted', sheetOf('JSP_state', gone), ['sheet-missing state'], []],
  [
    'the hidden sheet emptied',
    sheetOf('JSP_state', (s) => s.getRange('A1:E60').clear('Contents')),
    ['text-changed state'],
    [],
  ],
  [
    'the hidden sheet renamed and shown',
    sheetOf('JSP_state', (s) => {
      s.visibility = 'Visible';
      s.name = 'Notes';
    }),
    ['sheet-renamed state', 'sheet-shown state'],
    [],
  ],
  ['Start deleted', sheetOf('Start', gone), ['sheet-missing start'], []],
  [
    'a sheet hidden',
    sheetOf('Rubric', (s) => (s.visibility = 'Hidden')),
    ['sheet-hidden rubric'],
    ['sheet-hidden rubric'],
  ],
  [
    'sheets moved',
    sheetOf('Rubric', (s) => (s.position = 1)),
    ['sheets-moved start'],
    ['sheets-moved start'],
  ],
  [
    'the Assessment twice',
    duplicate('Assessment', 'Copy of Assessment'),
    ['sheet-copied assessment'],
    ['sheet-copied assessment'],
  ],
  [
    'a second state sheet, as from another workbook',
    duplicate('JSP_state', 'JSP_state (2)'),
    ['sheet-copied state'],
    ['sheet-copied state'],
  ],
];

let filled: Promise<() => SandboxBook> | null = null;
async function fill(): Promise<() => SandboxBook> {
  const { port, book } = await openInserted();
  const { rows } = valueOf(await port.read());
  valueOf(await port.write(rows.map(({ id }, i) => ({ item: textOf(id), field: 'level', value: i % 6 }))));
  return copiesOf(book);
}

describe('wreckage', () => {
  it.each(WRECKAGE.filter((_, i) => i % countOf('damagesToARepair') === 0))(
    '%s is named and mended, and every answer stays with its question',
    async (_, damage, named, left) => {
      filled ??= fill();
      const opened = await openExcel({}, await filled);
      const { port } = opened;
      const { rows } = valueOf(await port.read());
      const before = await answered();
      await damage(opened);
      const findings = valueOf(await port.verify());
      expect(brief(findings)).toEqual(named);
      expect(brief(valueOf(await port.repair(findings)))).toEqual(left);
      const after = await answered();
      for (const [question, level] of before) if (question !== '') expect(after.get(question)).toBe(level);
      expect(
        valueOf(await port.read()).rows.map(({ id, level }) => [textOf(id).toUpperCase(), level]),
      ).toEqual(rows.map(({ id }, i) => [id, i % 6]));
    },
  );

  it('leaves what a team wrote where an older workbook has none of our columns', async () => {
    filled ??= fill();
    const { port } = await openExcel({}, await filled);
    const own = [['Team', 'Cost'], ...Array.from({ length: 44 }, (_, i) => [`name ${i}`, i])];
    await on('Assessment', (sheet) => {
      sheet.getRange('Q:V').delete('Left');
      sheet.getRange('Q6:R50').values = own;
    })();
    const findings = valueOf(await port.verify());
    expect(brief(findings)).toContain('cells-missing assessment');
    expect(brief(valueOf(await port.repair(findings)))).toEqual([]);
    const now = await inExcel(async (context) => {
      const range = context.workbook.worksheets.getItem('Assessment').getRange('Q6:X50').load('values');
      await context.sync();
      return range.values as unknown[][];
    });
    expect(now.map((row) => row.slice(6))).toEqual(own);
    expect(now[0]?.slice(0, 6)).toEqual(
      [0, 1, 2, 3, 4, 5].map((level) => expect.stringMatching(`^${level} `) as string),
    );
  });
});
