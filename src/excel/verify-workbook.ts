import type { Result } from '../words/result';
import { success } from '../words/result';
import type { WordKey, Words } from '../words/words';
import { areaAddress } from '../workbook/address';
import type { GoneCells } from '../workbook/check/compared';
import { differenceFindings, repairable } from '../workbook/check/difference-findings';
import { textsOfGone } from '../workbook/check/gone-texts';
import { parsePointer } from '../workbook/map';
import type { Finding } from '../workbook/port';
import { sheetTitle } from '../workbook/sheet-title';
import { columnFindings } from '../workbook/structure-findings';
import type { DesignFor } from './insert-workbook';
import { lostRules, type LostRule } from './lost-rules';
import { missingRows } from './missing-rows';
import { groupedBy } from '../workbook/rectangles';
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
