import * as z from 'zod/mini';
import type { Book } from './book';
import type { HostEvent } from './events';
import type { WireAction } from './protocol';
import { ActionType, parseRequest } from './protocol';

/** What `OfficeExtension.HostBridge.init` takes: the client sends text and listens for text. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost: ((text: string) => void) | null;
}

/** What a bridge has done so far. */
export interface BridgeCounters {
  /** One is one `sync`. */
  requests: number;
  /** Requests in which the client only releases what it kept; not counted above. */
  cleanUps: number;
  /** Actions of each request, in order. */
  readonly actions: number[];
}

const envelope = z.object({ id: z.number(), type: z.number(), message: z.object({ body: z.unknown() }) });

const requestType = 1;
const responseType = 2;
const eventType = 3;
const richApiCategory = 65_536;

/** A host for the client outside a browser: answers its batches from a book and passes the book's events on. */
export function createBridge(book: Book, counters: BridgeCounters): NativeBridge & { close(): void } {
  const tell = (message: object): void => bridge.onMessageFromHost?.(JSON.stringify(message));
  const stop = book.events.onEvents((events) =>
    tell({ type: eventType, message: { entries: events.map(entryOf) } }),
  );
  const bridge: NativeBridge & { close(): void } = {
    onMessageFromHost: null,
    close: stop,
    sendMessageToHost(text) {
      const { id, type, message } = envelope.parse(JSON.parse(text));
      if (type !== requestType) return;
      count(counters, message.body);
      const body = book.execute(message.body);
      void Promise.resolve().then(() =>
        tell({ id, type: responseType, message: { statusCode: 200, headers: {}, body } }),
      );
    },
  };
  return bridge;
}

const entryOf = (event: HostEvent): object => ({
  messageCategory: richApiCategory,
  messageType: event.type,
  targetId: event.target,
  message: JSON.stringify(event.message),
});

/** After `Excel.run` the client releases what it kept, by itself and unasked: that is not a sync of the add-in. */
function count(counters: BridgeCounters, body: unknown): void {
  const actions = parseRequest(body).Actions ?? [];
  if (actions.some(({ Name }) => Name === '_RemoveReference') && actions.every(isRelease)) {
    counters.cleanUps++;
    return;
  }
  counters.requests++;
  counters.actions.push(actions.length);
}

const isRelease = ({ ActionType: type, Name }: WireAction): boolean =>
  type === ActionType.instantiate || Name === '_RemoveReference';
