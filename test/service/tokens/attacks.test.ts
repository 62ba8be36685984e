import { blind, encodePss } from '../../../src/submission/blind-rsa';
import { integerOf, modInverse, modPow } from '../../../src/submission/modular';
import { nonceOf } from '../../../src/submission/owner';
import { rotateTokenKey, openTokenKey } from '../../../src/service/tokens/token-keys';
import { readToken, readTokenPublicKey } from '../../../src/submission/token';
import { startPurchase } from '../../../src/submission/token-purchase';
import type { TokenRecord } from '../../../src/submission/record';
import { CYCLE, words } from '../../submission/fixtures';
import {
  bought,
  digest,
  issuerWith,
  keyDirectory,
  newTokenKey,
  purchaseOf,
  random,
  requestBytes,
  sha384,
  tokenText,
  valueOf,
} from './fixtures';

const key = newTokenKey();
const issuer = issuerWith(key);
const bytesOf = (record: TokenRecord) => Buffer.from(tokenText(record), 'base64url');
const secretOf = (seed: number) => new Uint8Array(20).fill(seed);

describe('a token', () => {
  it('has one key however often it is used or bought, so that a store keeps one row of it', async () => {
    const [one, two] = [await bought(issuer), await bought(issuer)];
    expect(tokenText(one)).not.toBe(tokenText(two));
    const keys = [one, one, two].map((record) => issuer.redeem(tokenText(record)));
    expect(new Set(keys)).toEqual(new Set([one.nullifier]));
  });

  it('is worthless with any bit of any byte changed', async () => {
    const token = bytesOf(await bought(issuer));
    expect(token).toHaveLength(354);
    const taken = Array.from(token.keys()).filter((at) => {
      const changed = Buffer.from(token);
      changed.writeUInt8(token.readUInt8(at) ^ (1 << (at % 8)), at);
      return issuer.redeem(changed.toString('base64url')) !== null;
    });
    expect(taken).toEqual([]);
  });

  it('is worthless with another’s signature, with none, and with one as large as the modulus', async () => {
    const [mine, other] = [
      bytesOf(await bought(issuer)),
      bytesOf(await bought(issuer, { secret: secretOf(1) })),
    ];
    const modulus = Buffer.from(issuer.tokenKey.publicKey, 'base64url').subarray(81, 81 + 256);
    const signatures = [other.subarray(98), Buffer.alloc(256), Buffer.alloc(256, 255), modulus];
    for (const signature of signatures) {
      const forged = Buffer.concat([mine.subarray(0, 98), signature]);
      expect(issuer.redeem(forged.toString('base64url'))).toBeNull();
    }
  });

  it('is taken by the key that made it only, whatever id it names', async () => {
    const other = issuerWith(newTokenKey());
    const token = bytesOf(await bought(issuer));
    expect(other.redeem(token.toString('base64url'))).toBeNull();
    Buffer.from(other.tokenKey.id, 'base64url').copy(token, 66);
    expect(other.redeem(token.toString('base64url'))).toBeNull();
  });

  it.each([{ cycle: '2027' }, { rubric: 'other' }, { issuer: 'elsewhere' }])(
    'is not taken for anything else, even under the same key: %j',
    async (change) => {
      const text = tokenText(await bought(issuer));
      expect(issuerWith(key, change).redeem(text)).toBeNull();
      expect(issuerWith(key).redeem(text)).not.toBeNull();
    },
  );

  it('is not taken once its key was replaced', async () => {
    const directory = keyDirectory();
    const before = issuerWith(valueOf(openTokenKey(directory, CYCLE, words)));
    const text = tokenText(await bought(before));
    valueOf(rotateTokenKey(directory, CYCLE, { force: true }, words));
    const after = issuerWith(valueOf(openTokenKey(directory, CYCLE, words)));
    expect([before.redeem(text), after.redeem(text)]).toEqual([expect.any(String), null]);
  });

  it('has one spelling', async () => {
    const text = tokenText(await bought(issuer));
    expect(text).toHaveLength(472);
    const odd = [
      '',
      text.slice(0, -1),
      text.slice(0, -4),
      text.slice(4),
      `${text}=`,
      `${text}==`,
      `${text}AAAA`,
      `${text}\n`,
      ` ${text}`,
      `${text.slice(0, 8)}\u0000${text.slice(9)}`,
      `${text.slice(0, 8)}*${text.slice(9)}`,
      `${text.slice(0, 8)}%41${text.slice(9)}`,
      text.replace(/[-_]/, (sign) => (sign === '-' ? '+' : '/')),
      Buffer.from(text, 'base64url').toString('hex'),
      'é'.repeat(472),
    ];
    expect(odd.filter((spelling) => issuer.redeem(spelling) !== null)).toEqual([]);
  });
});

