import fc from 'fast-check';
import type { RawCell } from '../../src/assessment/assessment';
import { EVIDENCE_FIELDS, type EvidenceLine, type ItemEvidence } from '../../src/assessment/evidence';
import { readEvidenceLine } from '../../src/assessment/read-evidence';
import { cellAddress } from '../../src/workbook/address';
import { EVIDENCE_COUNTED_ROWS } from '../../src/workbook/evidence-layout';
import { addEvidenceWrites, removeEvidenceWrites } from '../../src/workbook/evidence-writes';
import { rawAssessmentOf } from '../../src/workbook/raw-assessment';
import { english } from '../load-words';
import { MemoryCells, valueOf } from './memory-cells';

const evidence = (change: Partial<ItemEvidence> = {}): ItemEvidence => ({
  item: 'ORG-01',
  title: 'Plan',
  address: 'https://wiki.example/plan',
  captured: '2026-11-20T10:00:00Z',
  verified: '2026-11-20T10:00:00Z',
  pageDate: null,
  quote: 'Reviewed each year.',
  note: '',
  ...change,
});
const FIRST_ROW = 4;

const plan = (book: MemoryCells, list: readonly ItemEvidence[]) =>
  addEvidenceWrites(book.cells(), list, english);
function add(book: MemoryCells, ...list: readonly ItemEvidence[]) {
  const { writes, saved } = valueOf(plan(book, list));
  book.carryOut(writes);
  return saved;
}
function linesOf(book: MemoryCells): readonly EvidenceLine[] {
  const { map, cell, end } = book.cells();
  const raw = rawAssessmentOf(map, cell, end('Assessment'), end('Evidence')).evidence ?? [];
  return raw.map(readEvidenceLine).filter((line) => line !== null);
}
const codeOf = (book: MemoryCells, ...list: readonly ItemEvidence[]) => {
  const result = plan(book, list);
  return result.ok ? null : result.failure.code;
};

