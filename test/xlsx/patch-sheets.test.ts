import { strFromU8, unzipSync } from 'fflate';
import { affectedCells } from '../../src/xlsx/patch/affected-cells';
import { patchXlsx } from '../../src/xlsx/patch/patch-xlsx';
import { english } from '../load-words';
import { packed } from './packed';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

describe('the sheets that a change may reach', () => {
  /** The sheets whose formula a change of the first column of In reaches, and In. */
  const reached = (
    sheets: Readonly<Record<string, string>>,
    names: Readonly<Record<string, string>> = {},
    tables: Readonly<Record<string, string>> = {},
  ): string => {
    const formulas = new Map(Object.entries(sheets).map(([name, text]) => [name, { column: 0, text }]));
    const effect = affectedCells(
      {
        sheets: [...formulas].map(([name, formula]) => ({ name, formulas: [formula] })),
        names: Object.entries(names).map(([name, formula]) => ({ name, formula })),
        tables: Object.entries(tables).map(([name, sheet]) => ({ name, sheet })),
      },
      new Map([['In', new Set([0])]]),
    );
    return [...formulas]
      .filter(([name, formula]) => name === 'In' || effect(name, formula) !== 'none')
      .map(([name]) => name.toLowerCase())
      .sort()
      .join();
  };

  test.each<[string, string, boolean]>([
    ['a plain name', 'In!A1', true],
    ['a name in another case', 'SUM(IN!A1:B2)', true],
    ['a quoted name', "1+'In'!A1", true],
    ['a name behind a text with an apostrophe', `"don't"&'In'!A1`, true],
    ['a name as the second half of a range', 'A1:In!B2', true],
    ['a part of a longer name', 'Inside!A1+Win!A1', false],
    ['the same name in another book', '[1]In!A1', false],
    ['the same quoted name in another book', "'C:\\[a.xlsx]In'!A1", false],
    ['a name of this book', '[0]!Ours', true],
    ['a defined name', 'Ours*2', true],
    ['a defined name that stands on another', 'theirs', true],
    ['a table', 'SUM(tblIn[Value])', true],
    ['INDIRECT', 'INDIRECT("A"&1)', true],
    ['OFFSET', 'OFFSET(A1,1,1)', true],
    ['a defined name with INDIRECT', 'Far', true],
    ['nothing', 'SUM(A1:B2)*2', false],
    ['a lost reference', '#REF!+1', false],
  ])('%s', (_, formula, found) => {
    const names = { Ours: 'In!$A$1', Theirs: 'Ours+1', Far: 'INDIRECT("x")' };
    expect(reached({ In: '', Out: formula }, names, { tblIn: 'in' })).toBe(found ? 'in,out' : 'in');
  });

  it.each<[string, string, boolean]>([
    ['a range', 'SUM(A1:D3)', true],
    ['a range with spaces around its colon', 'SUM(A1 : D3)', true],
    ['two ends that name their sheet', 'SUM(In!A1:In!D3)', true],
    ['two ends that name their sheet in marks', "SUM('In'!A1:'In'!D3)", true],
    ['an end that a function gives', 'SUM(A1:INDEX(D:D,3))', true],
    ['a range of ranges', 'SUM(A1:A2:D3)', true],
    ['two cells beside it', 'SUM(A1,D1)', false],
    ['two cells beside it and a text with a colon', 'A1&": "&D1', false],
  ])('a change of column B reaches a formula of its sheet with %s', (_, text, found) => {
    const formula = { column: 9, text };
    const effect = affectedCells(
      { sheets: [{ name: 'In', formulas: [formula] }], names: [], tables: [] },
      new Map([['In', new Set([1])]]),
    );
    expect(effect('In', formula)).toBe(found ? 'changed' : 'none');
  });

  it('follows chains, in whatever order the tabs stand', () => {
    expect(reached({ C: "'B b'!A1", 'B b': 'A!A1', A: 'In!A1', In: '', Other: 'A1' })).toBe('a,b b,c,in');
  });

  it('takes every sheet between the two of a 3-D reference', () => {
    expect(reached({ First: '', In: '', Last: '', Out: 'SUM(First:Last!A1)' })).toBe('in,out');
    expect(reached({ First: '', Last: '', In: '', Out: "SUM('First:Last'!A1)" })).toBe('in');
    expect(reached({ 'La st': '', In: '', First: '', Out: "SUM('First:La st'!A1)" })).toBe('in,out');
  });
});

