import { createHmac, randomBytes } from 'node:crypto';
import { hmacSha256 } from '../../src/submission/hmac';
import {
  newRootSecret,
  nonceOf,
  nullifierOf,
  ownerOf,
  parseRecoveryCode,
  recoveryCode,
} from '../../src/submission/owner';
import { CYCLE, sha256, words } from './fixtures';

const digest = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes);
const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const secret = Uint8Array.from({ length: 20 }, (_, index) => (index * 37 + 11) % 256);
const code = recoveryCode(secret);
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** RFC 4231, section 4; case 5 (a shortened tag) says nothing about the whole. */
const RFC_4231: readonly (readonly [key: string, message: string, tag: string])[] = [
  ['0b'.repeat(20), '4869205468657265', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  [
    '4a656665',
    '7768617420646f2079612077616e7420666f72206e6f7468696e673f',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  ['aa'.repeat(20), 'dd'.repeat(50), '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe'],
  [
    '0102030405060708090a0b0c0d0e0f10111213141516171819',
    'cd'.repeat(50),
    '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
  ],
  [
    'aa'.repeat(131),
    Buffer.from('Test Using Larger Than Block-Size Key - Hash Key First').toString('hex'),
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
  [
    'aa'.repeat(131),
    Buffer.from(
      'This is a test using a larger than block-size key and a larger than block-size data. ' +
        'The key needs to be hashed before being used by the HMAC algorithm.',
    ).toString('hex'),
    '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
  ],
];

describe('HMAC-SHA-256', () => {
  it.each(RFC_4231)('gives the tag of RFC 4231 for key %s', async (key, message, tag) => {
    expect(Buffer.from(await hmacSha256(hex(key), hex(message), digest)).toString('hex')).toBe(tag);
  });

  it('agrees with OpenSSL around the length of a block', async () => {
    for (const length of [0, 1, 63, 64, 65, 128]) {
      const [key, message] = [randomBytes(length), randomBytes(length + 3)];
      const expected = createHmac('sha256', key).update(message).digest();
      expect(Buffer.from(await hmacSha256(key, message, digest)).equals(expected)).toBe(true);
    }
  });
});

describe('a recovery code', () => {
  it('is nine groups of four and gives its secret back', () => {
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
    for (const bytes of [secret, new Uint8Array(20), new Uint8Array(20).fill(255)]) {
      expect(parseRecoveryCode(recoveryCode(bytes), words)).toEqual({ ok: true, value: bytes });
    }
  });

  it('is read without regard to case, spaces and kinds of hyphen, and to I, L and O', () => {
    const typed = ` ${code.toLowerCase().replaceAll('-', ' \u2013\u00a0')} \n`
      .replaceAll('0', 'o')
      .replaceAll('1', 'l');
    expect(parseRecoveryCode(typed, words)).toEqual({ ok: true, value: secret });
  });

  it('does not pass with any one character wrong', () => {
    const passed = Array.from(code).flatMap((right, at) =>
      right === '-'
        ? []
        : Array.from(ALPHABET)
            .filter((digit) => digit !== right)
            .map((digit) => code.slice(0, at) + digit + code.slice(at + 1))
            .filter((wrong) => parseRecoveryCode(wrong, words).ok),
    );
    expect(passed).toEqual([]);
  });

  it('does not pass with any two different characters exchanged', () => {
    const plain = Array.from(code.replaceAll('-', ''));
    const passed = plain.flatMap((first, i) =>
      plain.flatMap((second, j) => {
        if (j <= i || first === second) return [];
        const swapped = plain.map((digit, at) => (at === i ? second : at === j ? first : digit)).join('');
        return parseRecoveryCode(swapped, words).ok ? [swapped] : [];
      }),
    );
    expect(passed).toEqual([]);
  });

  it('says what is wrong with it', () => {
    expect(parseRecoveryCode('', words)).toMatchObject({ failure: { code: 'code-length' } });
    expect(parseRecoveryCode(code.slice(5), words)).toMatchObject({
      failure: { code: 'code-length', message: expect.stringContaining('32') as string },
    });
    expect(parseRecoveryCode(code.replace(/.$/, 'U'), words)).toMatchObject({
      failure: { code: 'code-character', message: expect.stringContaining('U') as string },
    });
    expect(parseRecoveryCode('0'.repeat(35) + '1', words)).toMatchObject({ failure: { code: 'code-wrong' } });
  });

  it('comes of a new secret of 20 bytes of the given chance', () => {
    expect(newRootSecret((count) => new Uint8Array(count).fill(7))).toEqual(new Uint8Array(20).fill(7));
  });
});

describe('what a row is owned by', () => {
  const label = (text: string) => createHmac('sha256', secret).update(text).digest();

  it('is derived from the secret and the cycle alone', async () => {
    const { nullifier, secret: update, owner } = await ownerOf(secret, CYCLE, digest);
    expect(nullifier).toBe(label(`nullifier|${CYCLE}`).toString('base64url'));
    expect(update).toBe(label(`update|${CYCLE}`).toString('base64url'));
    expect(owner).toBe(sha256(label(`update|${CYCLE}`)).toString('base64url'));
  });

  it('has nothing in common between cycles, and between token keys', async () => {
    const [here, there] = await Promise.all([
      ownerOf(secret, '2026', digest),
      ownerOf(secret, '2027', digest),
    ]);
    expect(
      new Set([here.nullifier, here.secret, here.owner, there.nullifier, there.secret, there.owner]).size,
    ).toBe(6);
    const nonces = await Promise.all(['one', 'two'].map((keyId) => nonceOf(secret, CYCLE, keyId, digest)));
    expect(Buffer.from(nonces[0] ?? []).equals(label(`nonce|${CYCLE}|one`))).toBe(true);
    expect(nonces[0]).not.toEqual(nonces[1]);
  });

  it('has the SHA-256 of the nonce as its key in mode blind', async () => {
    const nonce = await nonceOf(secret, CYCLE, 'one', digest);
    expect(await nullifierOf(nonce, digest)).toBe(sha256(nonce).toString('base64url'));
  });
});
