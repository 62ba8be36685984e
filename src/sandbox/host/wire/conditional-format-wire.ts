import type { Style } from '@odoo/o-spreadsheet';
import { invalidArgument } from '../api-error';
import type { Book } from '../book';
import { colorText } from '../color';
import { changeFormat, formatOf, moveFormat, priorityOf, removeFormat } from '../conditional-formats';
import { mayDo } from '../protection';
import type { NullObject } from '../wire-object';
import { nullObject, WireObject } from '../wire-object';
import { RangeAreasWire } from './range-areas-wire';
import { RangeWire } from './range-wire';

/** `Excel.ConditionalFormat` of the custom kind: a formula that turns a look on. */
export class ConditionalFormatWire extends WireObject {
  readonly wireType = 'ConditionalFormat';

  constructor(
    private readonly book: Book,
    private readonly sheetId: string,
    private readonly id: string,
  ) {
    super();
  }
  override identity(): Readonly<Record<string, unknown>> {
    return { Id: this.id };
  }

  get Id(): string {
    return this.id;
  }
  get Type(): string {
    return 'Custom';
  }
  get Priority(): number {
    return priorityOf(this.book, this.sheetId, this.id);
  }
  set Priority(priority: unknown) {
    if (typeof priority !== 'number') throw invalidArgument();
    this.#mayChange();
    moveFormat(this.book, this.sheetId, this.id, priority);
  }
  get StopIfTrue(): boolean {
    return formatOf(this.book, this.sheetId, this.id).stopIfTrue;
  }
  set StopIfTrue(stop: unknown) {
    this.#mayChange();
    changeFormat(this.book, this.sheetId, this.id, { stopIfTrue: stop === true });
  }
  get Custom(): CustomFormatWire {
    return new CustomFormatWire(this.book, this.sheetId, this.id);
  }
  get CustomOrNullObject(): CustomFormatWire {
    return this.Custom;
  }

  GetRange(): RangeWire {
    const range = this.GetRangeOrNullObject();
    if (range === nullObject) throw invalidArgument();
    return range;
  }
  GetRangeOrNullObject(): RangeWire | NullObject {
    const [area, ...others] = formatOf(this.book, this.sheetId, this.id).areas;
    return area === undefined || others.length > 0
      ? nullObject
      : new RangeWire(this.book, this.sheetId, area);
  }
  GetRanges(): RangeAreasWire {
    return new RangeAreasWire(this.book, this.sheetId, formatOf(this.book, this.sheetId, this.id).areas);
  }
  Delete(): null {
    this.#mayChange();
    removeFormat(this.book, this.sheetId, this.id);
    return null;
  }

  #mayChange(): void {
    mayDo(this.book.notes(this.sheetId), 'allowFormatCells');
  }
}

/** One part of a custom format: its rule, its format, or its format's fill and font. */
abstract class FormatPart extends WireObject {
  constructor(
    protected readonly book: Book,
    protected readonly sheetId: string,
    protected readonly id: string,
  ) {
    super();
  }
  protected get style(): Style {
    return formatOf(this.book, this.sheetId, this.id).style;
  }
  protected restyle(change: Style): void {
    changeFormat(this.book, this.sheetId, this.id, { style: { ...this.style, ...change } });
  }
}

/** `Excel.CustomConditionalFormat` */
class CustomFormatWire extends FormatPart {
  readonly wireType = 'CustomConditionalFormat';
  get Rule(): RuleWire {
    return new RuleWire(this.book, this.sheetId, this.id);
  }
  get Format(): RangeFormatPart {
    return new RangeFormatPart(this.book, this.sheetId, this.id);
  }
}

/** `Excel.ConditionalFormatRule` */
class RuleWire extends FormatPart {
  readonly wireType = 'ConditionalFormatRule';
  get Formula(): string {
    return formatOf(this.book, this.sheetId, this.id).formula;
  }
  set Formula(formula: unknown) {
    const text = String(formula);
    changeFormat(this.book, this.sheetId, this.id, { formula: text.startsWith('=') ? text : `=${text}` });
  }
}

/** `Excel.ConditionalRangeFormat` */
class RangeFormatPart extends FormatPart {
  readonly wireType = 'ConditionalRangeFormat';
  get Fill(): FillPart {
    return new FillPart(this.book, this.sheetId, this.id);
  }
  get Font(): FontPart {
    return new FontPart(this.book, this.sheetId, this.id);
  }
}

/** `Excel.ConditionalRangeFill` */
class FillPart extends FormatPart {
  readonly wireType = 'ConditionalRangeFill';
  get Color(): string {
    return this.style.fillColor ?? '';
  }
  set Color(color: unknown) {
    this.restyle({ fillColor: colorText(color) });
  }
}

/** `Excel.ConditionalRangeFont` */
class FontPart extends FormatPart {
  readonly wireType = 'ConditionalRangeFont';
  get Color(): string {
    return this.style.textColor ?? '';
  }
  set Color(color: unknown) {
    this.restyle({ textColor: colorText(color) });
  }
  get Bold(): boolean {
    return this.style.bold ?? false;
  }
  set Bold(bold: unknown) {
    this.restyle({ bold: bold === true });
  }
  get Italic(): boolean {
    return this.style.italic ?? false;
  }
  set Italic(italic: unknown) {
    this.restyle({ italic: italic === true });
  }
}
