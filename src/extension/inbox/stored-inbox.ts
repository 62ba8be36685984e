import type { ItemId } from '../../rubric/schema';
import type { Result } from '../../words/result';
import { success } from '../../words/result';
import { heldEvidence, type Held } from './held-evidence';
import { readArea, writeArea, type InboxBrowser } from './inbox-storage';

const LOCK = 'jsp-evidence-inbox';

/** What a change makes of the inbox: the new list, the item of the next capture where it changes, and what it gives back. */
export interface Changed<T> {
  readonly list: readonly Held[];
  readonly lastItem?: ItemId;
  readonly value: T;
}

/** The list in chrome.storage.local under `inbox`. */
export interface StoredInbox {
  read(): Promise<Result<readonly Held[]>>;
  /**
   * Reads, changes and writes under one lock and in one write, so that neither another page of the extension nor the end
   * of the worker can lose an entry.
   */
  change<T>(work: (list: readonly Held[]) => Result<Changed<T>>): Promise<Result<T>>;
}

/** Opens the stored inbox; the worker and every panel share it. */
export function storedInbox({ storage, locks, words }: InboxBrowser): StoredInbox {
  async function read(): Promise<Result<readonly Held[]>> {
    const stored = await readArea(storage.local, ['inbox'], words);
    return stored.ok ? success(heldEvidence(stored.value['inbox'])) : stored;
  }

  async function changeUnlocked<T>(work: (list: readonly Held[]) => Result<Changed<T>>): Promise<Result<T>> {
    const before = await read();
    if (!before.ok) return before;
    const changed = work(before.value);
    if (!changed.ok) return changed;
    const { list, lastItem, value } = changed.value;
    const inbox = list.map(({ stored }) => stored);
    const written = await writeArea(
      storage.local,
      lastItem === undefined ? { inbox } : { inbox, lastItem },
      words,
    );
    return written.ok ? success(value) : written;
  }

  return { read, change: async (work) => locks.request(LOCK, () => changeUnlocked(work)) };
}
