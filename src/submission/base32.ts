import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import { bytesOf, integerOf } from './modular';

/** Crockford's digits: no I, L, O (they look like 1 and 0) and no U. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = /.{1,4}/g;
/** What people and text programs put between groups: spaces, any kind of hyphen or dash, invisible marks. */
const SEPARATORS = /[\s\p{Pd}\u00ad\u200b-\u200d\ufeff]/gu;

/** How many base32 digits so many bytes take. */
export const base32Digits = (bytes: number): number => Math.ceil((bytes * 8) / 5);

/** A number in Crockford base32, with zeros in front up to `length` digits. */
export const base32Of = (number: bigint, length: number): string =>
  Array.from(number.toString(32).padStart(length, '0'), (digit) => DIGITS.charAt(parseInt(digit, 32))).join(
    '',
  );

/** The number that Crockford digits spell. */
export const base32Number = (digits: string): bigint =>
  Array.from(digits).reduce((number, digit) => number * 32n + BigInt(DIGITS.indexOf(digit)), 0n);

/** Bytes as one number in Crockford base32. */
export const bytesToBase32 = (bytes: Uint8Array): string =>
  base32Of(integerOf(bytes), base32Digits(bytes.length));

/** The bytes behind digits, or null where the digits spell a number that needs more bytes. */
export function base32ToBytes(digits: string, length: number): Uint8Array<ArrayBuffer> | null {
  const number = base32Number(digits);
  return number >> BigInt(length * 8) === 0n ? bytesOf(number, length) : null;
}

/** Digits in groups of four, as a code is shown. */
export const inGroups = (digits: string): string => (digits.match(GROUP) ?? []).join('-');

/**
 * The digits of a code as somebody typed or pasted it, without regard to case, spaces and hyphens; I and L are read
 * as 1, O as 0. Fails (`code-character`) and names the first character that is in no code.
 */
export function readDigits(text: string, words: Words): Result<string> {
  const digits = text.replace(SEPARATORS, '').toUpperCase().replace(/[IL]/g, '1').replaceAll('O', '0');
  const strange = Array.from(digits).find((digit) => !DIGITS.includes(digit));
  return strange === undefined
    ? success(digits)
    : failed('code-character', words('tokens.codeCharacter', { character: strange }));
}
