import fc from 'fast-check';
import { storedKeys, storedText, storeText } from '../../src/workbook/state-writes';
import { MemoryCells } from './memory-cells';

const LONGEST_CELL = 32_767;
const store = (book: MemoryCells, key: string, text: string) =>
  book.carryOut(storeText(book.cells(), key, text));
const read = (book: MemoryCells, key: string) => storedText(book.cells().state, key);

describe('storeText', () => {
  it('keeps texts of any length under their keys, and the last one of a key, beside everything else', () => {
    const key = fc.constantFrom('submission.A', 'submission.AB', 'token.A', 'cycle');
    // Around the length of a cell, with characters of two code units at its end.
    const text = fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }))
      .map(([cells, tail]) => `${'x'.repeat(cells * LONGEST_CELL - (cells > 0 ? 20 : 0))}${tail}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(key, text), { maxLength: 6 }), (stored) => {
        const book = new MemoryCells();
        const rubric = read(book, 'rubric.id');
        const last = new Map<string, string>();
        for (const [name, value] of stored) {
          store(book, name, value);
          last.set(name, value);
        }
        for (const [name, value] of last) expect(read(book, name)).toBe(value);
        expect(read(book, 'rubric.id')).toBe(rubric);
        expect(book.cells().map.spot('pointer.level')).toEqual({ sheet: 'Assessment', row: 5, column: 4 });
      }),
      { numRuns: 30 },
    );
  });

  it('never makes a cell that is too long, or that ends inside a character', () => {
    const text = `{${'😀'.repeat(40_000)}}`;
    const values = storeText(new MemoryCells().cells(), 'submission.A', text).flatMap(
      (write) => write.values,
    );
    const texts = values.map(([, value]) => String(value));
    expect(texts.join('')).toBe(text);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(LONGEST_CELL);
    expect(texts.filter((part) => /\p{Surrogate}/u.test(part))).toEqual([]);
  });

  it('empties the parts that a shorter text leaves', () => {
    const book = store(new MemoryCells(), 'submission.A', 'x'.repeat(70_000));
    store(book, 'submission.A', 'short');
    expect(read(book, 'submission.A')).toBe('short');
    expect(storedKeys(book.cells().state, 'submission.')).toEqual(['submission.A']);
  });
});

it('storedText gives nothing for a key that is not there, or has no value', () => {
  const book = new MemoryCells();
  expect(read(book, 'submission.A')).toBeNull();
  expect(read(book.state('cycle', null), 'cycle')).toBeNull();
});
