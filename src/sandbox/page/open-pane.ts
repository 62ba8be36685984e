declare global {
  interface Window {
    /** Called by the pane's page (`attach.ts`) before its other scripts run; only the sandbox's page has it. */
    attachHost?: (pane: Window) => void;
  }
}

/**
 * Opens the task pane in a frame; `attach` gets its window before Office.js runs. Resolves when the page has loaded:
 * `ready`, or `detached` where the page never asked for its host, which is a fault of the server.
 */
export function openPane(
  place: HTMLElement,
  address: string,
  title: string,
  attach: (pane: Window) => void,
): Promise<'ready' | 'detached'> {
  let attached = false;
  window.attachHost = (pane) => {
    attached = true;
    attach(pane);
  };
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.src = address;
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(attached ? 'ready' : 'detached'));
    place.append(frame);
  });
}
