import { drawWorkbook } from '../../src/excel/draw-workbook';
import { areaAddress, cellAddress } from '../../src/workbook/address';
import type { SheetDesign } from '../../src/workbook/design';
import { SHEET_IDS } from '../../src/workbook/sheet-names';
import { writeXlsx } from '../../src/xlsx/write-xlsx';
import { jspDesign } from '../oracles/design';
import { type OpenpyxlContent, type OpenpyxlLook, readWithOpenpyxl } from '../oracles/openpyxl';
import { withExcel } from '../sandbox/load-excel';

type FileSheet = OpenpyxlContent['sheets'][number];

const design = jspDesign();
let file: OpenpyxlContent;

beforeAll(async () => {
  const excel = await withExcel();
  excel.reset();
  await Excel.run((context) =>
    drawWorkbook(context, design, new Set(SHEET_IDS), {
      supports: () => true,
      onProgress: () => undefined,
      onAdded: () => undefined,
    }),
  );
  file = (await readWithOpenpyxl(writeXlsx(design))).content;
}, 60_000);

const inFile = (name: string): FileSheet => {
  const sheet = file.sheets.find((other) => other.name === name);
  if (!sheet) throw new Error(`The file has no sheet "${name}"`);
  return sheet;
};

/** Reads from the workbook that Office.js drew. */
const onSheet = <T>(
  name: string,
  read: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> => Excel.run((context) => read(context.workbook.worksheets.getItem(name), context));

it('has the same sheets in the same order, seen and hidden alike', async () => {
  const names = await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name,items/visibility,items/tabColor');
    await context.sync();
    return worksheets.items.map(({ name, visibility, tabColor }) => [
      name,
      visibility === 'Visible' ? 'visible' : 'veryHidden',
      tabColor.slice(1),
    ]);
  });
  expect(names.slice(1)).toEqual(
    file.sheets.map(({ name, visibility, tabColor }) => [name, visibility, tabColor ?? '']),
  );
});

describe.each(design.sheets.map((sheet) => [sheet.name, sheet] as const))('%s', (name, sheet) => {
  it('holds the same formulas and values, cell by cell', async () => {
    const drawn = await onSheet(name, async (found, context) => {
      const used = found.getUsedRange().load('formulas,rowIndex,columnIndex');
      await context.sync();
      return used.formulas.flatMap((row, r) =>
        row.flatMap((value: unknown, c) =>
          value === '' ? [] : [[used.rowIndex + r, used.columnIndex + c, value]],
        ),
      );
    });
    expect(drawn).toEqual(inFile(name).cells);
    expect(drawn.length).toBeGreaterThan(5);
  });

  it('looks the same, cell by cell', async () => {
    expect(await drawnLooks(name, sheet)).toEqual(fileLooks(name, sheet));
  });

  it('validates, formats by condition, merges, links, freezes, filters and protects the same', async () => {
    expect(await drawnRules(name, sheet)).toEqual(fileRules(name));
  });

  it('has the same column widths and row heights', async () => {
    expect(await drawnSizes(name, sheet)).toEqual(fileSizes(name, sheet));
  });
});

