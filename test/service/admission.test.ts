import type { FastifyInstance } from 'fastify';
import { openTokenKey, rotateTokenKey } from '../../src/service/tokens/token-keys';
import {
  cycleSchema,
  keysSchema,
  TOKEN_REQUEST_TYPE,
  TOKEN_RESPONSE_TYPE,
} from '../../src/submission/protocol';
import type { TokenRecord } from '../../src/submission/record';
import { CYCLE, keyOf, someRow, words } from '../submission/fixtures';
import { freshDirectory, openedService, postRow, problemCode, storedRows } from './fixtures';
import { admitted, asOperator, boughtToken, memberCode, sendTokenRequest, startedPurchase } from './members';
import { bought, issuerWith, newTokenKey, valueOf } from './tokens/fixtures';

const codesLeft = (dataDir: string) => asOperator(dataDir, (store) => store.codes(CYCLE));
const postAs = (service: FastifyInstance, authorization: string, seed: number, key: string) =>
  postRow(service, someRow(seed), key, { authorization });

describe('in mode open', () => {
  it('nobody is asked, and there are no tokens to buy', async () => {
    const service = await openedService();
    expect((await postRow(service, someRow(1), keyOf(1))).statusCode).toBe(201);
    const bare = await sendTokenRequest(service, 'MemberCode code="x"', new Uint8Array(259));
    expect([bare.statusCode, problemCode(bare)]).toEqual([404, 'no-tokens']);
    const directory = await service.inject('/.well-known/private-token-issuer-directory');
    expect([directory.statusCode, problemCode(directory)]).toEqual([404, 'no-tokens']);
  });
});

describe('in mode code', () => {
  const dataDir = freshDirectory();
  let service: FastifyInstance;
  beforeAll(async () => {
    service = await openedService({ dataDir, mode: 'code' });
  });

  it('a code admits one row, whatever the case and hyphens it is written with', async () => {
    await admitted(dataDir, ['Ada']);
    const { code } = memberCode('Ada');
    const spelled = `membercode code="${code.toLowerCase().replaceAll('-', ' ')}"`;
    expect((await postAs(service, spelled, 1, keyOf('Ada'))).statusCode).toBe(201);
    const second = await postAs(service, spelled, 2, keyOf('Ada again'));
    expect([second.statusCode, problemCode(second)]).toEqual([409, 'code-spent']);
  });

  it('the same row again gets its receipt with the same code, with another and with none', async () => {
    const [own = '', other = ''] = await admitted(dataDir, ['Bea', 'Cid']);
    const first = await postAs(service, own, 3, keyOf('Bea'));
    expect(first.statusCode).toBe(201);
    for (const headers of [{ authorization: own }, { authorization: other }, {}]) {
      const again = await postRow(service, someRow(3), keyOf('Bea'), headers);
      expect([again.statusCode, again.body]).toEqual([200, first.body]);
    }
    expect((await postAs(service, other, 4, keyOf('Cid'))).statusCode).toBe(201);
  });

  it('a code spent by 50 rows at once admits exactly one', async () => {
    const [code = ''] = await admitted(dataDir, ['Dan']);
    const before = storedRows(dataDir).length;
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => postAs(service, code, 200 + i, keyOf(`Dan ${i}`))),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, ...Array<number>(49).fill(409)]);
    expect(storedRows(dataDir)).toHaveLength(before + 1);
  });

  it.each([
    ['no header', undefined],
    ['another scheme', 'Bearer abc'],
    ['no quotes', 'MemberCode code=0123'],
    ['too short a code', 'MemberCode code="0123-4567"'],
    ['letters that no code has', `MemberCode code="${'U'.repeat(26)}"`],
    ['a blind token', `PrivateToken token="${'A'.repeat(472)}"`],
  ])('%s is told that a member code is needed: 401', async (_, authorization) => {
    const response = await postRow(
      service,
      someRow(5),
      keyOf('none'),
      authorization === undefined ? {} : { authorization },
    );
    expect([response.statusCode, problemCode(response)]).toEqual([401, 'code-missing']);
    expect(response.headers['www-authenticate']).toBe('MemberCode');
  });

  it('a code that nobody made is refused: 403', async () => {
    const response = await postAs(service, `MemberCode code="${memberCode('Eve').code}"`, 5, keyOf('Eve'));
    expect([response.statusCode, problemCode(response)]).toEqual([403, 'code-unknown']);
  });

  it('a row that is refused costs no code', async () => {
    const [code = ''] = await admitted(dataDir, ['Fay']);
    const lie = { ...someRow(6), overall: { ...someRow(6).overall, composite: 500 } };
    expect((await postRow(service, lie, keyOf('Fay'), { authorization: code })).statusCode).toBe(422);
    expect((await postAs(service, code, 6, keyOf('Fay'))).statusCode).toBe(201);
  });

  it("another's row sent again under a new key needs a code of its own", async () => {
    const [code = ''] = await admitted(dataDir, ['Gus']);
    await postAs(service, code, 7, keyOf('Gus'));
    const replays = [
      await postAs(service, code, 7, keyOf('thief')),
      await postRow(service, someRow(7), keyOf('thief')),
    ];
    expect(replays.map(problemCode)).toEqual(['code-spent', 'code-missing']);
    expect(storedRows(dataDir).map(({ nullifier }) => nullifier)).not.toContain(keyOf('thief'));
  });
});

