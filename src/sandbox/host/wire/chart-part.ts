import type { Book } from '../book';
import type { ChartNotes } from '../chart-notes';
import { changeChart, chartNotes } from '../charts';
import { WireObject } from '../wire-object';

/** A chart or a part of one. */
export abstract class ChartPart extends WireObject {
  constructor(
    protected readonly book: Book,
    protected readonly sheetId: string,
    protected readonly id: string,
  ) {
    super();
  }
  protected get chart(): ChartNotes {
    return chartNotes(this.book, this.sheetId, this.id);
  }
  protected change(change: (chart: ChartNotes) => void): void {
    changeChart(this.book, this.sheetId, this.id, change);
  }
}
