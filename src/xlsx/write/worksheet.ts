import type { ColumnDesign, LinkDesign, SheetDesign, SheetId } from '../../workbook/design';
import { areaAddress, cellAddress, quotedSheet } from '../../workbook/address';
import { conditionalFormatting } from './conditional-format';
import { part, RELATIONSHIPS, relationship, SPREADSHEET, type Part } from './part';
import { printSetup } from './print-setup';
import type { SharedStrings } from './shared-strings';
import { sheetData, type CachedValue } from './sheet-data';
import { opaque, type StyleTable } from './style-table';
import { dataValidations } from './validation';
import { element, xString } from './xml';

/** What a sheet needs to know of the rest of its workbook. */
export interface WorksheetContext {
  readonly number: number;
  readonly active: boolean;
  /** Path of the sheet's drawing, relative to the sheet; null where it has no chart. */
  readonly drawing: string | null;
  readonly nameOf: (sheet: SheetId) => string;
  readonly styles: StyleTable;
  readonly strings: SharedStrings;
  readonly cached: (row: number, column: number) => CachedValue;
}

/** One sheet as a part. The order of the elements is that of CT_Worksheet; Excel repairs any other. */
export function worksheetPart(sheet: SheetDesign, context: WorksheetContext): Part {
  const { styles, strings, cached, drawing } = context;
  const root = element(
    'worksheet',
    { xmlns: SPREADSHEET, 'xmlns:r': RELATIONSHIPS },
    sheetProperties(sheet),
    element('dimension', { ref: usedRange(sheet) }),
    sheetView(sheet, context.active),
    sheetFormat(sheet.columns),
    columnsXml(sheet.columns),
    sheetData(sheet, styles, strings, cached),
    sheet.protected ? PROTECTION : '',
    sheet.autoFilter ? element('autoFilter', { ref: areaAddress(sheet.autoFilter) }) : '',
    mergeCells(sheet),
    conditionalFormatting(sheet.conditionalFormats, styles),
    dataValidations(sheet.validations),
    hyperlinks(sheet.links, context.nameOf),
    printSetup(sheet.print),
    drawing === null ? '' : element('drawing', { 'r:id': 'rId1' }),
  );
  const relationships = drawing === null ? [] : [relationship(1, 'drawing', drawing)];
  return part('worksheet', `xl/worksheets/sheet${context.number}.xml`, root, relationships);
}

/** A guard rail without a password. In this element 0 allows and 1 forbids. */
const PROTECTION = element('sheetProtection', {
  sheet: true,
  objects: true,
  scenarios: true,
  formatColumns: false,
  formatRows: false,
  autoFilter: false,
});

function sheetProperties({ tabColor }: SheetDesign): string {
  const tab = tabColor === undefined ? [] : [element('tabColor', { rgb: opaque(tabColor) })];
  return element('sheetPr', {}, ...tab, element('pageSetUpPr', { fitToPage: true }));
}

function usedRange({ cells }: SheetDesign): string {
  const rows = 1 + cells.reduce((last, cell) => Math.max(last, cell.row), 0);
  const columns = 1 + cells.reduce((last, cell) => Math.max(last, cell.column), 0);
  return areaAddress({ row: 0, column: 0, rows, columns });
}

function sheetView(sheet: SheetDesign, active: boolean): string {
  const attributes = { showGridLines: false, tabSelected: active || undefined, workbookViewId: 0 };
  return element('sheetViews', {}, element('sheetView', attributes, ...frozenPane(sheet)));
}

function frozenPane({ frozen }: SheetDesign): string[] {
  if (!frozen || (frozen.rows === 0 && frozen.columns === 0)) return [];
  const { rows, columns } = frozen;
  const activePane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const topLeftCell = cellAddress(rows, columns);
  return [
    element('pane', {
      xSplit: columns || undefined,
      ySplit: rows || undefined,
      topLeftCell,
      activePane,
      state: 'frozen',
    }),
    element('selection', { pane: activePane, activeCell: topLeftCell, sqref: topLeftCell }),
  ];
}

function sheetFormat(columns: readonly ColumnDesign[]): string {
  const outline = columns.some((column) => column.grouped) ? 1 : undefined;
  return element('sheetFormatPr', { defaultRowHeight: 15, outlineLevelCol: outline });
}

/** A grouped column is hidden behind its outline; the column after the group carries the button that opens it. */
function columnsXml(columns: readonly ColumnDesign[]): string {
  const afterLast: ColumnDesign | undefined = columns.at(-1)?.grouped ? { width: 9 } : undefined;
  const drawn = afterLast ? [...columns, afterLast] : columns;
  if (drawn.length === 0) return '';
  const entries = drawn.map(({ width, grouped }, i) =>
    element('col', {
      min: i + 1,
      max: i + 1,
      width,
      hidden: grouped,
      customWidth: true,
      outlineLevel: grouped ? 1 : undefined,
      collapsed: (!grouped && columns[i - 1]?.grouped) || undefined,
    }),
  );
  return element('cols', {}, ...entries);
}

function mergeCells({ merges }: SheetDesign): string {
  if (merges.length === 0) return '';
  const entries = merges.map((area) => element('mergeCell', { ref: areaAddress(area) }));
  return element('mergeCells', { count: merges.length }, ...entries);
}

function hyperlinks(links: readonly LinkDesign[], nameOf: (sheet: SheetId) => string): string {
  if (links.length === 0) return '';
  const entries = links.map(({ row, column, to, tip }) => {
    const location = `${quotedSheet(nameOf(to.sheet))}!${cellAddress(to.row, to.column)}`;
    return element('hyperlink', { ref: cellAddress(row, column), location, tooltip: xString(tip) });
  });
  return element('hyperlinks', {}, ...entries);
}
