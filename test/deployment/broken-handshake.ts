const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);
const u24 = (value: number): Buffer => Buffer.from([value >> 16, (value >> 8) & 0xff, value & 0xff]);
const long = (...parts: readonly Buffer[]): Buffer => {
  const all = Buffer.concat(parts);
  return Buffer.concat([u16(all.length), all]);
};
const extension = (type: number, ...parts: readonly Buffer[]): Buffer =>
  Buffer.concat([u16(type), long(...parts)]);

const SECP256R1 = u16(23);

/**
 * A ClientHello of TLS 1.3 (RFC 8446, section 4.1.2) whose public key is no point of its curve: what a server cannot
 * expect of any honest client, so nginx writes down more loudly who it was.
 */
export function brokenHandshake(host: string): Buffer {
  const name = Buffer.concat([Buffer.from([0]), long(Buffer.from(host))]);
  const hello = Buffer.concat([
    Buffer.from([3, 3]),
    Buffer.alloc(32, 7),
    Buffer.from([0]),
    long(u16(0x1301)),
    Buffer.from([1, 0]),
    long(
      extension(0, long(name)),
      extension(10, long(SECP256R1)),
      extension(13, long(u16(0x0403))),
      extension(43, Buffer.from([2, 3, 4])),
      extension(51, long(SECP256R1, long(Buffer.alloc(65, 4)))),
    ),
  ]);
  const handshake = Buffer.concat([Buffer.from([1]), u24(hello.length), hello]);
  return Buffer.concat([Buffer.from([22, 3, 1]), u16(handshake.length), handshake]);
}