describe('in mode blind', () => {
  const dataDir = freshDirectory();
  let service: FastifyInstance;
  beforeAll(async () => {
    service = await openedService({ dataDir, mode: 'blind' });
  });

  async function tokenFor(name: string): Promise<TokenRecord & { authorization: string }> {
    const [code = ''] = await admitted(dataDir, [name]);
    const token = await boughtToken(service, code, name);
    return { ...token, authorization: token.authorization ?? '' };
  }

  it('shows one key, pinned by its hash, wherever keys are shown', async () => {
    const { mode, tokenKey } = cycleSchema.parse((await service.inject('/v1/cycle')).json());
    expect(mode).toBe('blind');
    const { token } = keysSchema.parse((await service.inject('/v1/keys')).json());
    expect(token).toEqual([{ id: tokenKey?.id, publicKey: tokenKey?.publicKey, cycle: CYCLE }]);
    const directory = await service.inject('/.well-known/private-token-issuer-directory');
    expect(directory.headers['content-type']).toBe('application/private-token-issuer-directory');
    expect(directory.json()).toEqual({
      'issuer-request-uri': '/v1/tokens',
      'token-keys': [{ 'token-type': 2, 'token-key': tokenKey?.publicKey }],
    });
  });

  it('a code buys a token, and the token admits a row, once', async () => {
    const { authorization, nullifier } = await tokenFor('Ada');
    expect((await postAs(service, authorization, 1, nullifier)).statusCode).toBe(201);
    const other = await postAs(service, authorization, 2, nullifier);
    expect([other.statusCode, problemCode(other)]).toEqual([409, 'key-taken']);
    expect((await postAs(service, authorization, 1, nullifier)).statusCode).toBe(200);
  });

  it('a token spent on 50 different rows at once admits exactly one', async () => {
    const { authorization, nullifier } = await tokenFor('Bea');
    const before = storedRows(dataDir).length;
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => postAs(service, authorization, 300 + i, nullifier)),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, ...Array<number>(49).fill(409)]);
    expect(storedRows(dataDir)).toHaveLength(before + 1);
  });

  it('a token admits no row under another key, and is not spent by the try', async () => {
    const { authorization, nullifier } = await tokenFor('Cid');
    const response = await postAs(service, authorization, 3, keyOf('other'));
    expect([response.statusCode, problemCode(response)]).toEqual([422, 'other-key']);
    expect((await postAs(service, authorization, 3, nullifier)).statusCode).toBe(201);
  });

  it('a token of another key, cycle, rubric or issuer is refused: 403', async () => {
    const own = valueOf(openTokenKey(dataDir, CYCLE, words));
    const tokens = await Promise.all([
      bought(issuerWith(newTokenKey())),
      bought(issuerWith(own, { cycle: '2027' }), { cycle: '2027' }),
      bought(issuerWith(own, { rubric: 'other' }), { rubric: 'other' }),
      bought(issuerWith(own, { issuer: 'elsewhere' }), { issuer: 'elsewhere' }),
    ]);
    for (const { authorization, nullifier } of tokens) {
      const response = await postAs(service, authorization ?? '', 4, nullifier);
      expect([response.statusCode, problemCode(response)]).toEqual([403, 'token-refused']);
    }
  });

  it('a row without a token is told how to get one: 401 with the challenge', async () => {
    const [code = ''] = await admitted(dataDir, ['Dan']);
    for (const headers of [{}, { authorization: code }]) {
      const response = await postRow(service, someRow(5), keyOf('none'), headers);
      expect([response.statusCode, problemCode(response)]).toEqual([401, 'token-missing']);
      const { tokenKey } = cycleSchema.parse((await service.inject('/v1/cycle')).json());
      const offered = /^PrivateToken challenge="([^"]+)", token-key="([^"]+)"$/.exec(
        String(response.headers['www-authenticate']),
      );
      const decoded = offered?.slice(1).map((text) => Buffer.from(text, 'base64url').toString('base64url'));
      expect(decoded).toEqual([tokenKey?.challenge, tokenKey?.publicKey]);
      expect(offered?.slice(1).map((text) => text.length % 4)).toEqual([0, 0]);
    }
  });

  it('what is stored of a row and of a code has nothing in common', async () => {
    const [code = ''] = await admitted(dataDir, ['Eve']);
    const { request, finish } = await startedPurchase(service, 'Eve');
    const response = await sendTokenRequest(service, code, request);
    const { authorization, nullifier } = await finish(response.rawPayload);
    await postAs(service, authorization ?? '', 6, nullifier);
    const row = JSON.stringify(storedRows(dataDir).find((one) => one['nullifier'] === nullifier));
    const { hash, code: text } = memberCode('Eve');
    for (const trace of [hash, text, Buffer.from(request).toString('base64url').slice(4, 40)]) {
      expect(row).not.toContain(trace);
    }
  });
});

