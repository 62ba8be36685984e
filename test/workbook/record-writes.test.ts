import type { SubmissionRecord, TokenRecord } from '../../src/submission/record';
import { benchmarkWrites } from '../../src/workbook/benchmark-writes';
import { historyWrites } from '../../src/workbook/history-writes';
import { HISTORY_ROWS } from '../../src/workbook/sheets/history-sheet';
import { RECEIPT_ROWS } from '../../src/workbook/sheets/submission-layout';
import { storedBenchmark } from '../../src/workbook/stored-benchmark';
import { storedSubmissions } from '../../src/workbook/stored-submissions';
import { storedTokens } from '../../src/workbook/stored-tokens';
import { submissionWrites } from '../../src/workbook/submission-writes';
import { tokenWrites } from '../../src/workbook/token-writes';
import { STATE_SHEET_NAME } from '../../src/workbook/sheet-names';
import { english } from '../load-words';
import { sample } from '../oracles/design';
import { MemoryCells, valueOf } from './memory-cells';

const record = (key: string, change: Partial<SubmissionRecord> = {}): SubmissionRecord => ({
  nullifier: key.repeat(43).slice(0, 43),
  cycle: '2026',
  endpoint: 'https://benchmark.example',
  bytes: '{}',
  hash: key.toLowerCase().repeat(64).slice(0, 64),
  prepared: '2026-11-23',
  state: 'waiting',
  receipt: null,
  owner: null,
  authorization: null,
  correction: null,
  withdrawal: null,
  ...change,
});
const token = (key: string): TokenRecord => ({
  schema: 'jsp-token/1',
  cycle: '2026',
  endpoint: 'https://benchmark.example',
  nullifier: key.repeat(43),
  owner: 'o'.repeat(43),
  keyId: 'k'.repeat(43),
  pending: null,
  authorization: `PrivateToken token="${'D'.repeat(472)}"`,
});
const save = (book: MemoryCells, one: SubmissionRecord) =>
  book.carryOut(valueOf(submissionWrites(book.cells(), one, english)));
const damaged = (book: MemoryCells, prefix: string) => {
  const row = book.cells().state.findIndex(({ key }) => typeof key === 'string' && key.startsWith(prefix));
  return book.type(STATE_SHEET_NAME, `B${row + 1}`, '{"broken"');
};

describe('submissionWrites', () => {
  it('keeps every record, over the one of its key, and shows each on its own line', () => {
    const book = new MemoryCells();
    const withdrawn = record('A', { state: 'withdrawn' });
    [record('A'), record('B'), withdrawn].forEach((one) => save(book, one));
    expect(valueOf(storedSubmissions(book.cells().state, english))).toEqual([withdrawn, record('B')]);
    expect(['C10', 'C11', 'C12'].map((address) => book.value('Submission', address))).toEqual([
      'Withdrawn',
      'Waiting',
      null,
    ]);
  });

  it('keeps a record that has no line any more: the table is full, or its sheet is gone', () => {
    const book = new MemoryCells();
    const records = Array.from({ length: RECEIPT_ROWS + 1 }, (_, i) => record(String.fromCharCode(65 + i)));
    records.forEach((one) => save(book, one));
    book.state('pointer.receipts', '=#REF!');
    save(book, record('Z'));
    expect(valueOf(storedSubmissions(book.cells().state, english))).toEqual([...records, record('Z')]);
  });

  it('moves the cycle on, and never back', () => {
    const book = new MemoryCells();
    save(book, record('A', { cycle: '2027' }));
    save(book, record('B'));
    expect(book.cells().map.cycle).toBe('2027');
  });

  it('writes nothing beside a record that cannot be read', () => {
    const book = damaged(save(new MemoryCells(), record('A')), 'submission.');
    expect(submissionWrites(book.cells(), record('B'), english)).toMatchObject({
      ok: false,
      failure: { code: 'state-damaged' },
    });
  });
});

describe('tokenWrites', () => {
  it('keeps every token, over the one of its key, and nothing beside one that cannot be read', () => {
    const book = new MemoryCells();
    const keep = (one: TokenRecord) => book.carryOut(valueOf(tokenWrites(book.cells(), one, english)));
    [token('A'), token('B'), { ...token('A'), authorization: null }].forEach(keep);
    const kept = [{ ...token('A'), authorization: null }, token('B')];
    expect(valueOf(storedTokens(book.cells().state, english))).toEqual(kept);
    expect(tokenWrites(damaged(book, 'token.').cells(), token('C'), english)).toMatchObject({
      ok: false,
      failure: { code: 'state-damaged' },
    });
  });
});

describe('benchmarkWrites', () => {
  it('fills the figures of every row, the head lines, and keeps the exact benchmark', () => {
    const book = new MemoryCells();
    const stored = { benchmark: sample, fetched: '2026-11-20' };
    book.carryOut(valueOf(benchmarkWrites(book.cells(), stored, english)));
    expect(valueOf(storedBenchmark(book.cells().state, english))).toEqual(stored);
    expect(book.value('Benchmark', 'C14')).toBe((sample.composite?.mean ?? NaN) / 100);
    expect(book.value('Benchmark', 'B4')).toBe(sample.title);
  });

  it('empties a figure that is not published, and a head line that has no text', () => {
    const book = new MemoryCells();
    const benchmark = { ...sample, composite: {}, source: '' };
    book.carryOut(valueOf(benchmarkWrites(book.cells(), { benchmark, fetched: '' }, english)));
    expect([book.value('Benchmark', 'C14'), book.value('Benchmark', 'B5')]).toEqual([null, null]);
  });

  it('says that the sheet is gone, or that the kept one cannot be read', () => {
    const gone = new MemoryCells().state('pointer.benchmark.table', '=#REF!');
    expect(benchmarkWrites(gone.cells(), { benchmark: sample, fetched: '' }, english)).toMatchObject({
      ok: false,
      failure: { code: 'sheet-gone' },
    });
    const broken = new MemoryCells().state('benchmark', '{}');
    expect(storedBenchmark(broken.cells().state, english)).toMatchObject({
      ok: false,
      failure: { code: 'state-damaged' },
    });
  });
});

describe('historyWrites', () => {
  const snapshot = {
    day: '2026-11-23',
    rubric: 'jsp 1.0.0',
    composite: 'open',
    itemMean: 150,
    level: 1,
    coverage: 93,
    domains: { ORG: 168, RSK: null },
  } as const;

  it('gives scores as numbers, and says in words what is open', () => {
    const writes = valueOf(historyWrites(new MemoryCells().cells(), snapshot, english));
    const line = ['2026-11-23', 'jsp 1.0.0', 'open', 1.5, 1, 0.93, 1.68, null];
    expect(writes).toEqual([{ sheet: 'Score history', row: 4, column: 0, values: [line] }]);
  });

  it('takes the first free line, and says that there is none, or no sheet', () => {
    const book = new MemoryCells();
    for (let i = 1; i < HISTORY_ROWS; i += 1) book.type('Score history', `A${4 + i}`, 'taken');
    const [write] = valueOf(historyWrites(book.cells(), snapshot, english));
    expect(write?.row).toBe(3 + HISTORY_ROWS);
    book.carryOut(write ? [write] : []);
    const codeOf = () => {
      const result = historyWrites(book.cells(), snapshot, english);
      return result.ok ? null : result.failure.code;
    };
    expect(codeOf()).toBe('full-table');
    book.state('pointer.history', '=#REF!');
    expect(codeOf()).toBe('sheet-gone');
  });
});
