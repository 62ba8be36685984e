import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import type { ExtensionWords } from '../extension-words';

type Area = Pick<chrome.storage.StorageArea, 'get' | 'set'>;
type LocalArea = Area & Pick<chrome.storage.StorageArea, 'getBytesInUse'>;

/** What both browsers keep of an extension without a permission for more (`QUOTA_BYTES`, which Firefox has not). */
const ROOM_BYTES = 10_485_760;

/** What the inbox needs of the browser: `chrome.storage` and `navigator.locks`. The worker and the panel share both. */
export interface InboxBrowser {
  readonly storage: {
    readonly local: LocalArea;
    readonly session: Area;
    readonly onChanged: Pick<typeof chrome.storage.onChanged, 'addListener' | 'removeListener'>;
  };
  readonly locks: Pick<LockManager, 'request'>;
  readonly words: ExtensionWords;
}

/** Reads some keys of an area. What the browser refuses is a failure in words; nothing was changed then. */
export async function readArea(
  area: Area,
  keys: readonly string[],
  words: ExtensionWords,
): Promise<Result<Readonly<Record<string, unknown>>>> {
  try {
    return success(await area.get([...keys]));
  } catch (error) {
    return failed('inbox-unreadable', words('extension.inboxUnreadable', { reason: reasonOf(error) }));
  }
}

/** Writes some keys of an area, all of them or none. A full one (`inbox-full`) is told apart. */
export async function writeArea(
  area: Area,
  values: Readonly<Record<string, unknown>>,
  words: ExtensionWords,
): Promise<Result<void>> {
  try {
    await area.set(values);
    return success(undefined);
  } catch (error) {
    const reason = reasonOf(error);
    // `QUOTA_BYTES quota exceeded` in Chrome, QuotaExceededError in Firefox.
    return /quota/i.test(reason)
      ? failed('inbox-full', words('extension.inboxFull'))
      : failed('inbox-failed', words('extension.inboxFailed', { reason }));
  }
}

/** How full the local area is, from 0 to 1. */
export async function areaFullness(area: LocalArea, words: ExtensionWords): Promise<Result<number>> {
  try {
    return success((await area.getBytesInUse(null)) / ROOM_BYTES);
  } catch (error) {
    return failed('inbox-unreadable', words('extension.inboxUnreadable', { reason: reasonOf(error) }));
  }
}

/** Calls back whenever one of these keys changes, in whichever area; gives what ends that. */
export function watchKeys(
  { storage }: Pick<InboxBrowser, 'storage'>,
  keys: readonly string[],
  onChange: () => void,
): () => void {
  const changed = (changes: Readonly<Record<string, unknown>>): void => {
    if (keys.some((key) => key in changes)) onChange();
  };
  storage.onChanged.addListener(changed);
  return () => storage.onChanged.removeListener(changed);
}

const reasonOf = (error: unknown): string => String(error).replace(/^Error: /, '');
