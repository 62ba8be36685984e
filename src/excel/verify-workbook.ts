import type { Result } from '../words/result';
import { success } from '../words/result';
import type { Words } from '../words/words';
import { areaAddress } from '../workbook/address';
import { parsePointer } from '../workbook/map';
import type { Finding } from '../workbook/port';
import { SHEET_IDS } from '../workbook/sheet-names';
import { columnFindings, sheetFindings } from '../workbook/structure-findings';
import { sheetTitle } from '../workbook/sheet-title';
import { surveyFormulas, type ChangedFormula } from './formula-survey';
import { missingRows } from './missing-rows';
import { groupedBy, rectanglesOf } from './rectangles';
import type { DesignFor } from './insert-workbook';
import { loadState, stateOf } from './state-sheet';
import { surveyWorkbook, type Survey } from './survey-workbook';
import { lostDropdowns } from './lost-dropdowns';

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
  return success(await findingsOf(context, survey.value, words));
}

/** All findings of a survey; the dropdowns may take one or two syncs more. */
export async function findingsOf(
  context: Excel.RequestContext,
  survey: Survey,
  words: Words,
): Promise<readonly Finding[]> {
  const inSheets = [
    ...SHEET_IDS.flatMap((id) => sheetFindings(id, survey.map.sheets[id], words)),
    ...protectionFindings(survey, words),
    ...columnFindings(survey.map, words),
  ];
  if (!survey.comparable) return inSheets;
  const dropdowns = await lostDropdowns(context, survey);
  return [
    ...inSheets,
    ...formulaFindings(surveyFormulas(survey).changed, words),
    ...rowFindings(survey, words),
    ...dropdowns.map(({ area }): Finding => {
      const address = areaAddress(area);
      const message = words('workbook.findingValidation', {
        address,
        sheet: sheetTitle('assessment', words),
      });
      return {
        code: 'validation-missing',
        sheet: 'assessment',
        address,
        item: null,
        message,
        remedy: 'repair',
      };
    }),
  ];
}

function protectionFindings({ sheets }: Survey, words: Words): readonly Finding[] {
  return [...sheets.values()]
    .filter(({ design, isProtected }) => design.protected && !isProtected)
    .map(({ id }): Finding => {
      const message = words('workbook.findingProtection', { sheet: sheetTitle(id, words) });
      return { code: 'protection-removed', sheet: id, address: null, item: null, message, remedy: 'repair' };
    });
}

function formulaFindings(changed: readonly ChangedFormula[], words: Words): readonly Finding[] {
  const groups = groupedBy(changed, ({ sheet, formula }) => `${sheet.id}:${formula !== null}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const sheet = sheetTitle(first.sheet.id, words);
    const repairable = first.formula !== null;
    return rectanglesOf(group).map((area): Finding => {
      const address = areaAddress(area);
      const values = { sheet, address };
      const message = repairable
        ? words('workbook.findingFormula', { ...values, count: area.rows * area.columns })
        : words('workbook.findingFormulaManual', values);
      const remedy = repairable ? 'repair' : 'manual';
      return { code: 'formula-changed', sheet: first.sheet.id, address, item: null, message, remedy };
    });
  });
}

function rowFindings(survey: Survey, words: Words): readonly Finding[] {
  return missingRows(survey).map(({ item, row }): Finding => {
    const key = row === null ? 'workbook.findingRowFull' : 'workbook.findingRow';
    const remedy = row === null ? 'manual' : 'repair';
    const message = words(key, { item });
    return { code: 'row-missing', sheet: 'assessment', address: null, item, message, remedy };
  });
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
