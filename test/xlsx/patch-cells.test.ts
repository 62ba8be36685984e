import { unzipSync } from 'fflate';
import type { CellWrite } from '../../src/workbook/cell-writes';
import type { KnownResult } from '../../src/workbook/known-result';
import { patchXlsx } from '../../src/xlsx/patch/patch-xlsx';
import { english } from '../load-words';
import { oneSheet, packed } from './packed';

type Value = string | number | null;
const SHEET = 'xl/worksheets/sheet1.xml';
const HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';

const write = (row: number, column: number, ...values: (readonly Value[])[]): CellWrite => ({
  sheet: 'One',
  row,
  column,
  values,
});

/** The sheet's text after a patch, or the code of its refusal. */
function patchedSheet(xml: string, writes: readonly CellWrite[], known: readonly KnownResult[] = []): string {
  const result = patchXlsx(packed({ ...oneSheet(''), [SHEET]: xml }), { writes, known }, english);
  return result.ok ? Buffer.from(unzipSync(result.value)[SHEET] ?? []).toString() : result.failure.code;
}
const inData = (data: string): string => `${HEAD}<sheetData>${data}</sheetData></worksheet>`;
const dataAfter = (data: string, writes: readonly CellWrite[], known?: readonly KnownResult[]): string => {
  const xml = patchedSheet(inData(data), writes, known);
  return xml.startsWith(HEAD) ? xml.slice(HEAD.length + 11, -24) : xml;
};

