import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { SandboxBook } from '../../src/sandbox/host/sandbox-book';
import { createBridge } from '../../src/sandbox/host/bridge';
import type { BridgeCounters } from '../../src/sandbox/host/bridge';
import { createSandboxBook } from '../../src/sandbox/host/create-book';
import type { SpreadsheetLibrary } from '../../src/sandbox/host/seat';
import { bringNode20UpToDate } from './node-20';

/** Packages as files of this repository's root find them: the same under Jest and under tsx. */
const fromRoot = createRequire(join(process.cwd(), 'package.json'));

/** The engine's library from its npm package; it runs in Node as it is. */
export const spreadsheetLibrary = fromRoot('@odoo/o-spreadsheet') as SpreadsheetLibrary;

export interface ExcelForTests {
  /** Microsoft's own client, also at `globalThis.Excel`; the code under test uses the global. */
  readonly Excel: typeof Excel;
  /** The workbook it talks to now. */
  readonly book: SandboxBook;
  /** A request is a `sync`; the client's own clean-up after `Excel.run` is counted apart. */
  readonly counters: BridgeCounters;
  /** Another workbook in place of this one, an empty one unless given, and counters at 0. */
  reset(book?: SandboxBook): SandboxBook;
  /** Settles when all events raised so far have reached their handlers. */
  eventsHandled(): Promise<void>;
}

let loaded: Promise<ExcelForTests> | null = null;

/**
 * Loads Microsoft's unmodified client once, over an empty sandbox workbook. Sets `Excel`, `OfficeExtension` and (where a
 * script needs them) `window`, `self`, `location`, `navigator` as globals. Call `reset()` before each test.
 */
export function withExcel(): Promise<ExcelForTests> {
  return (loaded ??= Promise.resolve().then(load));
}

function load(): ExcelForTests {
  bringNode20UpToDate();
  // The engine tells every step on console.debug.
  console.debug = (): void => undefined;
  setBrowserGlobals();
  const script = readFileSync(fromRoot.resolve('@microsoft/office-js/dist/excel-web-16.00.js'), 'utf8');
  // The client is a script, not a module: it declares its globals in the realm it is evaluated in.
  const evaluate: typeof eval = eval;
  evaluate(script);
  return new LoadedExcel();
}

class LoadedExcel implements ExcelForTests {
  readonly counters: BridgeCounters = { requests: 0, cleanUps: 0, actions: [] };
  book: SandboxBook;
  #close: () => void = () => undefined;

  constructor() {
    this.book = this.reset();
  }

  get Excel(): typeof Excel {
    return Excel;
  }

  reset(book = createSandboxBook(spreadsheetLibrary)): SandboxBook {
    this.#close();
    this.counters.requests = 0;
    this.counters.cleanUps = 0;
    this.counters.actions.length = 0;
    this.book = book;
    const bridge = createBridge(this.book, this.counters);
    this.#close = () => bridge.close();
    hostBridge().init(bridge);
    return this.book;
  }

  async eventsHandled(): Promise<void> {
    await this.book.events.delivered();
    // The client hands an event through a few promises of its own before the handler runs.
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  }
}

function hostBridge(): { init(bridge: object): void } {
  return (OfficeExtension as unknown as { HostBridge: { init(bridge: object): void } }).HostBridge;
}

function setBrowserGlobals(): void {
  const globals = globalThis as Record<string, unknown>;
  globals['window'] ??= globalThis;
  globals['self'] ??= globalThis;
  globals['location'] ??= {
    search: '',
    hash: '',
    href: 'https://localhost/',
    protocol: 'https:',
    hostname: 'localhost',
    host: 'localhost',
    origin: 'https://localhost',
    pathname: '/',
  };
  globals['navigator'] ??= { userAgent: 'node', language: 'en-US' };
}
