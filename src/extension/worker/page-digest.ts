import type { Result } from '../../words/result';
import { success } from '../../words/result';
import { readArea, writeArea, type InboxBrowser } from '../inbox/inbox-storage';

/** Which page an address is, without saying which: the same text for the same whole address, in this browser only. */
export type PageDigest = (address: string) => Promise<Result<string>>;

const KEY_BYTES = 32;

/**
 * HMAC-SHA-256 of an address under a random key that is drawn once and kept in this browser's storage. Fails in words
 * where the storage does.
 */
export function pageDigest(
  browser: InboxBrowser,
  crypto: Pick<Crypto, 'subtle' | 'getRandomValues'>,
): PageDigest {
  const { storage, locks, words } = browser;

  const keptKey = async (): Promise<Result<string>> => {
    const kept = await readArea(storage.local, ['pageKey'], words);
    if (!kept.ok) return kept;
    if (typeof kept.value['pageKey'] === 'string') return success(kept.value['pageKey']);
    const pageKey = hex(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
    const written = await writeArea(storage.local, { pageKey }, words);
    return written.ok ? success(pageKey) : written;
  };

  return async (address) => {
    const key = await locks.request('jsp-evidence-key', keptKey);
    if (!key.ok) return key;
    const bytes = new TextEncoder();
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const hmac = await crypto.subtle.importKey('raw', bytes.encode(key.value), algorithm, false, ['sign']);
    return success(hex(new Uint8Array(await crypto.subtle.sign('HMAC', hmac, bytes.encode(address)))));
  };
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
