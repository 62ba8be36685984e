import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { readXlsx } from '../../src/xlsx/read-xlsx';
import { writeXlsx } from '../../src/xlsx/write-xlsx';
import { english } from '../load-words';
import { oneSheet, packed } from './packed';
import { sampleDesign } from './sample-design';

const codeOf = (bytes: Uint8Array): string => {
  const content = readXlsx(bytes, english);
  return content.ok ? 'read' : content.failure.code;
};

describe('files that are refused in words', () => {
  const compoundFile = (stream: string) =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      ...new Array<number>(60).fill(0),
      ...Array.from(stream).flatMap((c) => [c.charCodeAt(0), 0]),
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
    const big = zipSync({ 'xl/workbook.xml': new Uint8Array(1_000_000) });
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
    const before = textsOf(sound);
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.nat(7), (at, bit) => {
        const bytes = sound.slice();
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const content = readXlsx(bytes, english);
        if (content.ok) expect(textsOf(bytes)).toEqual(before);
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

/** Everything a file says, as something to compare. */
function textsOf(bytes: Uint8Array): unknown {
  const content = readXlsx(bytes, english);
  if (!content.ok) throw new Error(content.failure.message);
  return content.value.sheets.map(({ name, rows }) => [
    name,
    [...rows].map(([row, cells]) => [row, [...cells]]),
  ]);
}
