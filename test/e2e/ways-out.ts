/** Every way in which a page of the web can ask another machine for something. */
export const WAYS_OUT = [
  'fetch',
  'beacon',
  'socket',
  'events',
  'img',
  'script',
  'frame',
  'css',
  'prefetch',
  'form',
] as const;

/**
 * Runs in a page, and needs nothing outside itself: tries each way to a host, at `/<way>`, and settles when the page's
 * policy has stopped them all.
 */
export async function tryWaysOut(ways: readonly string[], host: string): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    const left = new Set(ways);
    document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
      // Of a frame only the origin is told.
      left.delete(effectiveDirective === 'frame-src' ? 'frame' : (blockedURI.split('/').at(-1) ?? ''));
      if (left.size === 0) resolve();
    });
  });
  const at = (way: string): string => `http://${host}/${way}`;
  const add = <T extends keyof HTMLElementTagNameMap>(tag: T, attributes: Record<string, string>) => {
    const element = Object.assign(document.createElement(tag), attributes);
    document.body.append(element);
    return element;
  };
  const attempts = [
    () => fetch(at('fetch')).catch(() => undefined),
    () => navigator.sendBeacon(at('beacon'), 'x'),
    () => new WebSocket(at('socket').replace('http', 'ws')),
    () => new EventSource(at('events')),
    () => add('img', { src: at('img') }),
    () => add('script', { src: at('script') }),
    () => add('iframe', { src: at('frame') }),
    () => add('link', { rel: 'stylesheet', href: at('css') }),
    () => add('link', { rel: 'prefetch', href: at('prefetch') }),
    () => add('form', { action: at('form'), method: 'post', target: '_blank' }).submit(),
  ];
  for (const attempt of attempts) {
    try {
      attempt();
    } catch {
      // Some browsers refuse a socket on the spot; the policy tells of it all the same.
    }
  }
  await stopped;
}
