import english from '../../assets/locales/en.json';
import type { CapturedEvidence } from '../../src/assessment/evidence';
import type { InboxBrowser } from '../../src/extension/inbox/inbox-storage';
import { browserWords } from '../../src/extension/extension-words';
import { localeMessages } from '../../src/extension/locale-messages';
import { fakeLocks } from './fake-locks';

type Listener = (changes: Record<string, unknown>) => void;

/** A chrome.storage area in memory: values are copies, as the browser makes them; answers come later, as there. */
export class FakeArea {
  readonly kept = new Map<string, string>();
  /** How many writes it took. */
  writes = 0;
  /** Said by the next writes instead of keeping anything. */
  refusal: string | null = null;

  constructor(private readonly listeners: ReadonlySet<Listener>) {}

  async get(keys: readonly string[]): Promise<Record<string, unknown>> {
    await turns(3);
    return Object.fromEntries(
      keys.flatMap((key) => {
        const text = this.kept.get(key);
        return text === undefined ? [] : [[key, JSON.parse(text) as unknown]];
      }),
    );
  }

  async set(values: Readonly<Record<string, unknown>>): Promise<void> {
    await turns(3);
    if (this.refusal !== null) throw new Error(this.refusal);
    this.writes += 1;
    for (const [key, value] of Object.entries(values)) this.kept.set(key, JSON.stringify(value));
    for (const listener of this.listeners) listener(values);
  }

  async getBytesInUse(): Promise<number> {
    await turns(3);
    return [...this.kept].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  }

  value(key: string): unknown {
    const text = this.kept.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}

/** One browser profile: several workers and panels may be opened over it, as they are in a browser. */
export class FakeBrowser {
  private readonly listeners = new Set<Listener>();
  readonly local = new FakeArea(this.listeners);
  readonly session = new FakeArea(this.listeners);
  private readonly locks = fakeLocks();

  /** What one page of the extension sees of it. */
  parts(): InboxBrowser {
    return {
      storage: {
        local: this.local,
        session: this.session,
        onChanged: {
          addListener: (listener: Listener) => void this.listeners.add(listener),
          removeListener: (listener: Listener) => void this.listeners.delete(listener),
        },
      } as unknown as InboxBrowser['storage'],
      locks: this.locks,
      words,
    };
  }
}

const messages = localeMessages(english);

/** The worker's words, as chrome.i18n gives them. */
export const words = browserWords((name) => messages[name]?.message.replaceAll('$$', '$') ?? '');

/** Captured evidence number `n`. */
export function captured(n: number, differently: Partial<CapturedEvidence> = {}): CapturedEvidence {
  const time = `2026-11-20T10:${String(n % 60).padStart(2, '0')}:00Z`;
  return {
    id: `EV-00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    revision: 1,
    item: 'DC-01',
    title: `Page ${n}`,
    address: `https://qms.example/page/${n}`,
    captured: time,
    verified: time,
    pageDate: null,
    quote: '',
    note: '',
    ...differently,
  };
}

/** The value of a result that is none of failure. */
export function valueOf<T>(result: { ok: true; value: T } | { ok: false; failure: { message: string } }): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}
