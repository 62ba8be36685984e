import { areaAddress } from '../workbook/address';
import type { Placement } from '../workbook/check/placement';
import type { Area, SheetId, Validation } from '../workbook/design';
import { groupedBy, rectanglesOf, type CellPlace } from '../workbook/rectangles';
import type { Survey, SurveyedSheet } from './survey-workbook';
import { untracked } from './untracked';

/** Cells without what they were inserted with: what may be typed there, or whether anything may be. */
export interface LostRule {
  readonly sheet: SheetId;
  readonly area: Area;
  readonly rule: Validation | 'locked' | 'unlocked';
}

/** Compares dropdowns, rules and locks of every sheet, where its cells are now; one sync, and one more where something is not whole. */
export async function lostRules(
  context: Excel.RequestContext,
  { sheets, comparison }: Survey,
): Promise<readonly LostRule[]> {
  const checks = [...sheets.values()].flatMap((surveyed) => {
    const placement = comparison?.placements.get(surveyed.id);
    return placement ? rulesOf(surveyed, placement).map((rule) => loadRule(surveyed.sheet, rule)) : [];
  });
  await context.sync();
  const broken = checks.filter((check) => !isWhole(check));
  if (broken.length === 0) return [];
  const rows = broken.flatMap(({ lost, worksheet }) =>
    Array.from({ length: lost.area.rows }, (_, i) =>
      loadRule(worksheet, { ...lost, area: { ...lost.area, row: lost.area.row + i, rows: 1 } }),
    ),
  );
  await context.sync();
  const lost = rows.filter((check) => !isWhole(check)).map((check) => check.lost);
  const groups = groupedBy(lost, ({ sheet, rule, area }) =>
    typeof rule === 'string' ? `${sheet} ${rule} ${area.column}` : rule,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first
      ? rectanglesOf(group.flatMap(({ area }) => cellsOf(area))).map((area) => ({ ...first, area }))
      : [];
  });
}

interface RuleCheck {
  readonly lost: LostRule;
  readonly worksheet: Excel.Worksheet;
  readonly range: Excel.Range;
}

function loadRule(worksheet: Excel.Worksheet, lost: LostRule): RuleCheck {
  const range = untracked(worksheet.getRange(areaAddress(lost.area)));
  if (typeof lost.rule === 'string') range.format.protection.load('locked');
  else range.dataValidation.load(['type', 'rule']);
  return { lost, worksheet, range };
}

function isWhole({ lost: { rule }, range }: RuleCheck): boolean {
  if (rule === 'locked' || rule === 'unlocked') return range.format.protection.locked === (rule === 'locked');
  const found = range.dataValidation;
  // How Excel spells the limits of a date depends on its version: that there is such a rule is what can be compared.
  if (rule.rule.kind !== 'list') return found.type === (rule.rule.kind === 'date' ? 'Date' : 'TextLength');
  const source = found.type === 'List' ? found.rule.list?.source : null;
  return typeof source === 'string' && entries(source).join() === rule.rule.values.join();
}

const entries = (source: string): readonly string[] =>
  source
    .replace(/^="?|"$/g, '')
    .split(',')
    .map((entry) => entry.trim());

/** Every rule of a sheet's design, in the fewest rectangles that its cells make now. */
function rulesOf({ id, design }: SurveyedSheet, placement: Placement): readonly LostRule[] {
  const placed = (cells: readonly CellPlace[]) =>
    rectanglesOf(
      cells.flatMap(({ row, column }) => {
        const [r, c] = [placement.rows[row] ?? null, placement.columns[column] ?? null];
        return r === null || c === null ? [] : [{ row: r, column: c }];
      }),
    );
  const rules = design.validations.map((rule) => ({ rule, cells: cellsOf(rule.area) }));
  const locks = design.protected
    ? [
        { rule: 'unlocked' as const, cells: design.cells.filter(({ style }) => style.unlocked) },
        {
          rule: 'locked' as const,
          cells: design.cells.filter(({ style, content }) => !style.unlocked && content !== null),
        },
      ]
    : [];
  return [...rules, ...locks].flatMap(({ rule, cells }) =>
    placed(cells).map((area) => ({ sheet: id, area, rule })),
  );
}

const cellsOf = ({ row, column, rows, columns }: Area): readonly CellPlace[] =>
  Array.from({ length: rows * columns }, (_, i) => ({
    row: row + Math.floor(i / columns),
    column: column + (i % columns),
  }));
