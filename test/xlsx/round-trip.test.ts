import fc from 'fast-check';
import type { CellContent } from '../../src/workbook/design';
import { cellAt, readXlsx, type XlsxContent } from '../../src/xlsx/read-xlsx';
import { writeXlsx } from '../../src/xlsx/write-xlsx';
import { english } from '../load-words';
import { readWithOpenpyxl } from '../oracles/openpyxl';
import { sampleDesign, sheetOf, workbookOf } from './sample-design';
import { countOf } from '../depth';

function read(bytes: Uint8Array): XlsxContent {
  const content = readXlsx(bytes, english);
  if (!content.ok) throw new Error(content.failure.message);
  return content.value;
}

const text = fc.string({ unit: 'binary', maxLength: 60 });
const escapes = fc.constantFrom(
  '_x0041_',
  '_x005F_',
  '_x0041_x0042_',
  '__x000D_',
  '\r\n',
  '\t',
  '\x00',
  '\uFFFE',
  '\uD800',
  ']]>',
  '&amp;',
  ' ',
  '=1+1',
);
const content: fc.Arbitrary<CellContent> = fc.oneof(
  text,
  fc.array(escapes, { maxLength: 4 }).map((pieces) => pieces.join('')),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  text.map((value) => ({ formula: `="${value.replaceAll('"', '""')}"` })),
);
const cells = fc.uniqueArray(
  fc.record({ row: fc.nat(40), column: fc.nat(40), content, style: fc.constant({}) }),
  { selector: ({ row, column }) => row * 100 + column, maxLength: 40 },
);
const sheetName = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter(
    (name) =>
      !/[\\/?*[\]:\p{Cc}]|^'|'$|^\s*$/u.test(name) && name.length < 30 && name.toLowerCase() !== 'history',
  );

test('what is written is read again: any text, number, boolean and formula, in any cell of any sheet', () => {
  fc.assert(
    fc.property(cells, sheetName, text, (drawn, name, result) => {
      const file = writeXlsx(workbookOf([sheetOf('assessment', name, { cells: drawn })]), () => result);
      const [sheet] = read(file).sheets;
      expect(sheet?.name).toBe(name);
      for (const { row, column, content: wanted } of drawn) {
        const found = sheet && cellAt(sheet, row, column);
        if (wanted !== null && typeof wanted === 'object') {
          expect(found).toEqual({ value: result, formula: wanted.formula });
        } else {
          // Excel has no empty text in a cell, and no negative zero.
          expect(found?.value).toEqual(wanted === '' ? null : Object.is(wanted, -0) ? 0 : wanted);
        }
      }
    }),
    { numRuns: countOf('roundTrips') },
  );
});

test('openpyxl understands the file as it was meant', async () => {
  const design = sampleDesign();
  const { content: seen } = await readWithOpenpyxl(writeXlsx(design));
  expect(seen.identity).toEqual([null, 'Sample']);
  expect(seen.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ['JSP_state', 'veryHidden'],
    ['Start', 'visible'],
    ["Team's answers", 'visible'],
    ['Scorecard', 'visible'],
  ]);
  expect(seen.sheets[2]).toMatchObject({
    merges: ['A1:D1'],
    protected: true,
    frozen: 'B4',
    filter: 'A3:D9',
    validations: [
      { area: 'C4:C9', type: 'list', formula: `"0,1,2,3,4,5,N/A,Don't know"` },
      { area: 'B4:B9', type: 'textLength', formula: '500' },
      { area: 'D4:D9', type: 'date', formula: '43831' },
    ],
  });
  const drawn = design.sheets.map((sheet) =>
    sheet.cells
      .filter(({ content: wanted }) => wanted !== null)
      // openpyxl leaves the escapes of control characters as they stand.
      .map(({ row, column, content: wanted }) => [
        row,
        column,
        typeof wanted === 'object'
          ? wanted?.formula
          : typeof wanted === 'string'
            ? wanted.replace('\x07', '_x0007_')
            : wanted,
      ]),
  );
  expect(seen.sheets.map((sheet) => sheet.cells)).toEqual(drawn);
});

test('a file that openpyxl saved says what ours said, but for the escapes it loses', async () => {
  const ours = writeXlsx(sampleDesign());
  const { saved } = await readWithOpenpyxl(ours);
  const says = (file: Uint8Array) =>
    read(file).sheets.map(({ name, visibility, rows }) => ({
      name,
      visibility,
      cells: [...rows].map(([row, columns]) => [row, [...columns]]),
    }));
  const lost = JSON.parse(JSON.stringify(says(ours)).replace('_x0041_', 'A')) as unknown;
  expect(says(saved)).toEqual(lost);
});
