import type { Result } from '../../words/result';
import { success } from '../../words/result';
import { type InboxBrowser, readArea, writeArea } from '../inbox/inbox-storage';
import { mappedResult } from '../inbox/mapped-result';

/** Which tab the user pressed on before agreeing: its number, in memory until the browser is closed, and nothing of its page. */
export interface PressedBefore {
  note(tab: chrome.tabs.Tab): Promise<Result<void>>;
  /** The number, once; null where there is none. */
  take(): Promise<Result<number | null>>;
}

/** Over chrome.storage.session, under `pressed`. */
export function pressedBefore({ storage, words }: Pick<InboxBrowser, 'storage' | 'words'>): PressedBefore {
  return {
    note: ({ id }) =>
      id === undefined
        ? Promise.resolve(success(undefined))
        : writeArea(storage.session, { pressed: id }, words),
    take: async () => {
      const stored = await readArea(storage.session, ['pressed'], words);
      if (stored.ok) await writeArea(storage.session, { pressed: null }, words);
      return mappedResult(stored, ({ pressed }) => (typeof pressed === 'number' ? pressed : null));
    },
  };
}
