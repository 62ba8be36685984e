import type { ConsentPort } from '../../pane/side-panel/side-panel-props';
import { success } from '../../words/result';
import { type InboxBrowser, readArea, watchKeys, writeArea } from './inbox-storage';

/** Counts what the first-run page says: a page that says more is shown, and agreed to, again. */
const CONSENT = 1;

/** The user's agreement, in chrome.storage.local under `consent`. */
export function chromeConsent({ storage, words }: Pick<InboxBrowser, 'storage' | 'words'>): ConsentPort {
  return {
    given: async () => {
      const stored = await readArea(storage.local, ['consent'], words);
      return stored.ok ? success(stored.value['consent'] === CONSENT) : stored;
    },
    give: () => writeArea(storage.local, { consent: CONSENT }, words),
    watch: (onChange) => watchKeys({ storage }, ['consent'], onChange),
  };
}
