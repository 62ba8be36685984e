import type { CellStyles } from './cell-styles';
import { type CellValue, cellXml } from './cell-xml';
import type { ElementPlace, RowPlace } from './sheet-scanner';
import type { Splice } from './splice';
import { attributeOf, withAttribute } from './tag-text';

/** Values by 0-based column, in order. */
export type RowValues = readonly (readonly [column: number, value: CellValue])[];

export const isEmpty = (value: CellValue): value is null | '' => value === null || value === '';

/** A row that is not there yet; nothing where all its values are empty. */
export function newRow(row: number, values: RowValues, styles: CellStyles, prefix: string): string {
  const cells = newCells(row, values, styles, prefix);
  return cells === '' ? '' : `<${prefix}row r="${row + 1}">${cells}</${prefix}row>`;
}

/** The changes that put values into a row that is there. */
export function writeRow(
  xml: string,
  row: RowPlace,
  values: RowValues,
  styles: CellStyles,
  prefix: string,
): Splice[] {
  const splices: Splice[] = [];
  let coming = values;
  const before = (column: number): RowValues => {
    const cells = coming.filter(([next]) => next < column);
    coming = coming.slice(cells.length);
    return cells;
  };
  for (const cell of row.cells) {
    if (coming.length === 0) break;
    const inserted = newCells(row.row, before(cell.column), styles, prefix);
    if (inserted !== '') splices.push({ start: cell.start, end: cell.start, text: inserted });
    const [next] = coming;
    if (next?.[0] !== cell.column) continue;
    coming = coming.slice(1);
    // An empty cell that is emptied stays as it is spelled.
    if (isEmpty(next[1]) && cell.values.length === 0) continue;
    const text = cellXml(cell, next[1], styles.of(cell.row, cell.column), prefix);
    splices.push({ start: cell.start, end: cell.end, text });
  }
  const appended = newCells(row.row, coming, styles, prefix);
  const opening = withSpans(xml.slice(row.start, row.openEnd), values);
  return [...splices, ...reopened(xml, row, opening, appended)];
}

const newCells = (row: number, values: RowValues, styles: CellStyles, prefix: string): string =>
  values
    .filter(([, value]) => !isEmpty(value))
    .map(([column, value]) => cellXml({ row, column }, value, styles.forNew(row, column), prefix))
    .join('');

/** `spans` tells Excel which columns a row uses, 1-based. */
function withSpans(opening: string, values: RowValues): string {
  const match = /^(\d+):(\d+)$/.exec(attributeOf(opening, 'spans') ?? '');
  const columns = values.filter(([, value]) => !isEmpty(value)).map(([column]) => column + 1);
  if (!match || columns.length === 0) return opening;
  const [first, last] = [Math.min(Number(match[1]), ...columns), Math.max(Number(match[2]), ...columns)];
  const spans = `${first}:${last}`;
  return spans === match[0] ? opening : withAttribute(opening, 'spans', spans);
}

/** An element with another opening tag and more content at its end; one that closes itself is given an end. */
export function reopened(xml: string, element: ElementPlace, opening: string, appended: string): Splice[] {
  const { start, openEnd, closeStart, end } = element;
  if (appended !== '' && openEnd === end) {
    const name = /^<([^\s/>]+)/.exec(opening)?.[1] ?? '';
    return [{ start, end, text: `${opening.slice(0, -2).trimEnd()}>${appended}</${name}>` }];
  }
  const splices: Splice[] = [];
  if (opening !== xml.slice(start, openEnd)) splices.push({ start, end: openEnd, text: opening });
  if (appended !== '') splices.push({ start: closeStart, end: closeStart, text: appended });
  return splices;
}
