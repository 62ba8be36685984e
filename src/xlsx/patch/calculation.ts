import { Unreadable } from '../read/unreadable';
import { scanXml } from '../read/xml-scanner';
import { type Splice, spliced, type Stretch } from './splice';
import { prefixOf, withAttribute } from './tag-text';

/** The workbook part with the order to calculate everything when it is opened. Throws `Unreadable`. */
export function withFullCalculation(xml: string, part: string): string {
  const { root, properties, place } = readPlaces(xml, part);
  return spliced(xml, [properties ? changed(xml, properties) : added(root, place, part)]);
}

/** What stands before `calcPr` in a workbook (ISO/IEC 29500-1 18.2.27), from the sheets on. */
const BEFORE: ReadonlySet<string> = new Set([
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
]);

interface Places {
  root: string;
  /** The opening tag of `calcPr`. */
  properties: Stretch | null;
  /** Where `calcPr` belongs if there is none. */
  place: number | null;
}

function readPlaces(xml: string, part: string): Places {
  const places: Places = { root: '', properties: null, place: null };
  let depth = 0;
  scanXml(xml, part, {
    open({ name, start, end }) {
      depth += 1;
      if (depth === 1) places.root = xml.slice(start, end);
      if (depth === 2 && name === 'calcPr') places.properties = { start, end };
    },
    close(name, _, end) {
      if (depth === 2 && BEFORE.has(name)) places.place = end;
      depth -= 1;
    },
  });
  return places;
}

const changed = (xml: string, { start, end }: Stretch): Splice => ({
  start,
  end,
  text: withAttribute(xml.slice(start, end), 'fullCalcOnLoad', '1'),
});

function added(root: string, place: number | null, part: string): Splice {
  if (place === null) throw new Unreadable('damaged', part);
  return { start: place, end: place, text: `<${prefixOf(root)}calcPr fullCalcOnLoad="1"/>` };
}
