import type { Validation, ValidationRule } from '../../workbook/design';
import { areaAddress } from '../../workbook/address';
import { element, text, xString } from './xml';

/** Excel repairs a file whose texts are longer. */
const LONGEST = { list: 255, title: 32, prompt: 255, error: 225 } as const;

/** The rules for what may be typed (ISO/IEC 29500-1 18.3.1.33); empty where there is none. */
export function dataValidations(validations: readonly Validation[]): string {
  if (validations.length === 0) return '';
  return element('dataValidations', { count: validations.length }, ...validations.map(dataValidation));
}

function dataValidation({ area, rule, prompt, error }: Validation): string {
  const place = areaAddress(area);
  const { type, operator, formulas } = ruleXml(rule, place);
  return element(
    'dataValidation',
    {
      type,
      operator,
      allowBlank: true,
      showInputMessage: prompt ? true : undefined,
      showErrorMessage: true,
      errorTitle: limited(error.title, LONGEST.title, place),
      error: limited(error.text, LONGEST.error, place),
      promptTitle: prompt && limited(prompt.title, LONGEST.title, place),
      prompt: prompt && limited(prompt.text, LONGEST.prompt, place),
      sqref: place,
    },
    ...formulas.map((formula, i) => element(`formula${i + 1}`, {}, text(xString(formula)))),
  );
}

function ruleXml(
  rule: ValidationRule,
  place: string,
): { type: string; operator?: string; formulas: readonly string[] } {
  switch (rule.kind) {
    case 'list':
      return { type: 'list', formulas: [inlineList(rule.values, place)] };
    case 'textLength':
      return { type: 'textLength', operator: 'lessThanOrEqual', formulas: [String(rule.max)] };
    case 'date':
      return { type: 'date', formulas: [rule.from, rule.to].map((day) => String(serialOfDay(day))) };
  }
}

/** Inline, so that it needs no other cell. Excel has no way to write a comma inside a value. */
function inlineList(values: readonly string[], place: string): string {
  const list = values.join(',');
  if (values.some((value) => value.includes(',') || value === '')) {
    throw new Error(`The dropdown at ${place} has a value that is empty or holds a comma`);
  }
  return `"${limited(list, LONGEST.list, place).replaceAll('"', '""')}"`;
}

const MS_A_DAY = 86_400_000;
/** Serial number of an ISO day in the 1900 date system, right from 1900-03-01 on. */
export function serialOfDay(day: string): number {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(time)) throw new Error(`"${day}" is not an ISO day`);
  return (time - Date.UTC(1899, 11, 30)) / MS_A_DAY;
}

function limited(value: string, longest: number, place: string): string {
  if (value.length > longest) throw new Error(`A text of the rule at ${place} exceeds ${longest} characters`);
  return xString(value);
}
