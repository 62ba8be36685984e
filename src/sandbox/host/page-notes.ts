import type { Area } from './area';
import { shifted } from './area';

export interface HeaderFooterNotes {
  leftHeader: string;
  centerHeader: string;
  rightHeader: string;
  leftFooter: string;
  centerFooter: string;
  rightFooter: string;
}

/** A sheet's page layout: o-spreadsheet does not print, so it is only kept and read back. */
export class PageNotes {
  orientation = 'Portrait';
  paperSize: string | null = 'Letter';
  zoom: Readonly<Record<string, number>> = { scale: 100 };
  centerHorizontally = false;
  centerVertically = false;
  printGridlines = false;
  printHeadings = false;
  blackAndWhite = false;
  draftMode = false;
  printOrder = 'DownThenOver';
  margins = { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 };
  printArea: readonly Area[] = [];
  titleRows: Area | null = null;
  titleColumns: Area | null = null;
  readonly headerFooter: HeaderFooterNotes = {
    leftHeader: '',
    centerHeader: '',
    rightHeader: '',
    leftFooter: '',
    centerFooter: '',
    rightFooter: '',
  };

  shift(dimension: 'ROW' | 'COL', at: number, count: number): void {
    this.printArea = this.printArea.flatMap((area) => shifted(area, dimension, at, count) ?? []);
    if (this.titleRows) this.titleRows = shifted(this.titleRows, dimension, at, count);
    if (this.titleColumns) this.titleColumns = shifted(this.titleColumns, dimension, at, count);
  }
}
