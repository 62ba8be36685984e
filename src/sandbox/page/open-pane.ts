export interface OpenPane {
  readonly frame: HTMLIFrameElement;
  /** How the page came up: `ready` (its window has the host), or `detached` (the browser gave it another window). */
  readonly outcome: Promise<'ready' | 'detached'>;
}

/**
 * Opens the task pane in a frame as Excel does in its own: the host stands on the window before any script of the page
 * runs. A frame without address already has the window that the first same-origin page in it will use (HTML standard,
 * "create and initialize a Document object": the initial about:blank's Window is reused), so the page stays as shipped.
 */
export function openPane(
  place: HTMLElement,
  address: string,
  title: string,
  attach: (pane: Window) => void,
): OpenPane {
  const frame = document.createElement('iframe');
  frame.title = title;
  place.append(frame);
  const pane = windowOf(frame);
  attach(pane);
  const host: unknown = pane.external;
  const outcome = new Promise<'ready' | 'detached'>((resolve) => {
    frame.addEventListener('load', () => {
      if (pane.location.pathname !== new URL(address, window.location.href).pathname) return;
      resolve(windowOf(frame).external === host ? 'ready' : 'detached');
    });
  });
  frame.src = address;
  return { frame, outcome };
}

function windowOf(frame: HTMLIFrameElement): Window {
  if (frame.contentWindow === null) throw new Error('The frame is not in the page');
  return frame.contentWindow;
}
