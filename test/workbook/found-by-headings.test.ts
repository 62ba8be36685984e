import type { RawCell } from '../../src/assessment/assessment';
import type { SheetDesign } from '../../src/workbook/design';
import { foundByHeadings, type SheetLook } from '../../src/workbook/found-by-headings';
import { locate, pointedSheets } from '../../src/workbook/map';
import { english as words } from '../load-words';
import { jspDesign } from '../oracles/design';

const { sheets } = jspDesign();

/** A sheet as it was designed, but for what `change` says of a cell. */
function look(
  { name, cells }: SheetDesign,
  change: (row: number, column: number, cell: RawCell) => RawCell = (_, __, cell) => cell,
  move: (row: number, column: number) => readonly [number, number] = (row, column) => [row, column],
): SheetLook {
  const contents = new Map(
    cells.map(({ row, column, content }) => [
      move(row, column).join(),
      change(row, column, content !== null && typeof content === 'object' ? 'calculated' : content),
    ]),
  );
  return { name, cell: (row, column) => contents.get([row, column].join()) ?? null };
}
const sheet = (id: string) => sheets.find((one) => one.id === id)!;
/** The sheet without its headings; the rubric's row is a number that a formula finds. */
const headless = (row: number, column: number, cell: RawCell): RawCell =>
  row === 5 ? null : row > 5 && column === 14 ? row - 5 : cell;
const others = sheets.filter(({ id }) => id !== 'assessment' && id !== 'state').map((one) => look(one));
const level = (looks: readonly SheetLook[]) => foundByHeadings(looks, words, new Map()).get('pointer.level');

describe('foundByHeadings', () => {
  it('finds everything that the state sheet of a new workbook points at', () => {
    const looks = sheets.filter(({ id }) => id !== 'state').map((one) => look(one));
    const map = locate([], null, words, foundByHeadings(looks, words, new Map()));
    const state = sheet('state').cells;
    const pointers = state.filter(
      ({ content }) => typeof content === 'string' && content.startsWith('pointer.'),
    );
    if (!map.ok) throw new Error(map.failure.message);
    for (const { row, content } of pointers) {
      const key = content as `pointer.level`;
      const formula = state.find((cell) => cell.row === row && cell.column === 1)?.content;
      const said = locate(
        [
          { key: 'schema', value: 'jsp-workbook/1', formula: null },
          { key: 'pointer.id', value: null, formula: '=A!$A$1' },
          { key: 'pointer.level', value: null, formula: '=A!$B$1' },
          { key, value: null, formula: (formula as { formula: string }).formula },
        ],
        null,
        words,
      );
      expect([key, map.value.spot(key)]).toEqual([key, said.ok && said.value.spot(key)]);
    }
    expect(map.value).toMatchObject({
      whole: false,
      rubric: { id: '', version: '' },
      sheets: { state: null },
    });
  });

  it.each([
    [
      'whose title row is deleted',
      look(sheet('assessment'), undefined, (row, column) => [row - 1, column]),
      4,
      4,
    ],
    [
      'with a column inserted',
      look(sheet('assessment'), undefined, (row, column) => [row, column + 1]),
      5,
      5,
    ],
    [
      'whose heading for levels has other words',
      look(sheet('assessment'), (row, column, cell) => (row === 5 && column === 4 ? 'Rating' : cell)),
      5,
      4,
    ],
    ['without its headings, by its IDs', look(sheet('assessment'), headless), 5, 4],
  ])('finds the levels of an Assessment %s', (_, damaged, row, column) => {
    expect(level([...others, damaged])).toEqual({ sheet: 'Assessment', row, column });
  });

  it('takes no column for the levels where headings are gone and columns moved', () => {
    const moved = look(sheet('assessment'), headless, (row, column) => [
      row,
      column < 4 ? column : column + 1,
    ]);
    expect(level([...others, moved])).toBeUndefined();
  });

  it('takes no other sheet of ours and no list of IDs for an Assessment', () => {
    const list: SheetLook = {
      name: 'Ours',
      cell: (row, column) => (column === 0 ? `ORG-${10 + row}` : null),
    };
    expect(level([...others, list])).toBeUndefined();
  });

  it('takes the sheet with our name of two that are alike, and the first otherwise', () => {
    const copy = { ...look(sheet('assessment')), name: 'Copy' };
    expect(level([copy, look(sheet('assessment'))])?.sheet).toBe('Assessment');
    expect(level([copy, { ...copy, name: 'Copy 2' }])?.sheet).toBe('Copy');
  });

  it('takes nothing of a copy, in which more is left, for the sheet that the pointers still lead to', () => {
    const [own, ...rest] = ['assessment', 'evidence', 'benchmark', 'history'].map((id) => sheet(id));
    for (const { id, name } of [own!, ...rest]) {
      const standing = look(sheet(id));
      const copy = { ...standing, name: `${name} (2)` };
      const torn: SheetLook = {
        name,
        cell: (row, column) => (column === 8 ? null : standing.cell(row, column)),
      };
      const pointed = new Map([[id, name]]);
      const spots = [...foundByHeadings([copy, torn], words, pointed).values()];
      expect(spots.filter((spot) => spot.sheet !== name)).toEqual([]);
      expect(spots.length).toBeGreaterThan(0);
    }
  });

  it('leaves the answers where their headings are when cells were cut away from under the pointers', () => {
    const looks = sheets.filter(({ id }) => id !== 'state').map((one) => look(one));
    const rows = [
      ['schema', 'jsp-workbook/1', null],
      ['pointer.id', null, '=Assessment!$A$6'],
      ['pointer.level', null, '=Assessment!$T$60'],
    ].map(([key, value, formula]) => ({ key: key!, value: value!, formula: formula! }));
    const map = locate(rows, 'JSP_state', words, foundByHeadings(looks, words, pointedSheets(rows)));
    expect(map.ok && map.value.spot('pointer.level')).toEqual({ sheet: 'Assessment', row: 5, column: 4 });
  });
});
