import { Unreadable, type UnreadableCode } from './unreadable';

const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** What stands at the start of files that people take for a workbook, leading white space and a byte order mark aside. */
const STARTS: readonly (readonly [start: RegExp, code: UnreadableCode])[] = [
  [/^\{\\rtf/, 'rich-text'],
  [/^%PDF-/, 'pdf'],
  [/^(?:<\?xml[^>]*\?>\s*)?<(?:\?mso-application\s+progid="Excel\.Sheet"|(?:ss:)?Workbook\b)/i, 'old-format'],
  [/^<(?:!doctype\s+html|html|head|meta|table|style|div)\b/i, 'web-page'],
];

/**
 * Throws `Unreadable` for a file that is no archive and whose kind can be named: an OLE file (passwords and rights labels
 * put the whole package into one, [MS-OFFCRYPTO] 1.3.3, and an old .xls is one too), rich text, a PDF, a web page.
 */
export function refuseOtherKinds(bytes: Uint8Array): void {
  if (OLE.every((byte, i) => bytes[i] === byte)) throw new Unreadable(compoundKind(bytes));
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replace(/^(?:ï»¿)?\s*/, '');
  const kind = STARTS.find(([pattern]) => pattern.test(start));
  if (kind) throw new Unreadable(kind[1]);
}

function compoundKind(bytes: Uint8Array): UnreadableCode {
  const text = new TextDecoder('latin1').decode(bytes);
  const stream = Array.from('EncryptedPackage').join('\0');
  return text.includes(stream) ? 'password' : 'old-format';
}
