import { areaAddress } from '../workbook/address';
import type { Area, ConditionalFormat, Validation, ValidationRule } from '../workbook/design';
import { untracked } from './untracked';

/** Sets what may be typed where (ExcelApi 1.8). A blank is always allowed. */
export function drawValidations(sheet: Excel.Worksheet, validations: readonly Validation[]): void {
  for (const { area, rule, prompt, error } of validations) {
    const { dataValidation } = untracked(sheet.getRange(areaAddress(area)));
    dataValidation.rule = ruleOf(rule);
    dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: error.title, message: error.text };
    if (prompt) dataValidation.prompt = { showPrompt: true, title: prompt.title, message: prompt.text };
  }
}

/** A rule of the design as Office.js takes it. Dates go as ISO 8601 text (Office.js reference, `DateTimeDataValidation`). */
export function ruleOf(rule: ValidationRule): Excel.DataValidationRule {
  switch (rule.kind) {
    case 'list':
      return { list: { inCellDropDown: true, source: rule.values.join(',') } };
    case 'textLength':
      return { textLength: { formula1: rule.max, operator: 'LessThanOrEqualTo' } };
    case 'date':
      return { date: { formula1: rule.from, formula2: rule.to, operator: 'Between' } };
  }
}

/** Adds conditional formats. Excel puts each new one on top, so the last of the list goes first; the first that holds stops the rest. */
export function drawConditionalFormats(sheet: Excel.Worksheet, formats: readonly ConditionalFormat[]): void {
  const ranges = new Map<string, Excel.Range>();
  for (const { area, formula, style } of formats.toReversed()) {
    const custom = addedTo(rangeOf(sheet, area, ranges));
    custom.rule.formula = formula;
    if (style.fill !== undefined) custom.format.fill.color = `#${style.fill}`;
    if (style.color !== undefined) custom.format.font.color = `#${style.color}`;
    if (style.bold) custom.format.font.bold = true;
  }
}

function addedTo(range: Excel.Range): Excel.CustomConditionalFormat {
  const format = range.conditionalFormats.add('Custom');
  format.stopIfTrue = true;
  return format.custom;
}

function rangeOf(sheet: Excel.Worksheet, area: Area, known: Map<string, Excel.Range>): Excel.Range {
  const address = areaAddress(area);
  const range = known.get(address) ?? untracked(sheet.getRange(address));
  known.set(address, range);
  return range;
}
