import { Unreadable } from '../read/unreadable';
import { scanXml } from '../read/xml-scanner';
import { spliced, type Stretch } from './splice';
import { prefixOf, withAttribute } from './tag-text';

/** What stands before `calcPr` in a workbook (ISO/IEC 29500-1 18.2.27), as far as it follows the sheets. */
const BEFORE = ['sheets', 'functionGroups', 'externalReferences', 'definedNames'];

/** The workbook part with the order to calculate everything when it is opened. */
export function withFullCalculation(xml: string, part: string): string {
  let properties: Stretch | null = null;
  let after: { readonly name: string; readonly end: number } | null = null;
  let root = '';
  let depth = 0;
  scanXml(xml, part, {
    open({ name, start, end }) {
      depth += 1;
      if (depth === 1) root = xml.slice(start, end);
      if (depth === 2 && name === 'calcPr') properties = { start, end };
    },
    close(name, _, end) {
      if (depth === 2 && BEFORE.includes(name)) after = { name, end };
      depth -= 1;
    },
  });
  return spliced(xml, [orderAt(xml, part, root, properties, after)]);
}

function orderAt(
  xml: string,
  part: string,
  root: string,
  properties: Stretch | null,
  after: { readonly end: number } | null,
) {
  if (properties !== null) {
    const { start, end } = properties;
    return { start, end, text: withAttribute(xml.slice(start, end), 'fullCalcOnLoad', '1') };
  }
  if (after === null) throw new Unreadable('damaged', part);
  return { start: after.end, end: after.end, text: `<${prefixOf(root)}calcPr fullCalcOnLoad="1"/>` };
}
