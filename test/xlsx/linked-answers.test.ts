import { readAssessment } from '../../src/assessment/read-assessment';
import { STATE_SHEET_NAME } from '../../src/workbook/sheet-names';
import { english as words } from '../load-words';
import { edited, withSheets, worksheet } from './edited';
import { BLANK, cellIn, failureCode, itemsOf, MAKING, openFile, valueOf } from './open-file';

type Cells = Readonly<Record<string, string>>;

/** Our workbook with formulas in Level cells, and a team's sheet that they look at; `rest` is what stands in that sheet. */
const linked = (levels: Cells, rest: readonly string[] = []): Uint8Array =>
  withSheets(
    edited(BLANK, (path, text) =>
      path.endsWith('sheet2.xml')
        ? Object.entries(levels).reduce(
            (xml, [cell, content]) =>
              xml.replace(new RegExp(`<c r="${cell}"([^>]*)/>`), `<c r="${cell}"$1>${content}</c>`),
            text,
          )
        : text,
    ),
    {
      Team: worksheet([
        '<c r="A1"><v>2</v></c><c r="B1"><f>Scorecard!F9</f><v>1</v></c>',
        '<c r="A2"><v>5</v></c><c r="B2"><f>A2-1</f><v>4</v></c>',
        ...rest,
      ]),
    },
  );
/** The levels of the first items after the owner or the level of the eighth was written, `!` where invalid. */
async function levelsAfter(bytes: Uint8Array, field: 'owner' | 'level'): Promise<string> {
  const { file, port } = openFile(bytes);
  const before = levels(await itemsOf(port));
  valueOf(await port.write([{ item: 'ORG-08', field, value: field === 'owner' ? 'Ann' : 3 }]));
  const after = levels(await itemsOf(openFile(file.bytes).port));
  return `${before} ${after}`;
}
const levels = (items: Awaited<ReturnType<typeof itemsOf>>): string =>
  ['ORG-01', 'ORG-02', 'ORG-03']
    .map((id) => {
      const level = items.get(id)?.level ?? '-';
      return typeof level === 'object' ? '!' : String(level);
    })
    .join('');

describe('levels that formulas give', () => {
  it.each<[string, Cells, readonly string[], string]>([
    ['a cell of a sheet', { E7: '<f>Team!A1</f><v>2</v>', E8: '<f>Team!B2</f><v>4</v>' }, [], '24- 24-'],
    [
      'a shared formula',
      { E7: '<f t="shared" si="0" ref="E7:E8">Team!A1</f><v>2</v>', E8: '<f t="shared" si="0"/><v>5</v>' },
      [],
      '25- 25-',
    ],
    ['a look-up', { E7: '<f>INDEX(Team!A:A,MATCH(5,Team!A:A,0))</f><v>5</v>' }, [], '5-- 5--'],
    ['a text that names a cell', { E7: '<f>INDIRECT("Team!A"&amp;1)</f><v>2</v>' }, [], '2-- 2--'],
    [
      'each other',
      { E7: '<f>Team!A1</f><v>2</v>', E8: '<f>E7</f><v>2</v>', E9: '<f>E8+1</f><v>3</v>' },
      [],
      '223 223',
    ],
    ['a cell that a file lost the result of', { E7: '<f>Team!A1</f>', E8: '<f>Team!C9</f>' }, [], '20- 20-'],
  ])('(%s) stay as they were read when an owner is written', async (_, cells, rest, expected) => {
    expect(await levelsAfter(linked(cells, rest), 'owner')).toBe(expected);
  });

  it('stay when another level is written, but for those that may depend on it', async () => {
    const cells = {
      E7: '<f>Team!A1</f><v>2</v>',
      E8: '<f>MIN(E7:E14)</f><v>2</v>',
      E9: '<f>ROUND(Team!B1,0)</f><v>1</v>',
    };
    expect(await levelsAfter(linked(cells), 'level')).toBe('221 2!!');
    const { port } = openFile(linked({ E7: '<f>E14</f><v>1</v>' }));
    valueOf(await port.write([{ item: 'ORG-08', field: 'level', value: 3 }]));
    expect((await itemsOf(port)).get('ORG-01')?.level).toBe(3);
  });

  it('are named where nobody has calculated them', async () => {
    const { port } = openFile(linked({ E7: '<f>MIN(E8:E9)</f>', E8: '<f>E8</f>', E9: '<f>Gone!A1</f>' }));
    const { problems } = readAssessment(valueOf(await port.read()), MAKING);
    const named = ['ORG-01 (row 7)', 'ORG-02 (row 8)', 'ORG-03 (row 9)'].map((place) =>
      words('problem.levelNotCalculated', { place }),
    );
    expect(problems.map(({ message }) => message)).toEqual(expect.arrayContaining(named));
    expect(failureCode(await port.write([{ item: 'ORG-01', field: 'level', value: 3 }]))).toBe(
      'xlsx-formula',
    );
  });
});

describe('pointers', () => {
  const KEYS = ['pointer.sheet.start', 'pointer.id', 'pointer.level', 'pointer.organization'];
  const shown = (bytes: Uint8Array) => KEYS.map((key) => stateValue(bytes, key));

  it('have the results that they show, in a new file and after a write', async () => {
    expect(shown(BLANK)).toEqual([words('sheet.startTitle'), 'ID', 'Level', 0]);
    const { file, port } = openFile();
    valueOf(await port.write([{ profile: 'organization', value: 'Hospital or health system' }]));
    expect(shown(file.bytes)).toEqual([
      words('sheet.startTitle'),
      'ID',
      'Level',
      'Hospital or health system',
    ]);
  });
});

/** What stands beside a key of the hidden sheet. */
function stateValue(bytes: Uint8Array, key: string): unknown {
  const rows = Array.from({ length: 60 }, (_, i) => i + 1);
  const row = rows.find((at) => cellIn(bytes, STATE_SHEET_NAME, `A${at}`).value === key);
  if (row === undefined) throw new Error(`No ${key}`);
  return cellIn(bytes, STATE_SHEET_NAME, `B${row}`).value;
}
