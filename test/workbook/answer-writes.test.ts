import { answerWrites } from '../../src/workbook/answer-writes';
import type { Change } from '../../src/workbook/port';
import { english } from '../load-words';
import { MemoryCells, valueOf } from './memory-cells';

const work = (book: MemoryCells, changes: readonly Change[]) => answerWrites(book.cells(), changes, english);
const failureOf = (book: MemoryCells, change: Change) => {
  const result = work(book, [{ item: 'ORG-01', field: 'level', value: 3 }, change]);
  return result.ok ? null : result.failure;
};

describe('answerWrites', () => {
  it('names the cell of each change and nothing else', () => {
    const writes = work(new MemoryCells(), [
      { item: 'ORG-01', field: 'level', value: 3 },
      { item: 'ORG-03', field: 'notes', value: '=1+1' },
      { profile: 'size', value: 'Under 250 employees' },
    ]);
    expect(valueOf(writes)).toEqual([
      { sheet: 'Assessment', row: 6, column: 4, values: [[3]] },
      { sheet: 'Assessment', row: 8, column: 11, values: [['=1+1']] },
      { sheet: 'Start', row: 19, column: 3, values: [['Under 250 employees']] },
    ]);
  });

  it('writes a due day as a date, and other text of that column as text', () => {
    const due = (value: string) =>
      valueOf(work(new MemoryCells(), [{ item: 'ORG-01', field: 'due', value }]))[0]?.values;
    expect(due('2026-11-24')).toEqual([[46_350]]);
    expect(due('Q3')).toEqual([['Q3']]);
  });

  it('leaves a cell alone that holds the value already, and empties one with an empty text', () => {
    const book = new MemoryCells().type('Assessment', 'E7', 3).type('Assessment', 'L7', 'text');
    expect(valueOf(work(book, [{ item: 'ORG-01', field: 'level', value: 3 }]))).toEqual([]);
    expect(valueOf(work(book, [{ item: 'ORG-02', field: 'notes', value: '' }]))).toEqual([]);
    expect(valueOf(work(book, [{ item: 'ORG-01', field: 'notes', value: '' }]))).toEqual([
      { sheet: 'Assessment', row: 6, column: 11, values: [[null]] },
    ]);
  });

  it('lets the last of several changes of one cell count, also where it brings back what stands there', () => {
    const book = new MemoryCells().type('Assessment', 'E7', 3);
    const level = (value: number): Change => ({ item: 'ORG-01', field: 'level', value });
    expect(valueOf(work(book, [level(4), level(5)])).map(({ values }) => values)).toEqual([[[5]]]);
    expect(valueOf(work(book, [level(4), level(3)]))).toEqual([]);
  });

  it('takes the first of several rows of one item, whatever the letter case of its id', () => {
    const book = new MemoryCells().type('Assessment', 'A8', 'org-01').type('Assessment', 'A7', 'Org-01');
    const [write] = valueOf(work(book, [{ item: 'ORG-01', field: 'level', value: 3 }]));
    expect(write?.row).toBe(6);
  });

  it('writes nothing where one of the changes has no cell, and says which', () => {
    expect(failureOf(new MemoryCells(), { item: 'ZZZ-99', field: 'level', value: 1 })).toEqual({
      code: 'row-gone',
      message: english('workbook.rowGone', { item: 'ZZZ-99' }),
    });
    const withoutNotes = new MemoryCells().state('pointer.notes', '=Assessment!#REF!');
    expect(failureOf(withoutNotes, { item: 'ORG-01', field: 'notes', value: 'x' })).toEqual({
      code: 'column-gone',
      message: english('workbook.columnGone', { column: english('sheet.colNotes') }),
    });
    const withoutSize = new MemoryCells().state('pointer.size', '=#REF!');
    expect(failureOf(withoutSize, { profile: 'size', value: 'x' })).toEqual({
      code: 'place-gone',
      message: english('workbook.placeGone'),
    });
  });
});
