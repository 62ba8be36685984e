import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import { blind, finalize, randomFactor, type RsaPublicKey } from './blind-rsa';
import { fromBase64url, toBase64url } from './encoding';
import { joinBytes } from './join-bytes';
import { bytesOf, integerOf } from './modular';
import { nonceOf, nullifierOf, ownerOf } from './owner';
import type { Digest } from './prepare';
import { privateTokenAuthorization, type TokenKey } from './protocol';
import type { TokenRecord } from './record';
import {
  contextBytes,
  DEFAULT_ISSUER,
  readTokenPublicKey,
  SALT_BYTES,
  SIGNATURE_BYTES,
  tokenChallenge,
  tokenInput,
  tokenRequest,
} from './token';

/** base64url of the 342 bytes of a token key. */
const PUBLIC_KEY_TEXT = /^[A-Za-z0-9_-]{456}$/;

/** What a token is for, and what its making needs. */
export interface TokenContext {
  /** The id of the cycle's rubric. */
  readonly rubric: string;
  /** As the service shows it. */
  readonly tokenKey: TokenKey;
  /** `DEFAULT_ISSUER`, unless the build says otherwise. Never what the service says: a name a user would tell users apart. */
  readonly issuer?: string;
  /** SHA-256 and SHA-384. */
  readonly digest: Digest;
  readonly sha384: Digest;
  readonly words: Words;
}

export interface PurchaseContext extends TokenContext {
  readonly cycle: string;
  readonly endpoint: string;
  /** The root secret (`parseRecoveryCode`), from which nonce and owner are derived. */
  readonly secret: Uint8Array;
  /** Cryptographically random bytes. */
  readonly random: (count: number) => Uint8Array;
}

/**
 * Makes a token's request. Keep the record before `requestOf` it is sent with the member code; the same bytes again
 * cost nothing. Fails (`token-key-invalid`) where the service's key is not of the one kind and cycle that all users get.
 */
export async function startPurchase(context: PurchaseContext): Promise<Result<TokenRecord>> {
  const { cycle, endpoint, tokenKey, secret, digest, sha384, random, words } = context;
  const checked = await checkTokenKey(cycle, context);
  if (checked === null) return failed('token-key-invalid', words('tokens.keyInvalid', { endpoint }));
  const { key, keyId, challengeDigest } = checked;
  const nonce = await nonceOf(secret, cycle, tokenKey.id, digest);
  const salt = Uint8Array.from(random(SALT_BYTES));
  const input = tokenInput(nonce, challengeDigest, keyId);
  const blinded = await blind(key, input, salt, randomFactor(key, random), sha384);
  if (blinded === null) return failed('token-key-invalid', words('tokens.keyInvalid', { endpoint }));
  const { owner } = await ownerOf(secret, cycle, digest);
  return success({
    schema: 'jsp-token/1',
    cycle,
    endpoint,
    nullifier: await nullifierOf(nonce, digest),
    owner,
    keyId: tokenKey.id,
    pending: {
      nonce: toBase64url(nonce),
      salt: toBase64url(salt),
      inverse: toBase64url(bytesOf(blinded.inverse, SIGNATURE_BYTES)),
      request: toBase64url(tokenRequest(keyId, blinded.message)),
    },
    authorization: null,
  });
}

/** The 259 bytes of a record's TokenRequest, or null where the token is there already. */
export const requestOf = ({ pending }: TokenRecord): Uint8Array<ArrayBuffer> | null =>
  pending && fromBase64url(pending.request);

/**
 * The record with its token, once the service's TokenResponse (256 bytes) is there; a finished one as it is. Fails:
 * `token-key-changed` (the request was for another key), `token-key-invalid`, `token-invalid` (the answer is no
 * signature of the key). The record stays good for another answer to the same request.
 */
export async function finishPurchase(
  record: TokenRecord,
  response: Uint8Array,
  context: TokenContext,
): Promise<Result<TokenRecord>> {
  const { pending, endpoint } = record;
  const { tokenKey, sha384, words } = context;
  if (pending === null) return success(record);
  if (record.keyId !== tokenKey.id)
    return failed('token-key-changed', words('tokens.keyChanged', { endpoint }));
  const checked = await checkTokenKey(record.cycle, context);
  if (checked === null) return failed('token-key-invalid', words('tokens.keyInvalid', { endpoint }));
  const { key, keyId, challengeDigest } = checked;
  const input = tokenInput(fromBase64url(pending.nonce), challengeDigest, keyId);
  const inverse = integerOf(fromBase64url(pending.inverse));
  const signature = await finalize(key, input, fromBase64url(pending.salt), response, inverse, sha384);
  if (signature === null) return failed('token-invalid', words('tokens.tokenInvalid', { endpoint }));
  const authorization = privateTokenAuthorization(toBase64url(joinBytes(input, signature)));
  return success({ ...record, pending: null, authorization });
}

interface CheckedKey {
  readonly key: RsaPublicKey;
  readonly keyId: Uint8Array;
  readonly challengeDigest: Uint8Array;
}

/**
 * A service that knew a user by its key or challenge would undo the blinding. So a key must have the one form there is
 * and the id it is pinned by, and the challenge must be the one that follows from cycle, rubric and issuer.
 */
async function checkTokenKey(cycle: string, context: TokenContext): Promise<CheckedKey | null> {
  const { rubric, tokenKey, issuer = DEFAULT_ISSUER, digest } = context;
  if (!PUBLIC_KEY_TEXT.test(tokenKey.publicKey)) return null;
  const hash = async (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(await digest(bytes));
  const publicKey = fromBase64url(tokenKey.publicKey);
  const keyId = await hash(publicKey);
  const challenge = tokenChallenge(issuer, await hash(contextBytes(cycle, rubric)));
  const key = readTokenPublicKey(publicKey);
  const genuine = toBase64url(keyId) === tokenKey.id && toBase64url(challenge) === tokenKey.challenge;
  return key && genuine ? { key, keyId, challengeDigest: await hash(challenge) } : null;
}
