import { invalidArgument, itemNotFound } from '../api-error';
import type { Area } from '../area';
import type { Book } from '../book';
import type { PageNotes } from '../page-notes';
import type { NullObject } from '../wire-object';
import { nullObject, WireObject } from '../wire-object';
import { HeadersFootersWire } from './header-footer-wire';
import { RangeAreasWire } from './range-areas-wire';
import { RangeWire } from './range-wire';

/** `Excel.PageLayout`: kept and read back, for the grid does not print. */
export class PageLayoutWire extends WireObject {
  readonly wireType = 'PageLayout';

  constructor(
    private readonly book: Book,
    private readonly sheetId: string,
  ) {
    super();
  }

  get Orientation(): string {
    return this.#page.orientation;
  }
  set Orientation(given: unknown) {
    if (given !== 'Portrait' && given !== 'Landscape') throw invalidArgument();
    this.#page.orientation = given;
  }
  get PaperSize(): string | null {
    return this.#page.paperSize;
  }
  set PaperSize(given: unknown) {
    this.#page.paperSize = String(given);
  }
  get Zoom(): Readonly<Record<string, number>> {
    return this.#page.zoom;
  }
  /** Either a scale of 10 to 400 per cent, or pages to fit. */
  set Zoom(given: unknown) {
    const entries = Object.entries(given ?? {}).filter(([, value]) => value !== null && value !== undefined);
    const known = ['scale', 'horizontalFitToPages', 'verticalFitToPages'];
    const valid = entries.every(
      ([key, value]) => known.includes(key) && typeof value === 'number' && value > 0,
    );
    if (!valid || (entries.length > 1 && entries.some(([key]) => key === 'scale'))) throw invalidArgument();
    this.#page.zoom = Object.fromEntries(entries);
  }
  get CenterHorizontally(): boolean {
    return this.#page.centerHorizontally;
  }
  set CenterHorizontally(center: unknown) {
    this.#page.centerHorizontally = center === true;
  }
  get CenterVertically(): boolean {
    return this.#page.centerVertically;
  }
  set CenterVertically(center: unknown) {
    this.#page.centerVertically = center === true;
  }
  get PrintGridlines(): boolean {
    return this.#page.printGridlines;
  }
  set PrintGridlines(printed: unknown) {
    this.#page.printGridlines = printed === true;
  }
  get HeadersFooters(): HeadersFootersWire {
    return new HeadersFootersWire(this.#page);
  }

  SetPrintArea(given: unknown): null {
    this.#page.printArea = this.#areas(given);
    return null;
  }
  GetPrintArea(): RangeAreasWire {
    const areas = this.GetPrintAreaOrNullObject();
    if (areas === nullObject) throw itemNotFound();
    return areas;
  }
  GetPrintAreaOrNullObject(): RangeAreasWire | NullObject {
    const { printArea } = this.#page;
    return printArea.length === 0 ? nullObject : new RangeAreasWire(this.book, this.sheetId, printArea);
  }
  SetPrintTitleRows(given: unknown): null {
    this.#page.titleRows = this.#areas(given)[0] ?? null;
    return null;
  }
  GetPrintTitleRowsOrNullObject(): RangeWire | NullObject {
    return this.#rangeOrNull(this.#page.titleRows);
  }
  SetPrintTitleColumns(given: unknown): null {
    this.#page.titleColumns = this.#areas(given)[0] ?? null;
    return null;
  }
  GetPrintTitleColumnsOrNullObject(): RangeWire | NullObject {
    return this.#rangeOrNull(this.#page.titleColumns);
  }

  get #page(): PageNotes {
    return this.book.notes(this.sheetId).page;
  }
  #areas(given: unknown): readonly Area[] {
    if (given instanceof RangeWire || given instanceof RangeAreasWire) return given.areas;
    return String(given)
      .split(',')
      .map((text) => this.book.resolve(text, this.sheetId).area);
  }
  #rangeOrNull(area: Area | null): RangeWire | NullObject {
    return area === null ? nullObject : new RangeWire(this.book, this.sheetId, area);
  }
}
