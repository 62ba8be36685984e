import { hash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { memberCodeHash, parseMemberCode } from '../../submission/member-code';
import type { Words } from '../../words/words';
import type { ServiceParts } from '../service-parts';
import type { Admission } from '../store/store';
import type { PlainCode } from './problem';

/** What lets a row in, or the code of the problem that says why it stays out. */
export type Admitted = { readonly admission: Admission | null } | { readonly refused: PlainCode };

const MEMBER_CODE = /^MemberCode +code="([^"]{1,60})"$/i;
/** 354 bytes of base64url: they need no padding. */
const PRIVATE_TOKEN = /^PrivateToken +token="([A-Za-z0-9_-]{472})"$/i;

/**
 * Reads the `Authorization` header of a row by the service's mode: nothing is asked in mode `open`, a member code in
 * `code`, and in `blind` a genuine token of this cycle whose nonce is the row's key. Spends nothing: the row's key and
 * the code are spent by the store, in the row's own transaction.
 */
export async function admitRow(
  { mode, issuer, words }: Pick<ServiceParts, 'mode' | 'issuer' | 'words'>,
  authorization: string | undefined,
  nullifier: string,
): Promise<Admitted> {
  if (mode === 'open') return { admission: null };
  if (mode === 'code') {
    const codeHash = await readMemberCode(authorization, words);
    return codeHash === null ? { refused: 'code-missing' } : { admission: { codeHash } };
  }
  const token = PRIVATE_TOKEN.exec(authorization ?? '')?.[1];
  if (token === undefined) return { refused: 'token-missing' };
  const bearer = issuer?.redeem(token) ?? null;
  if (bearer === null) return { refused: 'token-refused' };
  return bearer === nullifier ? { admission: null } : { refused: 'other-key' };
}

/** The hash by which the store knows a member code; null where the header holds none. */
export async function readMemberCode(
  authorization: string | undefined,
  words: Words,
): Promise<string | null> {
  const text = MEMBER_CODE.exec(authorization ?? '')?.[1];
  if (text === undefined) return null;
  const code = parseMemberCode(text, words);
  return code.ok ? memberCodeHash(code.value, sha256) : null;
}

const sha256 = (bytes: Uint8Array): Promise<ArrayBuffer> =>
  Promise.resolve(Uint8Array.from(hash('sha256', bytes, 'buffer')).buffer);

/** Says by which means one is let in (RFC 9110, section 11.6.1; for tokens RFC 9577, section 2.1, whose base64url is padded). */
export function challenge(
  reply: FastifyReply,
  refused: PlainCode,
  { issuer }: Pick<ServiceParts, 'issuer'>,
): void {
  if (refused === 'code-missing') reply.header('www-authenticate', 'MemberCode');
  if (refused !== 'token-missing' || issuer === null) return;
  const { challenge: bytes, publicKey } = issuer.tokenKey;
  reply.header(
    'www-authenticate',
    `PrivateToken challenge="${padded(bytes)}", token-key="${padded(publicKey)}"`,
  );
}

/** base64url with the padding that RFC 9577 and RFC 9578 ask for in their headers and directory. */
export const padded = (base64url: string): string =>
  base64url.padEnd(Math.ceil(base64url.length / 4) * 4, '=');
