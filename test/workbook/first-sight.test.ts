import { SCORECARD } from '../../src/workbook/layout';
import type { SheetDesign, SheetId } from '../../src/workbook/design';
import { jsp } from '../load-rubric';
import { jspDesign } from '../oracles/design';

/** What Excel shows of a sheet at 100 % on a screen of 1366 × 768, with its ribbon open: measured in none, taken as the least. */
const SCREEN = { width: 1310, height: 450 } as const;
const MOST_FROZEN = 180;

const design = jspDesign();
const sheetOf = (id: SheetId): SheetDesign => design.sheets.find((sheet) => sheet.id === id)!;
/** Pixels of the first rows: 15 points where nobody set a height. */
const heightOf = ({ rowHeights }: SheetDesign, rows: number): number => {
  const points = new Map(rowHeights.map(({ row, points: height }) => [row, height]));
  return Array.from({ length: rows }, (_, row) => ((points.get(row) ?? 15) * 4) / 3).reduce(
    (a, b) => a + b,
    0,
  );
};
/** Pixels of the first columns: seven a character and five around them. */
const widthOf = ({ columns }: SheetDesign, count: number): number =>
  columns.slice(0, count).reduce((sum, { width }) => sum + Math.round(width * 7 + 5), 0);

test.each(design.sheets.filter(({ frozen }) => frozen).map((sheet) => [sheet.id, sheet] as const))(
  'the rows of %s that stay in view leave room for those that scroll',
  (_, sheet) => {
    expect(heightOf(sheet, sheet.frozen?.rows ?? 0)).toBeLessThanOrEqual(MOST_FROZEN);
    expect(widthOf(sheet, sheet.frozen?.columns ?? 0)).toBeLessThan(SCREEN.width / 2);
  },
);

test('the Scorecard shows its table, its note and the counts of the six levels at first sight', () => {
  const card = sheetOf('scorecard');
  const note = SCORECARD.firstRow + jsp.domains.length + 1;
  expect(heightOf(card, note + 1)).toBeLessThanOrEqual(SCREEN.height);
  expect(widthOf(card, SCORECARD.counts + 6)).toBeLessThanOrEqual(SCREEN.width);
  const merged = card.merges.find(({ row }) => row === note);
  expect(widthOf(card, merged?.columns ?? 99)).toBeLessThanOrEqual(SCREEN.width - 350);
});

test('each row of the Assessment has the six descriptors of its own item, found by its ID, and links lead there and back', () => {
  const { cells, links } = sheetOf('assessment');
  const textOf = (row: number, column: number) =>
    cells.find((cell) => cell.row === row && cell.column === column)?.content;
  expect(jsp.levels.map((_, i) => textOf(5, 16 + i))).toEqual(
    jsp.levels.map(({ level, name }) => `${level} ${name}`),
  );
  for (const row of [6, 49])
    expect(jsp.levels.map((_, i) => textOf(row, 16 + i))).toEqual(
      ['E', 'F', 'G', 'H', 'I', 'J'].map((column) => ({
        formula: `=IF($O${row + 1}=0,"",INDEX(Rubric!$${column}$6:$${column}$49,$O${row + 1}))`,
      })),
    );
  expect(links.map(({ column, to }) => [column, to.sheet, to.column])).toEqual([
    [3, 'assessment', 16],
    [16, 'assessment', 4],
  ]);
});
