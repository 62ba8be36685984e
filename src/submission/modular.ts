/** The number that bytes spell, most significant first (OS2IP of RFC 8017, section 4.2). */
export const integerOf = (bytes: Uint8Array): bigint =>
  bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);

/** A number as `length` bytes, most significant first (I2OSP of RFC 8017, section 4.1); throws where it needs more. */
export function bytesOf(number: bigint, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let rest = number;
  for (let at = length - 1; at >= 0; at -= 1) {
    bytes[at] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  if (rest !== 0n) throw new RangeError(`The number needs more than ${length} bytes`);
  return bytes;
}

/** base^exponent mod modulus, for an exponent that is not negative. */
export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** The number that times `value` is 1 (mod modulus), by Euclid's extended algorithm; null where the two share a factor. */
export function modInverse(value: bigint, modulus: bigint): bigint | null {
  let [before, rest] = [modulus, value % modulus];
  let [previous, factor] = [0n, 1n];
  while (rest > 0n) {
    const quotient = before / rest;
    [before, rest] = [rest, before - quotient * rest];
    [previous, factor] = [factor, previous - quotient * factor];
  }
  if (before !== 1n) return null;
  return previous < 0n ? previous + modulus : previous;
}
