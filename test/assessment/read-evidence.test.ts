import fc from 'fast-check';
import type { RawCell } from '../../src/assessment/assessment';
import { EVIDENCE_FIELDS, type ItemEvidence, type RawEvidenceLine } from '../../src/assessment/evidence';
import { evidenceCells, readEvidenceLine } from '../../src/assessment/read-evidence';
import { evidence, EVIDENCE, item } from './evidence-arbitrary';

const raw = (cells: Partial<RawEvidenceLine>): RawEvidenceLine => ({
  ...{ row: 5, item: null, title: null, address: null, captured: null, verified: null },
  ...{ pageDate: null, quote: null, note: null },
  ...cells,
});
const rawOfCells = (cells: readonly RawCell[]): RawEvidenceLine =>
  raw(Object.fromEntries(EVIDENCE_FIELDS.map((field, i) => [field, cells[i] ?? null])));

describe('readEvidenceLine', () => {
  it('reads texts, serials and the item in any letter case', () => {
    const cells = {
      title: 'Policy',
      address: 'DOC-7',
      captured: 46_346.416_667,
      verified: 46_347.5,
      pageDate: 46_146,
    };
    expect(readEvidenceLine(raw({ item: 'org-01', ...cells, note: 7 }))).toEqual({
      row: 5,
      item: 'ORG-01',
      title: 'Policy',
      address: 'DOC-7',
      captured: '2026-11-20T10:00:00Z',
      verified: '2026-11-21T12:00:00Z',
      pageDate: '2026-05-04',
      quote: '',
      note: '7',
    });
  });

  it.each([null, '', ' ', '\u00a0\n'])('finds no line where every cell holds %j', (cell) => {
    expect(readEvidenceLine(raw({ title: cell, note: cell }))).toBeNull();
  });

  it('finds a line where anything stands, also without an item', () => {
    expect(readEvidenceLine(raw({ quote: 'x' }))).toMatchObject({ item: '', quote: 'x' });
    expect(readEvidenceLine(raw({ title: { error: '#REF!' } }))).toMatchObject({ title: '' });
  });

  it.each<[RawCell, string | null]>([
    ['2026-11-20 10:00', '2026-11-20T10:00:00Z'],
    ['2026-11-20T10:00:07Z', '2026-11-20T10:00:07Z'],
    [' 2026-11-20 10:00:07 ', '2026-11-20T10:00:07Z'],
    ['2026-11-20', '2026-11-20T00:00:00Z'],
    [46_346.999_999, '2026-11-21T00:00:00Z'],
    ['2026-11-20 25:00', null],
    ['2026-11-20T10:00+02:00', null],
    ['last week', null],
    [-1, null],
    [0.5, null],
    [2_958_466, null],
    [1e300, null],
    [Number.NaN, null],
    [true, null],
  ])('reads the moment %j as %j', (cell, moment) => {
    expect(readEvidenceLine(raw({ title: 'x', captured: cell }))?.captured).toBe(moment);
  });

  it('takes off the mark that kept pasted text from being a formula', () => {
    expect(readEvidenceLine(raw({ title: "'=1+1", note: "'- first", quote: "'tis" }))).toMatchObject({
      title: '=1+1',
      note: '- first',
      quote: "'tis",
    });
  });

  it('reads back what evidenceCells writes, times to the minute', () => {
    const minute = (text: string | null) => (text === null ? null : `${text.slice(0, 16)}:00Z`);
    const plain = evidence.filter(({ title, address, quote, note }) =>
      [title, address, quote, note].every((text) => !/^'+[=+\-@\t\n＝＋－＠]/.test(text)),
    );
    fc.assert(
      fc.property(plain, item, (of, id) => {
        const one: ItemEvidence = { ...of, item: id };
        expect(readEvidenceLine(rawOfCells(evidenceCells(one)))).toEqual({
          ...one,
          row: 5,
          captured: minute(of.captured),
          verified: minute(of.verified),
        });
      }),
    );
  });
});

describe('evidenceCells', () => {
  it('holds texts, serials of UTC to the minute, and nothing for what is not known', () => {
    const one = { ...EVIDENCE, item: 'ORG-01', captured: '2026-11-20T12:00:59Z' };
    expect(evidenceCells(one)).toEqual([
      'ORG-01',
      'Security policy',
      'https://wiki.example/policy',
      46_346.5,
      46_347 + 690 / 1440,
      46_146,
      'Reviewed each year.',
      null,
    ]);
    const bare = { ...one, title: '', captured: null, verified: null, pageDate: null };
    expect(evidenceCells(bare).slice(1, 6)).toEqual([null, EVIDENCE.address, null, null, null]);
  });
});
