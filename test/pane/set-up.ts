import { webcrypto } from 'node:crypto';

/** What every browser has and jsdom has not. */
class StillObserver implements ResizeObserver {
  observe = (): void => undefined;
  unobserve = (): void => undefined;
  disconnect = (): void => undefined;
}

globalThis.ResizeObserver = StillObserver;
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
// axe measures icon fonts on a canvas where there is one; jsdom only complains.
HTMLCanvasElement.prototype.getContext = () => null;
