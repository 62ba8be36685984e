import { createPublicKey, type KeyObject } from 'node:crypto';
import { AuthorizationHeader, publicVerif, Token, TokenChallenge } from '@cloudflare/privacypass-ts';
import { DEFAULT_ISSUER } from '../../../src/submission/token';
import { finishPurchase, startPurchase } from '../../../src/submission/token-purchase';
import { sha256 } from '../../submission/fixtures';
import { issuerWith, newTokenKey, purchaseOf, requestBytes, valueOf } from './fixtures';

const { BLIND_RSA, BlindRSAMode, Client, getPublicKeyBytes, Issuer, Origin, TokenRequest } = publicVerif;

const ALGORITHM = { name: 'RSA-PSS', hash: 'SHA-384' };
const importPublic = (key: KeyObject) =>
  crypto.subtle.importKey('jwk', createPublicKey(key).export({ format: 'jwk' }), ALGORITHM, true, ['verify']);
const importPrivate = (key: KeyObject) =>
  crypto.subtle.importKey('jwk', key.export({ format: 'jwk' }), ALGORITHM, true, ['sign']);
const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'));

const key = newTokenKey();
const ours = issuerWith(key);
const theirs = new Origin(BlindRSAMode.PSS, [DEFAULT_ISSUER]);

describe('another implementation of Privacy Pass', () => {
  it('makes the same public key and challenge of the same parts', async () => {
    expect(bytesOf(ours.tokenKey.publicKey)).toEqual(
      Uint8Array.from(await getPublicKeyBytes(await importPublic(key))),
    );
    const challenge = theirs.createTokenChallenge(DEFAULT_ISSUER, Uint8Array.from(sha256('2026|jsp')));
    expect(bytesOf(ours.tokenKey.challenge)).toEqual(Uint8Array.from(challenge.serialize()));
  });

  it('buys a token from our issuer, which our issuer takes', async () => {
    const client = new Client(BlindRSAMode.PSS);
    const challenge = TokenChallenge.deserialize(bytesOf(ours.tokenKey.challenge));
    const request = await client.createTokenRequest(challenge, bytesOf(ours.tokenKey.publicKey));
    const response = ours.issue(Uint8Array.from(request.serialize()));
    const token = await client.finalize(client.deserializeTokenResponse(response ?? Uint8Array.of()));
    expect(await theirs.verify(token, await importPublic(key))).toBe(true);
    const [, text = ''] = /token="([^"]+)"/.exec(new AuthorizationHeader(token).toString(true)) ?? [];
    expect(ours.redeem(text)).toBe(sha256(token.authInput.nonce).toString('base64url'));
  });

  it('sells a token to our client, and its origin takes it', async () => {
    const [publicKey, privateKey] = await Promise.all([importPublic(key), importPrivate(key)]);
    const issuer = new Issuer(BlindRSAMode.PSS, DEFAULT_ISSUER, privateKey, publicKey);
    const context = purchaseOf(ours.tokenKey);
    const record = valueOf(await startPurchase(context));
    const request = TokenRequest.deserialize(BLIND_RSA, requestBytes(record));
    const response = Uint8Array.from((await issuer.issue(request)).serialize());
    expect(response).toEqual(ours.issue(requestBytes(record)));

    const finished = valueOf(await finishPurchase(record, response, context));
    const [header] = AuthorizationHeader.parse(BLIND_RSA, finished.authorization ?? '');
    if (header === undefined) throw new Error('The header was not read');
    expect(await theirs.verify(header.token, publicKey)).toBe(true);
    expect(sha256(header.token.authInput.nonce).toString('base64url')).toBe(record.nullifier);
    expect(Token.deserialize(BLIND_RSA, header.token.serialize()).authenticator).toHaveLength(256);
  });
});
