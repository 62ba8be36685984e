import type { ExtensionWords } from '../extension-words';

/** Says on the toolbar icon that the panel could not be opened, or takes that back. */
export async function panelBadge(isOpen: boolean, words: ExtensionWords): Promise<void> {
  const title = words(isOpen ? 'extension.capture' : 'extension.panelClosed');
  await Promise.all([
    chrome.action.setBadgeText({ text: isOpen ? '' : '!' }),
    chrome.action.setTitle({ title }),
  ]);
}
