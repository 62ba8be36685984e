import type { Frame } from 'puppeteer-core';

const MARK = 'usable';

/**
 * To be run in a page before its own scripts: marks the moment after the first frame that shows a text. No function in
 * it has a name, for what compiles it here would name it with a function that the page lacks.
 */
export function markWhenShown(text: string): void {
  new MutationObserver((_, watcher) => {
    if (!document.querySelector('body')?.textContent.includes(text)) return;
    watcher.disconnect();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      // A message that is sent before a frame is drawn arrives after it.
      channel.port1.onmessage = () => performance.mark('usable');
      channel.port2.postMessage(null);
    });
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/** Milliseconds from the navigation of a frame to that mark; waits for it. */
export async function usableAfter(frame: Frame): Promise<number> {
  await frame.waitForFunction((name) => performance.getEntriesByName(name).length > 0, {}, MARK);
  return frame.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN, MARK);
}
