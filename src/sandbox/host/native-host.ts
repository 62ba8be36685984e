import type { Book } from './book';
import type { HostEvent } from './events';
import type { NativeOptions } from './native-context';
import { currentExcel, nativeContext } from './native-context';

/** Numbers of office.js 1.1.110 for the calls a task pane makes of its host. */
const executeRichApi = 93;
const richApiMessage = 33;
const richApiCategory = 65_536;
/** `ooeNotSupported`: a call that a task pane over this sandbox has no use for. */
const notSupported = 5001;

type SafeArray = { toArray(): unknown[] };
type Callback = (result: SafeArray | number) => void;
type Handler = (id: number, payload: SafeArray) => void;

const safeArray = (values: unknown[]): SafeArray => ({ toArray: () => values });

/**
 * Makes a window the task pane of Excel for Windows: puts the native host on `window.external`, where Microsoft's client
 * looks for it. Must run before office.js does. Gives the way to let go, after which the window hears no more events.
 */
export function attachTo(pane: Window, book: Book, options: Partial<NativeOptions> = {}): () => void {
  const told = { ...currentExcel, ...options };
  const context = nativeContext(told);
  const handlers = new Map<number, Handler>();
  const host = {
    // Type, platform, file version, locale, correlation id, telemetry, logging, flags (1: one runtime for all).
    GetHostInfo: () => `excel|win32|16.01|${told.locale}|sandbox|telemetry|disableLogging|1`,
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute(id: number, parameters: readonly unknown[], callback: Callback) {
      later(() => {
        const served = id === executeRichApi;
        callback(served ? safeArray([0, [200, [], answer(book, parameters[0])]]) : notSupported);
      });
    },
    RegisterEvent(id: number, _target: string, handler: Handler, callback: (status: number) => void) {
      handlers.set(id, handler);
      later(() => {
        callback(0);
      });
    },
    UnregisterEvent(id: number, _target: string, callback: (status: number) => void) {
      handlers.delete(id);
      later(() => {
        callback(0);
      });
    },
  };
  Object.defineProperty(pane, 'external', { value: host, writable: true, configurable: true });
  return book.events.onEvents((events) =>
    handlers.get(richApiMessage)?.(richApiMessage, safeArray(events.map(entryOf))),
  );
}

/** The request's fields are custom data, method, path, headers, body, and others that do not matter here. */
function answer(book: Book, message: unknown): string {
  const body: unknown = Array.isArray(message) ? message[4] : undefined;
  return JSON.stringify(book.execute(JSON.parse(String(body))));
}

/** Category, type, target, message, id, and whether it comes from another session. */
const entryOf = (event: HostEvent): unknown[] => [
  richApiCategory,
  event.type,
  event.target,
  JSON.stringify(event.message),
  '',
  false,
];

/** Excel answers after the call has returned; the page gets a chance to paint in between. */
function later(work: () => void): void {
  setTimeout(work);
}
