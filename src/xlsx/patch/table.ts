import { areaAddress } from '../../workbook/address';
import type { Area } from '../../workbook/design';
import { Unreadable } from '../read/unreadable';
import { fromXString, scanXml, type XmlTag } from '../read/xml-scanner';
import { parseArea } from './area';
import { type Splice, spliced, type Stretch } from './splice';
import { withAttribute } from './tag-text';

/** A table (ISO/IEC 29500-1 18.5.1.2). */
export interface Table {
  readonly part: string;
  readonly xml: string;
  /** What formulas may call it. */
  readonly names: readonly string[];
  readonly area: Area;
  /** A row below it can be taken in without more ado: no totals, no formula for whole columns, no query behind it. */
  readonly simple: boolean;
  /** The tags that state its area. */
  readonly stated: readonly Stretch[];
}

const NOT_SIMPLE: ReadonlySet<string> = new Set(['calculatedColumnFormula', 'totalsRowFormula']);

/** Reads a table part. Throws `Unreadable`. */
export function readTable(xml: string, part: string): Table {
  const found: { root: XmlTag | null; simple: boolean } = { root: null, simple: true };
  const stated: Stretch[] = [];
  scanXml(xml, part, {
    open(tag) {
      found.root ??= tag;
      if (tag === found.root || tag.name === 'autoFilter') {
        stated.push({ start: tag.start, end: tag.end });
        if (tag.attribute('ref') !== found.root.attribute('ref')) found.simple = false;
      }
      if (NOT_SIMPLE.has(tag.name)) found.simple = false;
    },
  });
  const { root, simple } = found;
  const area = parseArea(root?.attribute('ref') ?? '');
  if (!root || area === null) throw new Unreadable('damaged', part);
  const names = [root.attribute('name'), root.attribute('displayName')].map((name) =>
    fromXString(name ?? ''),
  );
  return { part, xml, names, area, simple: simple && isPlain(root), stated };
}

/** No totals below it, and no query that fills it. */
const isPlain = (table: XmlTag): boolean =>
  Number(table.attribute('totalsRowCount') ?? 0) === 0 &&
  (table.attribute('tableType') ?? 'worksheet') === 'worksheet';

/** The table part with more rows. */
export function tableOfRows({ xml, area, stated }: Table, rows: number): string {
  const reference = areaAddress({ ...area, rows });
  return spliced(
    xml,
    stated.map(({ start, end }): Splice => ({
      start,
      end,
      text: withAttribute(xml.slice(start, end), 'ref', reference),
    })),
  );
}
