import type { TokenKey } from '../../submission/protocol';

/** Makes and takes blind tokens of one cycle (RFC 9578, token type 2: blind RSA of RFC 9474). */
export interface TokenIssuer {
  readonly tokenKey: TokenKey;
  /** Signs the blinded message of a TokenRequest (259 bytes) without seeing it; 256 bytes. The same request gives the same answer. Null: no request of this key. */
  issue(request: Uint8Array): Uint8Array | null;
  /** The nullifier (base64url SHA-256 of the nonce) of a genuine token of this cycle and key, given `token` of RFC 9577's header; null for any other text. */
  redeem(token: string): string | null;
}