describe('a workbook of several sheets', () => {
  interface Workbook {
    readonly sheets: Readonly<Record<string, string>>;
    readonly rest?: string;
    readonly table?: string;
    readonly parts?: Readonly<Record<string, string>>;
  }

  /** Sheet `i` is in part `sheet${i}.xml`; a table stands on the first one. */
  function workbook({ sheets, rest = '', table, parts = {} }: Workbook): Uint8Array {
    const names = Object.keys(sheets);
    const entries = names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i}"/>`)
      .join('');
    const targets = names.map((_, i) => relation(`s${i}`, 'worksheet', `worksheets/sheet${i}.xml`)).join('');
    return packed({
      '_rels/.rels': relations(relation('a', 'officeDocument', 'xl/workbook.xml')),
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${entries}</sheets>${rest}</workbook>`,
      'xl/_rels/workbook.xml.rels': relations(targets),
      ...Object.fromEntries(
        Object.values(sheets).map((data, i) => [`xl/worksheets/sheet${i}.xml`, sheetXml(data)] as const),
      ),
      ...(table === undefined
        ? {}
        : {
            'xl/worksheets/_rels/sheet0.xml.rels': relations(relation('t', 'table', '../tables/table1.xml')),
            'xl/tables/table1.xml': table,
          }),
      ...parts,
    });
  }
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
  const relations = (list: string) => `<Relationships>${list}</Relationships>`;
  const sheetXml = (data: string) => `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`;

  /** The parts that a write of 1 to a cell of the first sheet changes, with their new text; or the code of the refusal. */
  function changed(bytes: Uint8Array, row = 0, column = 0): Readonly<Record<string, string>> | string {
    const writes = [{ sheet: 'In', row, column, values: [[1]] }];
    const result = patchXlsx(bytes, { writes, known: [] }, english);
    if (!result.ok) return result.failure.code;
    const [before, after] = [unzipSync(bytes), unzipSync(result.value)];
    const texts = Object.entries(after).map(([path, content]) => [path, strFromU8(content)] as const);
    return Object.fromEntries(
      texts.filter(([path, text]) => strFromU8(before[path] ?? new Uint8Array()) !== text),
    );
  }
  const partsChanged = (bytes: Uint8Array, row = 0, column = 0) =>
    Object.keys(changed(bytes, row, column)).sort();

  const stored = (formula: string) => `<row r="9"><c r="A9"><f>${formula}</f><v>5</v></c></row>`;

  it('loses the results that may depend on the change, and no other', () => {
    const bytes = workbook({
      sheets: { In: '', Out: stored('In!A1'), Apart: stored('1+1'), Far: stored('Out!A9') },
    });
    expect(changed(bytes)).toMatchObject({
      'xl/worksheets/sheet1.xml': sheetXml('<row r="9"><c r="A9"><f>In!A1</f></c></row>'),
      'xl/worksheets/sheet3.xml': sheetXml('<row r="9"><c r="A9"><f>Out!A9</f></c></row>'),
    });
    expect(partsChanged(bytes)).not.toContain('xl/worksheets/sheet2.xml');
  });

  it.each<[string, string, string]>([
    ['adds the order to calculate behind the sheets', '', '</sheets><calcPr fullCalcOnLoad="1"/></workbook>'],
    [
      'adds it behind the names',
      '<definedNames/><oleSize ref="A1"/>',
      '<definedNames/><calcPr fullCalcOnLoad="1"/><oleSize',
    ],
    [
      'sets it where there is another',
      '<calcPr calcId="5" fullCalcOnLoad="0"/>',
      '<calcPr calcId="5" fullCalcOnLoad="1"/>',
    ],
    [
      'keeps that a team calculates by hand',
      '<calcPr calcMode="manual"></calcPr>',
      '<calcPr calcMode="manual" fullCalcOnLoad="1"></calcPr>',
    ],
  ])('%s', (_, rest, found) => {
    expect(changed(workbook({ sheets: { In: '' }, rest }))).toMatchObject({
      'xl/workbook.xml': expect.stringContaining(found) as string,
    });
  });

  it('leaves the workbook part where the order stands already', () => {
    const bytes = workbook({ sheets: { In: '' }, rest: '<calcPr fullCalcOnLoad="1"/>' });
    expect(partsChanged(bytes)).toEqual(['xl/worksheets/sheet0.xml']);
  });

  it('is patched in the strict form of the format too', () => {
    const strict = {
      'xl/worksheets/sheet0.xml':
        '<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData/></worksheet>',
    };
    expect(partsChanged(workbook({ sheets: { In: '' }, parts: strict }))).toContain(
      'xl/worksheets/sheet0.xml',
    );
  });

  it('is refused where it is signed', () => {
    expect(changed(workbook({ sheets: { In: '' }, parts: { '_xmlsignatures/origin.sigs': '' } }))).toBe(
      'xlsx-signed',
    );
  });

  it('is refused where two sheets share a part', () => {
    const bytes = workbook({
      sheets: { In: '', Twin: '' },
      parts: {
        'xl/_rels/workbook.xml.rels': relations(
          [0, 1].map((i) => relation(`s${i}`, 'worksheet', 'worksheets/sheet0.xml')).join(''),
        ),
      },
    });
    expect(changed(bytes)).toBe('xlsx-shared-sheet');
  });

  describe('with a table', () => {
    const tableXml = (attributes = '', inside = '<autoFilter ref="A1:B3"/>') =>
      `<table id="1" name="T" displayName="T" ref="A1:B3"${attributes}>${inside}<tableColumns count="2"/></table>`;
    const withTable = (table: string, data = '') =>
      workbook({ sheets: { In: data, Out: stored('SUM(T[a])') }, table });

    it('takes in the rows straight below it', () => {
      const grown = changed(withTable(tableXml()), 3);
      expect(grown).toMatchObject({ 'xl/tables/table1.xml': tableXml().replaceAll('A1:B3', 'A1:B4') });
      expect(grown).toHaveProperty(['xl/worksheets/sheet1.xml']);
    });

    test.each<[string, Uint8Array, number, number]>([
      ['the row is inside', withTable(tableXml()), 2, 0],
      ['a row is left out', withTable(tableXml()), 4, 0],
      ['the cell is beside it', withTable(tableXml()), 3, 2],
      ['there are totals', withTable(tableXml(' totalsRowCount="1"')), 3, 0],
      ['a query fills it', withTable(tableXml(' tableType="queryTable"')), 3, 0],
      [
        'a column has a formula',
        withTable(tableXml('', '<x><calculatedColumnFormula>1</calculatedColumnFormula></x>')),
        3,
        0,
      ],
      ['something stands there', withTable(tableXml(), '<row r="4"><c r="B4"><v>1</v></c></row>'), 3, 0],
      ['its filter is elsewhere', withTable(tableXml('', '<autoFilter ref="A1:B2"/>')), 3, 0],
    ])('leaves it as it is where %s', (_, bytes, row, column) => {
      expect(partsChanged(bytes, row, column)).not.toContain('xl/tables/table1.xml');
      expect(partsChanged(bytes, row, column)).toContain('xl/worksheets/sheet0.xml');
    });
  });
});
