import type { PrintDesign } from '../../workbook/design';
import { element, text, xString } from './xml';

/** Inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 } as const;

/** Margins, paper and footer, in the order of CT_Worksheet (ISO/IEC 29500-1 18.3.1.99). The paper's size stays the reader's own. */
export function printSetup(print: PrintDesign): string {
  const setup = {
    orientation: print.landscape ? 'landscape' : 'portrait',
    fitToWidth: 1,
    // 0 is as many pages as it takes.
    fitToHeight: print.onePage ? 1 : 0,
  };
  const footer = element('oddFooter', {}, text(xString(print.footer)));
  return [
    element('printOptions', { horizontalCentered: true }),
    element('pageMargins', MARGINS),
    element('pageSetup', setup),
    ...(print.footer === '' ? [] : [element('headerFooter', {}, footer)]),
  ].join('');
}
