import { strToU8 } from 'fflate';
import { patchXlsx } from '../../src/xlsx/patch/patch-xlsx';
import { readAssessmentFile } from '../../src/xlsx/read-assessment-file';
import { english as words } from '../load-words';
import { openFile, failureCode } from './open-file';
import { packed } from './packed';
import { changed, claiming, inZip64, small, SMALL } from './small-workbook';

const MEGABYTE = 1024 * 1024;
const RELS = 'xl/_rels/workbook.xml.rels';
const WORKBOOK = 'xl/workbook.xml';
const ANSWERS = 'xl/worksheets/answers.xml';

/** The workbook with its answers in a part of another name, and pointed at in another way. */
const target = (member: string, to: string) =>
  small(changed(RELS, 'worksheets/answers.xml', to), (path) =>
    path === ANSWERS ? `xl/worksheets/${member}` : path,
  );
const declaring = (encoding: string, encode: (text: string) => Uint8Array = (text) => strToU8(text)) =>
  small(
    Object.fromEntries(
      Object.entries(SMALL).map(([path, text]) => [
        path,
        encode(`<?xml version='1.0' encoding='${encoding}'?>\n${text}`),
      ]),
    ),
  );
const utf16 = (mark: string) => (text: string) => new Uint8Array(Buffer.from(`${mark}${text}`, 'utf16le'));
const big = (bytes: Uint8Array) => new Uint8Array(Buffer.from(bytes).swap16());
const oldModule = (attributes: string) => `<sheet name="Module1" sheetId="9" ${attributes}/></sheets>`;
const sheets = (count: number, id: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => `<sheet name="S${i}" sheetId="${i + 9}" r:id="${id(i)}"/>`).join(
    '',
  );
/** More sheets of the given size each, as the directory has it. */
function large(count: number, size: number): Uint8Array {
  const parts = Array.from({ length: count }, (_, i) => `xl/worksheets/large${i}.xml`);
  const relations = parts
    .map((path, i) => `<Relationship Id="l${i}" Type="x/worksheet" Target="/${path}"/>`)
    .join('');
  const bytes = small({
    ...changed(WORKBOOK, '</sheets>', `${sheets(count, (i) => `l${i}`)}</sheets>`),
    ...changed(RELS, '</Relationships>', `${relations}</Relationships>`),
    ...Object.fromEntries(parts.map((path) => [path, '<worksheet><sheetData/></worksheet>'])),
  });
  return parts.reduce((claimed, path) => claiming(claimed, path, size), bytes);
}

/** A part with white space at its end. */
const padded = (path: string) => small({ [path]: strToU8((SMALL[path] ?? '').padEnd(25 * MEGABYTE)) });

