import fc from 'fast-check';
import {
  absoluteArea,
  areaAddress,
  cellAddress,
  columnName,
  literal,
  parseAddress,
  quotedSheet,
} from '../../src/workbook/address';
import { formulaParts } from './formula-parts';

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('names column %i %s', (column, name) => {
  expect(columnName(column)).toBe(name);
});

it('reads every address that it writes', () => {
  fc.assert(
    fc.property(fc.nat(1_048_575), fc.nat(16_383), (row, column) => {
      expect(parseAddress(cellAddress(row, column))).toEqual({ row, column });
      const [first = ''] = absoluteArea({ row, column, rows: 2, columns: 1 }).split(':');
      expect(parseAddress(first)).toEqual({ row, column });
    }),
  );
});

it('writes one cell as a cell and more as an area', () => {
  expect(areaAddress({ row: 1, column: 1, rows: 1, columns: 1 })).toBe('B2');
  expect(areaAddress({ row: 1, column: 1, rows: 2, columns: 3 })).toBe('B2:D3');
});

it.each(['A', '1', 'A1:B2', 'ABCD1', '', 'A1 ', 'A-1'])('reads no address from %j', (text) => {
  expect(parseAddress(text)).toBeNull();
});

it.each([
  ['Start', 'Start'],
  ['JSP_state', 'JSP_state'],
  ['Score history', "'Score history'"],
  ["Ann's", "'Ann''s'"],
  ['A1', "'A1'"],
  ['XFD9', "'XFD9'"],
  ['R1C1', "'R1C1'"],
  ['rc', "'rc'"],
  ['2026', "'2026'"],
  ['Übersicht', "'Übersicht'"],
])('quotes the sheet name %s as %s', (name, quoted) => {
  expect(quotedSheet(name)).toBe(quoted);
});

it('writes any text as a formula’s text, whatever quotes it holds', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~]{0,40}$/), (text) => {
      const { literals, functions, strange } = formulaParts(`=${literal(text)}`);
      expect(literals.join('"')).toBe(text);
      expect(functions.every((name) => name === 'CHAR')).toBe(true);
      expect(strange).toBe('');
    }),
  );
});
