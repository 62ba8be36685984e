import { parseAddress } from '../../workbook/address';
import type { Area } from '../../workbook/design';
import { Unreadable } from '../read/unreadable';
import { scanXml, type XmlHandler, type XmlTag } from '../read/xml-scanner';
import { parseArea } from './area';
import type { Stretch } from './splice';

/** Where an element is: its own stretch, and that of its content; an element without content ends with its opening tag. */
export interface ElementPlace extends Stretch {
  readonly openEnd: number;
  readonly closeStart: number;
}

export interface FormulaPlace {
  /** The text without `=`; empty for the followers of a shared formula. */
  readonly text: string;
  /** Its opening tag. */
  readonly tag: string;
  readonly end: number;
  /** The cells that an array formula or a data table fills; null for any other formula. */
  readonly fills: Area | null;
}

/** A cell, 0-based. */
export interface CellPlace extends ElementPlace {
  readonly row: number;
  readonly column: number;
  readonly formula: FormulaPlace | null;
  /** The elements that hold its value: `v` or `is`. */
  readonly values: readonly Stretch[];
}

export interface RowPlace extends ElementPlace {
  readonly row: number;
  readonly cells: readonly CellPlace[];
}

/** What a worksheet says beside its rows. */
export interface SheetFrame {
  readonly data: ElementPlace;
  readonly dimension: Stretch | null;
  readonly merges: readonly Area[];
  /** Styles of whole columns, first and last 0-based. */
  readonly columnStyles: readonly { readonly first: number; readonly last: number; readonly style: string }[];
}

/**
 * Walks a worksheet (ISO/IEC 29500-1 18.3.1.99), gives each row with its cells to `visit` in the order of the file, and
 * then the frame around them. Rows and cells have to be in order. Throws `Unreadable`.
 */
export function scanSheet(xml: string, part: string, visit: (row: RowPlace) => void): SheetFrame {
  const scanner = new SheetScanner(xml, part, visit);
  scanXml(xml, part, scanner);
  return scanner.frame();
}

