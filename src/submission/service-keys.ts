import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import { fromBase64url, toBase64url } from './encoding';
import type { Cycle } from './port';
import type { Digest } from './prepare';
import type { Keys } from './protocol';
import { cycleSchema, keysSchema } from './protocol';
import type { VerifySignature } from './receipt';
import { verifyReceipt, verifyWithdrawal } from './receipt';
import type { Receipt, Withdrawal } from './record';
import type { ServiceCall } from './service-call';
import type { Pins } from './shipped-cycle';

export interface KeyOptions {
  readonly endpoint: string;
  readonly words: Words;
  /** SHA-256. */
  readonly digest: Digest;
  /** Checks signatures; without it a receipt is kept unchecked, and no release is taken. */
  readonly verify?: VerifySignature;
  /** Keys that the build was made for; a service that shows others is asked for nothing more. */
  readonly pins?: Pins;
}

/** Which keys the service shows, whether they are the pinned ones, and what they signed. */
export interface ServiceKeys {
  cycle(): Promise<Result<Cycle>>;
  keys(): Promise<Result<Keys>>;
  /** Asks for the service's keys where the build pins any: before anything is sent. Fails: `key-not-pinned`. */
  checkPins(): Promise<Result<unknown>>;
  /** Passes on a receipt or withdrawal that the service's current key signed. Fails: `signature-invalid`. */
  checkProof<P extends Receipt | Withdrawal>(proof: P): Promise<Result<P>>;
}

export function serviceKeys(call: ServiceCall, options: KeyOptions): ServiceKeys {
  const { endpoint, words, digest, verify, pins } = options;
  const pinsAny = pins !== undefined && (pins.receiptKey !== null || pins.tokenKey !== null);

  /** A key's id is its SHA-256: an id beside another key would make pins worthless. */
  async function named({ id, publicKey }: { readonly id: string; readonly publicKey: string }) {
    const bytes = bytesOrNull(publicKey);
    return bytes !== null && toBase64url(new Uint8Array(await digest(bytes))) === id;
  }

  function differing({ receiptKey, tokenKey }: Cycle): string | null {
    if (!pins) return null;
    if (pins.receiptKey !== null && pins.receiptKey !== receiptKey.id) return receiptKey.id;
    return pins.tokenKey !== null && pins.tokenKey !== tokenKey?.id ? (tokenKey?.id ?? '–') : null;
  }

  async function cycle(): Promise<Result<Cycle>> {
    const shown = await call.get('/v1/cycle', cycleSchema);
    if (!shown.ok) return shown;
    const { receiptKey, tokenKey, mode } = shown.value;
    const consistent = (mode === 'blind') === (tokenKey !== undefined);
    if (!consistent || !(await named(receiptKey)) || (tokenKey && !(await named(tokenKey)))) {
      return call.notUnderstood();
    }
    const key = differing(shown.value);
    return key === null
      ? shown
      : failed('key-not-pinned', words('submission.keyNotPinned', { endpoint, key }));
  }

  async function keys(): Promise<Result<Keys>> {
    const shown = await call.get('/v1/keys', keysSchema);
    if (!shown.ok) return shown;
    const all = await Promise.all([...shown.value.receipt, ...shown.value.token].map(named));
    return all.every(Boolean) ? shown : call.notUnderstood();
  }

  async function checkProof<P extends Receipt | Withdrawal>(proof: P): Promise<Result<P>> {
    if (!verify) return success(proof);
    const shown = await cycle();
    if (!shown.ok) return shown;
    const { id, publicKey } = shown.value.receiptKey;
    const genuine = proof.keyId === id && (await signedBy(proof, publicKey, verify));
    return genuine === false
      ? failed('signature-invalid', words('submission.signatureInvalid', { endpoint }))
      : success(proof);
  }

  return { cycle, keys, checkProof, checkPins: async () => (pinsAny ? cycle() : success(null)) };
}

/** Checks the signature of either proof with a raw public key (base64url). */
const signedBy = (proof: Receipt | Withdrawal, publicKey: string, verify: VerifySignature) =>
  proof.schema === 'jsp-receipt/1'
    ? verifyReceipt(proof, publicKey, verify)
    : verifyWithdrawal(proof, publicKey, verify);

function bytesOrNull(text: string): Uint8Array<ArrayBuffer> | null {
  // A length that no bytes have is the one way in which base64url digits are no base64url.
  return text.length % 4 === 1 ? null : fromBase64url(text);
}
