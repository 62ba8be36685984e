import type { Benchmark, BenchmarkFigure } from '../../rubric/benchmark';
import type { Words } from '../../words/words';
import type { Blueprint } from '../blueprint';
import type { CellContent, CellStyle, SheetDesign } from '../design';
import { BENCHMARK as B } from '../layout';
import { BENCHMARK_META, type BenchmarkMeta } from '../map';
import { PALETTE } from '../palette';
import { SheetCanvas } from '../sheet-canvas';
import { STYLES } from '../styles';

/** The table's rows: the composite, then the domains, then the items, in the rubric's order. */
export function benchmarkRows({
  rubric,
  words,
}: Pick<Blueprint, 'rubric' | 'words'>): readonly { id: string; name: string }[] {
  return [
    { id: 'composite', name: words('sheet.tileComposite') },
    ...rubric.domains.map(({ id, name }) => ({ id, name })),
    ...rubric.items.map(({ id, title }) => ({ id, name: title })),
  ];
}

/** Published figures of a benchmark for one row of the table; empty where nothing is published. */
export function figureOf(benchmark: Benchmark, id: string): BenchmarkFigure {
  return (id === 'composite' ? benchmark.composite : (benchmark.domains[id] ?? benchmark.items[id])) ?? {};
}

/** Mean, 25th percentile, median, 75th percentile as they stand in cells: 151 hundredths are 1.51; null leaves a cell empty. */
export const figureCells = ({ mean, p25, median, p75 }: BenchmarkFigure): readonly (number | null)[] =>
  [mean, p25, median, p75].map((hundredths) => (hundredths === undefined ? null : hundredths / 100));

/** The text of each head line of the sheet; `fetched` is an ISO day, empty for figures that came with the product. */
export function benchmarkMeta(
  benchmark: Benchmark,
  fetched: string,
  words: Words,
): Readonly<Record<BenchmarkMeta, string>> {
  return {
    title: benchmark.title,
    source: benchmark.source,
    cycle: benchmark.cycle,
    contributors:
      benchmark.contributors === undefined ? words('sheet.notPublished') : String(benchmark.contributors),
    fetched: fetched === '' ? words('sheet.cameWithProduct') : fetched,
    kind: words(`sheet.kind_${benchmark.kind}`),
    id: benchmark.id,
  };
}

/** Published quantiles with their source, n, cycle and the day they were fetched; reference figures stand apart from them. */
export function benchmarkSheet(blueprint: Blueprint): SheetDesign {
  const { words, names, benchmark, published } = blueprint;
  const rows = benchmarkRows(blueprint);
  const canvas = new SheetCanvas({
    id: 'benchmark',
    name: names.benchmark,
    columns: [14, 44, 11, 11, 11, 11, 3, 30, 12, 13, 56].map((width) => ({ width })),
    frozen: { rows: 2, columns: 0 },
    print: { landscape: true, onePage: true, footer: words('sheet.footer') },
  });
  canvas.band(11, words('sheet.benchmarkTitle'), words('sheet.benchmarkSubtitle'));
  const meta = benchmarkMeta(benchmark, '', words);
  BENCHMARK_META.forEach((key, i) => {
    canvas.put(B.metaRow + i, 0, words(`sheet.meta_${key}`), STYLES.label);
    canvas.put(B.metaRow + i, B.metaColumn, meta[key], {
      ...STYLES.body,
      horizontal: 'left',
      ...(key === 'title' ? { bold: true } : {}),
    });
  });
  const sourceRow = B.metaRow + BENCHMARK_META.indexOf('source');
  canvas.put(sourceRow, 0, words('sheet.meta_source'), { ...STYLES.label, vertical: 'top' });
  const tableColumns = B.p75 - B.metaColumn + 1;
  canvas.paragraph(sourceRow, B.metaColumn, tableColumns, meta.source, 54, {
    ...STYLES.body,
    horizontal: 'left',
  });
  const headers = [
    words('sheet.colId'),
    words('sheet.colFigure'),
    words('sheet.colMean'),
    words('sheet.colP25'),
    words('sheet.colMedian'),
    words('sheet.colP75'),
  ];
  headers.forEach((text, column) =>
    canvas.put(B.tableRow, column, text, column < B.mean ? STYLES.header : STYLES.headerCentered),
  );
  canvas.height(B.tableRow, 32);
  rows.forEach(({ id, name }, i) => {
    const row = B.tableRow + 1 + i;
    const cells: readonly CellContent[] = figureCells(figureOf(benchmark, id));
    canvas
      .put(row, B.id, id, STYLES.text)
      .put(row, B.figure, name, STYLES.text)
      .putRow(row, B.mean, cells, STYLES.decimal);
  });
  references(canvas, published, blueprint);
  return canvas.finish();
}

/** Figures of reports, each with its source beside them: reference lines, not a trend, and never mixed with the table. */
function references(
  canvas: SheetCanvas,
  published: readonly Benchmark[],
  { rubric, words }: Pick<Blueprint, 'rubric' | 'words'>,
): void {
  const column = 7;
  canvas.put(B.tableRow - 1, column, words('sheet.published'), STYLES.heading);
  [
    words('sheet.colReport'),
    words('sheet.colFigure'),
    words('sheet.colMean'),
    words('sheet.colSourceText'),
  ].forEach((text, i) =>
    canvas.put(B.tableRow, column + i, text, i === 2 ? STYLES.headerCentered : STYLES.header),
  );
  let row = B.tableRow + 1;
  for (const report of published) {
    const lines = [
      { name: words('sheet.tileComposite'), figure: report.composite },
      ...rubric.domains.map(({ id }) => ({ name: id, figure: report.domains[id] })),
    ];
    const beside = (at: number, text: string, style: CellStyle) => {
      lines.forEach((_, i) => canvas.put(row + i, at, i === 0 ? text : null, style));
      canvas.merge({ row, column: at, rows: lines.length, columns: 1 });
    };
    beside(column, report.title, STYLES.textBold);
    beside(column + 3, report.source, STYLES.textMuted);
    lines.forEach(({ name, figure }, i) => {
      const mean = figure?.mean;
      canvas.put(row + i, column + 1, name, STYLES.text);
      canvas.put(
        row + i,
        column + 2,
        mean === undefined ? words('sheet.notPublished') : mean / 100,
        mean === undefined ? { ...STYLES.value, size: 9, color: PALETTE.muted } : STYLES.decimal,
      );
    });
    row += lines.length;
  }
}