/** The cell whose element stands at a stretch of a worksheet and names its address. Throws `Unreadable`. */
export function cellPlaceAt(xml: string, { start, end }: Stretch, part: string): CellPlace {
  const cell = xml.slice(start, end);
  const row = /\sr\s*=\s*["'][^"'\d]*(\d+)/.exec(cell)?.[1] ?? '1';
  const opening = `<worksheet><sheetData><row r="${row}">`;
  const by = start - opening.length;
  const found: CellPlace[] = [];
  scanSheet(`${opening}${cell}</row></sheetData></worksheet>`, part, ({ cells }) => found.push(...cells));
  if (found[0] === undefined) throw new Unreadable('damaged', part);
  return moved(found[0], by);
}

const moved = (cell: CellPlace, by: number): CellPlace => ({
  ...cell,
  start: cell.start + by,
  openEnd: cell.openEnd + by,
  closeStart: cell.closeStart + by,
  end: cell.end + by,
  formula: cell.formula && { ...cell.formula, end: cell.formula.end + by },
  values: cell.values.map((value) => ({ start: value.start + by, end: value.end + by })),
});

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Depths of the elements, the root being 1. */
const SECTION = 2;
const ROW = 3;
const CELL = 4;
const CONTENT = 5;
const NO_VALUES: readonly Stretch[] = [];
const FILLING: ReadonlySet<string | undefined> = new Set(['array', 'dataTable']);

class SheetScanner implements XmlHandler {
  readonly #xml: string;
  readonly #part: string;
  readonly #visit: (row: RowPlace) => void;
  readonly #merges: Area[] = [];
  readonly #columnStyles: { first: number; last: number; style: string }[] = [];
  #dimension: Stretch | null = null;
  #data: Open<ElementPlace> | null = null;
  #depth = 0;
  #section = '';
  #row: (Open<RowPlace> & { cells: CellPlace[] }) | null = null;
  #cell: Open<CellPlace> | null = null;
  #formula: Open<FormulaPlace> | null = null;
  #valueStart = 0;
  #lastRow = -1;
  #lastColumn = -1;

  constructor(xml: string, part: string, visit: (row: RowPlace) => void) {
    this.#xml = xml;
    this.#part = part;
    this.#visit = visit;
  }

  frame(): SheetFrame {
    if (this.#data === null) throw this.#damage();
    return {
      data: this.#data,
      dimension: this.#dimension,
      merges: this.#merges,
      columnStyles: this.#columnStyles,
    };
  }

  open(tag: XmlTag): void {
    this.#depth += 1;
    if (this.#depth === SECTION) this.#openSection(tag);
    else if (this.#section !== 'sheetData') this.#readFrame(tag);
    else if (this.#depth === ROW && tag.name === 'row') this.#openRow(tag);
    else if (this.#depth === CELL && this.#row && tag.name === 'c') this.#openCell(tag);
    else if (this.#depth === CONTENT && this.#cell) this.#openContent(tag);
  }

  close(name: string, start: number, end: number): void {
    if (this.#depth === SECTION && name === 'sheetData' && this.#data) ended(this.#data, start, end);
    else if (this.#depth === ROW && this.#row) this.#closeRow(start, end);
    else if (this.#depth === CELL && this.#cell) this.#closeCell(start, end);
    else if (this.#depth === CONTENT && this.#cell) this.#closeContent(name, end);
    this.#depth -= 1;
  }

  text(piece: string): void {
    if (this.#formula) this.#formula.text += piece;
  }

  #openSection(tag: XmlTag): void {
    this.#section = tag.name;
    if (tag.name === 'dimension') this.#dimension = { start: tag.start, end: tag.end };
    if (tag.name !== 'sheetData') return;
    if (this.#data !== null) throw this.#damage();
    this.#data = begun(tag);
  }

  #readFrame(tag: XmlTag): void {
    if (this.#depth !== ROW) return;
    if (this.#section === 'mergeCells' && tag.name === 'mergeCell') {
      const area = parseArea(tag.attribute('ref') ?? '');
      if (area === null) throw this.#damage();
      this.#merges.push(area);
    }
    const style = this.#section === 'cols' && tag.name === 'col' ? tag.attribute('style') : undefined;
    if (style === undefined) return;
    const [first, last] = [Number(tag.attribute('min')) - 1, Number(tag.attribute('max')) - 1];
    this.#columnStyles.push({ first, last, style });
  }

  #openRow(tag: XmlTag): void {
    const number = tag.attribute('r');
    const row = number === undefined ? this.#lastRow + 1 : Number(number) - 1;
    if (!Number.isInteger(row) || row <= this.#lastRow) throw this.#damage();
    this.#lastRow = row;
    this.#lastColumn = -1;
    this.#row = { ...begun(tag), row, cells: [] };
  }

  #closeRow(start: number, end: number): void {
    if (!this.#row) return;
    ended(this.#row, start, end);
    this.#visit(this.#row);
    this.#row = null;
  }

  #openCell(tag: XmlTag): void {
    const reference = tag.attribute('r');
    const next = { row: this.#lastRow, column: this.#lastColumn + 1 };
    const place = reference === undefined ? next : parseAddress(reference);
    if (place === null || place.row !== this.#lastRow || place.column <= this.#lastColumn)
      throw this.#damage();
    this.#lastColumn = place.column;
    const { row, column } = place;
    const { start, end } = tag;
    // Spelled out: a sheet has many cells.
    this.#cell = { row, column, start, openEnd: end, closeStart: end, end, formula: null, values: NO_VALUES };
  }

  #closeCell(start: number, end: number): void {
    if (!this.#cell) return;
    ended(this.#cell, start, end);
    this.#row?.cells.push(this.#cell);
    this.#cell = null;
  }

  #openContent(tag: XmlTag): void {
    this.#valueStart = tag.start;
    if (tag.name !== 'f') return;
    const fills = FILLING.has(tag.attribute('t')) ? parseArea(tag.attribute('ref') ?? '') : null;
    this.#formula = { text: '', tag: this.#xml.slice(tag.start, tag.end), end: tag.end, fills };
  }

  #closeContent(name: string, end: number): void {
    if (!this.#cell) return;
    if (name === 'v' || name === 'is') {
      this.#cell.values = [...this.#cell.values, { start: this.#valueStart, end }];
    }
    if (name !== 'f' || !this.#formula) return;
    this.#formula.end = end;
    this.#cell.formula = this.#formula;
    this.#formula = null;
  }

  #damage(): Unreadable {
    return new Unreadable('damaged', this.#part);
  }
}

/** An element whose closing tag has not been met yet. */
const begun = ({ start, end }: XmlTag): Open<ElementPlace> => ({ start, openEnd: end, closeStart: end, end });

function ended(element: Open<ElementPlace>, closeStart: number, end: number): void {
  element.closeStart = closeStart;
  element.end = end;
}
