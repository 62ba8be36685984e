import type { Schedule } from '../submission/exchange';
import type { Digest } from '../submission/prepare';

/** What the pure rooms ask for and only a browser has. The network is not here: an entry that has it hands it over itself. */
export const browserWorld = {
  /** Today in the user's time zone, as an ISO day. */
  clock(): string {
    const now = new Date();
    const two = (part: number): string => String(part).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
  random: (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count)),
  digest: ((bytes) => crypto.subtle.digest('SHA-256', bytes)) satisfies Digest,
  sha384: ((bytes) => crypto.subtle.digest('SHA-384', bytes)) satisfies Digest,
  schedule: ((run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  }) satisfies Schedule,
  after: (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms)),
};
