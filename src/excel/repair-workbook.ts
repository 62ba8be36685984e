import type { Result } from '../words/result';
import type { Words } from '../words/words';
import { cellAddress } from '../workbook/address';
import type { SheetId } from '../workbook/design';
import { parsePointer } from '../workbook/map';
import type { Finding, FindingCode } from '../workbook/port';
import { REDRAWABLE } from '../workbook/structure-findings';
import { surveyFormulas, type FormulaSurvey } from './formula-survey';
import { missingRows } from './missing-rows';
import { drawValidations } from './draw-rules';
import type { Supports } from './draw-workbook';
import { drawOrUndo, type DesignFor } from './insert-workbook';
import { lostDropdowns, type LostDropdown } from './lost-dropdowns';
import { drawMissingRow } from './draw-missing-row';
import { PROTECTION } from './protection';
import { restoreRecords } from './restore-records';
import { designedStateRows, surveyWorkbook, type Survey, type SurveyedSheet } from './survey-workbook';
import { noteTouched } from './touched-sheets';
import { verifyWorkbook } from './verify-workbook';

/**
 * Mends what the findings name and can be mended, and returns what is left. Looks again first: what is written is
 * told by the workbook as it is now, not by the findings. No answer cell is ever written.
 */
export async function repairWorkbook(
  context: Excel.RequestContext,
  findings: readonly Finding[],
  words: Words,
  designFor: DesignFor,
  supports: Supports,
): Promise<Result<readonly Finding[]>> {
  const wanted = findings.filter(({ remedy }) => remedy === 'repair');
  const first = await surveyWorkbook(context, words, designFor);
  if (!first.ok) return verifyWorkbook(context, words, designFor);
  const redrawn = await redrawSheets(context, first.value, wanted, words, supports);
  const survey = redrawn ? await surveyWorkbook(context, words, designFor) : first;
  if (!survey.ok) return survey;
  const dropdowns = survey.value.comparable ? await lostDropdowns(context, survey.value) : [];
  mend(survey.value, dropdowns, wanted, redrawn);
  await context.sync();
  return verifyWorkbook(context, words, designFor);
}

/** Draws missing sheets again and points the state sheet at them; the formulas that lost them are mended afterwards. */
async function redrawSheets(
  context: Excel.RequestContext,
  survey: Survey,
  wanted: readonly Finding[],
  words: Words,
  supports: Supports,
): Promise<boolean> {
  const asked = wanted.filter(({ code }) => code === 'sheet-missing').map(({ sheet }) => sheet);
  const missing = new Set(asked.filter((id) => REDRAWABLE.has(id) && survey.map.sheets[id] === null));
  if (missing.size === 0 || !survey.comparable) return false;
  const before = new Set(survey.allSheetIds);
  await drawOrUndo(context, survey.design, missing, before, { supports, onProgress: () => undefined });
  pointAtRedrawn(context, survey, missing);
  await context.sync();
  await restoreRecords(context, missing, words);
  return true;
}

/** Pointers to a sheet that is gone say `#REF!`; they are written as designed. */
function pointAtRedrawn(context: Excel.RequestContext, survey: Survey, missing: ReadonlySet<SheetId>): void {
  const state = survey.design.sheets.find(({ id }) => id === 'state');
  if (!state) return;
  const names = new Set(survey.design.sheets.filter(({ id }) => missing.has(id)).map(({ name }) => name));
  const sheet = context.workbook.worksheets.getItem(state.name);
  designedStateRows(state).forEach(({ formula }, row) => {
    const spot = formula === null ? null : parsePointer(formula);
    if (spot === null || !names.has(spot.sheet)) return;
    const cell = sheet.getRange(cellAddress(row, 1));
    cell.formulas = [[formula]];
    cell.untrack();
  });
}

/** Queues all mending of one look; sheets are opened for it and closed again. */
function mend(
  survey: Survey,
  dropdowns: readonly LostDropdown[],
  wanted: readonly Finding[],
  redrawn: boolean,
): void {
  const asks = (code: FindingCode, id: SheetId) =>
    wanted.some((finding) => finding.code === code && finding.sheet === id);
  const formulas = survey.comparable ? surveyFormulas(survey) : null;
  for (const surveyed of survey.sheets.values()) {
    const { id, sheet, design, isProtected } = surveyed;
    const work = [
      ...(redrawn || asks('formula-changed', id) ? formulaWork(surveyed, formulas) : []),
      ...(asks('row-missing', id) ? rowWork(survey, surveyed, wanted, formulas) : []),
      ...(asks('validation-missing', id) ? dropdownWork(surveyed, dropdowns) : []),
    ];
    const close = isProtected ? work.length > 0 : asks('protection-removed', id) && design.protected;
    if (isProtected && work.length > 0) {
      noteTouched(sheet.context, { opened: [design.name], written: [] });
      sheet.protection.unprotect();
    }
    for (const step of work) step();
    if (close) sheet.protection.protect(PROTECTION);
  }
}

type Step = () => void;

function formulaWork({ id, sheet }: SurveyedSheet, formulas: FormulaSurvey | null): readonly Step[] {
  return (formulas?.changed ?? [])
    .filter((changed) => changed.sheet.id === id && changed.formula !== null)
    .map(({ row, column, formula }) => () => {
      const cell = sheet.getRange(cellAddress(row, column));
      cell.formulas = [[formula]];
      cell.untrack();
    });
}

function rowWork(
  survey: Survey,
  surveyed: SurveyedSheet,
  wanted: readonly Finding[],
  formulas: FormulaSurvey | null,
): readonly Step[] {
  if (!survey.comparable || !formulas) return [];
  const items = new Set(wanted.filter(({ code }) => code === 'row-missing').map(({ item }) => item));
  return missingRows(survey)
    .filter(({ item, row }) => items.has(item) && row !== null)
    .map((missing) => () => drawMissingRow(survey, surveyed, missing, formulas.relocate));
}

const dropdownWork = ({ sheet }: SurveyedSheet, dropdowns: readonly LostDropdown[]): readonly Step[] =>
  dropdowns.map(
    ({ area, validation }) =>
      () =>
        drawValidations(sheet, [{ ...validation, area }]),
  );
