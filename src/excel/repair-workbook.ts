import type { Result } from '../words/result';
import type { Words } from '../words/words';
import { codeOf } from '../workbook/check/compared';
import type { SheetId } from '../workbook/design';
import type { Finding, FindingCode } from '../workbook/port';
import { SHEET_IDS, STATE_SHEET_NAME } from '../workbook/sheet-names';
import { REDRAWABLE } from '../workbook/structure-findings';
import { drawItemRow, putBack } from './draw-missing';
import type { Supports } from './draw-workbook';
import { drawOrUndo, type DesignFor } from './insert-workbook';
import { lostRules, type LostRule } from './lost-rules';
import { missingRows } from './missing-rows';
import { PROTECTION } from './protection';
import { restoreRecords } from './restore-records';
import { drawValidations } from './draw-rules';
import { surveyWorkbook, type Survey, type SurveyedSheet } from './survey-workbook';
import { verifyWorkbook } from './verify-workbook';
import { areaAddress } from '../workbook/address';
import { untracked } from './untracked';
import { writeDifferences } from './write-differences';

/** Sheets first, then rows, then columns, then cells, and what the rows that came back made visible. */
const MOST_ROUNDS = 6;

/**
 * Mends what the findings name and can be mended, and returns what is left. Looks again before every step: what is
 * written is told by the workbook as it is then, not by the findings. No answer cell is ever written.
 */
export async function repairWorkbook(
  context: Excel.RequestContext,
  findings: readonly Finding[],
  words: Words,
  designFor: DesignFor,
  supports: Supports,
): Promise<Result<readonly Finding[]>> {
  const wanted = findings.filter(({ remedy }) => remedy === 'repair');
  let built = false;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const survey = await surveyWorkbook(context, words, designFor);
    if (!survey.ok) break;
    const more =
      (await redrawSheets(context, survey.value, wanted, words, supports)) ||
      (await putBackCells(context, survey.value, wanted));
    if (!more && !(await mend(context, survey.value, wanted, built))) break;
    built = built || more;
  }
  return verifyWorkbook(context, words, designFor);
}

/** Draws missing sheets again; the formulas that lost them are mended afterwards. */
async function redrawSheets(
  context: Excel.RequestContext,
  survey: Survey,
  wanted: readonly Finding[],
  words: Words,
  supports: Supports,
): Promise<boolean> {
  const asked = wanted.filter(({ code }) => code === 'sheet-missing').map(({ sheet }) => sheet);
  const missing = new Set(asked.filter((id) => REDRAWABLE.has(id) && survey.map.sheets[id] === null));
  if (missing.size === 0 || survey.comparison === null) return false;
  const before = new Set(survey.tabs.map(({ id }) => id));
  await drawOrUndo(context, survey.design, missing, before, { supports, onProgress: () => undefined });
  moveIntoPlace(context, survey, missing);
  await context.sync();
  await restoreRecords(context, missing, words);
  return true;
}

/** New sheets stand at the end: each goes in front of the next of ours that was there, the last one first. */
function moveIntoPlace(context: Excel.RequestContext, survey: Survey, drawn: ReadonlySet<SheetId>): void {
  for (const id of SHEET_IDS.filter((one) => drawn.has(one)).toReversed()) {
    const next = SHEET_IDS.slice(SHEET_IDS.indexOf(id) + 1).find((one) => survey.sheets.has(one));
    const name = survey.design.sheets.find((sheet) => sheet.id === id)?.name;
    const position = next ? survey.tabs.findIndex((tab) => tab.name === survey.map.sheets[next]) : -1;
    if (name !== undefined && position >= 0) context.workbook.worksheets.getItem(name).position = position;
  }
}

/** Inserts rows, or else columns, that are gone from sheets where they were, and the rows of items at the end. */
async function putBackCells(
  context: Excel.RequestContext,
  survey: Survey,
  wanted: readonly Finding[],
): Promise<boolean> {
  const { comparison, sheets } = survey;
  if (comparison === null) return false;
  const asked = new Set(wanted.filter(({ code }) => code === 'cells-missing').map(({ sheet }) => sheet));
  const rows = comparison.gone.some(({ axis, sheet }) => axis === 'rows' && asked.has(sheet));
  const gone = comparison.gone.filter(
    ({ axis, sheet }) => asked.has(sheet) && axis === (rows ? 'rows' : 'columns'),
  );
  const items = new Set(wanted.filter(({ code }) => code === 'row-missing').map(({ item }) => item));
  const lines = gone.length > 0 ? [] : missingRows(survey).filter(({ item }) => items.has(item));
  if (gone.length === 0 && lines.length === 0) return false;
  for (const surveyed of sheets.values()) {
    const own = gone.filter(({ sheet }) => sheet === surveyed.id);
    const added = surveyed.id === 'assessment' ? lines : [];
    if (own.length === 0 && added.length === 0) continue;
    opened(surveyed, () => {
      putBack(survey, surveyed, own);
      for (const line of added) drawItemRow(survey, surveyed, line);
    });
  }
  await context.sync();
  return true;
}

/** Writes cells, rules, protection and names of one look; false where nothing was to be written. */
async function mend(
  context: Excel.RequestContext,
  survey: Survey,
  wanted: readonly Finding[],
  built: boolean,
): Promise<boolean> {
  const asks = (code: FindingCode, id: SheetId) =>
    built || wanted.some((finding) => finding.code === code && finding.sheet === id);
  const rules = survey.comparison ? await lostRules(context, survey) : [];
  let some = false;
  for (const surveyed of survey.sheets.values()) {
    const { id, sheet, design, isProtected, isVisible } = surveyed;
    const differences = (survey.comparison?.differences ?? []).filter(
      (one) => one.sheet === id && asks(codeOf(one), id),
    );
    const lost = rules.filter(
      (one) =>
        one.sheet === id && asks(typeof one.rule === 'string' ? 'lock-changed' : 'validation-missing', id),
    );
    const protects = design.protected && !isProtected && asks('protection-removed', id);
    const hides = design.veryHidden === true && isVisible && asks('sheet-shown', id);
    const renames = id === 'state' && design.name !== STATE_SHEET_NAME && asks('sheet-renamed', id);
    if (differences.length + lost.length > 0)
      opened(surveyed, () => {
        writeDifferences(sheet, differences);
        for (const rule of lost) drawRule(sheet, rule);
      });
    if (protects) sheet.protection.protect(PROTECTION);
    if (hides) sheet.visibility = 'VeryHidden';
    if (renames) sheet.name = STATE_SHEET_NAME;
    some ||= differences.length + lost.length > 0 || protects || hides || renames;
  }
  if (some) await context.sync();
  return some;
}

/** Takes a sheet's protection off for some work and puts it on again. */
function opened({ sheet, isProtected }: SurveyedSheet, work: () => void): void {
  if (isProtected) sheet.protection.unprotect();
  work();
  if (isProtected) sheet.protection.protect(PROTECTION);
}

function drawRule(sheet: Excel.Worksheet, { area, rule }: LostRule): void {
  if (typeof rule !== 'string') return drawValidations(sheet, [{ ...rule, area }]);
  untracked(sheet.getRange(areaAddress(area))).format.protection.locked = rule === 'locked';
}
