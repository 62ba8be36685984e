import {
  constants,
  createHash,
  createPrivateKey,
  type JsonWebKey,
  privateDecrypt,
  randomBytes,
} from 'node:crypto';
import { blind, encodePss, finalize, randomFactor } from '../../src/submission/blind-rsa';
import { bytesOf, integerOf, modInverse, modPow } from '../../src/submission/modular';
import emsaPss from '../vectors/emsa-pss.json';
import rfc9474 from '../vectors/rfc9474.json';

const sha384 = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-384', bytes);
const plainHex = (text: string) => text.replace(/^0x/, '');
const fromHex = (text: string) => Uint8Array.from(Buffer.from(plainHex(text), 'hex'));
const toHex = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString('hex'));
const number = (text: string) => BigInt(`0x${plainHex(text)}`);

/** What the vectors leave out of a private key for OpenSSL is worked out from what they give. */
function privateKeyOf(vector: (typeof rfc9474)[number]) {
  const [n, e, d, p, q] = [vector.n, vector.e, vector.d, vector.p, vector.q].map(number) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const qi = modInverse(q, p) ?? 0n;
  const parts = { n, e, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi };
  const texts = Object.entries(parts).map(([name, value]) => {
    const digits = value.toString(16);
    const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
    return [name, bytes.toString('base64url')];
  });
  const key: JsonWebKey = { kty: 'RSA', ...(Object.fromEntries(texts) as Record<string, string>) };
  return createPrivateKey({ key, format: 'jwk' });
}

describe('a blind signature', () => {
  it.each(rfc9474.map((vector) => [vector.name, vector] as const))(
    'of %s is that of RFC 9474 to the byte',
    async (_name, vector) => {
      const key = { n: number(vector.n), e: number(vector.e) };
      const [message, salt] = [fromHex(vector.input_msg), fromHex(vector.salt)];
      const factor = modInverse(number(vector.inv), key.n) ?? 0n;
      const blinded = await blind(key, message, salt, factor, sha384);
      expect(toHex(blinded?.message ?? null)).toBe(vector.blinded_msg);
      expect(blinded?.inverse).toBe(number(vector.inv));

      const padding = constants.RSA_NO_PADDING;
      const signed = privateDecrypt({ key: privateKeyOf(vector), padding }, blinded?.message ?? Buffer.of());
      expect(toHex(signed)).toBe(vector.blind_sig);
      const signature = await finalize(key, message, salt, signed, blinded?.inverse ?? 0n, sha384);
      expect(toHex(signature)).toBe(vector.sig);
    },
  );

  it('is refused with any part of the answer changed, shortened or lengthened', async () => {
    const vector = rfc9474[2];
    if (vector?.name !== 'RSABSSA-SHA384-PSS-Deterministic') throw new Error('Another vector');
    const key = { n: number(vector.n), e: number(vector.e) };
    const [message, salt, answer] = [vector.input_msg, vector.salt, vector.blind_sig].map(fromHex) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ];
    const finished = (bytes: Uint8Array) => finalize(key, message, salt, bytes, number(vector.inv), sha384);
    expect(await finished(answer)).not.toBeNull();
    for (const at of [0, 1, 255, 256, 510, 511]) {
      expect(await finished(answer.map((byte, i) => (i === at ? byte ^ 1 : byte)))).toBeNull();
    }
    expect(await finished(answer.slice(1))).toBeNull();
    expect(await finished(Uint8Array.of(0, ...answer))).toBeNull();
    expect(await finished(new Uint8Array(answer.length))).toBeNull();
    expect(await finished(new Uint8Array(answer.length).fill(255))).toBeNull();
  });

  it('is not asked for with a factor or a message that shares a divisor with the modulus', async () => {
    const [p, n] = [number(rfc9474[2]?.p ?? ''), number(rfc9474[2]?.n ?? '')];
    const [message, salt] = [randomBytes(98), randomBytes(48)];
    expect(await blind({ n, e: 65_537n }, message, salt, p, sha384)).toBeNull();

    const weak = { n: 3n * n, e: 65_537n };
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, async (_, seed) => {
        const text = Uint8Array.of(seed);
        const encoded = integerOf(await encodePss(text, weak.n.toString(2).length - 1, salt, sha384));
        return [encoded % 3n === 0n, (await blind(weak, text, salt, 5n, sha384)) === null];
      }),
    );
    expect(outcomes.filter(([shared]) => shared).length).toBeGreaterThan(0);
    expect(outcomes.filter(([shared, refused]) => shared !== refused)).toEqual([]);
  });
});

describe('EMSA-PSS', () => {
  it('encodes the published vector with SHA-1', async () => {
    const sha1 = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-1', bytes);
    const encoded = await encodePss(fromHex(emsaPss.msg), 1023, fromHex(emsaPss.salt), sha1);
    expect(toHex(encoded)).toBe(emsaPss.expected);
  });

  it('gives what RFC 9474 prints, where it prints it', async () => {
    const printed = rfc9474.filter((vector) => 'encoded_msg' in vector);
    expect(printed.length).toBeGreaterThan(1);
    for (const vector of printed) {
      const encoded = await encodePss(fromHex(vector.input_msg), 4095, fromHex(vector.salt), sha384);
      expect(toHex(encoded)).toBe((vector as { encoded_msg?: string }).encoded_msg);
    }
  });
});

describe('the factor', () => {
  it('is drawn again until it is below the modulus and not zero', () => {
    const draws = [
      [0xff, 0xff],
      [0, 0],
      [0xfb, 0x01],
      [0xfa, 0xff],
    ];
    const factor = randomFactor({ n: 0xfb01n, e: 3n }, () => Uint8Array.from(draws.shift() ?? []));
    expect(factor).toBe(0xfaffn);
    expect(draws).toEqual([]);
  });
});

describe('modular arithmetic', () => {
  it('agrees with plain arithmetic on small numbers', () => {
    for (let modulus = 2n; modulus < 40n; modulus += 1n) {
      for (let value = 0n; value < modulus; value += 1n) {
        for (const exponent of [0n, 1n, 2n, 5n, 13n]) {
          expect(modPow(value, exponent, modulus)).toBe(value ** exponent % modulus);
        }
        const inverse = modInverse(value, modulus);
        const found = Array.from({ length: Number(modulus) }, (_, i) => BigInt(i)).find(
          (candidate) => (candidate * value) % modulus === 1n,
        );
        expect(inverse).toBe(found ?? null);
      }
    }
  });

  it('writes numbers as bytes and reads them back, and refuses one that is too large', () => {
    const bytes = Uint8Array.from(createHash('sha256').update('x').digest());
    expect(bytesOf(integerOf(bytes), 40)).toEqual(Uint8Array.of(...new Uint8Array(8), ...bytes));
    expect(integerOf(bytesOf(0n, 4))).toBe(0n);
    expect(() => bytesOf(256n, 1)).toThrow(RangeError);
  });
});
