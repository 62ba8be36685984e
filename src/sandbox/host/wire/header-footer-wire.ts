import type { HeaderFooterNotes, PageNotes } from '../page-notes';
import { WireObject } from '../wire-object';

/** `Excel.HeaderFooterGroup` */
export class HeadersFootersWire extends WireObject {
  readonly wireType = 'HeaderFooterGroup';

  constructor(private readonly page: PageNotes) {
    super();
  }
  get State(): string {
    return 'Default';
  }
  get DefaultForAllPages(): HeaderFooterWire {
    return new HeaderFooterWire(this.page.headerFooter);
  }
}

/** `Excel.HeaderFooter` */
class HeaderFooterWire extends WireObject {
  readonly wireType = 'HeaderFooter';

  constructor(private readonly notes: HeaderFooterNotes) {
    super();
  }
  get LeftHeader(): string {
    return this.notes.leftHeader;
  }
  set LeftHeader(text: unknown) {
    this.notes.leftHeader = String(text);
  }
  get CenterHeader(): string {
    return this.notes.centerHeader;
  }
  set CenterHeader(text: unknown) {
    this.notes.centerHeader = String(text);
  }
  get RightHeader(): string {
    return this.notes.rightHeader;
  }
  set RightHeader(text: unknown) {
    this.notes.rightHeader = String(text);
  }
  get LeftFooter(): string {
    return this.notes.leftFooter;
  }
  set LeftFooter(text: unknown) {
    this.notes.leftFooter = String(text);
  }
  get CenterFooter(): string {
    return this.notes.centerFooter;
  }
  set CenterFooter(text: unknown) {
    this.notes.centerFooter = String(text);
  }
  get RightFooter(): string {
    return this.notes.rightFooter;
  }
  set RightFooter(text: unknown) {
    this.notes.rightFooter = String(text);
  }
}
