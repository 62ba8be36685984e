import type { Book } from '../book';
import { WireObject } from '../wire-object';

/** `Excel.Runtime` */
export class RuntimeWire extends WireObject {
  readonly wireType = 'Runtime';

  constructor(private readonly book: Book) {
    super();
  }

  get EnableEvents(): boolean {
    return this.book.events.enabled;
  }
  set EnableEvents(enabled: unknown) {
    this.book.events.enabled = enabled === true;
  }
}
