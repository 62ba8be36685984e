import type { SheetDesign, SheetId, WorkbookDesign } from '../workbook/design';
import type { InsertProgress } from '../workbook/port';
import { drawCharts } from './draw-charts';
import { drawContent, drawLinks, drawMerges, drawNumberFormats } from './draw-content';
import { drawPage } from './draw-page';
import { drawConditionalFormats, drawValidations } from './draw-rules';
import { drawHelperColumns, drawSizes, drawStyles } from './draw-styles';
import { PROTECTION } from './protection';

/** Whether this Excel has a requirement set, such as `1.10` of ExcelApi. */
export type Supports = (version: string) => boolean;

export interface DrawOptions {
  readonly supports: Supports;
  readonly onProgress: (progress: InsertProgress) => void;
  /** Called with the id of every sheet as soon as Excel made it, so that a failure can take it away again. */
  readonly onAdded: (sheetIds: readonly string[]) => void;
}

/**
 * Adds the given sheets of a design at the end of the workbook: two syncs, whatever their number. Calculation and
 * screen rest meanwhile; events stay off until the caller or the last sync turns them on.
 */
export async function drawWorkbook(
  context: Excel.RequestContext,
  design: WorkbookDesign,
  ids: ReadonlySet<SheetId>,
  { supports, onProgress, onAdded }: DrawOptions,
): Promise<void> {
  const wanted = design.sheets.filter(({ id }) => ids.has(id));
  const report = (done: number, sheet: SheetId | null) => onProgress({ done, of: wanted.length, sheet });
  rest(context);
  const pairs = wanted.map((sheet) => [context.workbook.worksheets.add(sheet.name), sheet] as const);
  for (const [sheet] of pairs) sheet.load('id');
  await context.sync();
  onAdded(pairs.map(([sheet]) => sheet.id));

  rest(context);
  pairs.forEach(([sheet, sheetDesign], done) => {
    report(done, sheetDesign.id);
    drawSheet(sheet, sheetDesign, design, supports('1.10'));
  });
  for (const [sheet, sheetDesign] of pairs) {
    if (sheetDesign.protected) sheet.protection.protect(PROTECTION);
    if (sheetDesign.veryHidden) sheet.visibility = 'VeryHidden';
  }
  pairs.find(([, { id }]) => id === 'start')?.[0].activate();
  context.runtime.enableEvents = true;
  await context.sync();
  report(wanted.length, null);
}

function rest(context: Excel.RequestContext): void {
  context.runtime.enableEvents = false;
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
}

/** Content first, looks after it: Excel gives linked cells and long texts a look of their own. */
function drawSheet(
  sheet: Excel.Worksheet,
  design: SheetDesign,
  { font, lineColor, sheets }: WorkbookDesign,
  canGroup: boolean,
): void {
  if (design.cells.length > 0) drawContent(sheet, design, font);
  const nameOf = (id: SheetId) => sheets.find((other) => other.id === id)?.name ?? design.name;
  drawMerges(sheet, design.merges);
  drawLinks(sheet, design.links, nameOf);
  drawStyles(sheet, design.cells, lineColor);
  drawNumberFormats(sheet, design.cells);
  drawSizes(sheet, design);
  drawValidations(sheet, design.validations);
  drawConditionalFormats(sheet, design.conditionalFormats);
  drawPage(sheet, design);
  drawCharts(sheet, design);
  drawHelperColumns(sheet, design.columns, canGroup);
}
