import { parseAddress } from '../../workbook/address';
import { decoded } from '../read/xml-scanner';
import { parseArea } from './area';
import { type FormulaCell, type FoundFormula, ofShared, type SharedFormulas } from './formula-cell';
import { cellPlaceAt } from './sheet-scanner';
import { attributeOf } from './tag-text';
import { walkedFormulaCells } from './walked-formula-cells';

/**
 * The cells that show results. A team's sheets may be a hundred times as large as ours: formulas are searched for, and
 * only where a search cannot tell is the sheet walked through. Throws `Unreadable`.
 */
export const formulaCells = (xml: string, part: string): readonly FormulaCell[] =>
  searched(xml, part) ?? walkedFormulaCells(xml, part);

function searched(xml: string, part: string): readonly FormulaCell[] | null {
  const opening = /<((?:[^\s<>:/!?]+:)?)sheetData[\s>]/.exec(xml);
  const prefix = opening?.[1] ?? '';
  const end = opening === null ? -1 : xml.lastIndexOf(`</${prefix}sheetData`);
  // A comment may hold what looks like a formula.
  if (opening === null || end < 0 || /<!(?:--|\[CDATA\[)/.test(xml)) return null;
  const cells: FormulaCell[] = [];
  const shared: SharedFormulas = new Map();
  const tag = `<${prefix}f`;
  for (let at = xml.indexOf(tag, opening.index); at >= 0 && at < end; at = xml.indexOf(tag, at + 1)) {
    if (!/[\s/>]/.test(xml.charAt(at + tag.length))) continue;
    const cell = cellAround(xml, at, prefix, part);
    if (cell === null) return null;
    const formula = formulaAt(xml, at, prefix, part);
    if (formula === null) return null;
    cells.push({ ...cell, ...ofShared(formula, cell.column, shared) });
  }
  return cells;
}

/** The cell that holds what is at a place; null where it does not say which it is. */
function cellAround(
  xml: string,
  at: number,
  prefix: string,
  part: string,
): Pick<FormulaCell, 'row' | 'column' | 'place' | 'isShown'> | null {
  const start = xml.lastIndexOf(`<${prefix}c `, at);
  const closing = `</${prefix}c>`;
  const end = xml.indexOf(closing, at) + closing.length;
  if (start < 0 || end < at) return null;
  const opening = xml.slice(start, xml.indexOf('>', start) + 1);
  // Another cell, whose tag goes on in the next line, may stand between.
  if (opening.endsWith('/>') || xml.lastIndexOf(closing, at) > start) return null;
  const address = parseAddress(attributeOf(opening, 'r') ?? '');
  if (address === null) return null;
  return {
    ...address,
    place: () => cellPlaceAt(xml, { start, end }, part),
    isShown: () => attributeOf(opening, 't') !== undefined || VALUE.test(xml.slice(at, end)),
  };
}

/** A value that is not empty. */
const VALUE = /<(?:[^\s<>:/]+:)?v(?:\s[^<>]*)?>\s*[^<\s]/;

/** The formula whose tag starts at a place; null where it fills other cells too. */
function formulaAt(xml: string, at: number, prefix: string, part: string): FoundFormula | null {
  const tagEnd = xml.indexOf('>', at) + 1;
  const tag = xml.slice(at, tagEnd);
  const type = attributeOf(tag, 't');
  if (type === 'array' || type === 'dataTable') {
    const area = parseArea(attributeOf(tag, 'ref') ?? '');
    if (area === null || area.rows * area.columns !== 1) return null;
  }
  if (tag.endsWith('/>')) return { text: '', tag };
  const end = xml.indexOf(`</${prefix}f>`, tagEnd);
  return end < 0 ? null : { text: decoded(xml.slice(tagEnd, end), part), tag };
}
