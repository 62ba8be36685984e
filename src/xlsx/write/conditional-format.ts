import type { ConditionalFormat } from '../../workbook/design';
import { areaAddress, cellAddress } from '../../workbook/address';
import { formulaText } from './sheet-data';
import type { StyleTable } from './style-table';
import { element, text, xString } from './xml';

/**
 * The conditional formats of a sheet, one block an area (ISO/IEC 29500-1 18.3.1.18). The first rule that holds
 * stops the later ones, and the place in the list is the priority.
 */
export function conditionalFormatting(formats: readonly ConditionalFormat[], styles: StyleTable): string {
  const rulesByArea = new Map<string, string[]>();
  formats.forEach(({ area, formula, style }, i) => {
    const reference = areaAddress(area);
    const attributes = {
      type: 'expression',
      dxfId: styles.differentialIndex(style),
      priority: i + 1,
      stopIfTrue: true,
    };
    const test = text(xString(formulaText(formula, cellAddress(area.row, area.column))));
    const rule = element('cfRule', attributes, element('formula', {}, test));
    rulesByArea.set(reference, [...(rulesByArea.get(reference) ?? []), rule]);
  });
  return [...rulesByArea]
    .map(([sqref, rules]) => element('conditionalFormatting', { sqref }, ...rules))
    .join('');
}
