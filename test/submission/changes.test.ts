import { generateKeyPairSync, sign } from 'node:crypto';
import { benchmarkClient, type ClientOptions } from '../../src/submission/client';
import {
  ed25519Verifier,
  receiptBytes,
  verifyWithdrawal,
  withdrawalBytes,
} from '../../src/submission/receipt';
import type { Receipt, SubmissionRecord, Withdrawal } from '../../src/submission/record';
import { correcting } from '../../src/submission/settle';
import { canonicalJson } from '../../src/submission/canonical';
import { keyOf, recordOf, sha256, someRow, words } from './fixtures';

const ENDPOINT = 'https://benchmark.example/jsp';
const SECRET = keyOf('secret');
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const publicText = publicKey.export({ format: 'jwk' })['x'] as string;
const keyId = sha256(Buffer.from(publicText, 'base64url')).toString('base64url');
const tokenKey = {
  id: sha256(Buffer.from('token key')).toString('base64url'),
  publicKey: Buffer.from('token key').toString('base64url'),
  challenge: 'AAIA',
};
const cycle = {
  cycle: '2026',
  rubric: { id: 'jsp', versions: ['1.0.0'] },
  closes: '2026-12-31',
  mode: 'open',
  receiptKey: { id: keyId, publicKey: publicText },
};
const blindCycle = { ...cycle, mode: 'blind', tokenKey };

const fields = { nullifier: keyOf(1), cycle: '2026', keyId };
const signed = (bytes: Uint8Array) => sign(null, bytes, privateKey).toString('base64url');
function receiptOf(hash: string, revision: number, change: Partial<Receipt> = {}): Receipt {
  const unsigned = { schema: 'jsp-receipt/1', ...fields, rowHash: hash, revision, ...change } as const;
  return { ...unsigned, signature: signed(receiptBytes(unsigned)) };
}
function withdrawalOf(revision: number, change: Partial<Withdrawal> = {}): Withdrawal {
  const unsigned = { schema: 'jsp-withdrawal/1', ...fields, revision, ...change } as const;
  return { ...unsigned, signature: signed(withdrawalBytes(unsigned)) };
}

const first = recordOf(someRow(1), keyOf(1), ENDPOINT);
const taken: SubmissionRecord = { ...first, state: 'accepted', receipt: receiptOf(first.hash, 3) };
const bytes = canonicalJson(someRow(2));
const hash = sha256(bytes).toString('hex');
const drafted = correcting(taken, { bytes, hash, prepared: '2026-12-01' });

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const problem = (status: number, code: string): Response =>
  new Response(
    JSON.stringify({ type: `urn:jsp-benchmark:problem:${code}`, title: 'No', status, detail: 'Said here.' }),
    { status, headers: { 'content-type': 'application/problem+json' } },
  );

interface Call {
  readonly url: string;
  readonly init: RequestInit;
}

/** A client whose service answers GET with `shown` and everything else with `answer`. */
function clientOver(
  answer: (call: Call) => Response | Promise<Response>,
  { shown = cycle, ...change }: Partial<ClientOptions> & { shown?: object } = {},
) {
  const calls: Call[] = [];
  const client = benchmarkClient({
    endpoint: ENDPOINT,
    words,
    timeoutMs: 20_000,
    digest: (data) => crypto.subtle.digest('SHA-256', data),
    verify: ed25519Verifier(crypto.subtle),
    schedule: () => () => undefined,
    fetch: async (url, init) => {
      calls.push({ url, init });
      return url.endsWith('/v1/cycle') ? json(shown) : answer({ url, init });
    },
    ...change,
  });
  return { client, calls };
}

