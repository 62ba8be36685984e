import type { Book } from '../book';
import type { EventName } from '../events';
import { eventTypes } from '../events';

export interface EventSource {
  readonly wireType: string;
  readonly eventTarget: string;
  readonly book: Book;
}

type Registration = (this: EventSource) => null;

/**
 * Gives a wire class the methods the client calls when the first handler of an event is added and the last is removed:
 * `_Register…` and `_Unregister…` for every event the host raises.
 */
export function raisesEvents(
  wireClass: { readonly prototype: EventSource },
  names: readonly EventName[],
): void {
  for (const name of names) {
    const register = (change: 1 | -1): Registration =>
      function (this: EventSource): null {
        this.book.listen(name, this.eventTarget, change);
        return null;
      };
    Object.defineProperty(wireClass.prototype, `_Register${name}`, { value: register(1) });
    Object.defineProperty(wireClass.prototype, `_Unregister${name}`, { value: register(-1) });
  }
}

export const sheetEvents = Object.keys(eventTypes).filter(
  (name) => name !== 'AddedEvent' && name !== 'DeletedEvent',
) as EventName[];
export const collectionEvents = Object.keys(eventTypes) as EventName[];
