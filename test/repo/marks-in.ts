import { createHash } from 'node:crypto';
import { MARKER } from './marked-workbook';

/** The ways in which text hides in bytes: as it is, in any case, UTF-16, hex, and base64 at any of its three offsets. */
export function marksIn(bytes: Uint8Array | string): string[] {
  const text = Buffer.from(bytes).toString('latin1');
  const marker = Buffer.from(MARKER);
  const base64 = [0, 1, 2].map((skip) => {
    const whole = Buffer.concat([Buffer.alloc(skip), marker])
      .toString('base64')
      .replace(/=+$/, '');
    return whole.slice(skip === 0 ? 0 : skip + 1, Math.floor(((skip + marker.length) * 8) / 6));
  });
  const forms: Readonly<Record<string, (string | undefined)[]>> = {
    plain: [MARKER, MARKER.toLowerCase(), MARKER.toUpperCase()],
    'utf-16': [Buffer.from(MARKER, 'utf16le').toString('latin1')],
    hex: [marker.toString('hex'), marker.toString('hex').toUpperCase()],
    base64,
    hash: ['sha256', 'sha1', 'md5'].map((name) => createHash(name).update(marker).digest('hex')),
  };
  return Object.keys(forms).filter((form) =>
    forms[form]?.some((part) => part !== undefined && text.includes(part)),
  );
}
