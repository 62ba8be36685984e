import type { Result } from '../words/result';
import { success } from '../words/result';
import type { WordKey, Words } from '../words/words';
import { areaAddress } from '../workbook/address';
import { codeOf, type Difference, type GoneCells } from '../workbook/check/compared';
import { textsOfGone } from '../workbook/check/gone-texts';
import { ASSESSMENT, BENCHMARK } from '../workbook/layout';
import { parsePointer } from '../workbook/map';
import type { Finding } from '../workbook/port';
import { sheetTitle } from '../workbook/sheet-title';
import { columnFindings } from '../workbook/structure-findings';
import type { DesignFor } from './insert-workbook';
import { lostRules, type LostRule } from './lost-rules';
import { missingRows } from './missing-rows';
import { groupedBy, rectanglesOf } from './rectangles';
import { sheetsAsFound } from './sheets-as-found';
import { loadState, stateOf } from './state-sheet';
import { surveyWorkbook, type Survey } from './survey-workbook';

/** Everything about the workbook that is not as it was inserted; reads only. */
export async function verifyWorkbook(
  context: Excel.RequestContext,
  words: Words,
  designFor: DesignFor,
): Promise<Result<readonly Finding[]>> {
  const survey = await surveyWorkbook(context, words, designFor);
  if (!survey.ok) {
    return survey.failure.code === 'answers-gone'
      ? success(await answersGone(context, survey.failure.message, words))
      : survey;
  }
  const found = survey.value;
  const inSheets = [...sheetsAsFound(found, words), ...columnFindings(found.map, words)];
  if (found.comparison === null) return success([...inSheets, notCompared(found, words)]);
  const { differences, gone } = found.comparison;
  const rules = await lostRules(context, found);
  return success([
    ...inSheets,
    ...goneFindings(gone, found, words),
    ...differenceFindings(differences, words),
    ...rowFindings(found, words),
    ...rules.map((rule) => ruleFinding(rule, words)),
  ]);
}

const repairable = (
  code: Finding['code'],
  sheet: Finding['sheet'],
  address: string | null,
  message: string,
): Finding => ({ code, sheet, address, item: null, message, remedy: 'repair' });

type Kind = 'State' | 'Formula' | 'Ids' | 'Figures' | 'Texts';

function kindOf({ sheet, content, designed: { row, column } }: Difference): Kind {
  if (sheet === 'state') return 'State';
  if (content !== null && typeof content === 'object') return 'Formula';
  if (sheet === 'assessment' && column === ASSESSMENT.id && row >= ASSESSMENT.firstRow) return 'Ids';
  const isFigure = row > BENCHMARK.tableRow ? column >= BENCHMARK.mean : column === BENCHMARK.metaColumn;
  return sheet === 'benchmark' && isFigure && row !== BENCHMARK.tableRow ? 'Figures' : 'Texts';
}

function differenceFindings(differences: readonly Difference[], words: Words): readonly Finding[] {
  const groups = groupedBy(differences, (difference) => `${difference.sheet} ${kindOf(difference)}`);
  return [...groups.values()].flatMap((group): readonly Finding[] => {
    const [first] = group;
    if (first === undefined) return [];
    const kind = kindOf(first);
    const sheet = sheetTitle(first.sheet, words);
    const code = codeOf(first);
    // Nobody sees the state sheet: its cells have no address that helps.
    if (kind === 'State')
      return [
        repairable(code, 'state', null, words('workbook.findingState', { sheet, count: group.length })),
      ];
    return rectanglesOf(group).map((area) => {
      const address = areaAddress(area);
      const values = { sheet, address, count: area.rows * area.columns };
      return repairable(code, first.sheet, address, words(`workbook.finding${kind}`, values));
    });
  });
}

function goneFindings(gone: readonly GoneCells[], { sheets }: Survey, words: Words): readonly Finding[] {
  return [...groupedBy(gone, ({ sheet, axis }) => `${sheet} ${axis}`).values()].flatMap((group) => {
    const [first] = group;
    const design = first && sheets.get(first.sheet)?.design;
    if (!first || !design) return [];
    const key = first.axis === 'rows' ? 'workbook.findingRowsGone' : 'workbook.findingColumnsGone';
    const what = textsOfGone(design, group);
    const message = words(key, { sheet: sheetTitle(first.sheet, words), what, count: group.length });
    return [repairable('cells-missing', first.sheet, null, message)];
  });
}

function rowFindings(survey: Survey, words: Words): readonly Finding[] {
  return missingRows(survey).map(({ item }): Finding => {
    const message = words('workbook.findingRow', { item });
    return { code: 'row-missing', sheet: 'assessment', address: null, item, message, remedy: 'repair' };
  });
}

const RULES: Readonly<Record<'locked' | 'unlocked', WordKey>> = {
  locked: 'workbook.findingUnlocked',
  unlocked: 'workbook.findingLocked',
};

function ruleFinding({ sheet, area, rule }: LostRule, words: Words): Finding {
  const values = { address: areaAddress(area), sheet: sheetTitle(sheet, words) };
  return typeof rule === 'string'
    ? repairable('lock-changed', sheet, values.address, words(RULES[rule], values))
    : repairable('validation-missing', sheet, values.address, words('workbook.findingValidation', values));
}

/** What could not be looked at is said, or silence would pass for praise. */
function notCompared({ map, design }: Survey, words: Words): Finding {
  const found = `${map.rubric.id} ${map.rubric.version} (${map.language})`;
  const message = words('workbook.findingNotCompared', { found, here: design.title });
  return { code: 'not-compared', sheet: 'assessment', address: null, item: null, message, remedy: 'accept' };
}

/** The sheet with the answers, or one of the two columns that nothing can be read without, is gone. */
async function answersGone(
  context: Excel.RequestContext,
  message: string,
  words: Words,
): Promise<readonly Finding[]> {
  const loading = loadState(context);
  await context.sync();
  const rows = stateOf(loading).rows;
  const sheetRow = rows.find(({ key }) => key === 'pointer.sheet.assessment');
  const about = { sheet: 'assessment', address: null, item: null, remedy: 'manual' } as const;
  return parsePointer(sheetRow?.formula ?? '') !== null
    ? [{ code: 'answer-column-missing', ...about, message }]
    : [{ code: 'sheet-missing', ...about, message: words('workbook.findingAssessmentGone') }];
}
