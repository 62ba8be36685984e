import { strToU8, zipSync } from 'fflate';
import { cellAt, readXlsx, type XlsxContent } from '../../src/xlsx/read-xlsx';
import { english } from '../load-words';
import { oneSheet, packed } from './packed';

function contentOf(bytes: Uint8Array): XlsxContent {
  const content = readXlsx(bytes, english);
  if (!content.ok) throw new Error(content.failure.message);
  return content.value;
}

/** The values of row 1, from A on. */
function firstRow(parts: Readonly<Record<string, string>>, columns: number): unknown[] {
  const [sheet] = contentOf(packed(parts)).sheets;
  if (!sheet) throw new Error('no sheet');
  return Array.from({ length: columns }, (_, column) => cellAt(sheet, 0, column).value);
}

describe('what a cell says', () => {
  test.each([
    ['<c r="A1"><v>3</v></c>', 3],
    ['<c r="A1" t="n"><v> 2.5e-1 </v></c>', 0.25],
    ['<c r="A1" t="b"><v>1</v></c>', true],
    ['<c r="A1" t="b"><v>0</v></c>', false],
    ['<c r="A1" t="e"><v>#REF!</v></c>', { error: '#REF!' }],
    ['<c r="A1" t="str"><f>B1</f><v></v></c>', ''],
    ['<c r="A1" t="str"><f>B1</f><v>_x0041_ &amp; &#10004;</v></c>', 'A & ✔'],
    ['<c r="A1" t="inlineStr"><is><t> in </t></is></c>', ' in '],
    ['<c r="A1" t="inlineStr"><is><r><t>two </t></r><r><rPr><b/></rPr><t>runs</t></r></is></c>', 'two runs'],
    ['<c r="A1" t="inlineStr"><is><t>言</t><rPh sb="0" eb="1"><t>aid</t></rPh></is></c>', '言'],
    ['<c r="A1" t="d"><v>2026-01-31</v></c>', '2026-01-31'],
    ['<c r="A1" t="str"><f>B1</f><v><![CDATA[<3]]></v></c>', '<3'],
    ['<c r="A1" s="4"/>', null],
    ['<c r="A1"><v></v></c>', null],
    ['<c r="A1"><f>B1</f></c>', null],
  ])('%s', (cell, value) => {
    expect(firstRow(oneSheet(`<row r="1">${cell}</row>`), 1)).toEqual([value]);
  });

  test('shared texts are plain text, also of several runs and without reading aids', () => {
    const strings =
      '<sst><si><t xml:space="preserve"> a\r\nb </t></si><si><r><t>rich</t></r><r><rPr/><t xml:space="preserve"> text</t></r><rPh sb="0" eb="1"><t>aid</t></rPh></si><si/></sst>';
    const cells = [0, 1, 2].map((i) => `<c t="s"><v>${i}</v></c>`).join('');
    expect(firstRow(oneSheet(`<row>${cells}</row>`, strings), 3)).toEqual([' a\nb ', 'rich text', '']);
  });

  test('formulas come with their sign; followers of a shared formula are known as formulas', () => {
    const row =
      '<row r="1"><c r="A1"><f>B1&lt;2</f><v>1</v></c><c r="B1"><f t="shared" ref="B1:C1" si="0">A1+1</f><v>2</v></c><c r="C1"><f t="shared" si="0"/><v>3</v></c></row>';
    const [sheet] = contentOf(packed(oneSheet(row))).sheets;
    const formulas = [0, 1, 2].map((column) => sheet && cellAt(sheet, 0, column).formula);
    expect(formulas).toEqual(['=B1<2', '=A1+1', '=']);
  });

  test('cells and rows without a reference follow one another', () => {
    const rows = '<row><c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>';
    const [sheet] = contentOf(packed(oneSheet(rows))).sheets;
    expect(firstRow(oneSheet(rows), 4)).toEqual([1, null, 3, 4]);
    expect(sheet && cellAt(sheet, 1, 0).value).toBe(5);
  });
});

describe('files of other programs', () => {
  test('prefixed elements, absolute targets and other letter case in part names', () => {
    const parts = oneSheet('');
    const bytes = packed({
      '_rels/.rels': parts['_rels/.rels']?.replace('Target="xl/', 'Target="/xl/') ?? '',
      'xl/workbook.xml':
        '<?xml version="1.0"?><x:workbook xmlns:x="m" xmlns:q="r"><!-- > --><x:sheets><x:sheet q:id="s" name="A &gt; &quot;B&quot;" state="veryHidden" sheetId="1"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels':
        parts['xl/_rels/workbook.xml.rels']?.replace('worksheets/', '/XL/worksheets/') ?? '',
      'xl/worksheets/Sheet1.xml': `\uFEFF<x:worksheet xmlns:x="m"><x:sheetData><x:row x:spans='>'><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData><x:extLst><x:c r="A1"><x:v>8</x:v></x:c></x:extLst></x:worksheet>`,
      'xl/sharedStrings.xml': '<x:sst xmlns:x="m"/>',
    });
    const [sheet] = contentOf(bytes).sheets;
    expect(sheet).toMatchObject({ name: 'A > "B"', visibility: 'veryHidden' });
    expect(sheet && cellAt(sheet, 0, 0).value).toBe(7);
  });

  test('UTF-16 parts, and days that count from 1904', () => {
    const parts = oneSheet('<row><c><v>1</v></c></row>');
    const wide = (text: string): Uint8Array =>
      new Uint8Array([
        0xff,
        0xfe,
        ...new Uint8Array(Uint16Array.from(Array.from(text, (c) => c.charCodeAt(0))).buffer),
      ]);
    const workbook =
      parts['xl/workbook.xml']?.replace('<sheets>', '<workbookPr date1904="1"/><sheets>') ?? '';
    const members = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const);
    const content = contentOf(zipSync({ ...Object.fromEntries(members), 'xl/workbook.xml': wide(workbook) }));
    expect(content.date1904).toBe(true);
    expect(content.sheets.map((sheet) => sheet.name)).toEqual(['One']);
  });
});
