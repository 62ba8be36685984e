import { areaAddress } from '../../workbook/address';
import { grown, holds, parseArea } from './area';
import { CellStyles } from './cell-styles';
import { LONGEST_TEXT } from './cell-xml';
import { type SheetSurvey, surveySheet, type SheetText } from './sheet-survey';
import type { SheetValues } from './sheet-values';
import { type Splice, spliced } from './splice';
import { attributeOf, prefixOf, withAttribute } from './tag-text';
import { cellRefused } from './unpatchable';
import { isEmpty, newRow, reopened, writeRow } from './write-row';

/**
 * The worksheet with the given values in its cells; every character that is not about them stays. A cell keeps its
 * style. An empty value empties a cell, and leaves one alone that is not there. Throws `Unpatchable` where a formula,
 * what an array formula fills or the inside of merged cells is in the way, or a text is too long.
 */
export function writeCells(sheet: SheetText, values: SheetValues): string {
  const survey = surveySheet(sheet, values);
  refuseCells(sheet.name, values, survey);
  const { data } = survey.frame;
  const opening = sheet.xml.slice(data.start, data.openEnd);
  const prefix = prefixOf(opening);
  const styles = new CellStyles(sheet.xml, survey);
  const splices: Splice[] = [];
  let appended = '';
  for (const [row, cells] of inOrder(values)) {
    const place = survey.rows.get(row);
    const gap = survey.gaps.get(row);
    if (place) splices.push(...writeRow(sheet.xml, place, inOrder(cells), styles, prefix));
    else if (gap === undefined) appended += newRow(row, inOrder(cells), styles, prefix);
    else splices.push({ start: gap, end: gap, text: newRow(row, inOrder(cells), styles, prefix) });
  }
  splices.push(...reopened(sheet.xml, data, opening, appended), ...grownDimension(sheet.xml, survey, values));
  return spliced(sheet.xml, splices);
}

const inOrder = <T>(entries: ReadonlyMap<number, T>): (readonly [number, T])[] =>
  [...entries].sort(([a], [b]) => a - b);

function refuseCells(sheet: string, values: SheetValues, { rows, frame, fills }: SheetSurvey): void {
  for (const [row, cells] of values) {
    const formulas = new Set(rows.get(row)?.cells.flatMap((cell) => (cell.formula ? [cell.column] : [])));
    for (const [column, value] of cells) {
      const here = (code: Parameters<typeof cellRefused>[0]) => cellRefused(code, sheet, row, column);
      if (fills.some((area) => holds(area, row, column))) throw here('array');
      if (formulas.has(column)) throw here('formula');
      if (typeof value === 'string' && value.length > LONGEST_TEXT) throw here('long-text');
      const inside = frame.merges.some(
        (area) => holds(area, row, column) && !(area.row === row && area.column === column),
      );
      if (inside && !isEmpty(value)) throw here('merged');
    }
  }
}

function grownDimension(xml: string, { frame }: SheetSurvey, values: SheetValues): Splice[] {
  if (frame.dimension === null) return [];
  const { start, end } = frame.dimension;
  const tag = xml.slice(start, end);
  const reference = attributeOf(tag, 'ref') ?? '';
  let area = parseArea(reference);
  for (const [row, cells] of values) {
    for (const [column, value] of cells) if (area && !isEmpty(value)) area = grown(area, row, column);
  }
  const grownTo = area === null ? reference : areaAddress(area);
  return grownTo === reference ? [] : [{ start, end, text: withAttribute(tag, 'ref', grownTo) }];
}
