import type { RsaPublicKey } from './blind-rsa';
import { asciiBytes } from './canonical';
import { joinBytes } from './join-bytes';
import { bytesOf, integerOf } from './modular';

/** The bytes of blind tokens: Privacy Pass token type 2 (RFC 9577, RFC 9578), blind RSA with 2048 bits. */
const TOKEN_TYPE = Uint8Array.of(0, 2);
export const NONCE_BYTES = 32;
const HASH_BYTES = 32;
/** Nk of RFC 9578, section 8.2.2: the modulus, a blinded message, a signature. */
export const SIGNATURE_BYTES = 256;
/** Of the signature's padding (RFC 9578, section 6.1). */
export const SALT_BYTES = 48;
/** Type, nonce, challenge digest, key id: what is signed. */
const INPUT_BYTES = TOKEN_TYPE.length + NONCE_BYTES + 2 * HASH_BYTES;
export const TOKEN_BYTES = INPUT_BYTES + SIGNATURE_BYTES;
export const REQUEST_BYTES = TOKEN_TYPE.length + 1 + SIGNATURE_BYTES;

/** The name of the issuer, and of the only place that takes its tokens, unless a deployment and its builds agree on another. */
export const DEFAULT_ISSUER = 'jsp-benchmark';

/** A field with its length in front (RFC 8446, section 3.4). */
const sized = (bytes: Uint8Array, lengthBytes: number): Uint8Array =>
  joinBytes(bytesOf(BigInt(bytes.length), lengthBytes), bytes);

/** The bytes whose SHA-256 is the redemption context of a cycle's tokens. */
export const contextBytes = (cycle: string, rubric: string) => asciiBytes(`${cycle}|${rubric}`);

/** TokenChallenge (RFC 9577, section 2.1). `context`: 32 bytes, or none. `origin` is the issuer, unless given. */
export function tokenChallenge(
  issuer: string,
  context: Uint8Array,
  origin = issuer,
): Uint8Array<ArrayBuffer> {
  const [name, info] = [asciiBytes(issuer), asciiBytes(origin)];
  return joinBytes(TOKEN_TYPE, sized(name, 2), sized(context, 1), sized(info, 2));
}

/** What a token's signature is over (RFC 9578, section 6.1); all but the nonce are the same for every token of a cycle. */
export const tokenInput = (nonce: Uint8Array, challengeDigest: Uint8Array, keyId: Uint8Array) =>
  joinBytes(TOKEN_TYPE, nonce, challengeDigest, keyId);

/** A token taken apart, or null where the bytes are no token. */
export function readToken(token: Uint8Array) {
  if (token.length !== TOKEN_BYTES || !startsWithType(token)) return null;
  return {
    nonce: token.slice(TOKEN_TYPE.length, TOKEN_TYPE.length + NONCE_BYTES),
    input: token.slice(0, INPUT_BYTES),
    signature: token.slice(INPUT_BYTES),
  };
}

/** TokenRequest (RFC 9578, section 6.1): names the key by the last byte of its id. */
export const tokenRequest = (keyId: Uint8Array, blindedMessage: Uint8Array) =>
  joinBytes(TOKEN_TYPE, keyId.slice(-1), blindedMessage);

/** The blinded message of a request for the key, or null where the bytes are no such request. */
export function readTokenRequest(request: Uint8Array, keyId: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (request.length !== REQUEST_BYTES || !startsWithType(request)) return null;
  return request[TOKEN_TYPE.length] === keyId.at(-1) ? request.slice(TOKEN_TYPE.length + 1) : null;
}

const startsWithType = (bytes: Uint8Array): boolean => TOKEN_TYPE.every((byte, at) => bytes[at] === byte);

/**
 * A token key around its modulus, in DER (RFC 9578, section 6.5): a SubjectPublicKeyInfo of an RSASSA-PSS key with
 * SHA-384, MGF1 over SHA-384, a salt of 48 bytes, and the exponent 65537. Only 2,048-bit moduli fit.
 */
const SPKI = {
  before: Uint8Array.from([
    ...[0x30, 0x82, 0x01, 0x52],
    ...[0x30, 0x3d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0a, 0x30, 0x30],
    ...[0xa0, 0x0d, 0x30, 0x0b, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02],
    ...[0xa1, 0x1a, 0x30, 0x18, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x08],
    ...[0x30, 0x0b, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02],
    ...[0xa2, 0x03, 0x02, 0x01, 0x30],
    ...[0x03, 0x82, 0x01, 0x0f, 0x00, 0x30, 0x82, 0x01, 0x0a, 0x02, 0x82, 0x01, 0x01, 0x00],
  ]),
  after: Uint8Array.of(0x02, 0x03, 0x01, 0x00, 0x01),
};
const EXPONENT = 65_537n;

/** The public key with this modulus (256 bytes), as its id is made from. */
export const tokenPublicKey = (modulus: Uint8Array) => joinBytes(SPKI.before, modulus, SPKI.after);

/** Reads exactly what `tokenPublicKey` writes, around an odd modulus of 2,048 bits; null for anything else. */
export function readTokenPublicKey(bytes: Uint8Array): RsaPublicKey | null {
  const modulus = bytes.slice(SPKI.before.length, SPKI.before.length + SIGNATURE_BYTES);
  const rewritten = tokenPublicKey(modulus);
  const [first = 0, last = 0] = [modulus[0], modulus.at(-1)];
  if (!sameBytes(bytes, rewritten) || first < 0x80 || last % 2 === 0) return null;
  return { n: integerOf(modulus), e: EXPONENT };
}

/** Whether two public byte strings are equal. Not for secrets: it stops at the first difference. */
export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