describe('a correction', () => {
  it('puts exactly its bytes in the place of the held revision, and shows the secret', async () => {
    const receipt = receiptOf(hash, 4);
    const { client, calls } = clientOver(() => json(receipt));
    expect(await client.correct(drafted, SECRET)).toEqual({ ok: true, value: receipt });
    expect(calls[0]).toMatchObject({
      url: `${ENDPOINT}/v1/submissions/${keyOf(1)}`,
      init: {
        method: 'PUT',
        body: bytes,
        headers: { 'Content-Type': 'application/json', 'If-Match': '"3"', 'Row-Secret': `"${SECRET}"` },
      },
    });
    expect(Object.keys(calls[0]!.init.headers!)).toHaveLength(3);
  });

  it('of a withdrawn row names the revision of the withdrawal; of one without a receipt, the first', async () => {
    const matched = async (record: SubmissionRecord) => {
      const { client, calls } = clientOver(() => problem(412, 'revision-stale'));
      await client.correct(record, SECRET);
      return (calls[0]!.init.headers as Record<string, string>)['If-Match'];
    };
    expect(await matched({ ...drafted, state: 'withdrawn', withdrawal: withdrawalOf(7) })).toBe('"7"');
    expect(await matched({ ...drafted, state: 'waiting', receipt: null })).toBe('"1"');
  });

  it.each([
    ['the bytes before', receiptOf(taken.hash, 4), 'receipt-mismatch'],
    ['another key', receiptOf(hash, 4, { nullifier: keyOf(9) }), 'receipt-mismatch'],
    ['an earlier revision', receiptOf(hash, 2), 'receipt-mismatch'],
    ['other fields than were signed', { ...receiptOf(hash, 4), revision: 5 }, 'signature-invalid'],
  ])('is not settled by a receipt for %s', async (_, receipt, code) => {
    const { client } = clientOver(() => json(receipt));
    expect(await client.correct(drafted, SECRET)).toMatchObject({ failure: { code } });
  });

  it('joins a second click, and is a bug where none was prepared', async () => {
    const { client, calls } = clientOver(() => json(receiptOf(hash, 4)));
    const [one, two] = await Promise.all([client.correct(drafted, SECRET), client.correct(drafted, SECRET)]);
    expect(one).toEqual(two);
    expect(calls.filter(({ init }) => init.method === 'PUT')).toHaveLength(1);
    await expect(client.correct(taken, SECRET)).rejects.toThrow('must be prepared');
  });

  it.each([
    [404, 'row-unknown'],
    [409, 'row-withdrawn'],
    [412, 'revision-stale'],
    [422, 'cycle-closed'],
    [403, 'code-unknown'],
    [409, 'code-spent'],
    [403, 'token-refused'],
  ])('names a refusal that a user can act on: %d %s', async (status, code) => {
    const { client } = clientOver(() => problem(status, code));
    const refused = await client.correct(drafted, SECRET);
    expect(refused).toMatchObject({
      failure: { code, message: expect.stringContaining('Said here.') as string },
    });
  });
});

describe('a withdrawal', () => {
  it('sends the secret and nothing else, and gives the signed answer', async () => {
    const withdrawal = withdrawalOf(4);
    const { client, calls } = clientOver(() => json(withdrawal));
    expect(await client.withdraw(taken, SECRET)).toEqual({ ok: true, value: withdrawal });
    const { method, headers, body } = calls[0]!.init;
    expect({ method, headers, body }).toEqual({
      method: 'DELETE',
      headers: { 'Row-Secret': `"${SECRET}"` },
      body: undefined,
    });
  });

  it.each([
    ['another row', withdrawalOf(4, { nullifier: keyOf(9) }), 'receipt-mismatch'],
    ['another cycle', withdrawalOf(4, { cycle: '2027' }), 'receipt-mismatch'],
    ['an earlier revision', withdrawalOf(2), 'receipt-mismatch'],
    ['a revision that was not signed', { ...withdrawalOf(4), revision: 5 }, 'signature-invalid'],
    ['a receipt', receiptOf(taken.hash, 4), 'not-understood'],
  ])('is not proved by %s', async (_, answer, code) => {
    const { client } = clientOver(() => json(answer));
    expect(await client.withdraw(taken, SECRET)).toMatchObject({ failure: { code } });
  });

  it('is told from a receipt by what is signed', async () => {
    const verify = ed25519Verifier(crypto.subtle);
    const withdrawal = withdrawalOf(4);
    expect(await verifyWithdrawal(withdrawal, publicText, verify)).toBe(true);
    expect(await verifyWithdrawal({ ...withdrawal, cycle: '2027' }, publicText, verify)).toBe(false);
  });
});

