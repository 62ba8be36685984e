import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import { base32Digits, base32ToBytes, bytesToBase32, inGroups, readDigits } from './base32';
import { toBase64url } from './encoding';
import type { Digest } from './prepare';

/** 128 random bits: nobody finds a code by trying. */
export const MEMBER_CODE_BYTES = 16;
const DIGITS = base32Digits(MEMBER_CODE_BYTES);

/** A member code as it is handed out: 16 random bytes in Crockford base32, 26 characters in groups of 4 with hyphens. */
export function formatMemberCode(bytes: Uint8Array): string {
  if (bytes.length !== MEMBER_CODE_BYTES) throw new RangeError(`A member code is ${MEMBER_CODE_BYTES} bytes`);
  return inGroups(bytesToBase32(bytes));
}

/**
 * The one spelling of a member code (that of `formatMemberCode`) from what somebody typed or pasted. Fails in words:
 * `code-character`, `code-length`, `code-wrong`.
 */
export function parseMemberCode(text: string, words: Words): Result<string> {
  const bytes = memberCodeBytes(text, words);
  return bytes.ok ? success(formatMemberCode(bytes.value)) : bytes;
}

/** What the service keeps of a code: base64url SHA-256 of its 16 bytes. `code` is a text that `parseMemberCode` gave. */
export async function memberCodeHash(code: string, digest: Digest): Promise<string> {
  const bytes = base32ToBytes(code.replaceAll('-', ''), MEMBER_CODE_BYTES);
  if (bytes === null) throw new RangeError('Not a member code');
  return toBase64url(new Uint8Array(await digest(bytes)));
}

function memberCodeBytes(text: string, words: Words): Result<Uint8Array> {
  const digits = readDigits(text, words);
  if (!digits.ok) return digits;
  if (digits.value.length !== DIGITS) {
    return failed('code-length', words('tokens.memberLength', { given: digits.value.length }));
  }
  const bytes = base32ToBytes(digits.value, MEMBER_CODE_BYTES);
  return bytes ? success(bytes) : failed('code-wrong', words('tokens.memberWrong'));
}
