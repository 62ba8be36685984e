import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import {
  base32Digits,
  base32Number,
  base32Of,
  base32ToBytes,
  bytesToBase32,
  inGroups,
  readDigits,
} from './base32';
import { asciiBytes } from './canonical';
import { toBase64url } from './encoding';
import { hmacSha256 } from './hmac';
import type { Digest } from './prepare';

/** The root secret, from which everything that owns a row is derived: 160 random bits. Never stored, never sent. */
export const ROOT_SECRET_BYTES = 20;
const SECRET_DIGITS = base32Digits(ROOT_SECRET_BYTES);
const CHECK_DIGITS = 4;
/**
 * The largest prime below 32^4. The secret's remainder finds every single wrong digit (a prime divides no digit's
 * difference) and every exchange of two (no power of 32 up to the 35th is 1 or -1), and all but one in a million others.
 */
const CHECK_PRIME = 1_048_573n;

/** What a row is owned by. Everything is base64url, 43 characters. */
export interface RowOwner {
  /** The row's key in the modes `open` and `code`. In mode `blind` it is `nullifierOf` the token's nonce. */
  readonly nullifier: string;
  /** Who shows these 32 bytes may correct or withdraw the row. Sent only then. */
  readonly secret: string;
  /** SHA-256 of the 32 bytes: goes with the row. */
  readonly owner: string;
}

/** A new root secret. `random` gives cryptographically random bytes. */
export const newRootSecret = (random: (count: number) => Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(random(ROOT_SECRET_BYTES));

/** The root secret as its owner keeps it: 32 digits of Crockford base32 and 4 to check them, in 9 groups of 4. */
export function recoveryCode(secret: Uint8Array): string {
  if (secret.length !== ROOT_SECRET_BYTES) throw new RangeError(`A secret is ${ROOT_SECRET_BYTES} bytes`);
  const digits = bytesToBase32(secret);
  return inGroups(digits + checkOf(digits));
}

/** The root secret from its code as somebody typed or pasted it. Fails in words: `code-character`, `code-length`, `code-wrong`. */
export function parseRecoveryCode(text: string, words: Words): Result<Uint8Array<ArrayBuffer>> {
  const digits = readDigits(text, words);
  if (!digits.ok) return digits;
  const given = digits.value.length;
  if (given !== SECRET_DIGITS + CHECK_DIGITS) {
    return failed('code-length', words('tokens.recoveryLength', { given }));
  }
  const body = digits.value.slice(0, SECRET_DIGITS);
  const secret = base32ToBytes(body, ROOT_SECRET_BYTES);
  return secret && digits.value.endsWith(checkOf(body))
    ? success(secret)
    : failed('code-wrong', words('tokens.recoveryWrong'));
}

const checkOf = (digits: string): string => base32Of(base32Number(digits) % CHECK_PRIME, CHECK_DIGITS);

/** Derives a cycle's row key and the secret that owns the row. `digest` is SHA-256. */
export async function ownerOf(secret: Uint8Array, cycle: string, digest: Digest): Promise<RowOwner> {
  const nullifier = await derived(secret, `nullifier|${cycle}`, digest);
  const update = await derived(secret, `update|${cycle}`, digest);
  const owner = new Uint8Array(await digest(update));
  return { nullifier: toBase64url(nullifier), secret: toBase64url(update), owner: toBase64url(owner) };
}

/** Derives the 32 bytes of a blind token's nonce; `keyId` is the token key's id (base64url). */
export const nonceOf = (secret: Uint8Array, cycle: string, keyId: string, digest: Digest) =>
  derived(secret, `nonce|${cycle}|${keyId}`, digest);

/** The key of the row that a token with this nonce carries: its SHA-256, base64url. */
export const nullifierOf = async (nonce: Uint8Array<ArrayBuffer>, digest: Digest): Promise<string> =>
  toBase64url(new Uint8Array(await digest(nonce)));

const derived = (secret: Uint8Array, label: string, digest: Digest) =>
  hmacSha256(secret, asciiBytes(label), digest);
