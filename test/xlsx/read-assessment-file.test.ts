import { readAssessmentFile } from '../../src/xlsx/read-assessment-file';
import type { CellContent } from '../../src/workbook/design';
import { writeXlsx } from '../../src/xlsx/write-xlsx';
import { english } from '../load-words';
import { packed } from './packed';
import { sampleDesign, sheetOf, workbookOf } from './sample-design';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Rows = readonly (readonly CellContent[])[];
const cellsOf = (rows: Rows) =>
  rows.flatMap((values, row) => values.map((content, column) => ({ row, column, content, style: {} })));

/** A workbook whose answer sheet was renamed and whose columns were moved: state, profile and answers by hand. */
function movedWorkbook(state: Rows, answers: Rows): Uint8Array {
  return writeXlsx(
    workbookOf([
      sheetOf('assessment', "Our team's form", { cells: cellsOf(answers) }),
      sheetOf('start', 'Profile', { cells: cellsOf([['Hospital', 'x', 'Every answer']]) }),
      sheetOf('state', 'JSP_state', { cells: cellsOf(state), veryHidden: true }),
    ]),
  );
}

const pointer = (key: string, formula: string): CellContent[] => [`pointer.${key}`, { formula }];
const STATE: Rows = [
  ['schema', 'jsp-workbook/1'],
  ['rubric.id', 'jsp'],
  ['rubric.version', '1.0.0'],
  pointer('sheet.assessment', "='Our team''s form'!$C$2"),
  pointer('sheet.start', '=#REF!$A$1'),
  pointer('id', "='Our team''s form'!$C$2"),
  pointer('level', "='Our team''s form'!$A$2"),
  pointer('notes', "='Our team''s form'!$B$2"),
  pointer('target', '=#REF!'),
  pointer('organization', '=Profile!$A$1'),
  pointer('detail', '=profile!$C$1'),
];
const ANSWERS: Rows = [
  ['above'],
  ['Level', 'Notes', 'ID'],
  [3, null, 'ORG-01'],
  ['N/A', 'why', 'ORG-02'],
  [null, null, null, 'beside the answers'],
  [null, '', 'ORG-03'],
];

test('answers are found where the pointers of the state sheet lead, whatever was renamed, moved or deleted', () => {
  const found = readAssessmentFile(movedWorkbook(STATE, ANSWERS), english);
  if (!found.ok) throw new Error(found.failure.message);
  const { raw, map, state } = found.value;
  const gone = { target: null, evidence: null, owner: null, due: null };
  expect(raw.rows).toEqual([
    { row: 3, id: 'ORG-01', level: 3, notes: null, ...gone },
    { row: 4, id: 'ORG-02', level: 'N/A', notes: 'why', ...gone },
    { row: 6, id: 'ORG-03', level: null, notes: null, ...gone },
  ]);
  expect(raw.profile).toEqual({ organization: 'Hospital', size: null, detail: 'Every answer' });
  expect(map.rubric).toEqual({ id: 'jsp', version: '1.0.0' });
  expect(state[0]).toEqual({ key: 'schema', value: 'jsp-workbook/1', formula: null });
});

test.each<[string, Rows, string]>([
  ['a workbook of somebody else', [['note', 'hello']], 'not-ours'],
  ['a later version of ours', [['schema', 'jsp-workbook/2']], 'newer'],
  ['a level column that was deleted', STATE.filter(([key]) => key !== 'pointer.level'), 'answers-gone'],
])('%s is refused in words', (_, state, code) => {
  const found = readAssessmentFile(movedWorkbook(state, ANSWERS), english);
  expect(found).toMatchObject({ ok: false, failure: { code } });
});

test('an answer sheet that is gone, a workbook without a state sheet and a broken file are refused in words', () => {
  const elsewhere = STATE.map((row) => (row[0] === 'pointer.id' ? pointer('id', '=Elsewhere!$C$2') : row));
  const codeOf = (file: Uint8Array) => {
    const found = readAssessmentFile(file, english);
    return found.ok ? 'read' : found.failure.code;
  };
  const design = sampleDesign();
  const stateless = { ...design, sheets: design.sheets.filter((sheet) => sheet.id !== 'state') };
  expect(codeOf(movedWorkbook(elsewhere, ANSWERS))).toBe('answers-gone');
  expect(codeOf(writeXlsx(stateless))).toBe('not-ours');
  expect(codeOf(new Uint8Array(10))).toBe('xlsx-not-zip');
});

test('days and times of a file that counts from 1904 become what they are in any other', () => {
  const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const state = [
    `<row>${text('schema')}${text('jsp-workbook/1')}</row>`,
    ...['id', 'level', 'due'].map(
      (field, i) => `<row>${text(`pointer.${field}`)}<c><f>A!$${'ABC'.charAt(i)}$1</f></c></row>`,
    ),
    ...['sheet.evidence', 'evidence.item', 'evidence.captured', 'evidence.pageDate'].map(
      (key, i) => `<row>${text(`pointer.${key}`)}<c><f>E!$${'AABC'.charAt(i)}$1</f></c></row>`,
    ),
  ];
  const found = readAssessmentFile(
    packed({
      '_rels/.rels': `<Relationships><Relationship Id="a" Type="${RELATIONSHIPS}/officeDocument" Target="w.xml"/></Relationships>`,
      'w.xml':
        '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A" r:id="a"/><sheet name="E" r:id="e"/><sheet name="JSP_state" r:id="s"/></sheets></workbook>',
      '_rels/w.xml.rels': `<Relationships>${['a', 'e', 's'].map((id) => `<Relationship Id="${id}" Type="${RELATIONSHIPS}/worksheet" Target="${id}.xml"/>`).join('')}</Relationships>`,
      'a.xml': sheet(
        `<row>${text('ID')}</row><row>${text('ORG-01')}<c><v>3</v></c><c><v>44561</v></c></row>`,
      ),
      'e.xml': sheet(
        `<row>${text('ID')}</row><row>${text('ORG-01')}<c><v>44884.5</v></c><c><v>44684</v></c></row><row>${text('ORG-02')}<c t="str"><v>2026-11-20</v></c></row>`,
      ),
      's.xml': sheet(state.join('')),
    }),
    english,
  );
  expect(found.ok && found.value.raw.rows).toMatchObject([{ row: 2, id: 'ORG-01', level: 3, due: 46_023 }]);
  expect(found.ok && found.value.raw.evidence).toMatchObject([
    { row: 2, item: 'ORG-01', captured: 46_346.5, verified: null, pageDate: 46_146 },
    { row: 3, item: 'ORG-02', captured: '2026-11-20', pageDate: null },
  ]);
});
