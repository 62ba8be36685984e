import { lintFormula } from './lint-formula';
import type { TableSizes } from './lint-styles';
import {
  corners,
  countDiffers,
  elements,
  overlap,
  repeated,
  textOf,
  type Corners,
  type XmlElement,
} from './package-text';

const LONGEST = { prompt: 255, error: 225, promptTitle: 32, errorTitle: 32 } as const;

/** Validations and conditional formats (ISO/IEC 29500-1 18.3.1.33 and 18.3.1.10). */
export function lintRules(xml: string, sheets: ReadonlySet<string>, sizes: TableSizes): string[] {
  return [...lintValidations(xml, sheets), ...lintConditionalFormats(xml, sheets, sizes)];
}

function lintValidations(xml: string, sheets: ReadonlySet<string>): string[] {
  const validations = elements(xml, 'dataValidation');
  const taken: Corners[] = [];
  const findings = validations.flatMap((validation) => {
    const place = validation.attribute('sqref') ?? '';
    const found = lintValidation(validation, sheets);
    for (const area of place.split(' ').map(corners)) {
      if (area === null) found.push('is on no area');
      else if (taken.some((other) => overlap(area, other))) found.push('overlaps another');
      else taken.push(area);
    }
    return found.map((finding) => `validation at ${place} ${finding}`);
  });
  if (countDiffers(xml, 'dataValidations', validations.length))
    findings.push('count of validations is wrong');
  return findings;
}

function lintValidation(validation: XmlElement, sheets: ReadonlySet<string>): string[] {
  const findings = Object.entries(LONGEST)
    .filter(([name, longest]) => (validation.attribute(name)?.length ?? 0) > longest)
    .map(([name]) => `has a ${name} that is too long`);
  const first = textOf(validation.inner, 'formula1') ?? '';
  const second = textOf(validation.inner, 'formula2');
  const inlineList = validation.attribute('type') === 'list' && first.startsWith('"');
  if (inlineList && first.length > 257) findings.push('has a list of more than 255 characters');
  const formulas = [...(inlineList ? [] : [first]), ...(second === undefined ? [] : [second])];
  return [...findings, ...formulas.flatMap((formula) => lintFormula(formula, sheets))];
}

function lintConditionalFormats(xml: string, sheets: ReadonlySet<string>, sizes: TableSizes): string[] {
  const findings: string[] = [];
  for (const block of elements(xml, 'conditionalFormatting')) {
    const place = block.attribute('sqref') ?? '';
    const say = (finding: string) => findings.push(`conditional format at ${place} ${finding}`);
    if (place.split(' ').some((area) => corners(area) === null)) say('is on no area');
    for (const rule of elements(block.inner, 'cfRule')) {
      if (Number(rule.attribute('dxfId') ?? 0) >= sizes.differentials) say('has a style that is not there');
      for (const formula of elements(rule.inner, 'formula')) {
        lintFormula(textOf(`<f>${formula.inner}</f>`, 'f') ?? '', sheets).forEach(say);
      }
    }
  }
  const priorities = elements(xml, 'cfRule').map((rule) => rule.attribute('priority') ?? '');
  return [...findings, ...repeated(priorities).map((priority) => `priority ${priority} is there twice`)];
}
