const POLYNOMIAL = 0xedb88320;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ POLYNOMIAL : remainder >>> 1;
  }
  return remainder;
});

/** The checksum of a zip member, as an unsigned number (ISO 3309; APPNOTE.TXT 4.4.7). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  // Counted, not iterated: every member of every archive passes here, and an iterator takes several times as long.
  for (let i = 0; i < bytes.length; i += 1) {
    crc = (TABLE[(crc ^ (bytes[i] as number)) & 0xff] as number) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
