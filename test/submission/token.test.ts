import { createHash, createPrivateKey } from 'node:crypto';
import { tokenIssuer } from '../../src/service/tokens/token-issuer';
import { blind, finalize } from '../../src/submission/blind-rsa';
import { joinBytes } from '../../src/submission/join-bytes';
import {
  readToken,
  readTokenPublicKey,
  readTokenRequest,
  tokenChallenge,
  tokenInput,
  tokenPublicKey,
  tokenRequest,
} from '../../src/submission/token';
import go from '../vectors/rfc9578-go.json';
import rust from '../vectors/rfc9578-rust.json';

const sha384 = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-384', bytes);
const sha256 = (bytes: Uint8Array) => Uint8Array.from(createHash('sha256').update(bytes).digest());
const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const toHex = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString('hex'));
const vectors = [
  ...go.map((vector, i) => [`Go ${i + 1}`, vector] as const),
  ...rust.map((vector, i) => [`Rust ${i + 1}`, vector] as const),
];
type Vector = (typeof go)[number];

function keyOf({ pkS }: Vector) {
  const key = readTokenPublicKey(hex(pkS));
  if (key === null) throw new Error('The key was not read');
  return { ...key, id: sha256(hex(pkS)) };
}

/** The fields of a TokenChallenge, taken apart by their lengths. */
function fieldsOf(challenge: Buffer) {
  const nameLength = challenge.readUInt16BE(2);
  const contextAt = 4 + nameLength;
  const contextLength = challenge.readUInt8(contextAt);
  const originAt = contextAt + 1 + contextLength;
  return {
    name: challenge.toString('ascii', 4, contextAt),
    context: Uint8Array.from(challenge.subarray(contextAt + 1, originAt)),
    origin: challenge.toString('ascii', originAt + 2),
  };
}

describe.each(vectors)('token type 2 as RFC 9578 was published with, %s', (_name, vector) => {
  const key = keyOf(vector);
  const challenge = hex(vector.token_challenge);
  const input = tokenInput(hex(vector.nonce), sha256(challenge), key.id);
  const factor = BigInt(`0x${vector.blind}`);
  const salt = hex(vector.salt);

  it('has this public key and this challenge', () => {
    const modulus = hex(key.n.toString(16));
    expect(toHex(tokenPublicKey(modulus))).toBe(vector.pkS);
    const { name, context, origin } = fieldsOf(Buffer.from(challenge));
    expect(toHex(tokenChallenge(name, context, origin))).toBe(vector.token_challenge);
  });

  it('has this request', async () => {
    const blinded = await blind(key, input, salt, factor, sha384);
    expect(toHex(tokenRequest(key.id, blinded?.message ?? Uint8Array.of()))).toBe(vector.token_request);
    expect(toHex(readTokenRequest(hex(vector.token_request), key.id))).toBe(vector.token_request.slice(6));
  });

  it('has this response', () => {
    const privateKey = createPrivateKey(Buffer.from(vector.skS, 'hex').toString());
    const issuer = tokenIssuer(privateKey, { cycle: '2026', rubric: 'jsp', issuer: 'any' });
    expect(toHex(issuer.issue(hex(vector.token_request)))).toBe(vector.token_response);
  });

  it('has this token', async () => {
    const blinded = await blind(key, input, salt, factor, sha384);
    const response = hex(vector.token_response);
    const signature = await finalize(key, input, salt, response, blinded?.inverse ?? 0n, sha384);
    expect(toHex(joinBytes(input, signature ?? Uint8Array.of()))).toBe(vector.token);
    expect(toHex(readToken(hex(vector.token))?.nonce ?? null)).toBe(vector.nonce);
  });
});

describe('a token key', () => {
  const [vector] = go as [Vector];
  const bytes = hex(vector.pkS);
  const changed = (at: number, byte: number) => bytes.map((old, i) => (i === at ? byte : old));
  const MODULUS_AT = 81;

  it('is read in the one form there is: any other byte around the modulus is refused', () => {
    expect(bytes.length).toBe(342);
    const around = Array.from(bytes.keys()).filter((at) => at < MODULUS_AT || at >= MODULUS_AT + 256);
    const read = around.filter((at) => readTokenPublicKey(changed(at, (bytes[at] ?? 0) ^ 1)) !== null);
    expect(read).toEqual([]);
  });

  it('has an odd modulus of 2,048 bits', () => {
    expect(readTokenPublicKey(changed(MODULUS_AT, 0x7f))).toBeNull();
    expect(readTokenPublicKey(changed(MODULUS_AT + 255, 0x10))).toBeNull();
    expect(readTokenPublicKey(changed(MODULUS_AT + 1, 0x10))).not.toBeNull();
  });

  it('is not read cut, lengthened or empty', () => {
    expect(readTokenPublicKey(bytes.slice(1))).toBeNull();
    expect(readTokenPublicKey(bytes.slice(0, -1))).toBeNull();
    expect(readTokenPublicKey(joinBytes(bytes, Uint8Array.of(0)))).toBeNull();
    expect(readTokenPublicKey(Uint8Array.of())).toBeNull();
  });
});
