import type { Words } from '../../words/words';
import { cellAddress, literal } from '../address';
import type { Blueprint } from '../blueprint';
import type { CellStyle, SheetDesign } from '../design';
import { ASSESSMENT, RUBRIC } from '../layout';
import { PALETTE } from '../palette';
import { SheetCanvas } from '../sheet-canvas';
import { STYLES } from '../styles';

const HEADER_ROW = 3;
const FIRST_ROW = 4;
/** Columns of centred numbers: rank, level, target, gap, gain. */
const NUMBERS: ReadonlySet<number> = new Set([0, 4, 5, 6, 7]);
/** The rank's row in the Rubric's calculation, behind the group. */
const FOUND = 11;
/** Columns that stay in view: rank, ID, domain, item. */
const KEPT = 4;

/** Texts stand at the height of the numbers beside them. */
const TEXT: CellStyle = { ...STYLES.text, vertical: 'center' };
const BOLD: CellStyle = { ...STYLES.textBold, vertical: 'center' };

/** Items below their target: largest gap first, then those that hold their domain at its floor. */
export function roadmapSheet(blueprint: Blueprint): SheetDesign {
  const { rubric, words, names } = blueprint;
  const canvas = new SheetCanvas({
    id: 'roadmap',
    name: names.roadmap,
    columns: [
      ...[6, 9, 18, 30, 8, 8, 8, 12, 46, 16, 12].map((width) => ({ width })),
      { width: 9, grouped: true as const },
    ],
    frozen: { rows: FIRST_ROW, columns: KEPT },
    print: {
      landscape: true,
      onePage: false,
      area: { row: 0, column: 0, rows: FIRST_ROW + rubric.items.length, columns: FOUND },
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
      footer: words('sheet.footer'),
    },
  });
  canvas.band(FOUND, words('sheet.roadmapTitle'), words('sheet.roadmapSubtitle'), KEPT);
  headers(words).forEach((text, column) =>
    canvas.put(HEADER_ROW, column, text, NUMBERS.has(column) ? STYLES.headerCentered : STYLES.header),
  );
  canvas.height(HEADER_ROW, 32);
  rubric.items.forEach((_, index) => {
    const row = FIRST_ROW + index;
    formulas(row, index + 1, blueprint).forEach(({ formula, style }, column) =>
      canvas.formula(row, column, formula, style),
    );
    canvas.height(row, 42);
  });
  const gaps = { row: FIRST_ROW, column: 6, rows: rubric.items.length, columns: 1 };
  canvas.format(gaps, `=IF(ISNUMBER(${cellAddress(FIRST_ROW, 6)}),${cellAddress(FIRST_ROW, 6)}>=2,FALSE)`, {
    fill: PALETTE.warnFill,
    color: PALETTE.warn,
    bold: true,
  });
  return canvas.finish();
}

const headers = (words: Words): readonly string[] => [
  words('sheet.colRank'),
  words('sheet.colId'),
  words('sheet.colDomain'),
  words('sheet.colItem'),
  words('sheet.colLevel'),
  words('sheet.colTarget'),
  words('sheet.colGap'),
  words('sheet.colGain'),
  words('sheet.colNext'),
  words('sheet.colOwner'),
  words('sheet.colDue'),
  words('sheet.calcRow'),
];

function formulas(
  row: number,
  rank: number,
  { refs, words }: Blueprint,
): readonly { formula: string; style: CellStyle }[] {
  const found = `$${cellAddress(row, FOUND)}`;
  const priority = refs.rubric(RUBRIC.priority);
  const when = (formula: string) => `=IF(${found}=0,"",${formula})`;
  const item = (column: number) => when(`INDEX(${refs.rubric(column)},${found})`);
  const level = `INDEX(${refs.rubric(RUBRIC.level)},${found})`;
  const levels = `${refs.rubricCell(0, RUBRIC.levels)}:${refs.rubricCell(refs.items - 1, RUBRIC.levels + 5).replace(/^.*!/, '')}`;
  const own = (column: number) =>
    `INDEX(${refs.assessment(column)},INDEX(${refs.rubric(RUBRIC.row)},${found}))`;
  return [
    { formula: when(String(rank)), style: STYLES.value },
    { formula: item(RUBRIC.id), style: BOLD },
    { formula: item(RUBRIC.domain), style: TEXT },
    { formula: item(RUBRIC.title), style: BOLD },
    { formula: item(RUBRIC.level), style: STYLES.value },
    { formula: item(RUBRIC.target), style: STYLES.value },
    { formula: item(RUBRIC.gap), style: { ...STYLES.value, bold: true } },
    { formula: item(RUBRIC.gain), style: { ...STYLES.value, numberFormat: '0"%"' } },
    {
      formula: when(`IF(${level}=5,${literal(words('sheet.highest'))},INDEX(${levels},${found},${level}+2))`),
      style: TEXT,
    },
    {
      formula: when(`IF(ISERROR(${own(ASSESSMENT.owner)}),"",${own(ASSESSMENT.owner)}&"")`),
      style: TEXT,
    },
    {
      formula: when(
        `IF(ISNUMBER(${own(ASSESSMENT.due)}),${own(ASSESSMENT.due)},IF(ISERROR(${own(ASSESSMENT.due)}),"",${own(ASSESSMENT.due)}&""))`,
      ),
      style: { ...TEXT, numberFormat: 'yyyy-mm-dd' },
    },
    {
      formula: `=IF(${rank}>COUNT(${priority}),0,MATCH(LARGE(${priority},${rank}),${priority},0))`,
      style: STYLES.helper,
    },
  ];
}
