import { createHash } from 'node:crypto';
import { tokenRecordSchema } from '../../../src/submission/record';
import { nonceOf, nullifierOf, ownerOf } from '../../../src/submission/owner';
import { finishPurchase, startPurchase } from '../../../src/submission/token-purchase';
import { CYCLE } from '../../submission/fixtures';
import {
  bought,
  digest,
  issuerWith,
  newTokenKey,
  purchaseOf,
  requestBytes,
  tokenText,
  valueOf,
} from './fixtures';

const issuer = issuerWith(newTokenKey());
const other = issuerWith(newTokenKey());
const secret = purchaseOf(issuer.tokenKey).secret;

describe('buying a token', () => {
  it('goes from a request to a header that the service takes', async () => {
    const record = await bought(issuer);
    expect(tokenRecordSchema.parse(record)).toEqual(record);
    expect(record.pending).toBeNull();
    expect(issuer.redeem(tokenText(record))).toBe(record.nullifier);
  });

  it('keeps a record that fits its schema before anything is asked', async () => {
    const record = valueOf(await startPurchase(purchaseOf(issuer.tokenKey)));
    expect(tokenRecordSchema.parse(record)).toEqual(record);
    expect(record.authorization).toBeNull();
    expect(requestBytes(record)).toHaveLength(259);
  });

  it('needs nothing but the recovery code to name the same row again', async () => {
    const record = await bought(issuer);
    const nonce = await nonceOf(secret, CYCLE, issuer.tokenKey.id, digest);
    expect(record.nullifier).toBe(await nullifierOf(nonce, digest));
    expect(record.owner).toBe((await ownerOf(secret, CYCLE, digest)).owner);
    expect((await bought(issuer)).nullifier).toBe(record.nullifier);
  });

  it('can be finished later, from the record alone, with the answer to the same request', async () => {
    const context = purchaseOf(issuer.tokenKey);
    const record = valueOf(await startPurchase(context));
    expect(issuer.issue(requestBytes(record))).toEqual(issuer.issue(requestBytes(record)));
    const stored = tokenRecordSchema.parse(JSON.parse(JSON.stringify(record)));
    const response = issuer.issue(requestBytes(stored)) ?? Uint8Array.of();
    const finished = valueOf(await finishPurchase(stored, response, context));
    expect(issuer.redeem(tokenText(finished))).toBe(record.nullifier);
    expect(await finishPurchase(finished, Uint8Array.of(), context)).toEqual({ ok: true, value: finished });
  });

  it('is refused where the answer is no signature of the shown key, and the record stays good', async () => {
    const context = purchaseOf(issuer.tokenKey);
    const record = valueOf(await startPurchase(context));
    const right = issuer.issue(requestBytes(record)) ?? Uint8Array.of();
    const otherKeys = Uint8Array.from(requestBytes(record));
    otherKeys[2] = Buffer.from(other.tokenKey.id, 'base64url').at(-1) ?? 0;
    otherKeys[3] = 0;
    const wrong = [
      right.map((byte, at) => (at === 200 ? byte ^ 1 : byte)),
      right.slice(0, -1),
      new Uint8Array(257),
      new Uint8Array(256),
      Uint8Array.of(),
      requestBytes(record).slice(3),
      other.issue(otherKeys) ?? Uint8Array.of(),
    ];
    for (const response of wrong) {
      expect(await finishPurchase(record, response, context)).toMatchObject({
        failure: { code: 'token-invalid' },
      });
    }
    expect(await finishPurchase(record, right, context)).toMatchObject({ ok: true });
  });
});

describe('a service that would know a user by its key', () => {
  const shown = issuer.tokenKey;
  const code = (text: string) => ({ ok: false, failure: { code: text } });
  const encoded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
  const idOf = (publicKey: string) =>
    createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('base64url');
  const rsa = Buffer.from(shown.publicKey, 'base64url');

  it('cannot show another key under the id that everybody pins', async () => {
    const tagged = { ...shown, publicKey: other.tokenKey.publicKey };
    expect(await startPurchase(purchaseOf(tagged))).toMatchObject(code('token-key-invalid'));
  });

  it.each([
    ['a byte more', encoded(Buffer.concat([rsa, Buffer.of(0)]))],
    ['a byte less', encoded(rsa.subarray(1))],
    ['another exponent', encoded(Buffer.concat([rsa.subarray(0, -1), Buffer.of(3)]))],
    ['a text that is no base64url', 'A'.repeat(455) + '='],
    ['a text of a length that base64url does not have', 'A'.repeat(457)],
    ['nothing', ''],
  ])('cannot show a key with %s', async (_name, publicKey) => {
    const tagged = { ...shown, publicKey, id: idOf(publicKey) };
    expect(await startPurchase(purchaseOf(tagged))).toMatchObject(code('token-key-invalid'));
  });

  it.each([
    ['issuer', issuerWith(newTokenKey(), { issuer: 'jsp-benchmark-7' })],
    ['cycle', issuerWith(newTokenKey(), { cycle: '2027' })],
    ['rubric', issuerWith(newTokenKey(), { rubric: 'other' })],
  ])('cannot show a challenge of another %s', async (_name, tagging) => {
    expect(await startPurchase(purchaseOf(tagging.tokenKey))).toMatchObject(code('token-key-invalid'));
  });

  it('may have another name where the build says so', async () => {
    const named = issuerWith(newTokenKey(), { issuer: 'benchmark.example' });
    const context = { issuer: 'benchmark.example' };
    expect(named.redeem(tokenText(await bought(named, context)))).not.toBeNull();
    expect(await startPurchase(purchaseOf(shown, context))).toMatchObject(code('token-key-invalid'));
  });

  it('cannot change its key between request and answer', async () => {
    const record = valueOf(await startPurchase(purchaseOf(shown)));
    const response = issuer.issue(requestBytes(record)) ?? Uint8Array.of();
    const changed = purchaseOf(other.tokenKey);
    expect(await finishPurchase(record, response, changed)).toMatchObject(code('token-key-changed'));
    const disguised = purchaseOf({ ...other.tokenKey, id: shown.id });
    expect(await finishPurchase(record, response, disguised)).toMatchObject(code('token-key-invalid'));
  });
});
