import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { SheetDesign, Validation } from '../../src/workbook/design';
import { writeXlsx } from '../../src/xlsx/write-xlsx';
import { jspDesign } from '../oracles/design';
import { lintXlsx } from '../oracles/lint-xlsx';
import { validateXlsx } from '../oracles/validate-xlsx';
import { sampleDesign, sheetOf, workbookOf } from './sample-design';

const partsOf = (file: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]));

const write =
  (name: string, given: Partial<SheetDesign> = {}) =>
  () =>
    writeXlsx(workbookOf([sheetOf('start', name, given)]));

describe('the whole workbook as a file', () => {
  const file = writeXlsx(jspDesign());

  test('is valid to the Open XML SDK and to the lint', async () => {
    expect(lintXlsx(file)).toEqual([]);
    expect(await validateXlsx(file)).toEqual([]);
  });

  test.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles'])('has the same bytes in %s', (zone) => {
    const tsx = join('node_modules', '.bin', 'tsx');
    const hash = execFileSync(tsx, [join('test', 'xlsx', 'print-hash.ts')], {
      env: { ...process.env, TZ: zone, LC_ALL: 'C' },
      encoding: 'utf8',
    });
    expect(hash).toBe(createHash('sha256').update(file).digest('hex'));
  });

  test('says neither who made it nor where nor when', () => {
    const parts = partsOf(file);
    const all = Object.values(parts).join('\n');
    expect(all).not.toMatch(/<dc:creator|lastModifiedBy|<Company|absPath|docProps\/app/);
    expect(all).not.toMatch(/file:\/\/|[A-Z]:\\|\/(home|root|Users|tmp)\//);
    for (const own of [process.cwd(), hostname(), userInfo().homedir]) expect(all).not.toContain(own);
    expect(parts['docProps/core.xml']).toContain('>2026-01-01T00:00:00Z<');
    expect(parts['xl/workbook.xml']).toContain('filterPrivacy="1"');
  });
});

