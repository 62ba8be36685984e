import type { RawCell } from '../../assessment/assessment';
import { parseAddress } from '../../workbook/address';
import type { SharedTexts } from './shared-strings-reader';
import { Unreadable } from './unreadable';
import { fromXString, scanXml, type XmlHandler, type XmlTag } from './xml-scanner';

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
export function readWorksheet(xml: string, part: string, strings: SharedTexts): XlsxRows {
  const reader = new CellReader(part, strings);
  scanXml(xml, part, reader);
  return reader.rows;
}

/** A worksheet that ends after its first rows; the whole one where they cannot be told from the rest. */
export function topOf(xml: string): string {
  const [, root, prefix] = /<(((?:[^\s<>:/!?]+:)?)worksheet)[\s>]/.exec(xml) ?? [];
  if (root === undefined || prefix === undefined) return xml;
  let at = -1;
  for (let row = 0; row <= TOP_ROWS; row += 1) {
    at = xml.indexOf(`<${prefix}row `, at + 1);
    if (at < 0) return xml;
  }
  return `${xml.slice(0, at)}</${prefix}sheetData></${root}>`;
}

const TOP_ROWS = 40;

class CellReader implements XmlHandler {
  readonly rows = new Map<number, Map<number, XlsxCell>>();
  readonly #part: string;
  readonly #strings: SharedTexts;
  #row = -1;
  #column = -1;
  #type = '';
  #content = emptyContent();
  /** What text inside the current element belongs to. */
  #field: keyof CellContent | null = null;
  #inData = false;
  #inCell = false;
  #inAid = false;

  constructor(part: string, strings: SharedTexts) {
    this.#part = part;
    this.#strings = strings;
  }

  open(tag: XmlTag): void {
    if (tag.name === 'sheetData') this.#inData = true;
    else if (!this.#inData) return;
    else if (tag.name === 'row') this.#startRow(tag);
    else if (tag.name === 'c') this.#startCell(tag);
    else if (tag.name === 'rPh') this.#inAid = true;
    else if (this.#inCell) this.#startField(tag.name);
  }

  close(name: string): void {
    if (name === 'sheetData') this.#inData = false;
    else if (name === 'c' && this.#inCell) this.#endCell();
    else if (name === 'rPh') this.#inAid = false;
    else if (FIELDS.has(name)) this.#field = null;
  }

  text(piece: string): void {
    if (this.#field !== null) this.#content[this.#field] = (this.#content[this.#field] ?? '') + piece;
  }

  #startRow(tag: XmlTag): void {
    const number = tag.attribute('r');
    this.#row = number === undefined ? this.#row + 1 : Number(number) - 1;
    this.#column = -1;
    if (!Number.isInteger(this.#row) || this.#row < 0 || this.#row > LAST_ROW) throw this.#damage();
  }

  #startCell(tag: XmlTag): void {
    const reference = tag.attribute('r');
    const next = { row: this.#row, column: this.#column + 1 };
    const place = reference === undefined ? next : parseAddress(reference);
    if (place === null || place.row !== this.#row || place.column > LAST_COLUMN) throw this.#damage();
    this.#column = place.column;
    this.#type = tag.attribute('t') ?? 'n';
    this.#content = emptyContent();
    this.#inCell = true;
  }

  #startField(name: string): void {
    const field = FIELDS.get(name);
    // A reading aid repeats the text in another script.
    if (field === undefined || this.#inAid) return;
    this.#field = field;
    this.#content[field] ??= '';
  }

  #endCell(): void {
    this.#inCell = false;
    const value = valueOf(this.#type, this.#content, this.#strings);
    if (value === undefined) throw this.#damage();
    const formula = this.#content.formula === null ? null : `=${fromXString(this.#content.formula)}`;
    if (value === null && formula === null) return;
    const cells = this.rows.get(this.#row) ?? new Map<number, XlsxCell>();
    cells.set(this.#column, { value, formula });
    this.rows.set(this.#row, cells);
  }

  #damage(): Unreadable {
    return new Unreadable('damaged', this.#part);
  }
}

interface CellContent {
  value: string | null;
  formula: string | null;
  inline: string | null;
}
const FIELDS: ReadonlyMap<string, keyof CellContent> = new Map([
  ['v', 'value'],
  ['f', 'formula'],
  ['t', 'inline'],
]);
const emptyContent = (): CellContent => ({ value: null, formula: null, inline: null });

/** The meaning of a cell's text by its type (ST_CellType); undefined where it has none. */
function valueOf(type: string, { value, inline }: CellContent, strings: SharedTexts): RawCell | undefined {
  if (type === 'inlineStr') return inline === null ? null : fromXString(inline);
  if (value === null) return null;
  if (type === 'str' || type === 'd') return fromXString(value);
  const trimmed = value.trim();
  if (type === 'e') return { error: trimmed };
  if (trimmed === '') return null;
  if (type === 'b') return trimmed === '1' || trimmed === 'true';
  if (type === 's') return /^\d+$/.test(trimmed) ? strings(Number(trimmed)) : undefined;
  const number = Number(trimmed);
  return Number.isFinite(number) ? number : undefined;
}
