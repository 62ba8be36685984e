import type { ExtensionWords } from '../extension-words';

const MENUS = {
  page: { id: 'capture-page', words: 'extension.capture' },
  selection: { id: 'capture-selection', words: 'extension.captureSelection' },
} as const;

/** Puts the two entries into the browser's context menu: for the page, and for selected text. */
export async function createMenus(words: ExtensionWords): Promise<void> {
  // An update comes here again, and finds those of before.
  await chrome.contextMenus.removeAll();
  for (const context of ['page', 'selection'] as const) {
    const { id, words: key } = MENUS[context];
    chrome.contextMenus.create({ id, title: words(key), contexts: [context] });
  }
}

/** The selected text where one of our entries was chosen (empty for the page's); null for anything else. */
export function chosenText({ menuItemId, selectionText }: chrome.contextMenus.OnClickData): string | null {
  return Object.values(MENUS).some(({ id }) => id === menuItemId) ? (selectionText ?? '') : null;
}
