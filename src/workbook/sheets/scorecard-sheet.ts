import type { Words } from '../../words/words';
import { cellAddress, literal } from '../address';
import type { Blueprint } from '../blueprint';
import type { CellStyle, SheetDesign } from '../design';
import { BENCHMARK, SCORECARD as S } from '../layout';
import { LEVEL_FILLS, LEVEL_INKS, PALETTE } from '../palette';
import { SheetCanvas } from '../sheet-canvas';
import { STYLES } from '../styles';
import { comparisonRows, drawComparison } from './comparison-charts';
import { drawHeatMap, heatMapRows } from './heat-map';
import { domainFormulas, overallFormulas } from './measure-formulas';

/** Columns people see; helpers follow behind the group. */
const SHOWN = S.sum;
/** The note is read at first sight: it keeps to the columns that a screen shows beside the pane. */
const NOTE_COLUMNS = S.percent;
const HELPERS = S.highShare - S.sum + 1;

/** Domains and the whole: every measure beside its distribution and floor, a heat map, charts against target and benchmark. */
export function scorecardSheet(blueprint: Blueprint): SheetDesign {
  const { rubric, words, names, refs } = blueprint;
  const overallRow = S.firstRow + refs.domains;
  const heatRow = overallRow + 3;
  const chartRow = heatRow + heatMapRows(refs.domains) + 1;
  const bottom = chartRow + comparisonRows(refs.domains);
  const canvas = new SheetCanvas({
    id: 'scorecard',
    name: names.scorecard,
    columns: [
      // Down to the counts of the six levels, 1,300 pixels: what a screen of 1366 shows of a sheet.
      ...[23, 6, 11, 9.5, 11, 9, 8, 6.5, 7, 6, 6, 7.5, 6, 9, 11.5, 12.5].map((width) => ({ width })),
      ...[3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 7, 6, 12, 8].map((width) => ({ width })),
      ...Array.from({ length: HELPERS }, () => ({ width: 9, grouped: true as const })),
    ],
    frozen: { rows: 2, columns: 1 },
    print: {
      landscape: true,
      onePage: true,
      area: { row: 0, column: 0, rows: bottom, columns: SHOWN },
      footer: words('sheet.footer'),
    },
  });
  canvas.band(SHOWN, words('sheet.scorecardTitle'), words('sheet.scorecardSubtitle'));
  canvas.height(0, 27).height(2, 6);
  tiles(canvas, blueprint);
  distribution(canvas, blueprint);
  headers(words).forEach((text, column) =>
    canvas.put(S.headerRow, column, text, column === 0 ? STYLES.header : STYLES.headerCentered),
  );
  canvas.height(S.headerRow, 34);
  rubric.domains.forEach((domain, index) => {
    const row = S.firstRow + index;
    canvas.put(row, S.domain, domain.name, { ...STYLES.value, horizontal: 'left', bold: true });
    drawRow(canvas, row, domainFormulas(row, index, blueprint), {});
  });
  canvas.put(overallRow, S.domain, words('sheet.overall'), {
    ...STYLES.value,
    horizontal: 'left',
    bold: true,
    fill: PALETTE.soft,
  });
  drawRow(canvas, overallRow, overallFormulas(overallRow, blueprint), { bold: true, fill: PALETTE.soft });
  canvas.paragraph(overallRow + 1, 0, NOTE_COLUMNS, words('sheet.scorecardNote'), 42, STYLES.small);
  levelFormats(canvas, refs.domains + 1);
  drawHeatMap(canvas, heatRow, blueprint);
  drawComparison(canvas, chartRow, blueprint);
  return canvas.finish();
}

function drawRow(
  canvas: SheetCanvas,
  row: number,
  formulas: ReadonlyMap<number, string>,
  extra: CellStyle,
): void {
  for (const [column, formula] of formulas)
    canvas.formula(row, column, formula, { ...styleOf(column), ...(column < S.sum ? extra : {}) });
  canvas.height(row, 24);
}

function styleOf(column: number): CellStyle {
  if (column >= S.sum) return STYLES.helper;
  if (column === S.coverage || column === S.percent) return STYLES.percent;
  if (column === S.mean) return { ...STYLES.decimal, bold: true, size: 12 };
  if (column === S.median) return { ...STYLES.value, numberFormat: '0.0' };
  if ([S.low, S.high, S.target, S.gap, S.benchmark].some((c) => c === column)) return STYLES.decimal;
  if (column === S.level || column === S.floor) return { ...STYLES.value, bold: true, size: 12 };
  if (column === S.position) return { ...STYLES.value, wrap: true, size: 9 };
  return STYLES.value;
}

