import { joinBytes } from './join-bytes';
import { bytesOf, integerOf, modInverse, modPow } from './modular';
import type { Digest } from './prepare';

/** RSABSSA-SHA384-PSS-Deterministic of RFC 9474: the side that asks for a signature. The hash (SHA-384) is a port. */
export interface RsaPublicKey {
  readonly n: bigint;
  readonly e: bigint;
}

/** What goes to the signer, and what only the asking side keeps. */
export interface Blinded {
  /** As long as the modulus. Says nothing about the message: some `factor` makes it from any message. */
  readonly message: Uint8Array<ArrayBuffer>;
  readonly inverse: bigint;
}

const TRAILER = 0xbc;

const bitsOf = (number: bigint): number => number.toString(2).length;
const lengthOf = ({ n }: RsaPublicKey): number => Math.ceil(bitsOf(n) / 8);

/** A factor to blind with: uniform in [1, n), by throwing away what is not. `random` gives cryptographically random bytes. */
export function randomFactor(key: RsaPublicKey, random: (count: number) => Uint8Array): bigint {
  for (;;) {
    const factor = integerOf(random(lengthOf(key)));
    if (factor > 0n && factor < key.n) return factor;
  }
}

/** RFC 9474, section 4.2 (Blind). Null where the message or the factor shares a divisor with the modulus: draw anew. */
export async function blind(
  key: RsaPublicKey,
  message: Uint8Array,
  salt: Uint8Array,
  factor: bigint,
  hash: Digest,
): Promise<Blinded | null> {
  const encoded = await encodedMessage(key, message, salt, hash);
  const inverse = modInverse(factor, key.n);
  if (inverse === null || modInverse(encoded, key.n) === null) return null;
  const blinded = (encoded * modPow(factor, key.e, key.n)) % key.n;
  return { message: bytesOf(blinded, lengthOf(key)), inverse };
}

/**
 * RFC 9474, section 4.4 (Finalize): the signature of the message, or null where the signer's answer is none. The check
 * is RSASSA-PSS-VERIFY (RFC 8017, section 8.1.2) with the salt that went in, so that no other one passes.
 */
export async function finalize(
  key: RsaPublicKey,
  message: Uint8Array,
  salt: Uint8Array,
  blindSignature: Uint8Array,
  inverse: bigint,
  hash: Digest,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (blindSignature.length !== lengthOf(key)) return null;
  const signature = (integerOf(blindSignature) * inverse) % key.n;
  const encoded = await encodedMessage(key, message, salt, hash);
  return modPow(signature, key.e, key.n) === encoded ? bytesOf(signature, lengthOf(key)) : null;
}

const encodedMessage = async (key: RsaPublicKey, message: Uint8Array, salt: Uint8Array, hash: Digest) =>
  integerOf(await encodePss(message, bitsOf(key.n) - 1, salt, hash));

/** EMSA-PSS-ENCODE (RFC 8017, section 9.1.1) into `bits` bits, with MGF1 over the same hash. */
export async function encodePss(
  message: Uint8Array,
  bits: number,
  salt: Uint8Array,
  hash: Digest,
): Promise<Uint8Array<ArrayBuffer>> {
  const digest = async (...parts: Uint8Array[]) => new Uint8Array(await hash(joinBytes(...parts)));
  const fingerprint = await digest(new Uint8Array(8), await digest(message), salt);
  const block = new Uint8Array(Math.ceil(bits / 8) - fingerprint.length - 1);
  block.set([1, ...salt], block.length - salt.length - 1);
  const mask = await mgf1(fingerprint, block.length, digest);
  const masked = block.map((byte, at) => byte ^ (mask[at] ?? 0));
  masked[0] = (masked[0] ?? 0) & (0xff >> (-bits & 7));
  return joinBytes(masked, fingerprint, Uint8Array.of(TRAILER));
}

/** MGF1 (RFC 8017, appendix B.2.1). */
async function mgf1(
  seed: Uint8Array,
  length: number,
  digest: (...parts: Uint8Array[]) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  let mask: Uint8Array = new Uint8Array();
  for (let counter = 0; mask.length < length; counter += 1) {
    mask = joinBytes(mask, await digest(seed, bytesOf(BigInt(counter), 4)));
  }
  return mask;
}
