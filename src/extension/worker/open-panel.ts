/** The part of Firefox's sidebar that we use; Chrome has none. */
interface Sidebar {
  open(): Promise<void>;
}

/**
 * Opens the side panel of the tab's window. To be called before anything is awaited: afterwards the user's gesture is
 * over and browsers refuse.
 */
export function openPanel(tab: chrome.tabs.Tab): Promise<void> {
  const { sidebarAction } = chrome as { readonly sidebarAction?: Sidebar };
  return sidebarAction ? sidebarAction.open() : chrome.sidePanel.open({ windowId: tab.windowId });
}
