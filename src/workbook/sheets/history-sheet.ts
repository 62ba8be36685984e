import type { Blueprint } from '../blueprint';
import type { SheetDesign } from '../design';
import { SheetCanvas } from '../sheet-canvas';
import { STYLES } from '../styles';

export const HISTORY_HEADER_ROW = 3;
export const HISTORY_ROWS = 40;

/** A line a snapshot. Excel reserves the name "History", so the sheet is the score history. */
export function historySheet({ rubric, words, names }: Blueprint): SheetDesign {
  const headers = [
    words('sheet.colDay'),
    words('sheet.rubric'),
    words('sheet.tileComposite'),
    words('sheet.tileItemMean'),
    words('sheet.colLevel'),
    words('sheet.colCoverage'),
    ...rubric.domains.map((domain) => domain.name),
  ];
  const canvas = new SheetCanvas({
    id: 'history',
    name: names.history,
    columns: [14, 16, 12, 12, 9, 11, ...rubric.domains.map(() => 17)].map((width) => ({ width })),
    frozen: { rows: HISTORY_HEADER_ROW + 1, columns: 0 },
    print: { landscape: true, onePage: true, footer: words('sheet.footer') },
  });
  canvas.band(headers.length, words('sheet.historyTitle'), words('sheet.historySubtitle'));
  canvas.putRow(HISTORY_HEADER_ROW, 0, headers, STYLES.headerCentered).height(HISTORY_HEADER_ROW, 32);
  for (let i = 1; i <= HISTORY_ROWS; i += 1) {
    const row = HISTORY_HEADER_ROW + i;
    headers.forEach((_, column) => {
      const numberFormat =
        column === 5 ? '0%' : column > 5 || column === 2 || column === 3 ? '0.00' : undefined;
      canvas.put(row, column, null, {
        ...STYLES.value,
        unlocked: true,
        ...(numberFormat ? { numberFormat } : {}),
      });
    });
  }
  return canvas.finish();
}
