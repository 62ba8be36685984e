import { chromeConsent } from '../inbox/chrome-consent';
import { workerInbox } from '../inbox/worker-inbox';
import { browserWords } from '../extension-words';
import { captureAfterConsent, captureTab } from './capture-tab';
import { chosenText, createMenus } from './context-menus';
import { answerPage, connectableOrigins } from './external-messages';
import { pageDigest } from './page-digest';
import { openPanel } from './open-panel';
import { panelBadge } from './panel-badge';
import { pressedBefore } from './pressed-before';

const words = browserWords((name) => chrome.i18n.getMessage(name));
const browser = { storage: chrome.storage, locks: navigator.locks, words };
const inbox = workerInbox(browser);
const consent = chromeConsent(browser);
const capturing = {
  inbox,
  consent,
  pressed: pressedBefore(browser),
  scripting: chrome.scripting,
  now: () => new Date(),
  uuid: () => crypto.randomUUID(),
  digest: pageDigest(browser, crypto),
  words,
  after: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
};
const answering = { inbox, words, origins: connectableOrigins(chrome.runtime.getManifest()) };

/** The panel first, and without waiting: the user's gesture ends with the first wait. */
function onClick(tab: chrome.tabs.Tab, selected: string): void {
  const opened = openPanel(tab).then(
    () => true,
    () => false,
  );
  void captureTab(tab, selected, capturing);
  void opened.then((isOpen) => panelBadge(isOpen, words));
}

// The worker ends when it has nothing to do: every listener is added each time it starts.
chrome.runtime.onInstalled.addListener(() => void createMenus(words));
chrome.action.onClicked.addListener((tab) => onClick(tab, ''));
chrome.contextMenus.onClicked.addListener((info, tab) => {
  const selected = chosenText(info);
  if (tab !== undefined && selected !== null) onClick(tab, selected);
});
consent.watch(() => void captureAfterConsent(chrome.tabs, capturing));
chrome.runtime.onMessageExternal.addListener((message: unknown, sender, reply) => {
  void answerPage(message, sender.origin, answering).then(reply);
  // The answer comes later.
  return true;
});
