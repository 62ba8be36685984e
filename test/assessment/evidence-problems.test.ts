import type { RawCell } from '../../src/assessment/assessment';
import type { RawEvidenceLine } from '../../src/assessment/evidence';
import { errorsIn, readAssessment } from '../../src/assessment/read-assessment';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { vocabulary } from '../oracles/design';
import { FIRST_ROW, rawOf, rawRows } from './raw';

const LEVELS: Readonly<Record<string, { level: RawCell; evidence?: RawCell; notes?: RawCell }>> = {
  'ORG-01': { level: 2 },
  'ORG-02': { level: 5, evidence: 'Board minutes' },
  'ORG-03': { level: '3', evidence: ' \u00a0' },
  'ORG-04': { level: 1 },
  'ORG-05': { level: 'N/A', notes: 'No fleet' },
  'ORG-06': { level: "Don't know" },
};
const line = (row: number, item: RawCell, title: RawCell = 'Policy'): RawEvidenceLine => ({
  ...{
    row,
    item,
    title,
    address: null,
    captured: null,
    verified: null,
    pageDate: null,
    quote: null,
    note: null,
  },
});
const read = (evidence?: readonly RawEvidenceLine[]) =>
  readAssessment(
    { ...rawOf(rawRows(LEVELS)), ...(evidence && { evidence }) },
    { rubric: jsp, words, vocabulary },
  );
const warnings = (evidence?: readonly RawEvidenceLine[]) =>
  read(evidence).problems.filter(({ severity }) => severity === 'warning');

describe('evidence of an assessment', () => {
  it('is listed by item, in the order of the sheet, without lines of other items', () => {
    const { evidence } = read([
      line(5, 'RSK-01'),
      line(6, 'org-01', 'A'),
      line(9, 'ORG-01', 'B'),
      line(10, 'XXX-01'),
    ]);
    expect([...evidence.keys()]).toEqual(['ORG-01', 'RSK-01']);
    expect(evidence.get('ORG-01')?.map(({ row, title }) => [row, title])).toEqual([
      [6, 'A'],
      [9, 'B'],
    ]);
  });

  it('is missing for an item rated 2 or more with neither a line nor a word in its Evidence cell', () => {
    expect(warnings([]).map(({ code, item, row, field }) => [code, item, row, field])).toEqual([
      ['evidence-missing', 'ORG-01', FIRST_ROW, 'evidence'],
      ['evidence-missing', 'ORG-03', FIRST_ROW + 2, 'evidence'],
    ]);
    expect(warnings([])[0]?.message).toBe(
      'ORG-01 (row 7) is rated 2 without any evidence. Add a line for it to the Evidence sheet, or say in its Evidence cell what shows it.',
    );
    expect(warnings([line(5, 'ORG-01'), line(6, 'ORG-03')])).toEqual([]);
  });

  it('is not asked for where there is no sheet to list it on', () => {
    expect(warnings()).toEqual([]);
    expect(read().evidence.size).toBe(0);
  });

  it('is for no item where the line names none of the rubric', () => {
    const own = [line(5, 'ORG-01'), line(6, 'ORG-03')];
    const found = warnings([...own, line(12, 'ORG-99'), line(13, null), line(14, 'ORG-01 ')]);
    expect(found.map(({ code, item, row, message }) => [code, item, row, message.slice(0, 50)])).toEqual([
      ['evidence-unknown-item', null, 12, 'Row 12 of the Evidence sheet: "ORG-99" is not the '],
      ['evidence-unknown-item', null, 13, 'Row 13 of the Evidence sheet does not say which it'],
      ['evidence-unknown-item', null, 14, 'Row 14 of the Evidence sheet: "ORG-01 " is not the'],
    ]);
  });

  it('makes nothing invalid and changes no answer', () => {
    const [without, bare] = [read(), read([line(5, 'nonsense')])];
    expect(errorsIn(bare)).toEqual(errorsIn(without));
    expect(bare.entries).toEqual(without.entries);
    expect(bare.profile).toEqual(without.profile);
  });
});
