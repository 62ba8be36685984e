import type { RawCell } from '../../assessment/assessment';
import { parseAddress } from '../../workbook/address';
import { Unreadable } from './unreadable';
import { fromXString, scanXml, type XmlTag } from './xml-scanner';

/** A cell that holds something. The formula has its leading `=`; of a shared formula's followers it is `=` alone. */
export interface XlsxCell {
  readonly value: RawCell;
  readonly formula: string | null;
}

/** Cells by 0-based row, then 0-based column; what is empty is absent. */
export type XlsxRows = ReadonlyMap<number, ReadonlyMap<number, XlsxCell>>;

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** Reads the cells of a worksheet (ISO/IEC 29500-1 18.3.1.4), also where rows and cells carry no reference. */
export function readWorksheet(xml: string, part: string, strings: readonly string[]): XlsxRows {
  const rows = new Map<number, Map<number, XlsxCell>>();
  let row = -1;
  let column = -1;
  let type = '';
  let content = emptyContent();
  let field: 'value' | 'formula' | 'inline' | null = null;
  let inData = false;
  let inCell = false;
  let inAid = false;

  scanXml(xml, part, {
    open(tag) {
      if (tag.name === 'sheetData') inData = true;
      else if (!inData) return;
      else if (tag.name === 'row') startRow(tag);
      else if (tag.name === 'c') startCell(tag);
      else if (tag.name === 'rPh') inAid = true;
      else if (inCell) startField(tag.name);
    },
    close(name) {
      if (name === 'sheetData') inData = false;
      else if (name === 'c' && inCell) endCell();
      else if (name === 'rPh') inAid = false;
      else if (name === 'v' || name === 'f' || name === 't') field = null;
    },
    text(piece) {
      if (field !== null) content[field] = (content[field] ?? '') + piece;
    },
  });
  return rows;

  function startRow(tag: XmlTag): void {
    const number = tag.attribute('r');
    row = number === undefined ? row + 1 : Number(number) - 1;
    column = -1;
    if (!Number.isInteger(row) || row < 0 || row > LAST_ROW) throw new Unreadable('damaged', part);
  }

  function startCell(tag: XmlTag): void {
    const reference = tag.attribute('r');
    const place = reference === undefined ? { row, column: column + 1 } : parseAddress(reference);
    if (place === null || place.row !== row || place.column > LAST_COLUMN) {
      throw new Unreadable('damaged', part);
    }
    column = place.column;
    type = tag.attribute('t') ?? 'n';
    content = emptyContent();
    inCell = true;
  }

  function startField(name: string): void {
    if (name === 'v') field = 'value';
    if (name === 'f') field = 'formula';
    if (name === 't' && !inAid) field = 'inline';
    if (field !== null) content[field] ??= '';
  }

  function endCell(): void {
    inCell = false;
    const value = valueOf(type, content, strings, part);
    const formula = content.formula === null ? null : `=${fromXString(content.formula)}`;
    if (value === null && formula === null) return;
    const cells = rows.get(row) ?? new Map<number, XlsxCell>();
    cells.set(column, { value, formula });
    rows.set(row, cells);
  }
}

interface CellContent {
  value: string | null;
  formula: string | null;
  inline: string | null;
}
const emptyContent = (): CellContent => ({ value: null, formula: null, inline: null });

/** The meaning of a cell's text by its type (ST_CellType). */
function valueOf(
  type: string,
  { value, inline }: CellContent,
  strings: readonly string[],
  part: string,
): RawCell {
  if (type === 'inlineStr') return inline === null ? null : fromXString(inline);
  if (value === null) return null;
  if (type === 'str' || type === 'd') return fromXString(value);
  const trimmed = value.trim();
  if (type === 'e') return { error: trimmed };
  if (trimmed === '') return null;
  if (type === 'b') return trimmed === '1' || trimmed === 'true';
  if (type === 's') {
    const shared = /^\d+$/.test(trimmed) ? strings[Number(trimmed)] : undefined;
    if (shared === undefined) throw new Unreadable('damaged', part);
    return shared;
  }
  const number = Number(trimmed);
  if (!Number.isFinite(number)) throw new Unreadable('damaged', part);
  return number;
}