async function drawnLooks(
  name: string,
  { cells, merges }: SheetDesign,
): Promise<readonly (readonly [string, object])[]> {
  return onSheet(name, async (found, context) => {
    const properties =
      'numberFormat,format/fill/color,format/font/bold,format/font/italic,format/font/underline,format/font/name,format/font/size,format/font/color,format/horizontalAlignment,format/verticalAlignment,format/wrapText,format/indentLevel,format/protection/locked';
    const ranges = shownCells(cells, merges).map(({ row, column }) => {
      const range = found.getCell(row, column).load(properties);
      const below = range.format.borders.getItem('EdgeBottom').load('style');
      const left = range.format.borders.getItem('EdgeLeft').load('style');
      return { row, column, range, below, left };
    });
    await context.sync();
    return ranges.map(({ row, column, range: { numberFormat, format }, below, left }) => [
      cellAddress(row, column),
      {
        bold: format.font.bold,
        italic: format.font.italic,
        underline: format.font.underline !== 'None',
        name: format.font.name,
        size: format.font.size,
        color: format.font.color.slice(1),
        fill: format.fill.color === '#FFFFFF' ? null : format.fill.color.slice(1),
        numberFormat: numberFormat[0]?.[0] as unknown,
        horizontal: format.horizontalAlignment,
        vertical: format.verticalAlignment,
        wrap: format.wrapText,
        indent: format.indentLevel,
        locked: format.protection.locked,
        lineBelow: below.style !== 'None',
        lineLeft: left.style !== 'None',
      },
    ]);
  });
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function fileLooks(name: string, { cells, merges }: SheetDesign) {
  const looks = new Map(inFile(name).looks.map(([row, column, look]) => [cellAddress(row, column), look]));
  const lookAt = (row: number, column: number) => looks.get(cellAddress(row, column)) ?? PLAIN;
  return shownCells(cells, merges).map(({ row, column }) => {
    const { lines, ...look } = lookAt(row, column);
    return [
      cellAddress(row, column),
      {
        ...look,
        fill: look.fill === 'FFFFFF' ? null : look.fill,
        horizontal: upperFirst(look.horizontal ?? 'general'),
        vertical: upperFirst(look.vertical ?? 'bottom'),
        // Two cells share the line between them.
        lineBelow: lines[2] || lookAt(row + 1, column).lines[0],
        lineLeft: lines[3] || (column > 0 && lookAt(row, column - 1).lines[1]),
      },
    ];
  });
}

const PLAIN: OpenpyxlLook = {
  bold: false,
  italic: false,
  underline: false,
  name: 'Calibri',
  size: 10,
  color: design.font.color,
  fill: null,
  numberFormat: 'General',
  horizontal: null,
  vertical: null,
  wrap: false,
  indent: 0,
  locked: true,
  lines: [false, false, false, false],
};

/** Of a merged area only the first cell is seen. */
const shownCells = (cells: SheetDesign['cells'], merges: SheetDesign['merges']) =>
  cells.filter(
    ({ row, column }) =>
      !merges.some(
        (area) =>
          row >= area.row &&
          row < area.row + area.rows &&
          column >= area.column &&
          column < area.column + area.columns &&
          (row !== area.row || column !== area.column),
      ),
  );

async function drawnRules(
  name: string,
  { validations, conditionalFormats, merges, links, autoFilter }: SheetDesign,
) {
  return onSheet(name, async (found, context) => {
    const validated = validations.map(({ area }) => ({
      area,
      rule: found.getRange(areaAddress(area)).dataValidation.load('rule,type'),
    }));
    const formats = found.getRange().conditionalFormats.load('items/priority');
    const linked = links.map(({ row, column }) => found.getCell(row, column).load('hyperlink'));
    const frozen = found.freezePanes.getLocationOrNullObject().load('rowCount,columnCount');
    const filter = found.autoFilter.getRangeOrNullObject().load('address');
    found.protection.load('protected');
    await context.sync();
    const rules = formats.items
      .slice()
      .sort((a, b) => a.priority - b.priority)
      .map((item) => {
        const { rule, format } = item.custom;
        return {
          area: item.getRange().load('address'),
          rule: rule.load('formula'),
          fill: format.fill.load('color'),
          font: format.font.load('color,bold'),
        };
      });
    const merged = merges.map((area) =>
      found.getRange(cellAddress(area.row, area.column)).getMergedAreasOrNullObject().load('address'),
    );
    await context.sync();
    const local = (address: string) => address.slice(address.lastIndexOf('!') + 1);
    return {
      validations: validated
        .map(({ area, rule }) => [
          areaAddress(area),
          rule.type === 'List' ? 'list' : rule.type === 'Date' ? 'date' : rule.type,
          rule.rule.list?.source ?? null,
        ])
        .sort(),
      conditionalFormats: rules.map(({ area, rule, fill, font }) => [
        local(area.address),
        rule.formula,
        fill.color.slice(1),
        font.color.slice(1),
        font.bold ? true : false,
      ]),
      conditionalCount: conditionalFormats.length,
      merges: merged.map(({ address }) => local(address)).sort(),
      links: linked.map(({ hyperlink }, i) => [
        cellAddress(links[i]?.row ?? 0, links[i]?.column ?? 0),
        hyperlink.documentReference,
      ]),
      frozen: frozen.isNullObject
        ? null
        : cellAddress(frozenRows(frozen.rowCount), frozenColumns(frozen.columnCount)),
      filter: autoFilter && !filter.isNullObject ? local(filter.address) : null,
      protected: found.protection.protected,
    };
  });
}

/** A frozen range of whole rows or columns counts them all. */
const frozenRows = (count: number) => (count === 1_048_576 ? 0 : count);
const frozenColumns = (count: number) => (count === 16_384 ? 0 : count);

function fileRules(name: string) {
  const sheet = inFile(name);
  return {
    validations: sheet.validations
      .map(({ area, type, formula }) => [area, type, type === 'list' ? formula.slice(1, -1) : null])
      .sort(),
    conditionalFormats: sheet.conditionalFormats.map(({ area, formula, fill, color, bold }) => [
      area,
      `=${formula}`,
      fill ?? '',
      color ?? '',
      bold,
    ]),
    conditionalCount: sheet.conditionalFormats.length,
    merges: [...sheet.merges].sort(),
    links: sheet.links,
    frozen: sheet.frozen,
    filter: sheet.filter,
    protected: sheet.protected,
  };
}

async function drawnSizes(name: string, { columns, rowHeights }: SheetDesign) {
  return onSheet(name, async (found, context) => {
    const wide = columns.map((_, column) => found.getCell(0, column).load('format/columnWidth,columnHidden'));
    const high = rowHeights.map(({ row }) => found.getCell(row, 0).load('format/rowHeight'));
    await context.sync();
    return {
      columns: wide.map(({ format }) => Math.round(format.columnWidth)),
      rows: high.map(({ format }) => format.rowHeight),
    };
  });
}

/** A width in characters is that many widest digits, 7 pixels each; a pixel is three quarters of a point (ECMA-376 Part 1, 18.3.1.13). */
const points = (width: number) =>
  Math.round((Math.trunc(((256 * width + Math.trunc(128 / 7)) / 256) * 7) * 3) / 4);

function fileSizes(name: string, { columns, rowHeights }: SheetDesign) {
  const sheet = inFile(name);
  const widths = new Map(sheet.columns.map(([column, width]) => [column, width]));
  const heights = new Map(sheet.rowHeights);
  return {
    columns: columns.map((_, column) => points(widths.get(column) ?? 0)),
    rows: rowHeights.map(({ row }) => heights.get(row)),
  };
}
