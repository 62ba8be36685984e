import { cellInput, rawCell } from '../../src/excel/cell-content';
import { footerParts } from '../../src/excel/draw-page';
import { pointsOfWidth } from '../../src/excel/draw-styles';
import { rectanglesOf } from '../../src/workbook/rectangles';

describe('cellInput', () => {
  it('marks every text that Excel could take for something else', () => {
    const texts = [
      '=1',
      '+1',
      '-1',
      '@a',
      "'a",
      '12',
      '1.5',
      '3-4',
      'May 5',
      'TRUE',
      'false',
      '50%',
      '#N/A',
      ' x',
    ];
    for (const text of texts) expect(cellInput(text)).toBe(`'${text}`);
  });

  it('leaves plain words, numbers, booleans, blanks and formulas as they are', () => {
    expect(['N/A', "Don't know", 'Élan', 3, true, null, ''].map(cellInput)).toEqual([
      ...['N/A', "Don't know", 'Élan', 3, true, null, ''],
    ]);
    expect(cellInput({ formula: '=A1' })).toBe('=A1');
  });
});

describe('rawCell', () => {
  it('tells blank, zero, text and error apart', () => {
    expect([
      rawCell('', 'Empty'),
      rawCell('', 'String'),
      rawCell(0, 'Double'),
      rawCell('#N/A', 'String'),
    ]).toEqual([...[null, null, 0, '#N/A']]);
    expect(rawCell('#N/A', 'Error')).toEqual({ error: '#N/A' });
  });
});

it('gives a column of 8.43 + padding characters its 64 pixels', () => {
  expect(pointsOfWidth(9.140625)).toBe(48);
});

it('splits a footer at its sections', () => {
  expect(footerParts('&L&A&RPage &P of &N')).toEqual({ left: '&A', center: '', right: 'Page &P of &N' });
  expect(footerParts('R&&D')).toEqual({ left: '', center: 'R&&D', right: '' });
});

it('covers cells with few rectangles and none else', () => {
  const block = [0, 1, 2].flatMap((row) => [0, 1].map((column) => ({ row, column })));
  expect(rectanglesOf(block)).toEqual([{ row: 0, column: 0, rows: 3, columns: 2 }]);
  const ell = [...block, { row: 2, column: 2 }, { row: 5, column: 0 }];
  const areas = rectanglesOf(ell);
  const covered = areas.flatMap(({ row, column, rows, columns }) =>
    Array.from(
      { length: rows * columns },
      (_, i) => `${row + Math.floor(i / columns)}:${column + (i % columns)}`,
    ),
  );
  expect(covered.sort()).toEqual(ell.map(({ row, column }) => `${row}:${column}`).sort());
  expect(areas.length).toBeLessThanOrEqual(3);
});
