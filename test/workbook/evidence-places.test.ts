import type { RawCell } from '../../src/assessment/assessment';
import { EVIDENCE_FIELDS } from '../../src/assessment/evidence';
import { readAssessment } from '../../src/assessment/read-assessment';
import type { SheetDesign } from '../../src/workbook/design';
import { EVIDENCE_HEADER_ROW, EVIDENCE_ROWS } from '../../src/workbook/evidence-layout';
import { evidencePlaces, evidenceRows } from '../../src/workbook/evidence-places';
import { locate, type StateRow, type WorkbookMap } from '../../src/workbook/map';
import { rawAssessmentOf } from '../../src/workbook/raw-assessment';
import { STATE_SHEET_NAME } from '../../src/workbook/sheet-names';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { jspDesign, vocabulary } from '../oracles/design';

const design = jspDesign();
const sheetOf = (id: SheetDesign['id']) => design.sheets.find((sheet) => sheet.id === id)!;
const contentAt = (sheet: SheetDesign, row: number, column: number) =>
  sheet.cells.find((cell) => cell.row === row && cell.column === column)?.content ?? null;

const state = sheetOf('state');
const ROWS = state.cells
  .filter(({ column }) => column === 0)
  .map(({ row, content }): StateRow => {
    const value = contentAt(state, row, 1);
    return typeof value === 'object' && value !== null
      ? { key: content as string, value: null, formula: value.formula }
      : { key: content as string, value, formula: null };
  });

/** The map of a state sheet whose pointers were changed; null takes a pointer out. */
function mapOf(change: (key: string, formula: string) => string | null): WorkbookMap {
  const rows = ROWS.flatMap((row) => {
    const formula = row.formula === null ? null : change(String(row.key), row.formula);
    return row.formula !== null && formula === null ? [] : [{ ...row, formula }];
  });
  const map = locate(rows, STATE_SHEET_NAME, words);
  if (!map.ok) throw new Error(map.failure.message);
  return map.value;
}
const pointed = (change: Readonly<Record<string, string | null>>) =>
  mapOf((key, formula) => {
    const own = change[key.replace('pointer.evidence.', '')];
    return key.startsWith('pointer.evidence.') && own !== undefined ? own : formula;
  });
const withoutPointers = (corner = '=Evidence!$A$1') =>
  mapOf((key, formula) =>
    key.startsWith('pointer.evidence.') ? null : key === 'pointer.sheet.evidence' ? corner : formula,
  );

describe('evidencePlaces', () => {
  it('finds the header cell of every column as designed', () => {
    const places = evidencePlaces(mapOf((_, formula) => formula));
    const headers = EVIDENCE_FIELDS.map((field) => {
      const spot = places?.[field];
      return spot && [spot.sheet, contentAt(sheetOf('evidence'), spot.row, spot.column)];
    });
    expect(headers).toEqual(
      [
        'ID',
        'Title',
        'Address',
        'Captured (UTC)',
        'Last verified (UTC)',
        "Page's own date",
        'Quote',
        'Note',
      ].map((header) => ['Evidence', header]),
    );
  });

  it('follows columns that were moved, and knows which are gone', () => {
    const places = evidencePlaces(pointed({ item: "='Our proofs'!$D$9", quote: '=#REF!' }));
    expect(places?.item).toEqual({ sheet: 'Our proofs', row: 8, column: 3 });
    expect(places?.quote).toBeNull();
    expect(places?.note).toEqual({ sheet: 'Evidence', row: 3, column: 7 });
  });

  it('reads a workbook that was made without these pointers from its sheet’s first cell on', () => {
    const places = evidencePlaces(withoutPointers("='Our proofs'!$B$3"));
    expect(places?.item).toEqual({ sheet: 'Our proofs', row: 5, column: 1 });
    expect(places?.note).toEqual({ sheet: 'Our proofs', row: 5, column: 8 });
  });

  it('finds nothing where the sheet is gone', () => {
    expect(evidencePlaces(withoutPointers('=#REF!$A$1'))).toBeNull();
    expect(
      evidencePlaces(mapOf((_, formula) => (formula.includes('Evidence!') ? '=#REF!$A$1' : formula))),
    ).toBeNull();
  });
});

describe('the lines of the Evidence sheet', () => {
  const map = mapOf((_, formula) => formula);
  const read = (lines: Readonly<Record<number, readonly RawCell[]>>, end: number | null) =>
    rawAssessmentOf(
      map,
      (sheet, row, column) => (sheet === 'Evidence' ? (lines[row]?.[column] ?? null) : null),
      0,
      end,
    );

  it('are read from the header down to the last used row, empty ones left out', () => {
    const lines = {
      2: ['ORG-09'],
      4: ['ORG-01', 'Plan'],
      6: [null, 'No item'],
      900: ['ORG-02', null, 'DOC-7'],
    };
    expect(read(lines, 901).evidence).toMatchObject([
      { row: 5, item: 'ORG-01', title: 'Plan', address: null },
      { row: 7, item: null, title: 'No item' },
      { row: 901, item: 'ORG-02', address: 'DOC-7' },
    ]);
    expect(read(lines, 6).evidence).toHaveLength(1);
    expect(read(lines, 0).evidence).toEqual([]);
  });

  it('are not there where there is no sheet', () => {
    expect(read({}, null)).not.toHaveProperty('evidence');
  });

  it('end somewhere, whatever a sheet’s used range says', () => {
    const places = evidencePlaces(map);
    expect(places && evidenceRows(places, 1_048_576)).toHaveLength(5000);
  });

  it('give the assessment its evidence', () => {
    const raw = read({ 4: ['ORG-01', 'Plan', null, 46_346.5] }, 5);
    const { evidence } = readAssessment(raw, { rubric: jsp, words, vocabulary });
    expect(evidence.get('ORG-01')).toMatchObject([
      { row: 5, title: 'Plan', captured: '2026-11-20T12:00:00Z' },
    ]);
  });
});

describe('the Evidence sheet', () => {
  const sheet = sheetOf('evidence');
  const lines = sheet.cells.filter(({ row }) => row > EVIDENCE_HEADER_ROW);

  it('has its lines unlocked, so that people may fill them', () => {
    expect(lines).toHaveLength(EVIDENCE_ROWS * EVIDENCE_FIELDS.length);
    expect(lines.every(({ style, content }) => style.unlocked === true && content === null)).toBe(true);
  });

  it('shows times with their minutes and the page’s date as a day', () => {
    const formats = lines.slice(0, EVIDENCE_FIELDS.length).map(({ style }) => style.numberFormat ?? null);
    const time = 'yyyy-mm-dd hh:mm';
    expect(formats).toEqual([null, null, null, time, time, 'yyyy-mm-dd', null, null]);
  });
});
