import { literal } from '../address';
import type { Blueprint } from '../blueprint';
import type { CellStyle } from '../design';
import { BENCHMARK, SCORECARD as S } from '../layout';
import { PALETTE } from '../palette';
import type { SheetCanvas } from '../sheet-canvas';
import { STYLES } from '../styles';

/** Rows the bars cover, below the table they draw. */
const BAR_ROWS = 17;
/** Columns of the table and the bars, and of the radar beside both. */
const TABLE_COLUMNS = 6;
const RADAR_COLUMNS = 10;

/** Heading, table with the whole below the domains, a row of air, bars. */
export const comparisonRows = (domains: number): number => domains + BAR_ROWS + 4;

/**
 * A small table with the benchmark's quartile band, the bars below it and the radar beside both. A chart draws what has
 * no number at 0, so a domain without one says so in its label; the table beside the picture leaves the cell empty.
 */
export function drawComparison(canvas: SheetCanvas, row: number, blueprint: Blueprint): void {
  const { rubric, words } = blueprint;
  const domains = rubric.domains.length;
  canvas.put(row, 0, words('sheet.comparison'), STYLES.heading).height(row, 22);
  [
    words('sheet.colDomain'),
    words('sheet.seriesYou'),
    words('sheet.colTarget'),
    words('sheet.colBenchmark'),
    words('sheet.colP25'),
    words('sheet.colP75'),
  ].forEach((text, column) =>
    canvas.put(row + 1, column, text, column === 0 ? STYLES.header : { ...STYLES.headerCentered, size: 9 }),
  );
  canvas.height(row + 1, 32);
  rubric.domains.forEach((_, index) => comparedRow(canvas, row + 2 + index, index, blueprint));
  comparedRow(canvas, row + 2 + domains, 'overall', blueprint);
  const first = row + 2;
  const categories = { row: first, column: 0, rows: domains, columns: 1 };
  const series = [PALETTE.accent, PALETTE.target, PALETTE.benchmark].map((color, i) => ({
    name: { row: row + 1, column: 1 + i, rows: 1, columns: 1 },
    values: { row: first, column: 1 + i, rows: domains, columns: 1 },
    color,
  }));
  const top = first + domains + 2;
  const dashed = series.map((one, i) => (i === 0 ? one : { ...one, dashed: true as const }));
  canvas.chart({
    kind: 'radar',
    id: 'jsp-radar',
    title: words('sheet.radarTitle'),
    description: words('sheet.radarDescription'),
    categories,
    series: dashed,
    max: 5,
    place: { row: row + 1, column: TABLE_COLUMNS, rows: domains + BAR_ROWS + 3, columns: RADAR_COLUMNS },
  });
  canvas.chart({
    kind: 'bar',
    id: 'jsp-bars',
    title: words('sheet.barTitle'),
    description: words('sheet.barDescription'),
    categories,
    series,
    max: 5,
    place: { row: top, column: 0, rows: BAR_ROWS, columns: TABLE_COLUMNS },
  });
}

/** A domain (by index) or the whole: the team, the target, the benchmark, and the quartiles where they are published. */
function comparedRow(
  canvas: SheetCanvas,
  row: number,
  index: number | 'overall',
  { words, refs }: Blueprint,
): void {
  const own = (column: number) => refs.scorecardCell(index, column).replace(/^.*!/, '');
  const quartile = (column: number) => refs.benchmarkCell(index === 'overall' ? 0 : index + 1, column);
  const extra: CellStyle = index === 'overall' ? { bold: true, fill: PALETTE.soft } : {};
  const noScore = literal(` (${words('sheet.noScore')})`);
  const none = index === 'overall' ? '' : `&IF(${own(S.mean)}="",${noScore},"")`;
  canvas.formula(row, 0, `=${own(S.domain)}${none}`, { ...STYLES.value, horizontal: 'left', ...extra });
  const decimal = { ...STYLES.decimal, ...extra };
  [S.mean, S.target, S.benchmark].forEach((column, i) =>
    canvas.formula(row, 1 + i, `=${own(column)}`, decimal),
  );
  [BENCHMARK.p25, BENCHMARK.p75].map(quartile).forEach((cell, i) => {
    canvas.formula(row, 4 + i, `=IF(ISNUMBER(${cell}),${cell},"")`, decimal);
  });
}