describe('what is drawn', () => {
  const parts = partsOf(writeXlsx(sampleDesign()));
  const workbook = parts['xl/workbook.xml'] ?? '';
  const answers = parts['xl/worksheets/sheet3.xml'] ?? '';

  test('names for printing and filtering, and an order to calculate on opening', () => {
    expect(workbook).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="2" hidden="1">'Team''s answers'!$A$3:$D$9</definedName>`,
    );
    expect(workbook).toContain(`localSheetId="2">'Team''s answers'!$A$1:$D$9</definedName>`);
    expect(workbook).toContain(`localSheetId="2">'Team''s answers'!$3:$3</definedName>`);
    expect(workbook).toContain('fullCalcOnLoad="1"');
  });

  test('a hidden first sheet is not the one that opens', () => {
    expect(workbook).toContain('state="veryHidden"');
    expect(workbook).toContain('activeTab="1"');
    expect(parts['xl/worksheets/sheet2.xml']).toContain('tabSelected="1"');
  });

  test('helper columns behind a collapsed group, and its button after the last of them', () => {
    expect(answers).toContain('<col min="6" max="6" width="9" hidden="1" customWidth="1" outlineLevel="1"/>');
    expect(answers).toContain('<col min="7" max="7" width="9" customWidth="1" collapsed="1"/>');
  });

  test('protection without a password that lets people filter and size', () => {
    expect(answers).toContain(
      '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0"/>',
    );
    expect(parts['xl/styles.xml']).toContain('<protection locked="0"/>');
  });

  test('days of a validation as serial numbers', () => {
    expect(answers).toContain('<formula1>43831</formula1><formula2>73050</formula2>');
  });

  test('charts with a description, names from cells and an axis from 0 to 5 in steps of 1', () => {
    const radar = parts['xl/charts/chart1.xml'] ?? '';
    expect(parts['xl/drawings/drawing1.xml']).toContain('descr="Two &quot;rings&quot; &amp; more"');
    expect(radar).toContain('<c:tx><c:strRef><c:f>Scorecard!$B$1</c:f></c:strRef></c:tx>');
    expect(radar).toContain('<c:max val="5"/><c:min val="0"/>');
    expect(radar).toContain('<c:majorUnit val="1"/>');
    expect(radar).toContain('<a:prstDash val="dash"/>');
    expect(parts['xl/charts/chart2.xml']).toContain('<c:barDir val="bar"/>');
  });

  test('results of formulas where they are known', () => {
    const results = { '1:1': 2.5, '2:1': '', '3:1': false } as const;
    const file = writeXlsx(sampleDesign(), (sheet, row, column) =>
      sheet === 'scorecard' ? results[`${row}:${column}` as keyof typeof results] : undefined,
    );
    const scorecard = partsOf(file)['xl/worksheets/sheet4.xml'] ?? '';
    expect(scorecard).toMatch(/<c r="B2" s="\d+"><f>[^<]+<\/f><v>2.5<\/v><\/c>/);
    expect(scorecard).toMatch(/<c r="B3" s="\d+" t="str"><f>[^<]+<\/f><v><\/v><\/c>/);
    expect(scorecard).toMatch(/<c r="B4" t="b"><f>[^<]+<\/f><v>0<\/v><\/c>/);
    expect(lintXlsx(file)).toEqual([]);
  });
});

describe('a design that Excel would repair or refuse is a bug', () => {
  const area = { row: 0, column: 0, rows: 1, columns: 1 };
  const error = { title: 'No', text: 'No' };
  const rule = (given: Partial<Validation>): Partial<SheetDesign> => ({
    validations: [{ area, rule: { kind: 'list', values: ['1'] }, error, ...given }],
  });
  const cell = (content: SheetDesign['cells'][number]['content']): Partial<SheetDesign> => ({
    cells: [{ row: 0, column: 0, content, style: {} }],
  });

  test.each([
    ['no name', ''],
    ['a name of 32 characters', 'x'.repeat(32)],
    ['a forbidden character', 'A/B'],
    ['an apostrophe at the end', "A'"],
    ['the reserved name', 'history'],
  ])('%s', (_, name) => {
    expect(write(name)).toThrow(/Sheet name/);
  });

  test('the same name in other letters', () => {
    const sheets = [sheetOf('start', 'One'), sheetOf('state', 'ONE')];
    expect(() => writeXlsx(workbookOf(sheets))).toThrow(/used twice/);
  });

  test('no visible sheet', () => {
    expect(write('One', { veryHidden: true })).toThrow(/not hidden/);
  });

  test.each<[string, Partial<SheetDesign>, RegExp]>([
    ['a dropdown value with a comma', rule({ rule: { kind: 'list', values: ['a,b'] } }), /comma/],
    ['a dropdown too long', rule({ rule: { kind: 'list', values: ['x'.repeat(256)] } }), /255/],
    ['a prompt title too long', rule({ prompt: { title: 'x'.repeat(33), text: '' } }), /32/],
    ['a prompt too long', rule({ prompt: { title: 'x', text: 'x'.repeat(256) } }), /255/],
    ['an error too long', rule({ error: { title: 'x', text: 'x'.repeat(226) } }), /225/],
    ['a day that is none', rule({ rule: { kind: 'date', from: '2026-13-01', to: '2027-01-01' } }), /ISO day/],
    ['a formula without its sign', cell({ formula: 'A1' }), /start with =/],
    ['a formula too long', cell({ formula: `=${'1+'.repeat(4100)}1` }), /too long/],
    ['a text too long', cell('x'.repeat(32_768)), /32767/],
    ['a number that is none', cell(Number.NaN), /not finite/],
    ['a colour that is none', { tabColor: 'red' }, /RRGGBB/],
    [
      'a link to a missing sheet',
      { links: [{ row: 0, column: 0, to: { sheet: 'roadmap', row: 0, column: 0 }, tip: '' }] },
      /does not have/,
    ],
  ])('%s', (_, given, message) => {
    expect(write('One', given)).toThrow(message);
  });
});