/** What reading and writing say of a file: `read`, or the code of the refusal. */
const CASES: readonly (readonly [string, Uint8Array, string])[] = [
  ['a plain one', small(), 'read'],
  [
    'a module of an old program',
    small(changed(WORKBOOK, '</sheets>', oldModule('state="veryHidden" r:id=""'))),
    'read',
  ],
  ['such a module that is shown', small(changed(WORKBOOK, '</sheets>', oldModule('r:id=""'))), 'read'],
  [
    'a dialog of an old program',
    small({
      ...changed(WORKBOOK, '</sheets>', oldModule('r:id="d"')),
      ...changed(
        RELS,
        '</Relationships>',
        '<Relationship Id="d" Type="x/dialogsheet" Target="d.xml"/></Relationships>',
      ),
    }),
    'read',
  ],
  [
    'a sheet that leads nowhere',
    small(changed(WORKBOOK, '</sheets>', oldModule('r:id="none"'))),
    'xlsx-damaged',
  ],
  ['a space in a target, encoded', target('an answer.xml', 'worksheets/an%20answer.xml'), 'read'],
  ['a space in a member, encoded', target('an%20answer.xml', 'worksheets/an answer.xml'), 'read'],
  ['another letter, encoded', target('Übung.xml', 'worksheets/%C3%9Cbung.xml'), 'read'],
  ['a percent sign that is one', target('100%.xml', 'worksheets/100%.xml'), 'read'],
  ['white space around a target', target('answers.xml', ' /xl/worksheets/answers.xml\n'), 'read'],
  ['backslashes in a target', target('answers.xml', 'worksheets\\answers.xml'), 'read'],
  ['a target with a place in it', target('answers.xml', './worksheets/answers.xml#A1'), 'read'],
  ['a target in capitals', target('answers.xml', 'Worksheets/ANSWERS.XML'), 'read'],
  ['a target that is not there', target('answers.xml', 'worksheets/gone.xml'), 'xlsx-damaged'],
  ['backslashes in the names of members', small({}, (path) => path.replaceAll('/', '\\')), 'read'],
  ['utf8 declared', declaring('utf8'), 'read'],
  ['US-ASCII declared', declaring('us-ascii'), 'read'],
  ['ISO-8859-1 declared', declaring('ISO-8859-1'), 'read'],
  ['UTF-16 with a mark', declaring('UTF-16', utf16('\uFEFF')), 'read'],
  ['UTF-16 without one', declaring('UTF-16', utf16('')), 'read'],
  ['UTF-16, the other way round', declaring('UTF-16', (text) => big(utf16('\uFEFF')(text))), 'read'],
  ['UTF-16 declared over UTF-8', declaring('utf-16'), 'read'],
  ['an encoding that nobody knows', declaring('x-none'), 'xlsx-damaged'],
  [
    'bytes that are no UTF-8',
    declaring('UTF-8', (text) => strToU8(`${text}<!--\u00e9-->`, true)),
    'xlsx-damaged',
  ],
  ['sizes in 64 bits', inZip64(small(), ['sizes']), 'read'],
  ['places in 64 bits', inZip64(small(), ['place']), 'read'],
  ['an end in 64 bits', inZip64(small(), ['end']), 'read'],
  ['everything in 64 bits', inZip64(small(), ['sizes', 'place', 'end']), 'read'],
  ['a binary workbook', small({ [WORKBOOK]: Uint8Array.of(0x83, 1, 0, 0x3c) }), 'xlsx-binary'],
  [
    'an OpenDocument file',
    packed({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'META-INF/manifest.xml': '<m/>' }),
    'xlsx-open-document',
  ],
  ['a text document', small({ [WORKBOOK]: '<w:document xmlns:w="w"/>' }), 'xlsx-not-workbook'],
  ['rich text', strToU8('{\\rtf1\\ansi A letter}'), 'xlsx-rich-text'],
  ['a PDF', strToU8('%PDF-1.7\n'), 'xlsx-pdf'],
  ['a web page', strToU8('\uFEFF\n<!DOCTYPE html><title>Sign in</title>'), 'xlsx-web-page'],
  ['a table of a web page', strToU8('<table><tr><td>ID</table>'), 'xlsx-web-page'],
  [
    'a workbook as XML of 2003',
    strToU8('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>'),
    'xlsx-old-format',
  ],
  [
    'one part as 200 sheets',
    small(changed(WORKBOOK, '</sheets>', `${sheets(200, () => 'a')}</sheets>`)),
    'xlsx-shared-sheet',
  ],
  ['ten sheets of 60 MB', large(10, 60 * MEGABYTE), 'xlsx-too-much'],
  ['shared texts of 64 MB beside a sheet of 65 MB', large(2, 65 * MEGABYTE), 'xlsx-too-much'],
  ['answers of 25 MB', padded(ANSWERS), 'xlsx-too-large'],
  ['names of 25 MB', padded(WORKBOOK), 'xlsx-too-large'],
];

const WRITE = [{ sheet: 'Answers', row: 1, column: 2, values: [['Änne ☕']] }] as const;

it.each(CASES)('%s: reading and writing say the same', async (_, bytes, code) => {
  const read = readAssessmentFile(bytes, words);
  expect(read.ok ? 'read' : read.failure.code).toBe(code);
  const patched = patchXlsx(bytes, { writes: WRITE, known: [] }, words);
  const { port } = openFile(bytes);
  const written = await port.write([{ item: 'ORG-01', field: 'owner', value: 'Änne ☕' }]);
  expect(failureCode(written)).toBe(code === 'read' ? null : code);
  if (!patched.ok) {
    expect(patched.failure.code).toBe(code);
    return;
  }
  const after = readAssessmentFile(patched.value, words);
  expect(after.ok && after.value.raw.rows.map(({ id, level, owner }) => [id, level, owner])).toEqual([
    ['ORG-01', 3, 'Änne ☕'],
    ['ORG-02', 4, null],
  ]);
});