describe('addEvidenceWrites', () => {
  it('gives a whole line as one write', () => {
    const { writes, saved } = valueOf(plan(new MemoryCells(), [evidence({ note: 'mine' })]));
    const time = expect.closeTo(46_346 + 10 / 24, 8) as number;
    const values = [
      ...['ORG-01', 'Plan', 'https://wiki.example/plan', time, time],
      ...[null, 'Reviewed each year.', 'mine'],
    ];
    expect(writes.flatMap(({ values: [line] }) => line)).toEqual(
      expect.arrayContaining(values.filter((value) => value !== null)) as unknown,
    );
    expect(writes.every(({ sheet, row }) => sheet === 'Evidence' && row === FIRST_ROW)).toBe(true);
    expect(saved).toEqual({ added: 1, updated: 0 });
  });

  it('puts the same evidence into one line, new or standing, and keeps another quote and those without an address apart', () => {
    const book = new MemoryCells();
    const document = evidence({ address: '', title: 'SOP-12' });
    const given = [evidence(), evidence({ quote: 'Tested.' }), document, document];
    expect(add(book, ...given)).toEqual({ added: 4, updated: 0 });
    const more = [evidence({ note: 'a' }), evidence({ note: 'b' })];
    expect(add(book, ...more)).toEqual({ added: 0, updated: 1 });
    expect(linesOf(book)).toMatchObject([
      { title: 'Plan', quote: 'Reviewed each year.', note: 'a\n\nb' },
      { title: 'Plan', quote: 'Tested.' },
      { title: 'SOP-12' },
      { title: 'SOP-12' },
    ]);
  });

  it.each([
    ['a title that is marked as text', { title: "'=1" }],
    ['a quote with the line ends of Windows', { quote: 'one\r\ntwo' }],
  ])('finds %s again, as a cell gives it back', (_, change) => {
    const book = new MemoryCells();
    expect(add(book, evidence(change), evidence(change))).toEqual({ added: 1, updated: 0 });
    expect(add(book, evidence(change))).toMatchObject({ added: 0 });
  });

  it('starts a line of its own where the notes together are too long, and finds it again', () => {
    const book = new MemoryCells();
    const [first, second] = ['a', 'b'].map((letter) => evidence({ note: letter.repeat(400) }));
    if (!first || !second) throw new Error('Two are made');
    expect(add(book, first, second)).toEqual({ added: 2, updated: 0 });
    expect(add(book, second)).toEqual({ added: 0, updated: 1 });
    expect(linesOf(book).map(({ note }) => note[0])).toEqual(['a', 'b']);
  });

  it('starts a line of its own rather than write over a formula or a time in words', () => {
    const held = new MemoryCells();
    add(held, evidence());
    held.type('Evidence', 'D5', 'last autumn').type('Evidence', 'B5', '="Plan"');
    expect(add(held, evidence({ captured: '2026-01-01T00:00:00Z', quote: '' }))).toEqual({
      added: 1,
      updated: 0,
    });
    expect(held.value('Evidence', 'D5')).toBe('last autumn');
  });

  it('goes below everything, and into gaps only where there is no room below', () => {
    const book = new MemoryCells();
    const last = FIRST_ROW + EVIDENCE_COUNTED_ROWS;
    book.type('Evidence', 'A10', 'RSK-01').type('Evidence', `H${last - 1}`, 'a note far below');
    const [a, b] = ['a', 'b'].map((path) => evidence({ address: `https://wiki.example/${path}` }));
    if (!a || !b) throw new Error('Two are made');
    add(book, a, b);
    expect(linesOf(book).map(({ row, address }) => [row, address])).toEqual([
      [5, b.address],
      [10, ''],
      [last - 1, ''],
      [last, a.address],
    ]);
  });

  it('adds all or nothing: a full sheet, a column or the sheet that is gone', () => {
    const full = new MemoryCells();
    for (let i = 0; i < EVIDENCE_COUNTED_ROWS; i += 1)
      full.type('Evidence', cellAddress(FIRST_ROW + i, 7), 'x');
    expect(codeOf(full, evidence())).toBe('evidence-full');
    const narrow = new MemoryCells().state('pointer.evidence.note', '=Evidence!#REF!');
    expect(codeOf(narrow, evidence())).toBe('column-gone');
    const gone = new MemoryCells();
    EVIDENCE_FIELDS.forEach((field) => gone.state(`pointer.evidence.${field}`, '=#REF!'));
    expect(codeOf(gone.state('pointer.sheet.evidence', '=#REF!'), evidence())).toBe('sheet-gone');
  });

  it('follows columns that were moved apart', () => {
    const book = new MemoryCells();
    EVIDENCE_FIELDS.forEach((field, i) => {
      book.state(
        `pointer.evidence.${field}`,
        `=Evidence!${cellAddress(3, 14 - 2 * i).replace(/\d+/, '$$$&')}`,
      );
    });
    add(book, evidence());
    expect(['O5', 'N5', 'M5'].map((address) => book.value('Evidence', address))).toEqual([
      'ORG-01',
      null,
      'Plan',
    ]);
    expect(linesOf(book)).toEqual([{ ...evidence(), row: 5 }]);
  });
});

const ITEMS = ['ORG-01', 'RSK-01'];
const ADDRESSES = ['', 'https://a.example/', 'https://b.example/'];
const text = fc.oneof(fc.constantFrom('', 'x', 'y', '=1', 'x\n\ny'), fc.string({ maxLength: 8 }));
const time = fc.option(fc.constantFrom('2026-11-20T10:00:00Z', '2027-01-02T03:04:00Z'));
const anyEvidence: fc.Arbitrary<ItemEvidence> = fc.record({
  item: fc.constantFrom(...ITEMS),
  title: text,
  address: fc.constantFrom(...ADDRESSES),
  captured: time,
  verified: time,
  pageDate: fc.option(fc.constantFrom('2026-10-01', '2026-12-24')),
  quote: fc.oneof(text, fc.constant('q'.repeat(1500)), fc.constant('r'.repeat(1500))),
  note: text,
});
const anyCell: fc.Arbitrary<RawCell> = fc.oneof(
  fc.constantFrom<RawCell>(
    ...ITEMS,
    ...ADDRESSES.slice(1),
    '=A1',
    'x',
    46_346.5,
    true,
    { error: '#N/A' },
    ' ',
  ),
  fc.string({ minLength: 1, maxLength: 6 }),
);
/** What people typed: anything anywhere in the first rows, and in columns of their own. */
const typed = fc.array(
  fc.record({ row: fc.integer({ min: 4, max: 12 }), column: fc.integer({ min: 0, max: 9 }), cell: anyCell }),
  { maxLength: 40 },
);

