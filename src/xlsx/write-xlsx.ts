import type { SheetDesign, SheetId, WorkbookDesign } from '../workbook/design';
import { checkSheetNames } from './sheet-names';
import { chartPart } from './write/chart';
import { corePropertiesPart } from './write/core-properties';
import { drawingPart } from './write/drawing';
import { writePackage } from './write/package';
import { RELATIONSHIPS, type Part } from './write/part';
import { SharedStrings } from './write/shared-strings';
import type { CachedValue } from './write/sheet-data';
import { StyleTable } from './write/style-table';
import { themePart } from './write/theme';
import { firstVisible, workbookPart } from './write/workbook';
import { worksheetPart } from './write/worksheet';

/**
 * The result a formula has, by 0-based row and column; undefined leaves it to the program that opens the file.
 * LibreOffice and previews show these results as they are, so a wrong one is worse than none.
 */
export type CachedValues = (sheet: SheetId, row: number, column: number) => CachedValue;

/**
 * Draws a workbook design as the bytes of an .xlsx file (ISO/IEC 29500 transitional). The same design gives the
 * same bytes on every machine. A design that Excel would repair or refuse is a bug and throws.
 */
export function writeXlsx(design: WorkbookDesign, cached: CachedValues = () => undefined): Uint8Array {
  checkSheetNames(design.sheets.map((sheet) => sheet.name));
  const styles = new StyleTable(design);
  const strings = new SharedStrings();
  const active = firstVisible(design.sheets);
  const drawings = numberedDrawings(design.sheets);
  const nameOf = (id: SheetId): string => nameOfSheet(design, id);

  const sheets = design.sheets.map((sheet, i) => {
    const drawing = drawings.find((entry) => entry.sheet === sheet);
    return worksheetPart(sheet, {
      number: i + 1,
      active: i === active,
      drawing: drawing ? `../drawings/drawing${drawing.number}.xml` : null,
      nameOf,
      styles,
      strings,
      cached: (row, column) => cached(sheet.id, row, column),
    });
  });
  const parts: Part[] = [
    workbookPart(design),
    ...sheets,
    ...drawings.flatMap(drawingParts),
    themePart(design.font.name),
    styles.toPart(),
    strings.toPart(),
    corePropertiesPart(design.title),
  ];
  return writePackage(parts, [
    { id: 'rId1', type: `${RELATIONSHIPS}/officeDocument`, target: 'xl/workbook.xml' },
    {
      id: 'rId2',
      type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      target: 'docProps/core.xml',
    },
  ]);
}

interface NumberedDrawing {
  readonly sheet: SheetDesign;
  readonly number: number;
  /** Charts are numbered through the workbook. */
  readonly firstChart: number;
}

function numberedDrawings(sheets: readonly SheetDesign[]): NumberedDrawing[] {
  let firstChart = 1;
  return sheets
    .filter((sheet) => sheet.charts.length > 0)
    .map((sheet, i) => {
      const drawing = { sheet, number: i + 1, firstChart };
      firstChart += sheet.charts.length;
      return drawing;
    });
}

function drawingParts({ sheet, number, firstChart }: NumberedDrawing): Part[] {
  return [
    drawingPart(number, sheet.charts, firstChart),
    ...sheet.charts.map((chart, i) => chartPart(firstChart + i, chart, sheet.name)),
  ];
}

function nameOfSheet(design: WorkbookDesign, id: SheetId): string {
  const sheet = design.sheets.find((candidate) => candidate.id === id);
  if (!sheet) throw new Error(`A link leads to the sheet "${id}", which this workbook does not have`);
  return sheet.name;
}