describe('a cell that is written', () => {
  test.each<[string, string, CellWrite, string]>([
    [
      'keeps its style',
      '<row r="1"><c r="A1" s="7" t="s"><v>0</v></c></row>',
      write(0, 0, [3]),
      '<row r="1"><c r="A1" s="7"><v>3</v></c></row>',
    ],
    [
      'is emptied and keeps its style',
      '<row r="1"><c r="A1" s="7"><v>1</v></c></row>',
      write(0, 0, [null]),
      '<row r="1"><c r="A1" s="7"/></row>',
    ],
    [
      'stays as it is spelled where it was empty and stays so',
      '<row r="1"><c  r="A1" s="7" ></c></row>',
      write(0, 0, [null, '']),
      '<row r="1"><c  r="A1" s="7" ></c></row>',
    ],
    [
      'takes text that looks like a formula as text',
      '<row r="1"/>',
      write(0, 0, ['=1+1']),
      '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c></row>',
    ],
    [
      'escapes what XML and workbooks escape',
      '',
      write(0, 0, ['<a>&"_x0041_']),
      '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">&lt;a&gt;&amp;&quot;_x005F_x0041_</t></is></c></row>',
    ],
    [
      'leaves out what XML cannot hold',
      '',
      write(0, 0, ['a\u0000\u0008b\r\nc\rd\ufffe']),
      '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">ab\nc\nd</t></is></c></row>',
    ],
    [
      'goes between its neighbours',
      '<row r="1"><c r="A1"/><c r="D1"/></row>',
      write(0, 1, [1, 2]),
      '<row r="1"><c r="A1"/><c r="B1"><v>1</v></c><c r="C1"><v>2</v></c><c r="D1"/></row>',
    ],
    [
      'goes behind the last one',
      '<row r="1"><c r="A1"/></row>',
      write(0, 2, [1]),
      '<row r="1"><c r="A1"/><c r="C1"><v>1</v></c></row>',
    ],
    [
      'is found where cells and rows carry no reference',
      '<row/><row><c/><c s="2"/></row>',
      write(1, 1, [5, 6]),
      '<row/><row><c/><c r="B2" s="2"><v>5</v></c><c r="C2"><v>6</v></c></row>',
    ],
    [
      'loses the type of a rich value',
      '<row r="1"><c r="A1" t="e" vm="1"><v>#VALUE!</v></c></row>',
      write(0, 0, [1]),
      '<row r="1"><c r="A1"><v>1</v></c></row>',
    ],
    [
      'widens the spans of its row',
      '<row r="1" spans="2:3"><c r="B1"/></row>',
      write(0, 0, [1, null, null, 4]),
      '<row r="1" spans="1:4"><c r="A1"><v>1</v></c><c r="B1"/><c r="D1"><v>4</v></c></row>',
    ],
  ])('%s', (_, before, change, after) => {
    expect(dataAfter(before, [change])).toBe(after);
  });

  it('makes rows in their order, and none for empty values', () => {
    const after = dataAfter('<row r="2"/><row r="5"/>', [write(0, 0, [1], [2], [3], [null], [5], [6], [''])]);
    expect(after).toBe(
      ['1', '2', '3', '5', '6'].map((r) => `<row r="${r}"><c r="A${r}"><v>${r}</v></c></row>`).join(''),
    );
  });

  it('takes the later of two writes', () => {
    expect(dataAfter('', [write(0, 0, [1]), { ...write(0, 0, [2]), sheet: 'ONE' }])).toBe(
      '<row r="1"><c r="A1"><v>2</v></c></row>',
    );
  });

  it('uses the prefix of the sheet, also where the data was empty', () => {
    const xml = '<x:worksheet xmlns:x="urn:m"><x:sheetData /></x:worksheet>';
    expect(patchedSheet(xml, [write(0, 0, ['a'])])).toBe(
      '<x:worksheet xmlns:x="urn:m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    );
  });

  it('grows the dimension', () => {
    const xml = `${HEAD}<dimension ref="B2:C3"/><sheetData/></worksheet>`;
    expect(patchedSheet(xml, [write(4, 0, [1, null, null, null])])).toContain('<dimension ref="A2:C5"/>');
  });

  it('leaves every other character of the sheet', () => {
    const rest = ['<!-- a > b --><c r="A9"/>', '<ext><c r="A1"><f>1</f><v>2</v></c></ext>'];
    const xml = `\uFEFF<?xml version='1.0' encoding='UTF-8'?>\r\n${HEAD}${rest[0]}<sheetData>\n <row\tr='1' ><c r='A1'>\n<v>1</v></c></row></sheetData>${rest[1]}</worksheet>\n`;
    expect(patchedSheet(xml, [write(0, 0, [2])])).toBe(
      xml.replace("<c r='A1'>\n<v>1</v></c>", '<c r="A1"><v>2</v></c>'),
    );
  });
});

describe('a new cell has the style', () => {
  const cols = '<cols><col min="2" max="3" style="4"/></cols>';
  const styled = (cells: string, change: CellWrite) =>
    patchedSheet(`${HEAD}${cols}<sheetData>${cells}</sheetData></worksheet>`, [change]);

  it('of its row', () => {
    expect(styled('<row r="1" s="9" customFormat="1"/>', write(0, 1, [1]))).toContain('<c r="B1" s="9">');
  });

  it('else of its column', () => {
    expect(styled('<row r="1" s="9"/>', write(0, 1, [1]))).toContain('<c r="B1" s="4">');
  });

  it('else that the two cells above it share, and so on downwards', () => {
    const list = '<row r="1"><c r="A1" s="1"/></row><row r="2"><c r="A2" s="1"/></row>';
    expect(styled(list, write(2, 0, [1], [2]))).toMatch(/<c r="A3" s="1">.*<c r="A4" s="1">/);
  });

  it('but not that of a header alone', () => {
    const list = '<row r="1"><c r="A1" s="8"/></row><row r="2"><c r="A2" s="1"/></row>';
    expect(styled(list, write(2, 0, [1]))).toContain('<c r="A3">');
  });
});

describe('nothing is written where', () => {
  test.each<[string, string, CellWrite, string]>([
    [
      'a formula stands',
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>',
      write(0, 0, [1]),
      'xlsx-formula',
    ],
    [
      'a formula would be emptied',
      '<row r="1"><c r="A1"><f>1+1</f></c></row>',
      write(0, 0, [null]),
      'xlsx-formula',
    ],
    [
      'a shared formula goes on',
      '<row r="1"><c r="A1"><f t="shared" si="0"/></c></row>',
      write(0, 0, [1]),
      'xlsx-formula',
    ],
    [
      'an array formula fills',
      '<row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3</f></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
      write(1, 0, [1]),
      'xlsx-array',
    ],
    [
      'an array formula will fill',
      '<row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3</f></c></row>',
      write(2, 0, [1]),
      'xlsx-array',
    ],
    [
      'a data table fills',
      '<row r="1"><c r="A1"><f t="dataTable" ref="A1:B2"/></c></row>',
      write(1, 1, [1]),
      'xlsx-array',
    ],
    ['a text is too long', '', write(0, 0, ['x'.repeat(32_768)]), 'xlsx-long-text'],
    ['rows are out of order', '<row r="2"/><row r="1"/>', write(0, 0, [1]), 'xlsx-damaged'],
    ['cells are out of order', '<row r="1"><c r="B1"/><c r="A1"/></row>', write(0, 0, [1]), 'xlsx-damaged'],
  ])('%s', (_, data, change, code) => {
    expect(dataAfter(data, [change])).toBe(code);
  });

  it('the inside of merged cells is meant; their first cell takes a value', () => {
    const xml = `${HEAD}<sheetData/><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`;
    expect(patchedSheet(xml, [write(1, 1, [1])])).toBe('xlsx-merged');
    expect(patchedSheet(xml, [write(0, 0, [1, null])])).toContain('<c r="A1"><v>1</v></c>');
  });

  it('there is no such sheet, which is a bug of the caller', () => {
    expect(() => patchedSheet(inData(''), [{ ...write(0, 0, [1]), sheet: 'Two' }])).toThrow('two');
  });

  it('a number is not finite, which is one too', () => {
    expect(() => patchedSheet(inData(''), [write(0, 0, [Number.NaN])])).toThrow('finite');
  });
});

describe('the stored result of a formula', () => {
  const known = (formula: string, value: KnownResult['value']): KnownResult[] => [
    { sheet: 'one', row: 0, column: 0, formula, value },
  ];
  const cell = (text: string) => `<row r="1"><c r="A1"${text}</c></row><row r="2"/>`;
  const changed = (text: string, results: readonly KnownResult[] = []) =>
    dataAfter(cell(text), [write(1, 1, [1, 1, 1])], results).replace(
      /^<row r="1"><c r="A1"(.*)<\/c><\/row><row r="2">.*$/s,
      '$1',
    );

  test.each<[string, string, readonly KnownResult[], string]>([
    ['is dropped with its type', ' s="1" t="str"><f>B1</f><v>old</v>', [], ' s="1"><f>B1</f>'],
    [
      'is dropped where it is an error of a rich value',
      ' t="e" vm="2"><f>B1</f><v>#SPILL!</v>',
      [],
      '><f>B1</f>',
    ],
    ['is dropped where it is an empty text', ' t="str"><f>B1</f><v></v>', [], '><f>B1</f>'],
    ['is left where there is none', '><f>B1</f><v></v>', [], '><f>B1</f><v></v>'],
    ['is a known number', ' t="str"><f>B1</f><v>old</v>', known('=B1', 2.5), '><f>B1</f><v>2.5</v>'],
    ['is a known text', '><f>B1</f><v>1</v>', known('b1', 'a<b'), ' t="str"><f>B1</f><v>a&lt;b</v>'],
    ['is a known boolean', '><f>B1</f>', known('B1', true), ' t="b"><f>B1</f><v>1</v>'],
    [
      'is known whatever the white space',
      '><f>SUM( B1,\n C1 )</f>',
      known('=sum(B1,C1)', 1),
      '><f>SUM( B1,\n C1 )</f><v>1</v>',
    ],
    [
      'is not known where a text differs',
      '><f>B1&amp;"a b"</f><v>1</v>',
      known('=B1&"A b"', 'x'),
      '><f>B1&amp;"a b"</f>',
    ],
    ['is not known where the formula is another', '><f>B2</f><v>1</v>', known('=B1', 2), '><f>B2</f>'],
    [
      'is not known where the formula fills more cells',
      '><f t="array" ref="A1:B1">C1:D1</f><v>1</v>',
      known('=C1:D1', 2),
      '><f t="array" ref="A1:B1">C1:D1</f>',
    ],
  ])('%s', (_, before, results, after) => {
    expect(changed(before, results)).toBe(after);
  });

  it('is dropped in every cell that an array formula fills', () => {
    const before =
      '<row r="1"><c r="A1"><f t="array" ref="A1:B1">C1:D1</f><v>1</v></c><c r="B1" t="str"><v>x</v></c><c r="C1"><v>3</v></c></row>';
    expect(dataAfter(before, [write(1, 3, [1])])).toContain('<c r="B1"></c><c r="C1"><v>3</v></c>');
  });

  test.each<[string, string, string]>([
    ['another column', '<f>C1</f><v>5</v>', '<f>C1</f><v>5</v>'],
    ['another sheet', '<f>Team!E7</f><v>5</v>', '<f>Team!E7</f><v>5</v>'],
    ['a column beside the written one', '<f>SUM(C:E)</f><v>5</v>', '<f>SUM(C:E)</f><v>5</v>'],
    ['another book', '<f>[1]One!B2</f><v>5</v>', '<f>[1]One!B2</f><v>5</v>'],
    ['nothing', '<f>PI()</f><v>5</v>', '<f>PI()</f><v>5</v>'],
    ['the written column', '<f>$B$9</f><v>5</v>', '<f>$B$9</f>'],
    ['a range around it', '<f>SUM(A1:C9)</f><v>5</v>', '<f>SUM(A1:C9)</f>'],
    ['a range of whole rows', '<f>SUM(7:9)</f><v>5</v>', '<f>SUM(7:9)</f>'],
    [
      'a range that a function ends',
      '<f>SUM(C1:INDEX(A1:A9,2))</f><v>5</v>',
      '<f>SUM(C1:INDEX(A1:A9,2))</f>',
    ],
    ['a sum as wide as its criteria', '<f>SUMIF(C1:E9,1,A1)</f><v>5</v>', '<f>SUMIF(C1:E9,1,A1)</f>'],
    [
      'what a shared formula became beside it',
      '<f t="shared" si="0" ref="D1:E1">A9</f><v>5</v>',
      '<f t="shared" si="0" ref="D1:E1">A9</f>',
    ],
    ['anything', '<f>INDIRECT("C1")</f><v>5</v>', '<f>INDIRECT("C1")</f>'],
  ])('that depends on %s', (_, before, after) => {
    const row = (formula: string) => `<row r="1"><c r="D1">${formula}</c></row>`;
    expect(dataAfter(row(before), [write(1, 1, [1])])).toContain(row(after));
  });
});
