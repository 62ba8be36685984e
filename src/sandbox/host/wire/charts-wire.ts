import type { Book } from '../book';
import { WireCollection } from '../wire-object';

/** `Excel.ChartCollection` */
export class ChartsWire extends WireCollection {
  readonly wireType = 'ChartCollection';

  constructor(
    private readonly book: Book,
    private readonly sheetId: string,
  ) {
    super();
  }
  items(): readonly never[] {
    return [];
  }
}
