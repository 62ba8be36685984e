import type { KnownResult } from '../../workbook/known-result';
import { valueXml } from './cell-xml';
import type { CellPlace } from './sheet-scanner';
import { type Splice, spliced } from './splice';
import { attributeOf, prefixOf, withAttribute } from './tag-text';

/** A cell whose stored result is no longer right, or was not there, and what is known of the new one. */
export interface StaleResult {
  readonly cell: CellPlace;
  readonly known: KnownResult | undefined;
}

/**
 * The worksheet with the stored results of the given cells dropped, so that whoever opens it calculates or shows
 * nothing, never what was right before; a known result takes the place of the old one where the file has its formula.
 */
export const writeResults = (xml: string, stale: readonly StaleResult[]): string =>
  spliced(
    xml,
    stale.flatMap(({ cell, known }) => resultSplices(xml, cell, known)),
  );

function resultSplices(xml: string, cell: CellPlace, known: KnownResult | undefined): Splice[] {
  const tag = xml.slice(cell.start, cell.openEnd);
  const result = known && isFor(known, cell) ? known.value : null;
  if (result === null && !hasResult(xml, cell, tag)) return [];
  const typed = withAttribute(withAttribute(tag, 't', typeOf(result)), 'vm', null);
  const splices: Splice[] = [];
  if (typed !== tag) splices.push({ start: cell.start, end: cell.openEnd, text: typed });
  // Before the old result goes: it may stand right behind the formula, and two changes of one place keep this order.
  if (result !== null && cell.formula) {
    const { end } = cell.formula;
    splices.push({ start: end, end, text: valueXml(result, prefixOf(tag)) });
  }
  splices.push(...cell.values.map(({ start, end }) => ({ start, end, text: '' })));
  return splices;
}

/** Whether a cell shows a result. An empty number is none, as openpyxl writes it; an empty text is a result. */
export const hasResult = (xml: string, { values }: CellPlace, tag: string): boolean =>
  attributeOf(tag, 't') !== undefined || values.some(({ start, end }) => !EMPTY.test(xml.slice(start, end)));
const EMPTY = /^<[^>]*>\s*(?:<\/[^>]*>)?$/;

function typeOf(result: KnownResult['value'] | null): string | null {
  if (typeof result === 'string') return 'str';
  return typeof result === 'boolean' ? 'b' : null;
}

/** A formula that fills several cells shows more than one result. */
const isFor = (known: KnownResult, { formula }: CellPlace): boolean =>
  formula !== null &&
  formula.text !== '' &&
  (formula.fills === null || (formula.fills.rows === 1 && formula.fills.columns === 1)) &&
  plain(formula.text) === plain(known.formula);

/** A formula without its `=`, and without letter case and white space outside of its texts; sheet names keep their spaces. */
const plain = (formula: string): string =>
  formula
    .replace(/^\s*=/, '')
    .split(/("[^"]*"|'[^']*')/)
    .map((piece) => {
      if (piece.startsWith('"')) return piece;
      return piece.startsWith("'") ? piece.toUpperCase() : piece.replace(/\s+/g, '').toUpperCase();
    })
    .join('');
