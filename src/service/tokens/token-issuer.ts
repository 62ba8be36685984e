import { constants, createHash, type KeyObject, privateDecrypt, publicEncrypt, verify } from 'node:crypto';
import type { TokenKey } from '../../submission/protocol';
import {
  contextBytes,
  readToken,
  readTokenRequest,
  SALT_BYTES,
  sameBytes,
  tokenChallenge,
  tokenInput,
  tokenPublicKey,
} from '../../submission/token';
import { publicHalf } from '../key-history';
import type { TokenIssuer } from './token-port';

/** What tokens of a key are good for. */
export interface TokenUse {
  readonly cycle: string;
  /** The rubric's id. */
  readonly rubric: string;
  /** The issuer's name; see `DEFAULT_ISSUER`. */
  readonly issuer: string;
}

/** base64url of the 354 bytes of a token: a multiple of 3, so there is no padding (RFC 9577, section 2.2.1) and one spelling. */
const TOKEN_TEXT = /^[A-Za-z0-9_-]{472}$/;
const { RSA_NO_PADDING, RSA_PKCS1_PSS_PADDING } = constants;

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** Signs and checks with OpenSSL, which blinds its own arithmetic against measuring. `key` is one of `openTokenKey`. */
export function tokenIssuer(key: KeyObject, { cycle, rubric, issuer }: TokenUse): TokenIssuer {
  const publicKey = publicHalf(key);
  const modulus = modulusOf(publicKey);
  const { id, bytes } = tokenKeyBytes(publicKey);
  const challenge = tokenChallenge(issuer, sha256(contextBytes(cycle, rubric)));
  const challengeDigest = sha256(challenge);

  return {
    tokenKey: {
      id: id.toString('base64url'),
      publicKey: bytes.toString('base64url'),
      challenge: Buffer.from(challenge).toString('base64url'),
    },

    issue(request) {
      const message = readTokenRequest(request, id);
      if (message === null || modulus.compare(message) <= 0) return null;
      const signature = privateDecrypt({ key, padding: RSA_NO_PADDING }, message);
      // A signature that a fault of the machine spoiled would give the key away (Boneh, DeMillo, Lipton 1997).
      if (!publicEncrypt({ key: publicKey, padding: RSA_NO_PADDING }, signature).equals(message)) {
        throw new Error('A blind signature does not verify');
      }
      return new Uint8Array(signature);
    },

    redeem(text) {
      const token = TOKEN_TEXT.test(text) ? readToken(Buffer.from(text, 'base64url')) : null;
      if (token === null) return null;
      const { nonce, input, signature } = token;
      if (!sameBytes(input, tokenInput(nonce, challengeDigest, id))) return null;
      const pss = { key: publicKey, padding: RSA_PKCS1_PSS_PADDING, saltLength: SALT_BYTES };
      return verify('sha384', input, pss, signature) ? sha256(nonce).toString('base64url') : null;
    },
  };
}

/** A token key as GET /v1/keys shows it, without its cycle. */
export function tokenKeyOf(key: KeyObject): Pick<TokenKey, 'id' | 'publicKey'> {
  const { id, bytes } = tokenKeyBytes(publicHalf(key));
  return { id: id.toString('base64url'), publicKey: bytes.toString('base64url') };
}

function tokenKeyBytes(publicKey: KeyObject): { readonly id: Buffer; readonly bytes: Buffer } {
  const bytes = Buffer.from(tokenPublicKey(modulusOf(publicKey)));
  return { id: sha256(bytes), bytes };
}

const modulusOf = (publicKey: KeyObject): Buffer =>
  Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url');
