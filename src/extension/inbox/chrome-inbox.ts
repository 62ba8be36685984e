import { capturedEvidenceSchema, type CapturedEvidence } from '../../assessment/evidence';
import type { CaptureNotice, InboxPort } from '../../pane/inbox/inbox-port';
import type { ItemId } from '../../rubric/schema';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import { captureNotice } from './capture-notice';
import { held, heldEvidence, newestFirst, withCaptured, type Held } from './held-evidence';
import { readArea, writeArea, type InboxBrowser } from './inbox-storage';

const LOCK = 'jsp-evidence-inbox';
const WATCHED = ['inbox', 'lastItem', 'notice'];

/** The inbox as the worker uses it: it also keeps what was captured, and tells how that went. */
export interface ChromeInbox extends InboxPort {
  /** Keeps captured evidence. `again`: the same page for the same item was there and was brought up to date. */
  keep(evidence: CapturedEvidence): Promise<Result<{ readonly id: string; readonly again: boolean }>>;
  /** What `notice` gives from now on. */
  tell(notice: CaptureNotice | null): Promise<Result<void>>;
  /** How many entries this version cannot read. They are kept as they are. */
  unreadable(): Promise<Result<number>>;
}

/** What a change makes of the inbox: the new list and what it gives back. */
interface Changed<T> {
  readonly list: readonly Held[];
  readonly lastItem?: ItemId;
  readonly value: T;
}

/**
 * The inbox over chrome.storage.local: a list under `inbox`, the item of the next capture under `lastItem`; how the last
 * capture went is in chrome.storage.session. Each change reads, changes and writes under one lock, in one write, so that
 * neither another page of the extension nor the end of the worker can lose an entry.
 */
export function chromeInbox({ storage, locks, words }: InboxBrowser): ChromeInbox {
  async function read(): Promise<Result<readonly Held[]>> {
    const stored = await readArea(storage.local, ['inbox'], words);
    return stored.ok ? success(heldEvidence(stored.value['inbox'])) : stored;
  }

  function change<T>(work: (list: readonly Held[]) => Result<Changed<T>>): Promise<Result<T>> {
    return locks.request(LOCK, async (): Promise<Result<T>> => {
      const before = await read();
      if (!before.ok) return before;
      const changed = work(before.value);
      if (!changed.ok) return changed;
      const { list, lastItem, value } = changed.value;
      const inbox = list.map(({ stored }) => stored);
      const items = lastItem === undefined ? {} : { lastItem };
      const written = await writeArea(storage.local, { inbox, ...items }, words);
      return written.ok ? success(value) : written;
    }) as Promise<Result<T>>;
  }

  const changeList = (work: (list: readonly Held[]) => readonly Held[]): Promise<Result<void>> =>
    change((list) => success({ list: work(list), value: undefined }));

  return {
    list: async () => mapped(await read(), newestFirst),
    unreadable: async () =>
      mapped(await read(), (list) => list.filter(({ evidence }) => evidence === null).length),
    keep: (evidence) =>
      change((list) => {
        const { id, again, list: kept } = withCaptured(list, evidence);
        return success({ list: kept, value: { id, again } });
      }),
    acknowledge: (evidence) =>
      changeList((list) =>
        list.filter(
          ({ evidence: here }) =>
            !evidence.some(({ id, revision }) => here?.id === id && here.revision === revision),
        ),
      ),
    change: (id, edit) =>
      change((list) => {
        const before = list.find(({ evidence }) => evidence?.id === id)?.evidence;
        if (before == null) return failed('gone', words('extension.gone'));
        const after = capturedEvidenceSchema.safeParse({ ...before, ...edit, revision: before.revision + 1 });
        if (!after.success) return failed('edit-invalid', words('extension.editInvalid'));
        const changed = list.map((one) => (one.evidence?.id === id ? held(after.data) : one));
        const lastItem = edit.item == null ? {} : { lastItem: edit.item };
        return success({ list: changed, ...lastItem, value: undefined });
      }),
    restore: (evidence) =>
      changeList((list) => {
        const here = new Set(list.map((one) => one.evidence?.id));
        return [...evidence.filter(({ id }) => !here.has(id)).map(held), ...list];
      }),
    remove: (ids) =>
      changeList((list) => list.filter(({ evidence }) => evidence === null || !ids.includes(evidence.id))),
    lastItem: async () => {
      const stored = await readArea(storage.local, ['lastItem'], words);
      return mapped(stored, ({ lastItem }) => (typeof lastItem === 'string' ? lastItem : null));
    },
    notice: async () => {
      const stored = await readArea(storage.session, ['notice'], words);
      return mapped(stored, ({ notice }) => captureNotice(notice));
    },
    tell: (notice) => writeArea(storage.session, { notice }, words),
    watch(onChange) {
      const changed = (changes: Readonly<Record<string, unknown>>): void => {
        if (WATCHED.some((key) => key in changes)) onChange();
      };
      storage.onChanged.addListener(changed);
      return () => storage.onChanged.removeListener(changed);
    },
  };
}

const mapped = <T, U>(result: Result<T>, to: (value: T) => U): Result<U> =>
  result.ok ? success(to(result.value)) : result;