describe('buying a token', () => {
  const dataDir = freshDirectory();
  let service: FastifyInstance;
  beforeAll(async () => {
    service = await openedService({ dataDir, mode: 'blind' });
  });

  it('again with the same code and request gives the same answer; with another request, nothing', async () => {
    const [code = ''] = await admitted(dataDir, ['Ada']);
    const { request } = await startedPurchase(service, 'Ada');
    const first = await sendTokenRequest(service, code, request);
    expect(first.headers['content-type']).toBe(TOKEN_RESPONSE_TYPE);
    expect(first.rawPayload).toHaveLength(256);
    const again = await sendTokenRequest(service, code, request);
    expect(again.rawPayload.equals(first.rawPayload)).toBe(true);
    const other = await sendTokenRequest(service, code, (await startedPurchase(service, 'Ada')).request);
    expect([other.statusCode, problemCode(other)]).toEqual([409, 'code-spent']);
  });

  it('50 times at once with one code gives one token', async () => {
    const [code = ''] = await admitted(dataDir, ['Bea']);
    const purchases = await Promise.all(
      Array.from({ length: 50 }, (_, i) => startedPurchase(service, `Bea ${i}`)),
    );
    const answers = await Promise.all(
      purchases.map(({ request }) => sendTokenRequest(service, code, request)),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array<number>(49).fill(409)]);
  });

  it('is refused by name for a code that is missing or unknown', async () => {
    const { request } = await startedPurchase(service, 'Cid');
    const missing = await sendTokenRequest(service, 'Bearer x', request);
    expect([missing.statusCode, problemCode(missing)]).toEqual([401, 'code-missing']);
    const unknown = await sendTokenRequest(service, `MemberCode code="${memberCode('Cid').code}"`, request);
    expect([unknown.statusCode, problemCode(unknown)]).toEqual([403, 'code-unknown']);
  });

  it('costs no code where the request cannot be signed: 422', async () => {
    const [code = ''] = await admitted(dataDir, ['Dan']);
    const { request } = await startedPurchase(service, 'Dan');
    const changed = (at: number, value: number) => Uint8Array.from(request).fill(value, at, at + 1);
    const bad = [
      request.slice(0, 258),
      new Uint8Array(0),
      new Uint8Array(259),
      changed(1, 1),
      changed(2, (request[2] ?? 0) ^ 1),
      Uint8Array.from(request).fill(255, 3),
    ];
    const before = await codesLeft(dataDir);
    for (const bytes of bad) {
      const response = await sendTokenRequest(service, code, bytes);
      expect([response.statusCode, problemCode(response)]).toEqual([422, 'bad-token-request']);
    }
    expect(await codesLeft(dataDir)).toEqual(before);
    expect((await sendTokenRequest(service, code, request)).statusCode).toBe(200);
  });

  it('takes 259 bytes and not one more, of its own type and no other', async () => {
    const [code = ''] = await admitted(dataDir, ['Eve']);
    const large = await sendTokenRequest(service, code, new Uint8Array(260));
    expect([large.statusCode, problemCode(large)]).toEqual([413, 'too-large']);
    for (const type of ['application/json', 'application/octet-stream', 'text/plain']) {
      const response = await service.inject({
        method: 'POST',
        url: '/v1/tokens',
        headers: { 'content-type': type, authorization: code },
        payload: '{}',
      });
      expect([response.statusCode, problemCode(response)]).toEqual([415, 'wrong-type']);
    }
    const row = await postRow(service, someRow(1), keyOf(1), { 'content-type': TOKEN_REQUEST_TYPE });
    expect([row.statusCode, problemCode(row)]).toEqual([415, 'wrong-type']);
  });

  it('with a key that was changed since is refused, and so is the token of the former key', async () => {
    const directory = freshDirectory();
    const first = await openedService({ dataDir: directory, mode: 'blind' });
    const [one = '', two = ''] = await admitted(directory, ['Fay', 'Gus']);
    const { authorization, nullifier } = await boughtToken(first, one, 'Fay');
    const { request } = await startedPurchase(first, 'Gus');
    await first.close();
    // A request names its key by one byte only: by chance a new key has the same.
    for (let current = request.at(2); current === request.at(2);) {
      const changed = valueOf(rotateTokenKey(directory, CYCLE, { force: true }, words));
      current = Buffer.from(changed.current, 'base64url').at(-1);
    }
    const second = await openedService({ dataDir: directory, mode: 'blind' });
    const token = await postRow(second, someRow(1), nullifier, { authorization: authorization ?? '' });
    expect([token.statusCode, problemCode(token)]).toEqual([403, 'token-refused']);
    const response = await sendTokenRequest(second, two, request);
    expect([response.statusCode, problemCode(response)]).toEqual([422, 'bad-token-request']);
    expect(await codesLeft(directory)).toEqual({ made: 2, spent: 1 });
  });
});