describe('a token', () => {
  const request = new Uint8Array(259).fill(3);
  const response = new Uint8Array(256).fill(4);
  const binary = (type: string) => new Response(response, { status: 200, headers: { 'content-type': type } });

  it('is bought by bytes with the member code beside them', async () => {
    const { client, calls } = clientOver(() => binary('application/private-token-response'));
    expect(await client.buyToken('AAAA-BBBB', request)).toEqual({ ok: true, value: response });
    expect(calls[0]).toMatchObject({
      url: `${ENDPOINT}/v1/tokens`,
      init: {
        method: 'POST',
        headers: {
          'Content-Type': 'application/private-token-request',
          Authorization: 'MemberCode code="AAAA-BBBB"',
        },
        credentials: 'omit',
      },
    });
    expect([...(calls[0]!.init.body as Uint8Array)]).toEqual([...request]);
  });

  it.each([
    ['JSON', () => json({ token: 'AA' }), 'not-understood'],
    ['a page', () => binary('text/html'), 'not-the-service'],
    ['bytes of another type', () => binary('application/octet-stream'), 'not-the-service'],
    ['a spent code', () => problem(409, 'code-spent'), 'code-spent'],
    ['a connection that breaks', () => Promise.reject(new TypeError('terminated')), 'offline'],
  ])('is not there after %s', async (_, answer, code) => {
    const { client } = clientOver(answer);
    expect(await client.buyToken('AAAA-BBBB', request)).toMatchObject({ failure: { code } });
  });
});

describe('pinned keys', () => {
  const pinned = (receiptKey: string | null, key: string | null) => ({
    pins: { receiptKey, tokenKey: key },
  });
  const everything = [
    (client: ReturnType<typeof clientOver>['client']) => client.submit(first),
    (client: ReturnType<typeof clientOver>['client']) => client.correct(drafted, SECRET),
    (client: ReturnType<typeof clientOver>['client']) => client.withdraw(taken, SECRET),
    (client: ReturnType<typeof clientOver>['client']) => client.buyToken('AAAA', new Uint8Array(259)),
    (client: ReturnType<typeof clientOver>['client']) => client.cycle(),
  ];

  it.each([
    ['another receipt key', pinned(keyOf(9), null), cycle],
    ['another token key', pinned(null, keyOf(9)), blindCycle],
    ['no token key where one is pinned', pinned(keyId, tokenKey.id), cycle],
  ])('stop everything before it is sent where the service shows %s', async (_, pins, shown) => {
    for (const run of everything) {
      const { client, calls } = clientOver(() => json({}), { ...pins, shown });
      expect(await run(client)).toMatchObject({ failure: { code: 'key-not-pinned' } });
      expect(calls.map(({ url, init }) => `${init.method} ${url}`)).toEqual([`GET ${ENDPOINT}/v1/cycle`]);
    }
  });

  it('let everything pass where the service shows them', async () => {
    const { client } = clientOver(() => json(withdrawalOf(4)), {
      ...pinned(keyId, tokenKey.id),
      shown: blindCycle,
    });
    expect((await client.withdraw(taken, SECRET)).ok).toBe(true);
  });

  it.each([
    ['a token key that is not what its id says', { ...blindCycle, tokenKey: { ...tokenKey, id: keyOf(9) } }],
    ['a token key without its mode', { ...cycle, tokenKey }],
    ['the mode without a token key', { ...cycle, mode: 'blind' }],
  ])('%s is no answer', async (_, shown) => {
    const { client } = clientOver(() => json({}), { shown });
    expect(await client.cycle()).toMatchObject({ failure: { code: 'not-understood' } });
  });
});
