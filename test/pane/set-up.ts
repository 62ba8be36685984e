import { webcrypto } from 'node:crypto';

/** What every browser has and jsdom has not. */
class StillObserver implements ResizeObserver {
  observe = (): void => undefined;
  unobserve = (): void => undefined;
  disconnect = (): void => undefined;
}

globalThis.ResizeObserver = StillObserver;
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
