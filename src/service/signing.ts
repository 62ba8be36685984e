import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Keys } from '../submission/protocol';
import { receiptBytes, withdrawalBytes } from '../submission/receipt';
import type { Receipt, Withdrawal } from '../submission/record';
import type { Result } from '../words/result';
import { failed } from '../words/result';
import type { Words } from '../words/words';
import { keepKeyFile, replaceKeyFile, withKeyFile } from './key-file';
import { keepPublicKey, publicHalf, publicKeysIn } from './key-history';

/** Signs receipts, withdrawals and releases. The same fields give the same signature (Ed25519, RFC 8032, is deterministic). */
export interface Signer {
  /** base64url SHA-256 of the raw public key. */
  readonly keyId: string;
  /** The raw 32 bytes, base64url. */
  readonly publicKey: string;
  sign(fields: Pick<Receipt, 'nullifier' | 'revision' | 'cycle' | 'rowHash'>): Receipt;
  signWithdrawal(fields: Pick<Withdrawal, 'nullifier' | 'revision' | 'cycle'>): Withdrawal;
  /** The signature of anything else, such as a release: base64url. */
  signBytes(bytes: Uint8Array): string;
}

/** A key that took another's place: both ids, and what it means for the operator. */
export interface KeyChange {
  readonly former: string;
  readonly current: string;
  readonly notice: string;
}

/** The private key that signs, in a data directory. */
export const RECEIPT_KEY_FILE = 'receipt-key.pem';
/** The public halves of keys that signed here once. */
const FORMER_KEYS = 'receipt-keys';

/** The service's key in its data directory, made on first start and readable by its owner only. Fails: `key-unusable`. */
export function openSigner(directory: string, words: Words): Result<Signer> {
  const file = join(directory, RECEIPT_KEY_FILE);
  return withKeyFile(file, 'service.keyUnusable', words, () => {
    keepKeyFile(file, newKey);
    return signerOf(readKey(file));
  });
}

/**
 * Makes a new key and destroys the private half of the one before; what that one signed can still be checked. A service
 * that runs goes on with the former key until it is started again. Fails: `key-missing`, `key-unusable`.
 */
export function rotateReceiptKey(directory: string, words: Words): Result<KeyChange> {
  const file = join(directory, RECEIPT_KEY_FILE);
  if (!existsSync(file)) return failed('key-missing', words('tokens.receiptKeyMissing', { directory }));
  return withKeyFile(file, 'service.keyUnusable', words, () => {
    const former = readKey(file);
    const { id } = receiptKeyOf(former);
    keepPublicKey(join(directory, FORMER_KEYS), id, former);
    replaceKeyFile(file, newKey());
    const current = receiptKeyOf(readKey(file)).id;
    return { former: id, current, notice: words('tokens.receiptKeyRotated', { former: id, current }) };
  });
}

/**
 * Every key that ever signed in this directory. `current` is the one of `signer`, and one that was made since: it
 * already signs the operator's releases. Fails: `key-unusable`.
 */
export function receiptKeys(directory: string, signer: Signer, words: Words): Result<Keys['receipt']> {
  const current = { id: signer.keyId, publicKey: signer.publicKey };
  return withKeyFile(directory, 'service.keyUnusable', words, () => {
    const newest = receiptKeyOf(readKey(join(directory, RECEIPT_KEY_FILE)));
    const former = publicKeysIn(join(directory, FORMER_KEYS)).map(({ key }) => receiptKeyOf(key));
    return [
      ...[current, ...(newest.id === current.id ? [] : [newest])].map((key) => ({
        ...key,
        state: 'current' as const,
      })),
      ...former
        .filter(({ id }) => id !== current.id && id !== newest.id)
        .map((key) => ({ ...key, state: 'former' as const })),
    ];
  });
}

const newKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

function readKey(file: string): KeyObject {
  const key = createPrivateKey(readFileSync(file));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(String(key.asymmetricKeyType));
  return key;
}

function receiptKeyOf(key: KeyObject): { readonly id: string; readonly publicKey: string } {
  const publicKey = publicHalf(key).export({ format: 'jwk' }).x;
  if (publicKey === undefined) throw new Error(String(key.asymmetricKeyType));
  return { id: createHash('sha256').update(publicKey, 'base64url').digest('base64url'), publicKey };
}

function signerOf(key: KeyObject): Signer {
  const { id: keyId, publicKey } = receiptKeyOf(key);
  const signBytes = (bytes: Uint8Array): string => sign(null, bytes, key).toString('base64url');
  return {
    keyId,
    publicKey,
    sign({ nullifier, revision, cycle, rowHash }) {
      const fields = { schema: 'jsp-receipt/1', nullifier, revision, cycle, rowHash, keyId } as const;
      return { ...fields, signature: signBytes(receiptBytes(fields)) };
    },
    signWithdrawal({ nullifier, revision, cycle }) {
      const fields = { schema: 'jsp-withdrawal/1', nullifier, revision, cycle, keyId } as const;
      return { ...fields, signature: signBytes(withdrawalBytes(fields)) };
    },
    signBytes,
  };
}
