import type { Keys } from '../submission/protocol';
import { DEFAULT_ISSUER } from '../submission/token';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import type { Mode } from './service-parts';
import { openSigner, receiptKeys, type Signer } from './signing';
import { tokenIssuer } from './tokens/token-issuer';
import { openTokenKey, tokenKeys } from './tokens/token-keys';
import type { TokenIssuer } from './tokens/token-port';

export interface KeyOptions {
  readonly cycle: string;
  /** The id of the cycle's rubric. */
  readonly rubric: string;
  readonly mode: Mode;
  /** `DEFAULT_ISSUER`, unless the builds of the add-in expect another. */
  readonly issuerName?: string | undefined;
}

export interface ServiceKeys {
  readonly signer: Signer;
  /** Null but in mode `blind`. */
  readonly issuer: TokenIssuer | null;
  /** For GET /v1/keys: read anew, since the operator rotates keys beside the service. Throws where a key file went bad. */
  keys(): Keys;
}

/** Twice in a TokenChallenge, which the protocol holds to 600 characters. */
const ISSUER_NAME = /^[\x21-\x7e]{1,200}$/;

/** Opens the keys in a data directory and makes those that are missing. Fails: `key-unusable`, `issuer-invalid`. */
export function openKeys(directory: string, options: KeyOptions, words: Words): Result<ServiceKeys> {
  const signer = openSigner(directory, words);
  if (!signer.ok) return signer;
  const issuer = options.mode === 'blind' ? openIssuer(directory, options, words) : success(null);
  if (!issuer.ok) return issuer;
  const keys = (): Result<Keys> => {
    const receipt = receiptKeys(directory, signer.value, words);
    const token = tokenKeys(directory, words);
    if (!receipt.ok) return receipt;
    return token.ok ? success({ receipt: receipt.value, token: token.value }) : token;
  };
  const listed = keys();
  if (!listed.ok) return listed;
  return success({ signer: signer.value, issuer: issuer.value, keys: () => orThrow(keys()) });
}

function openIssuer(directory: string, options: KeyOptions, words: Words): Result<TokenIssuer> {
  const { cycle, rubric, issuerName: issuer = DEFAULT_ISSUER } = options;
  if (!ISSUER_NAME.test(issuer)) {
    return failed('issuer-invalid', words('tokens.issuerInvalid', { name: issuer }));
  }
  const key = openTokenKey(directory, cycle, words);
  return key.ok ? success(tokenIssuer(key.value, { cycle, rubric, issuer })) : key;
}

function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}
