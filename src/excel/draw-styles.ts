import { areaAddress } from '../workbook/address';
import type { Area, CellDesign, ColumnDesign, SheetDesign } from '../workbook/design';
import { columnsAddress, joinAddresses, rowsAddress } from './range-address';
import { groupedBy, runsOf } from './rectangles';
import { borderedAreas, styleGroups, type StyleSetting } from './style-groups';

type Edge = Parameters<Excel.RangeBorderCollection['getItem']>[0];

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center' } as const;

/** Draws fills, fonts, alignment, locks and borders, each over as many cells at once as share it (RangeAreas, ExcelApi 1.9). */
export function drawStyles(sheet: Excel.Worksheet, cells: readonly CellDesign[], lineColor: string): void {
  for (const { address, settings } of styleGroups(cells)) {
    const ranges = sheet.getRanges(address);
    for (const setting of settings) applySetting(ranges.format, setting);
    ranges.untrack();
  }
  drawBorders(sheet, cells, `#${lineColor}`);
}

function applySetting(format: Excel.RangeFormat, { property, value }: StyleSetting): void {
  switch (property) {
    case 'fill':
      format.fill.color = `#${value}`;
      return;
    case 'bold':
    case 'italic':
      format.font[property] = value;
      return;
    case 'underline':
      format.font.underline = 'Single';
      return;
    case 'size':
      format.font.size = value;
      return;
    case 'color':
      format.font.color = `#${value}`;
      return;
    case 'horizontal':
      format.horizontalAlignment = HORIZONTAL[value];
      return;
    case 'vertical':
      format.verticalAlignment = VERTICAL[value];
      return;
    case 'wrap':
      format.wrapText = value;
      return;
    case 'indent':
      format.indentLevel = value;
      return;
    case 'unlocked':
      format.protection.locked = !value;
  }
}

function drawBorders(sheet: Excel.Worksheet, cells: readonly CellDesign[], color: string): void {
  const boxed = borderedAreas(cells, 'all');
  const underlined = borderedAreas(cells, 'bottom');
  const tall = (area: Area) => area.rows > 1;
  drawLines(sheet, boxed, ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'], color);
  // Excel has no inside lines in an area of a single row or column.
  drawLines(sheet, boxed.filter(tall), ['InsideHorizontal'], color);
  drawLines(
    sheet,
    boxed.filter((area) => area.columns > 1),
    ['InsideVertical'],
    color,
  );
  drawLines(sheet, underlined, ['EdgeBottom'], color);
  drawLines(sheet, underlined.filter(tall), ['InsideHorizontal'], color);
}

function drawLines(
  sheet: Excel.Worksheet,
  areas: readonly Area[],
  edges: readonly Edge[],
  color: string,
): void {
  for (const address of joinAddresses(areas.map(areaAddress))) {
    const ranges = sheet.getRanges(address);
    for (const edge of edges) {
      const border = ranges.format.borders.getItem(edge);
      border.style = 'Continuous';
      border.color = color;
    }
    ranges.untrack();
  }
}

/** Sets column widths and row heights, each distinct size once. */
export function drawSizes(sheet: Excel.Worksheet, { columns, rowHeights }: SheetDesign): void {
  const numbered = columns.map((column, i) => ({ column: i, width: column.width }));
  for (const [width, same] of groupedBy(numbered, (entry) => entry.width)) {
    const runs = runsOf(same.map(({ column }) => column));
    setSize(
      sheet,
      runs.map(({ first, last }) => columnsAddress(first, last)),
      (format) => {
        format.columnWidth = pointsOfWidth(width);
      },
    );
  }
  for (const [points, same] of groupedBy(rowHeights, (entry) => entry.points)) {
    const runs = runsOf(same.map(({ row }) => row));
    setSize(
      sheet,
      runs.map(({ first, last }) => rowsAddress(first, last)),
      (format) => {
        format.rowHeight = points;
      },
    );
  }
}

function setSize(
  sheet: Excel.Worksheet,
  addresses: readonly string[],
  set: (format: Excel.RangeFormat) => void,
): void {
  for (const address of joinAddresses(addresses)) {
    const ranges = sheet.getRanges(address);
    set(ranges.format);
    ranges.untrack();
  }
}

/**
 * Points of a column width in characters. ECMA-376 Part 1, 18.3.1.13: pixels = trunc((256 * width + trunc(128 / d)) / 256 * d)
 * with d, the widest digit of the default font, 7 pixels (Calibri 11 at 96 dpi); a pixel is 0.75 points.
 */
export const pointsOfWidth = (width: number): number =>
  Math.trunc(((256 * width + Math.trunc(128 / 7)) / 256) * 7) * 0.75;

/** Puts helper columns behind a collapsed outline group where Excel can (ExcelApi 1.10), and hides them elsewhere. */
export function drawHelperColumns(
  sheet: Excel.Worksheet,
  columns: readonly ColumnDesign[],
  canGroup: boolean,
): void {
  const helpers = columns.flatMap((column, i) => (column.grouped ? [i] : []));
  for (const { first, last } of runsOf(helpers)) {
    const range = sheet.getRange(columnsAddress(first, last));
    if (canGroup) range.group('ByColumns');
    else range.columnHidden = true;
    range.untrack();
  }
  // Level 1 of the columns is "all groups closed"; 0 leaves the rows as they are.
  if (canGroup && helpers.length > 0) sheet.showOutlineLevels(0, 1);
}
