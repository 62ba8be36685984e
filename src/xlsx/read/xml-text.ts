import { Unreadable } from './unreadable';

/** The declaration up to its encoding, and the encoding (XML 1.0, 4.3.3). */
const DECLARED = /^(\uFEFF?<\?xml[^>]*?\sencoding\s*=\s*["'])([^"'>]*)/;

/** Names of UTF-8, or of a part of it, that are no names of an encoding to a browser or mean another one there. */
const UTF_8: ReadonlySet<string> = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii', 'ansi_x3.4-1968']);

/**
 * The text of an XML part, with a byte order mark of UTF-8 as its first character. The encoding is what a byte order mark
 * says, else the declaration, else UTF-8 (XML 1.0, 4.3.3). Throws `Unreadable` where the bytes are none of it.
 */
export function xmlText(bytes: Uint8Array, part: string): string {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: true }).decode(bytes);
    return isWide(bytes) ? text.replace(/^\uFEFF/, '') : text;
  } catch (error) {
    throw Object.assign(new Unreadable('damaged', part), { cause: error });
  }
}

/** The bytes of a changed part: UTF-8, and declared so. */
export const xmlBytes = (text: string): Uint8Array =>
  new TextEncoder().encode(
    text.replace(DECLARED, (whole, before: string, encoding: string) =>
      encoding.toLowerCase() === 'utf-8' ? whole : `${before}UTF-8`,
    ),
  );

function encodingOf(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^ï»¿/, '');
  const declared = DECLARED.exec(start)?.[2]?.toLowerCase() ?? 'utf-8';
  // Bytes of one are no UTF-16, whatever was declared by who wrote text of memory into a file.
  return UTF_8.has(declared) || declared.startsWith('utf-16') ? 'utf-8' : declared;
}

const isWide = (bytes: Uint8Array): boolean => encodingOf(bytes).startsWith('utf-16');
