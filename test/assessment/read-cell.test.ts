import type { RawCell } from '../../src/assessment/assessment';
import { cellText, readAnswer, readDay, readTarget, readText } from '../../src/assessment/read-cell';
import { vocabulary } from '../oracles/design';

const NBSP = '\u00a0';
const read = (cell: RawCell, reason: RawCell = 'out of scope') => readAnswer(cell, reason, vocabulary);

const LEVELS: readonly (readonly [RawCell, number])[] = [
  [0, 0],
  [5, 5],
  [3.0, 3],
  ['0', 0],
  ['5', 5],
  [' 3', 3],
  ['3 ', 3],
  ['   4   ', 4],
  [`${NBSP}3`, 3],
  ['\t2\r\n', 2],
];

describe('readAnswer', () => {
  it.each(LEVELS)('reads %j as level %i', (cell, level) => {
    expect(read(cell)).toEqual({ state: 'rated', level });
  });

  it.each<RawCell>([null, '', ' ', '    ', NBSP, ' \n\t'])('reads %j as not answered', (cell) => {
    expect(read(cell)).toEqual({ state: 'blank' });
  });

  it.each<RawCell>(['N/A', 'n/a', 'N/a', ' n/A  ', 'NA', 'na', 'Na '])('reads %j as N/A', (cell) => {
    expect(read(cell)).toEqual({ state: 'na' });
  });

  it.each<RawCell>(["Don't know", "don't know", " DON'T KNOW", "Don't   know "])(
    'reads %j as Don’t know',
    (cell) => {
      expect(read(cell)).toEqual({ state: 'unknown' });
      expect(read(cell, null)).toEqual({ state: 'unknown' });
    },
  );

  it.each<RawCell>([
    ...[6, 7, -1, 2.5, 0.999999, 1e300, -0.5],
    ...['6', '10', '-1', '+3', '2.5', '3.0', '03', '3,0', '1e0', '0x3', '３', '٣', '³', '½', 'III', 'three'],
    ...['x', '-', '?', '!', '#', '.', '0-5', '3 4', "'3", '=3', '"3"', '<3', '*', '~', '<script>'],
    ...['N / A', 'N.A.', 'N\\A', 'n/a?', 'not applicable', '#N/A', 'n a'],
    ...['Dont know', 'Don’t know', "Don't know.", 'know', 'unknown', 'na na'],
    ...['3\u200b', '\u20033', '3\f', '\u200b'],
    ...['TRUE', 'blank', 'rated', 'invalid', 'null', 'undefined', 'NaN', '__proto__', 'constructor'],
    ...[true, false, { error: '#N/A' }, { error: '#REF!' }, { error: '3' }],
  ])('reads %j as invalid, never as a level', (cell) => {
    expect(read(cell)).toEqual({ state: 'invalid' });
  });

  it.each<RawCell>([null, '', '   ', NBSP, '\n', { error: '#DIV/0!' }])(
    'takes N/A with %j for a reason as invalid',
    (reason) => {
      expect(read('N/A', reason)).toEqual({ state: 'invalid' });
    },
  );

  it.each<RawCell>(['.', 0, 12, false])('takes N/A with %j for a reason', (reason) => {
    expect(read('N/A', reason)).toEqual({ state: 'na' });
  });

  it('tells 0, blank, Don’t know, N/A and rubbish apart', () => {
    const states = [0, null, "Don't know", 'N/A', 'x'].map((cell) => read(cell).state);
    expect(states).toEqual(['rated', 'blank', 'unknown', 'na', 'invalid']);
  });
});

describe('readTarget', () => {
  it.each<[RawCell, number | null]>([
    [4, 4],
    [' 0 ', 0],
    [null, null],
    ['  ', null],
  ])('reads %j as %j', (cell, target) => {
    expect(readTarget(cell)).toEqual({ target, valid: true });
  });

  it.each<RawCell>([6, -1, 2.5, 'x', 'N/A', "Don't know", true, { error: '#REF!' }])('refuses %j', (cell) => {
    expect(readTarget(cell)).toEqual({ target: null, valid: false });
  });
});

describe('cellText', () => {
  it.each<[RawCell, string | null]>([
    [0.1 + 0.2, '0.3'],
    [2.9999999999999996, '3'],
    ['  a   b ', 'a b'],
    [true, 'TRUE'],
    [{ error: '#N/A' }, null],
  ])('gives %j as a spreadsheet shows it: %j', (cell, text) => {
    expect(cellText(cell)).toBe(text);
  });
});

describe('readDay', () => {
  it.each<[RawCell, string]>([
    [46_350, '2026-11-24'],
    [46_350.99, '2026-11-24'],
    [61, '1900-03-01'],
    [2_958_465, '9999-12-31'],
    [60, '60'],
    [-5, '-5'],
    [2_958_466, '2958466'],
    ['Q3 2027', 'Q3 2027'],
    ['2027-01-31', '2027-01-31'],
    [null, ''],
    [{ error: '#REF!' }, ''],
  ])('reads %j as %j', (cell, day) => {
    expect(readDay(cell)).toBe(day);
  });
});

it('keeps free text as it was typed, spaces and all', () => {
  expect(readText('  a  \n=b ')).toBe('  a  \n=b ');
  expect(readText({ error: '#REF!' })).toBe('');
});
