import { areaAddress } from '../workbook/address';
import type { Area, Validation } from '../workbook/design';
import { idOf } from '../assessment/read-cell';
import { groupedBy, rectanglesOf } from './rectangles';
import { itemRows } from './formula-survey';
import type { Survey } from './survey-workbook';
import { untracked } from './untracked';

/** Cells of the answer table without the dropdown that they were inserted with. */
export interface LostDropdown {
  readonly area: Area;
  readonly validation: Validation;
}

/** Compares the dropdowns of the Level and Target columns; one sync, and one more when a column is not whole. */
export async function lostDropdowns(
  context: Excel.RequestContext,
  survey: Survey,
): Promise<readonly LostDropdown[]> {
  const columns = dropdownColumns(survey).map((column) => {
    const checks = column.areas.map((area) => loadRule(column.sheet, area));
    return { ...column, checks };
  });
  await context.sync();
  const broken = columns.flatMap(({ sheet, validation, checks }) =>
    checks.filter((check) => !isWhole(check, validation)).map(({ area }) => ({ sheet, validation, area })),
  );
  if (broken.length === 0) return [];
  const cells = broken.flatMap(({ sheet, validation, area }) =>
    Array.from({ length: area.rows }, (_, i) => ({
      validation,
      check: loadRule(sheet, { ...area, row: area.row + i, rows: 1 }),
    })),
  );
  await context.sync();
  const lost = cells.filter(({ check, validation }) => !isWhole(check, validation));
  return [...groupedBy(lost, ({ validation }) => validation)].flatMap(([validation, entries]) =>
    rectanglesOf(entries.map(({ check }) => check.area)).map((area) => ({ area, validation })),
  );
}

interface RuleCheck {
  readonly area: Area;
  readonly found: Excel.DataValidation;
}

function loadRule(sheet: Excel.Worksheet, area: Area): RuleCheck {
  const found = untracked(sheet.getRange(areaAddress(area))).dataValidation;
  found.load(['type', 'rule']);
  return { area, found };
}

function isWhole({ found }: RuleCheck, { rule }: Validation): boolean {
  if (found.type !== 'List' || rule.kind !== 'list') return false;
  const source = found.rule.list?.source;
  return typeof source === 'string' && entries(source).join() === rule.values.join();
}

const entries = (source: string): readonly string[] =>
  source
    .replace(/^="?|"$/g, '')
    .split(',')
    .map((entry) => entry.trim());

/** The Level and Target cells of the rows that hold an item, as they are now. */
function dropdownColumns({ map, designMap, sheets }: Survey) {
  const surveyed = sheets.get('assessment');
  const header = map.spot('pointer.id');
  const designed = designMap.spot('pointer.id');
  if (!surveyed || !header || !designed) return [];
  const { block, design, sheet } = surveyed;
  const items = new Set(itemRows(design, designed).map(({ id }) => id));
  const last = block.row + block.rows;
  const rows = Array.from({ length: last }, (_, row) => row).filter(
    (row) => row > header.row && items.has(idOf(block.cell(row, header.column))),
  );
  return (['level', 'target'] as const).flatMap((field) => {
    const column = map.spot(`pointer.${field}`)?.column;
    const designedColumn = designMap.spot(`pointer.${field}`)?.column;
    const validation = design.validations.find(
      ({ area, rule }) => rule.kind === 'list' && area.column === designedColumn,
    );
    if (column === undefined || !validation) return [];
    return [{ sheet, validation, areas: rectanglesOf(rows.map((row) => ({ row, column }))) }];
  });
}