describe('whatever stands on the sheet and whatever is added', () => {
  const shared = { numRuns: 150 };
  const given = fc.tuple(typed, fc.array(anyEvidence, { maxLength: 6 }));
  const bookOf = (cells: readonly { row: number; column: number; cell: RawCell }[]) => {
    const book = new MemoryCells();
    for (const { row, column, cell } of cells) book.type('Evidence', cellAddress(row, column), cell);
    return book;
  };
  const isBlank = ({ cell, formula }: ReturnType<MemoryCells['cells']>, row: number, column: number) =>
    cell('Evidence', row, column) === null && formula?.('Evidence', row, column) === null;

  it('only empty cells are filled, except in lines of the same item and address', () => {
    fc.assert(
      fc.property(given, ([cells, list]) => {
        const book = bookOf(cells);
        const before = book.cells();
        const lines = new Map(linesOf(book).map((line) => [line.row - 1, line]));
        for (const { row, column, values } of valueOf(plan(book, list)).writes) {
          const line = lines.get(row);
          const updates = list.some(
            ({ item, address }) => address !== '' && line?.item === item && line.address === address,
          );
          (values[0] ?? []).forEach((_, i) => {
            if (updates) expect(before.formula?.('Evidence', row, column + i)).toBeNull();
            else expect(isBlank(before, row, column + i)).toBe(true);
          });
        }
      }),
      shared,
    );
  });

  it('no quote and no note is lost, neither what stood there nor what came', () => {
    fc.assert(
      fc.property(given, ([cells, list]) => {
        const book = bookOf(cells);
        const before = linesOf(book);
        add(book, ...list);
        const after = linesOf(book);
        for (const line of before) {
          const now = after.find(({ row }) => row === line.row);
          expect(now).toMatchObject({ item: line.item, address: line.address });
          expect(now?.quote.startsWith(line.quote) && now.note.startsWith(line.note)).toBe(true);
        }
        for (const { item, address, quote, note } of list) {
          const holders = after.filter(
            (line) =>
              line.item === item &&
              line.address === address &&
              line.quote.includes(inCell(quote)) &&
              line.note.includes(inCell(note)),
          );
          expect(holders).not.toEqual([]);
        }
      }),
      shared,
    );
  });

  it('adding the same pages again adds no line', () => {
    const pages = anyEvidence.filter(({ address }) => address !== '');
    fc.assert(
      fc.property(typed, fc.array(pages, { maxLength: 6 }), (cells, list) => {
        const book = bookOf(cells);
        add(book, ...list);
        expect(add(book, ...list).added).toBe(0);
      }),
      shared,
    );
  });
});

/** As a cell's text is read: line ends as LF, without the mark of text before a formula's sign. */
function inCell(value: string): string {
  const book = new MemoryCells().carryOut([
    { sheet: 'Evidence', row: FIRST_ROW, column: 6, values: [[value]] },
  ]);
  return linesOf(book)[0]?.quote ?? '';
}

describe('removeEvidenceWrites', () => {
  const remove = (book: MemoryCells, line: EvidenceLine) => removeEvidenceWrites(book.cells(), line, english);

  it('empties exactly the cells of the line', () => {
    const book = new MemoryCells().type('Evidence', 'I5', 'mine');
    add(book, evidence(), evidence({ item: 'RSK-01' }));
    const [first, second] = linesOf(book);
    if (!first || !second) throw new Error('Two were added');
    const nothing = EVIDENCE_FIELDS.map(() => null);
    const writes = valueOf(remove(book, first));
    expect(writes).toEqual([{ sheet: 'Evidence', row: FIRST_ROW, column: 0, values: [nothing] }]);
    expect(linesOf(book.carryOut(writes))).toEqual([second]);
    expect(book.value('Evidence', 'I5')).toBe('mine');
  });

  it.each(EVIDENCE_FIELDS)('leaves a line whose %s is another one by now', (field) => {
    const book = new MemoryCells();
    add(book, evidence());
    const [line] = linesOf(book);
    if (!line) throw new Error('One was added');
    const result = remove(book, { ...line, [field]: 'another' });
    expect(result.ok ? null : result.failure.code).toBe('line-changed');
  });

  it('leaves the header, and a row that is empty by now', () => {
    const book = new MemoryCells();
    for (const row of [1, 4, 5, 5000]) {
      const result = remove(book, { ...evidence(), row });
      expect(result.ok ? null : result.failure.code).toBe('line-changed');
    }
  });
});
