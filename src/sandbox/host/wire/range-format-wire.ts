import {
  engineHorizontal,
  engineVertical,
  excelVertical,
  parseHorizontal,
  parseUnderline,
} from '../alignment';
import { invalidArgument } from '../api-error';
import type { CellSet } from '../cell-set';
import { noteOf, setNote, setStyle, styleOf } from '../cell-style';
import { colorText } from '../color';
import { headerSize, setHeaderSize } from '../header-size';
import { mayDo } from '../protection';
import { WireObject } from '../wire-object';
import { BordersWire } from './borders-wire';

/** `Excel.RangeFormat` */
export class RangeFormatWire extends WireObject {
  readonly wireType = 'RangeFormat';

  constructor(private readonly cells: CellSet) {
    super();
  }

  get Fill(): RangeFillWire {
    return new RangeFillWire(this.cells);
  }
  get Font(): RangeFontWire {
    return new RangeFontWire(this.cells);
  }
  get Borders(): BordersWire {
    return new BordersWire(this.cells);
  }
  get Protection(): FormatProtectionWire {
    return new FormatProtectionWire(this.cells);
  }

  get HorizontalAlignment(): string | null {
    return noteOf(this.cells, (notes) => notes.horizontal);
  }
  set HorizontalAlignment(given: unknown) {
    const horizontal = parseHorizontal(given);
    setNote(this.cells, (notes) => notes.horizontal, horizontal);
    setStyle(this.cells, engineHorizontal(horizontal));
  }
  get VerticalAlignment(): string | null {
    const vertical = styleOf(this.cells, 'verticalAlign', 'bottom');
    return vertical ? excelVertical(vertical) : null;
  }
  set VerticalAlignment(given: unknown) {
    setStyle(this.cells, engineVertical(given));
  }
  get WrapText(): boolean | null {
    const wrapping = styleOf(this.cells, 'wrapping', 'overflow');
    return wrapping === null ? null : wrapping === 'wrap';
  }
  set WrapText(wrap: unknown) {
    setStyle(this.cells, { wrapping: wrap === true ? 'wrap' : 'overflow' });
  }
  get IndentLevel(): number | null {
    return noteOf(this.cells, (notes) => notes.indent);
  }
  set IndentLevel(level: unknown) {
    if (typeof level !== 'number' || level < 0 || level > 250) throw invalidArgument();
    setNote(this.cells, (notes) => notes.indent, level);
  }
  get ColumnWidth(): number | null {
    return headerSize(this.cells, 'COL');
  }
  set ColumnWidth(points: unknown) {
    setHeaderSize(this.cells, 'COL', points);
  }
  get RowHeight(): number | null {
    return headerSize(this.cells, 'ROW');
  }
  set RowHeight(points: unknown) {
    setHeaderSize(this.cells, 'ROW', points);
  }
}

/** `Excel.RangeFill` */
class RangeFillWire extends WireObject {
  readonly wireType = 'RangeFill';

  constructor(private readonly cells: CellSet) {
    super();
  }
  /** White where there is none, '' where cells differ, as in Excel. */
  get Color(): string {
    const color = styleOf(this.cells, 'fillColor', '');
    return color === null || color === undefined ? '' : color === '' ? '#FFFFFF' : color;
  }
  set Color(color: unknown) {
    setStyle(this.cells, { fillColor: colorText(color) });
  }
  Clear(): null {
    setStyle(this.cells, { fillColor: '' });
    return null;
  }
}

/** `Excel.RangeFont` */
class RangeFontWire extends WireObject {
  readonly wireType = 'RangeFont';

  constructor(private readonly cells: CellSet) {
    super();
  }
  get Bold(): boolean | null {
    return styleOf(this.cells, 'bold', false) ?? null;
  }
  set Bold(bold: unknown) {
    setStyle(this.cells, { bold: bold === true });
  }
  get Italic(): boolean | null {
    return styleOf(this.cells, 'italic', false) ?? null;
  }
  set Italic(italic: unknown) {
    setStyle(this.cells, { italic: italic === true });
  }
  get Underline(): string | null {
    return noteOf(this.cells, (notes) => notes.underline);
  }
  set Underline(given: unknown) {
    const underline = parseUnderline(given);
    setNote(this.cells, (notes) => notes.underline, underline);
    setStyle(this.cells, { underline: underline !== 'None' });
  }
  get Color(): string | null {
    const color = styleOf(this.cells, 'textColor', '');
    return color === '' ? '#000000' : (color ?? null);
  }
  set Color(color: unknown) {
    setStyle(this.cells, { textColor: colorText(color) });
  }
  get Size(): number | null {
    return styleOf(this.cells, 'fontSize', 11) ?? null;
  }
  set Size(size: unknown) {
    if (typeof size !== 'number' || size < 1 || size > 409) throw invalidArgument();
    setStyle(this.cells, { fontSize: size });
  }
  get Name(): string | null {
    return noteOf(this.cells, (notes) => notes.fontName);
  }
  set Name(name: unknown) {
    setNote(this.cells, (notes) => notes.fontName, String(name));
  }
}

/** `Excel.FormatProtection` */
class FormatProtectionWire extends WireObject {
  readonly wireType = 'FormatProtection';

  constructor(private readonly cells: CellSet) {
    super();
  }
  get Locked(): boolean | null {
    return noteOf(this.cells, (notes) => notes.locked);
  }
  set Locked(locked: unknown) {
    this.#mayChange();
    setNote(this.cells, (notes) => notes.locked, locked === true);
  }
  get FormulaHidden(): boolean | null {
    return noteOf(this.cells, (notes) => notes.formulaHidden);
  }
  set FormulaHidden(hidden: unknown) {
    this.#mayChange();
    setNote(this.cells, (notes) => notes.formulaHidden, hidden === true);
  }
  /** No option lets anyone unlock cells of a protected sheet. */
  #mayChange(): void {
    mayDo(this.cells.book.notes(this.cells.sheetId), null);
  }
}
