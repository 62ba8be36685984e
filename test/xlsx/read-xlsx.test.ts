import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { cellAt, readXlsx, type XlsxContent } from '../../src/xlsx/read-xlsx';
import { writeXlsx } from '../../src/xlsx/write-xlsx';
import { english } from '../load-words';
import { oneSheet, packed } from './packed';
import { sampleDesign } from './sample-design';

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

const codeOf = (bytes: Uint8Array): string => {
  const content = readXlsx(bytes, english);
  return content.ok ? 'read' : content.failure.code;
};

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
        ...new Uint8Array(Uint16Array.from([...text], (c) => c.charCodeAt(0)).buffer),
      ]);
    const workbook =
      parts['xl/workbook.xml']?.replace('<sheets>', '<workbookPr date1904="1"/><sheets>') ?? '';
    const members = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const);
    const content = contentOf(zipSync({ ...Object.fromEntries(members), 'xl/workbook.xml': wide(workbook) }));
    expect(content.date1904).toBe(true);
    expect(content.sheets.map((sheet) => sheet.name)).toEqual(['One']);
  });
});

describe('files that are refused in words', () => {
  const compoundFile = (stream: string) =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      ...new Array<number>(60).fill(0),
      ...[...stream].flatMap((c) => [c.charCodeAt(0), 0]),
    ]);
  const sound = writeXlsx(sampleDesign());
  const withSheet = (data: string) => packed(oneSheet(data));
  const patched = (change: (view: DataView) => void): Uint8Array => {
    const bytes = sound.slice();
    change(new DataView(bytes.buffer));
    return bytes;
  };
  const endOf = (view: DataView) => view.byteLength - 22;
  const directoryOf = (view: DataView) => view.getUint32(endOf(view) + 16, true);

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'xlsx-not-zip'],
    ['text', strToU8('ID,Level\nORG-01,3\n'), 'xlsx-not-zip'],
    ['a file cut in half', sound.subarray(0, sound.length / 2), 'xlsx-truncated'],
    ['a file without its first kilobyte', sound.subarray(1024), 'xlsx-truncated'],
    ['a password', compoundFile('EncryptedPackage'), 'xlsx-password'],
    ['an old .xls', compoundFile('Workbook'), 'xlsx-old-format'],
    ['another archive', packed({ 'readme.txt': 'hello' }), 'xlsx-not-workbook'],
    [
      'a document',
      packed({ ...oneSheet(''), 'xl/workbook.xml': '<w:document xmlns:w="w"/>' }),
      'xlsx-not-workbook',
    ],
    [
      'a document type',
      packed({ ...oneSheet(''), 'xl/workbook.xml': '<!DOCTYPE a><workbook/>' }),
      'xlsx-doctype',
    ],
    ['entities of its own', withSheet('<row><c t="str"><v>&a;</v></c></row>'), 'xlsx-damaged'],
    ['a tag that never ends', withSheet('<row><c r="A1"><v>1</v></c></row><row '), 'xlsx-damaged'],
    ['tags that do not nest', withSheet('<row><c></row></c>'), 'xlsx-damaged'],
    ['a shared text that is not there', withSheet('<row><c t="s"><v>5</v></c></row>'), 'xlsx-damaged'],
    ['a number that is none', withSheet('<row><c><v>three</v></c></row>'), 'xlsx-damaged'],
    ['a cell that no sheet has', withSheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'), 'xlsx-damaged'],
    ['a cell of another row', withSheet('<row r="1"><c r="A2"><v>1</v></c></row>'), 'xlsx-damaged'],
    ['a row that no sheet has', withSheet('<row r="1048577"/>'), 'xlsx-damaged'],
    [
      'an encrypted member',
      patched((view) => view.setUint16(directoryOf(view) + 8, 1, true)),
      'xlsx-packing',
    ],
    [
      'another compression',
      patched((view) => view.setUint16(directoryOf(view) + 10, 12, true)),
      'xlsx-packing',
    ],
    ['zip64', patched((view) => view.setUint32(directoryOf(view) + 24, 0xffffffff, true)), 'xlsx-packing'],
    [
      'a zip64 directory',
      patched((view) => view.setUint32(endOf(view) + 16, 0xffffffff, true)),
      'xlsx-packing',
    ],
    ['a split archive', patched((view) => view.setUint16(endOf(view) + 4, 1, true)), 'xlsx-packing'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  test('a member that unpacks to more than 64 MB, before it is unpacked', () => {
    const bomb = new Uint8Array(64 * 1024 * 1024 + 1);
    const parts = Object.entries(oneSheet('')).map(([path, text]) => [path, strToU8(text)] as const);
    const bytes = zipSync({ ...Object.fromEntries(parts), 'xl/worksheets/sheet1.xml': bomb });
    expect(codeOf(bytes)).toBe('xlsx-too-large');
  });

  test('a member that says it is smaller than it is', () => {
    const big = zipSync({ 'xl/workbook.xml': new Uint8Array(1_000_000), ...{} });
    const view = new DataView(big.buffer, big.byteOffset, big.byteLength);
    view.setUint32(view.getUint32(big.length - 6, true) + 24, 10, true);
    expect(codeOf(big)).toBe('xlsx-not-workbook');
    const lying = packed(oneSheet('<row><c><v>1</v></c></row>'));
    const directory = new DataView(lying.buffer, lying.byteOffset, lying.byteLength);
    directory.setUint32(directory.getUint32(lying.length - 6, true) + 24, 10, true);
    expect(codeOf(lying)).toBe('xlsx-damaged');
  });

  test('the message names no code but what to do', () => {
    const content = readXlsx(strToU8('text'), english);
    expect(content.ok).toBe(false);
    if (!content.ok) expect(content.failure.message).toMatch(/Choose a file/);
  });

  test('any bit flipped: the same content or a refusal, never an exception', () => {
    const before = JSON.stringify(codeOf(sound));
    expect(before).toBe('"read"');
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.nat(7), (at, bit) => {
        const bytes = sound.slice();
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const content = readXlsx(bytes, english);
        if (content.ok) expect(textsOf(content.value)).toEqual(textsOf(contentOf(sound)));
        else expect(content.failure.code).toMatch(/^xlsx-/);
      }),
      { numRuns: 400 },
    );
  });

  test('any truncation is refused', () => {
    fc.assert(
      fc.property(fc.nat(sound.length - 1), (length) => {
        expect(codeOf(sound.subarray(0, length))).toMatch(/^xlsx-(truncated|not-zip)$/);
      }),
      { numRuns: 100 },
    );
  });

  test('any bytes after a sound start are read or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        expect(codeOf(Uint8Array.from([0x50, 0x4b, 3, 4, ...noise]))).toMatch(/^xlsx-/);
      }),
    );
  });

  test('any XML in a sheet is read or refused', () => {
    const piece = fc.constantFrom(
      '<row>',
      '</row>',
      '<c r="A1">',
      '<c>',
      '</c>',
      '<v>',
      '</v>',
      '<',
      '>',
      '&',
      '&#0;',
      '"',
      "'",
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '<is><t>',
      '</t></is>',
      '1',
      'x:y',
      ' r="',
      '/>',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(codeOf(packed(oneSheet(pieces.join(''))))).toMatch(/^(read|xlsx-(damaged|doctype))$/);
      }),
      { numRuns: 500 },
    );
  });
});

/** Everything a content says, as something to compare. */
const textsOf = (content: XlsxContent): unknown =>
  content.sheets.map(({ name, rows }) => [name, [...rows].map(([row, cells]) => [row, [...cells]])]);
