import { cellAddress } from '../address';
import type { Blueprint } from '../blueprint';
import { RUBRIC } from '../layout';
import { LEVEL_FILLS, LEVEL_INKS, PALETTE } from '../palette';
import type { SheetCanvas } from '../sheet-canvas';
import { STYLES } from '../styles';

/** Heading, number row, a row a domain, legend. */
export const heatMapRows = (domains: number): number => domains + 3;

/** A domain a row, an item a cell: its level, or a sign for what is not a level. */
export function drawHeatMap(canvas: SheetCanvas, row: number, { rubric, words, refs }: Blueprint): void {
  const widest = Math.max(
    ...rubric.domains.map(({ id }) => rubric.items.filter((item) => item.domain === id).length),
  );
  canvas.put(row, 0, words('sheet.heatMap'), STYLES.heading).height(row, 22);
  canvas.put(row + 1, 0, words('sheet.heatMapItem'), STYLES.header);
  for (let i = 1; i <= widest; i += 1) canvas.put(row + 1, i, i, STYLES.headerCentered);
  rubric.domains.forEach((domain, index) => {
    const at = row + 2 + index;
    canvas.put(at, 0, domain.name, { ...STYLES.value, horizontal: 'left', bold: true }).height(at, 22);
    rubric.items
      .flatMap((item, i) => (item.domain === domain.id ? [i] : []))
      .forEach((item, i) =>
        canvas.formula(at, 1 + i, `=${refs.rubricCell(item, RUBRIC.shown)}`, { ...STYLES.value, bold: true }),
      );
  });
  canvas.put(row + 2 + rubric.domains.length, 0, words('sheet.heatMapLegend'), {
    size: 9,
    color: PALETTE.muted,
  });
  const area = { row: row + 2, column: 1, rows: rubric.domains.length, columns: widest };
  const first = cellAddress(area.row, area.column);
  LEVEL_FILLS.forEach((fill, level) =>
    canvas.format(area, `=${first}&""="${level}"`, { fill, color: LEVEL_INKS[level] ?? PALETTE.ink }),
  );
  canvas.format(area, `=${first}&""="!"`, { fill: PALETTE.warnFill, color: PALETTE.warn });
}
