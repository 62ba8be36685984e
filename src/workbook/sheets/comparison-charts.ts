import { literal } from '../address';
import type { Blueprint } from '../blueprint';
import { SCORECARD as S } from '../layout';
import { PALETTE } from '../palette';
import type { SheetCanvas } from '../sheet-canvas';
import { STYLES } from '../styles';

/** Rows the bars cover, below the table they draw. */
const BAR_ROWS = 17;
/** Columns of the table and the bars, and of the radar beside both. */
const BAR_COLUMNS = 4;
const RADAR_COLUMNS = 9;

/** Heading, table, a row of air, bars. */
export const comparisonRows = (domains: number): number => domains + BAR_ROWS + 3;

/**
 * A small table, the bars below it and the radar beside both. A chart draws what has no number at 0, so a domain
 * without one says so in its label; the table beside the picture leaves the cell empty.
 */
export function drawComparison(canvas: SheetCanvas, row: number, { rubric, words, refs }: Blueprint): void {
  const domains = rubric.domains.length;
  canvas.put(row, 0, words('sheet.comparison'), STYLES.heading).height(row, 22);
  [
    words('sheet.colDomain'),
    words('sheet.seriesYou'),
    words('sheet.colTarget'),
    words('sheet.colBenchmark'),
  ].forEach((text, column) =>
    canvas.put(row + 1, column, text, column === 0 ? STYLES.header : STYLES.headerCentered),
  );
  canvas.height(row + 1, 32);
  rubric.domains.forEach((_, index) => {
    const own = (column: number) => refs.scorecardCell(index, column).replace(/^.*!/, '');
    const at = row + 2 + index;
    const noScore = literal(` (${words('sheet.noScore')})`);
    canvas.formula(at, 0, `=${own(S.domain)}&IF(${own(S.mean)}="",${noScore},"")`, {
      ...STYLES.value,
      horizontal: 'left',
    });
    [S.mean, S.target, S.benchmark].forEach((column, i) =>
      canvas.formula(at, 1 + i, `=${own(column)}`, STYLES.decimal),
    );
  });
  const first = row + 2;
  const categories = { row: first, column: 0, rows: domains, columns: 1 };
  const series = [PALETTE.accent, PALETTE.target, PALETTE.benchmark].map((color, i) => ({
    name: { row: row + 1, column: 1 + i, rows: 1, columns: 1 },
    values: { row: first, column: 1 + i, rows: domains, columns: 1 },
    color,
  }));
  const top = first + domains + 1;
  const dashed = series.map((one, i) => (i === 0 ? one : { ...one, dashed: true as const }));
  canvas.chart({
    kind: 'radar',
    id: 'jsp-radar',
    title: words('sheet.radarTitle'),
    description: words('sheet.radarDescription'),
    categories,
    series: dashed,
    max: 5,
    place: { row: row + 1, column: BAR_COLUMNS, rows: domains + BAR_ROWS + 2, columns: RADAR_COLUMNS },
  });
  canvas.chart({
    kind: 'bar',
    id: 'jsp-bars',
    title: words('sheet.barTitle'),
    description: words('sheet.barDescription'),
    categories,
    series,
    max: 5,
    place: { row: top, column: 0, rows: BAR_ROWS, columns: BAR_COLUMNS },
  });
}
