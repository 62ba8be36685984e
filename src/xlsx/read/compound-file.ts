import { Unreadable } from './unreadable';

/**
 * Throws `Unreadable` for an OLE file: passwords and rights labels put the whole package into one
 * ([MS-OFFCRYPTO] 1.3.3), and an old .xls is one too.
 */
export function refuseCompoundFile(bytes: Uint8Array): void {
  const header = [0xd0, 0xcf, 0x11, 0xe0];
  if (!header.every((byte, i) => bytes[i] === byte)) return;
  const text = new TextDecoder('latin1').decode(bytes);
  const stream = Array.from('EncryptedPackage').join('\0');
  throw new Unreadable(text.includes(stream) ? 'password' : 'old-format');
}
