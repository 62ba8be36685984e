import { joinBytes } from './join-bytes';
import type { Digest } from './prepare';

const BLOCK_BYTES = 64;

/** HMAC-SHA-256 (RFC 2104) of a message, 32 bytes. `digest` is SHA-256. */
export async function hmacSha256(
  key: Uint8Array,
  message: Uint8Array,
  digest: Digest,
): Promise<Uint8Array<ArrayBuffer>> {
  const block = new Uint8Array(BLOCK_BYTES);
  block.set(key.length > BLOCK_BYTES ? new Uint8Array(await digest(joinBytes(key))) : key);
  const masked = (mask: number) => block.map((byte) => byte ^ mask);
  const inner = await digest(joinBytes(masked(0x36), message));
  return new Uint8Array(await digest(joinBytes(masked(0x5c), new Uint8Array(inner))));
}