describe('a request', () => {
  it('is refused with another length, type or key, and where its number is not below the modulus', async () => {
    const request = requestBytes(valueOf(await startPurchase(purchaseOf(issuer.tokenKey))));
    const changed = (at: number, byte: number) => request.map((old, i) => (i === at ? byte : old));
    const modulus = Buffer.from(issuer.tokenKey.publicKey, 'base64url').subarray(81, 81 + 256);
    const refused = [
      Uint8Array.of(),
      request.slice(0, -1),
      request.slice(3),
      Uint8Array.of(...request, 0),
      changed(1, 1),
      changed(0, 1),
      changed(2, (request[2] ?? 0) ^ 1),
      Uint8Array.of(...request.slice(0, 3), ...modulus),
      Uint8Array.of(...request.slice(0, 3), ...new Uint8Array(256).fill(255)),
    ];
    expect(refused.map((bytes) => issuer.issue(bytes))).toEqual(refused.map(() => null));
    expect(issuer.issue(request)).toHaveLength(256);
  });

  it('of 0 or 1 is answered without harm: 0 or 1', () => {
    const id = Buffer.from(issuer.tokenKey.id, 'base64url').at(-1) ?? 0;
    for (const number of [0, 1]) {
      const request = Uint8Array.of(0, 2, id, ...new Uint8Array(255), number);
      expect(issuer.issue(request)).toEqual(Uint8Array.of(...new Uint8Array(255), number));
    }
  });
});

describe('what the issuer sees', () => {
  const publicKey = readTokenPublicKey(Buffer.from(issuer.tokenKey.publicKey, 'base64url'));
  if (publicKey === null) throw new Error('The key was not read');
  const { n } = publicKey;

  it('is another request each time, for one and the same token', async () => {
    const requests = await Promise.all(
      Array.from({ length: 20 }, async () =>
        Buffer.from(requestBytes(valueOf(await startPurchase(purchaseOf(issuer.tokenKey))))).toString('hex'),
      ),
    );
    expect(new Set(requests).size).toBe(20);
  });

  it('holds neither nonce, key of the row nor owner', async () => {
    const record = valueOf(await startPurchase(purchaseOf(issuer.tokenKey)));
    const nonce = await nonceOf(purchaseOf(issuer.tokenKey).secret, CYCLE, issuer.tokenKey.id, digest);
    const request = Buffer.from(requestBytes(record));
    const known = [nonce, record.nullifier, record.owner].map((value) =>
      typeof value === 'string' ? Buffer.from(value, 'base64url') : Buffer.from(value),
    );
    expect(known.filter((bytes) => request.includes(bytes.subarray(0, 4)))).toEqual([]);
  });

  /** RFC 9474, section 7.2: with the private key in hand, every pairing of requests and tokens looks as likely. */
  it('fits every token alike: for each request and each token there is a factor that leads from one to the other', async () => {
    const exponent = integerOf(Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url'));
    const salts = [random(48), random(48), random(48)];
    const tokens = await Promise.all(
      salts.map(async (salt, seed) => {
        const record = await bought(issuer, { secret: secretOf(seed), random: saltThenChance(salt) });
        const token = readToken(bytesOf(record));
        if (token === null) throw new Error('No token');
        return { ...token, salt };
      }),
    );
    const views = await Promise.all(
      Array.from({ length: 3 }, async (_, seed) => {
        const request = requestBytes(
          valueOf(await startPurchase(purchaseOf(issuer.tokenKey, { secret: secretOf(100 + seed) }))),
        );
        return { message: request.slice(3), response: issuer.issue(request) ?? Uint8Array.of() };
      }),
    );
    for (const { message, response } of views) {
      for (const { input, salt, signature } of tokens) {
        const encoded = integerOf(await encodePss(input, 2047, salt, sha384));
        const quotient = (integerOf(message) * (modInverse(encoded, n) ?? 0n)) % n;
        const factor = modPow(quotient, exponent, n);
        const blinded = await blind(publicKey, input, salt, factor, sha384);
        expect(blinded?.message).toEqual(message);
        expect((integerOf(response) * (blinded?.inverse ?? 0n)) % n).toBe(integerOf(signature));
      }
    }
  });
});

/** The first bytes asked for are these, the rest is chance. */
function saltThenChance(salt: Uint8Array): (count: number) => Uint8Array {
  const given = [salt];
  return (count) => given.pop() ?? random(count);
}