const headers = (words: Words): readonly string[] => [
  words('sheet.colDomain'),
  words('sheet.colItems'),
  words('sheet.colApplicable'),
  words('sheet.colRated'),
  words('sheet.colCoverage'),
  words('sheet.colMean'),
  words('sheet.colMedian'),
  words('sheet.colFloor'),
  words('sheet.colLevel'),
  words('sheet.colLow'),
  words('sheet.colHigh'),
  words('sheet.colTarget'),
  words('sheet.colGap'),
  words('sheet.colPercent'),
  words('sheet.colBenchmark'),
  words('sheet.colPosition'),
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  words('answer.unknown'),
  words('answer.na'),
  words('sheet.colBlank'),
  words('sheet.colInvalid'),
];

/** The few numbers a reader looks for first. */
function tiles(canvas: SheetCanvas, { words, refs }: Blueprint): void {
  const own = (column: number) => refs.scorecardCell('overall', column).replace(/^.*!/, '');
  const mean = own(S.mean);
  const label: CellStyle = {
    color: PALETTE.muted,
    fill: PALETTE.soft,
    size: 9,
    horizontal: 'left',
    indent: 1,
  };
  const number: CellStyle = {
    bold: true,
    size: 20,
    color: PALETTE.band,
    fill: PALETTE.soft,
    horizontal: 'left',
    vertical: 'center',
    indent: 1,
  };
  const tile = (column: number, columns: number, text: string, formula: string, style: CellStyle) => {
    for (let i = 0; i < columns; i += 1) {
      canvas.put(S.tilesRow, column + i, i === 0 ? text : null, label);
      canvas.put(S.tilesRow + 1, column + i, i === 0 ? { formula } : null, { ...number, ...style });
    }
    canvas
      .merge({ row: S.tilesRow, column, rows: 1, columns })
      .merge({ row: S.tilesRow + 1, column, rows: 1, columns });
  };
  const orNone = (formula: string) => `=IF(${formula}="",${literal('–')},${formula})`;
  tile(0, 1, words('sheet.tileComposite'), orNone(mean), { numberFormat: '0.00' });
  tile(2, 2, words('sheet.tileLevel'), orNone(own(S.level)), {});
  tile(5, 2, words('sheet.tileCoverage'), orNone(own(S.coverage)), { numberFormat: '0%' });
  tile(8, 2, words('sheet.tileLow'), orNone(own(S.low)), { numberFormat: '0.00' });
  tile(11, 2, words('sheet.tileHigh'), orNone(own(S.high)), { numberFormat: '0.00' });
  tile(
    14,
    2,
    words('sheet.tileItemMean'),
    `=IF(${own(S.rated)}=0,${literal('–')},${own(S.sum)}/${own(S.rated)})`,
    { numberFormat: '0.00' },
  );
  canvas.height(S.tilesRow + 1, 34);
  const benchmark = refs.cell('benchmark', BENCHMARK.metaRow, BENCHMARK.metaColumn);
  canvas.formula(S.tilesRow + 2, 0, `=${literal(`${words('sheet.comparedWith')} `)}&${benchmark}`, {
    color: PALETTE.muted,
    size: 9,
  });
}

/** How the answers are spread, in a line: the columns that say it for each domain may be out of view. */
function distribution(canvas: SheetCanvas, { words, refs }: Blueprint): void {
  const own = (column: number) => refs.scorecardCell('overall', column).replace(/^.*!/, '');
  const counts = spread(words).map(([name, column]) => `${literal(`${name}: `)}&${own(column)}`);
  canvas.formula(
    S.distributionRow,
    0,
    `=${literal(`${words('sheet.distribution')} `)}&${counts.join(`&${literal(' · ')}&`)}`,
    { size: 10, bold: true, color: PALETTE.band, vertical: 'center' },
  );
  canvas.height(S.distributionRow, 20);
}

/** What is counted, by its name and the column that counts it. */
export const spread = (words: Words): readonly (readonly [string, number])[] => [
  ...[0, 1, 2, 3, 4, 5].map((level) => [String(level), S.counts + level] as const),
  [words('answer.unknown'), S.unknown],
  [words('answer.na'), S.na],
  [words('sheet.colBlank'), S.blank],
  [words('sheet.colInvalid'), S.invalid],
];

/** Fills for whole levels in the Level and Floor columns; the number stays what says it. */
function levelFormats(canvas: SheetCanvas, rows: number): void {
  const area = { row: S.firstRow, column: S.floor, rows, columns: 2 };
  const first = cellAddress(S.firstRow, S.floor);
  LEVEL_FILLS.forEach((fill, level) => {
    canvas.format(area, `=${first}&""="${level}"`, { fill, color: LEVEL_INKS[level] ?? PALETTE.ink });
  });
}
