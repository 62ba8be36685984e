import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { receiptBytes } from '../submission/receipt';
import type { Receipt } from '../submission/record';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';

/** Signs receipts. The same fields give the same signature (Ed25519, RFC 8032, is deterministic). */
export interface Signer {
  /** base64url SHA-256 of the raw public key. */
  readonly keyId: string;
  /** The raw 32 bytes, base64url. */
  readonly publicKey: string;
  sign(fields: Pick<Receipt, 'nullifier' | 'revision' | 'cycle' | 'rowHash'>): Receipt;
}

const KEY_FILE = 'receipt-key.pem';

/** The service's key in its data directory, made on first start and readable by its owner only. Fails: `key-unusable`. */
export function openSigner(directory: string, words: Words): Result<Signer> {
  const file = join(directory, KEY_FILE);
  try {
    if (!existsSync(file)) writeKey(directory, file);
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType !== 'ed25519') throw new Error(String(key.asymmetricKeyType));
    return success(signerOf(key));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failed('key-unusable', words('service.keyUnusable', { file, reason }));
  }
}

function signerOf(key: KeyObject): Signer {
  const publicKey = createPublicKey(key).export({ format: 'jwk' })['x'] as string;
  const keyId = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('base64url');
  return {
    keyId,
    publicKey,
    sign({ nullifier, revision, cycle, rowHash }) {
      const fields = { schema: 'jsp-receipt/1', nullifier, revision, cycle, rowHash, keyId } as const;
      return { ...fields, signature: sign(null, receiptBytes(fields), key).toString('base64url') };
    },
  };
}

/** Written beside and renamed: a crash leaves a whole key or none. */
function writeKey(directory: string, file: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const draft = `${file}.new`;
  const descriptor = openSync(draft, 'w', 0o600);
  writeSync(descriptor, pem.toString());
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(draft, file);
  syncDirectory(directory);
}

/** The new name itself must survive a loss of power; Windows has no such call and needs none. */
function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(directory, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
