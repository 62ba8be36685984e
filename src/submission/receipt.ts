import { asciiBytes, canonicalJson } from './canonical';
import { fromBase64url } from './encoding';
import type { Receipt, Withdrawal } from './record';

/** What the service signs: the receipt without its signature. */
export type UnsignedReceipt = Omit<Receipt, 'signature'>;

/** Checks an Ed25519 signature (RFC 8032) with a raw 32-byte public key. `unsupported`: this machine cannot check one. */
export type VerifySignature = (
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
) => Promise<boolean | 'unsupported'>;

/** The bytes under a receipt's signature: the canonical JSON (RFC 8785) of every field but `signature`. */
export function receiptBytes({ schema, nullifier, revision, cycle, rowHash, keyId }: UnsignedReceipt) {
  return asciiBytes(canonicalJson({ schema, nullifier, revision, cycle, rowHash, keyId }));
}

/** Whether the service whose raw public key (base64url) is given signed this receipt. */
export function verifyReceipt(receipt: Receipt, publicKey: string, verify: VerifySignature) {
  return verify(fromBase64url(publicKey), fromBase64url(receipt.signature), receiptBytes(receipt));
}

/** The bytes under a withdrawal's signature, made as a receipt's are. */
export function withdrawalBytes({
  schema,
  nullifier,
  revision,
  cycle,
  keyId,
}: Omit<Withdrawal, 'signature'>): Uint8Array<ArrayBuffer> {
  return asciiBytes(canonicalJson({ schema, nullifier, revision, cycle, keyId }));
}

/** Whether the service whose raw public key (base64url) is given signed this withdrawal. */
export function verifyWithdrawal(withdrawal: Withdrawal, publicKey: string, verify: VerifySignature) {
  return verify(fromBase64url(publicKey), fromBase64url(withdrawal.signature), withdrawalBytes(withdrawal));
}

/**
 * A verifier over the platform's own cryptography (`crypto.subtle`). Ed25519 came to Safari 17, Chrome and Edge 137:
 * an older web view answers `unsupported`, and the receipt can still be checked later, elsewhere.
 */
export function ed25519Verifier(subtle: SubtleCrypto): VerifySignature {
  return async (publicKey, signature, bytes) => {
    try {
      const key = await subtle.importKey('raw', publicKey, { name: 'Ed25519' }, false, ['verify']);
      return await subtle.verify({ name: 'Ed25519' }, key, signature, bytes);
    } catch (error) {
      const { name } = error as Partial<Error>;
      if (name === 'NotSupportedError') return 'unsupported';
      if (name === 'DataError') return false;
      throw error;
    }
  };
}
