import canonicalize from 'canonicalize';

const OUTSIDE_ASCII = /[^\x20-\x7e]/;

/**
 * The one spelling of a JSON value (RFC 8785, JSON Canonicalization Scheme): keys sorted, no spaces. What is hashed,
 * shown, signed and sent is ASCII, so that a character is a byte; anything else is a bug and throws.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('This value has no JSON form');
  if (OUTSIDE_ASCII.test(text)) throw new Error('Canonical JSON must be plain ASCII here');
  return text;
}

/** The bytes of an ASCII text, which are also its UTF-8 bytes. */
export function asciiBytes(text: string): Uint8Array<ArrayBuffer> {
  if (OUTSIDE_ASCII.test(text)) throw new Error('Only plain ASCII has one byte a character');
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
