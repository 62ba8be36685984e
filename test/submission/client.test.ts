import { generateKeyPairSync, sign } from 'node:crypto';
import { benchmarkClient, type ClientOptions } from '../../src/submission/client';
import { ed25519Verifier, receiptBytes, type UnsignedReceipt } from '../../src/submission/receipt';
import type { Receipt } from '../../src/submission/record';
import { keyOf, recordOf, sha256, someRow, words } from './fixtures';

const ENDPOINT = 'https://benchmark.example/jsp';
const record = recordOf(someRow(1), keyOf(1), ENDPOINT);

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const publicText = publicKey.export({ format: 'jwk' })['x'] as string;
const keyId = sha256(Buffer.from(publicText, 'base64url')).toString('base64url');
const cycle = {
  cycle: '2026',
  rubric: { id: 'jsp', versions: ['1.0.0'] },
  closes: '2026-12-31',
  mode: 'open',
  receiptKey: { id: keyId, publicKey: publicText },
};

function receiptFor(change: Partial<UnsignedReceipt> = {}): Receipt {
  const fields: UnsignedReceipt = {
    schema: 'jsp-receipt/1',
    nullifier: record.nullifier,
    revision: 1,
    cycle: record.cycle,
    rowHash: record.hash,
    keyId,
    ...change,
  };
  return { ...fields, signature: sign(null, receiptBytes(fields), privateKey).toString('base64url') };
}

const json = (body: unknown, status = 200, type = 'application/json'): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
const problem = (status: number, detail: string): Response =>
  json({ type: 'urn:x', title: 'No', status, detail }, status, 'application/problem+json; charset=utf-8');

interface Call {
  readonly url: string;
  readonly init: RequestInit;
}

/** A client over answers by path; `calls` is what was asked. */
function clientOver(
  answer: (call: Call) => Promise<Response> | Response,
  change: Partial<ClientOptions> = {},
) {
  const calls: Call[] = [];
  const timers: (() => void)[] = [];
  const client = benchmarkClient({
    endpoint: ENDPOINT,
    words,
    digest: async (bytes) => crypto.subtle.digest('SHA-256', bytes),
    timeoutMs: 20_000,
    schedule: (run) => {
      timers.push(run);
      return () => timers.splice(timers.indexOf(run), 1);
    },
    fetch: async (url, init) => {
      calls.push({ url, init });
      return answer({ url, init });
    },
    ...change,
  });
  return { client, calls, timers };
}

const outcome = async (answer: Parameters<typeof clientOver>[0], change?: Partial<ClientOptions>) => {
  const result = await clientOver(answer, change).client.submit(record);
  return result.ok ? 'receipt' : result.failure.code;
};
const messageOf = async (answer: Parameters<typeof clientOver>[0]) => {
  const result = await clientOver(answer).client.submit(record);
  return result.ok ? '' : result.failure.message;
};

describe('sending a row', () => {
  it('sends exactly the bytes, the two headers and nothing that says who asks', async () => {
    const { client, calls, timers } = clientOver(() => json(receiptFor(), 201));
    expect(await client.submit(record)).toEqual({ ok: true, value: receiptFor() });
    expect(calls).toHaveLength(1);
    const { url, init } = calls[0]!;
    expect(url).toBe(`${ENDPOINT}/v1/submissions`);
    expect({ ...init, signal: null }).toEqual({
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${record.nullifier}"` },
      body: record.bytes,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      signal: null,
    });
    expect(timers).toEqual([]);
  });

  it('takes 200 for the same row sent again', async () => {
    expect(await outcome(() => json(receiptFor(), 200))).toBe('receipt');
  });

  it('joins a second click to the try under way, and tries anew after it', async () => {
    const answers: ((response: Response) => void)[] = [];
    const { client, calls } = clientOver(() => new Promise((resolve) => answers.push(resolve)));
    const first = client.submit(record);
    const second = client.submit(record);
    await Promise.resolve();
    answers[0]!(problem(503, 'busy'));
    expect(await first).toEqual(await second);
    expect(calls).toHaveLength(1);
    const third = client.submit(record);
    await Promise.resolve();
    answers[1]!(json(receiptFor(), 201));
    expect((await third).ok).toBe(true);
  });
});

describe('what can go wrong is said in words', () => {
  const cases: [string, string, () => Promise<Response> | Response][] = [
    ['no network', 'offline', () => Promise.reject(new TypeError('fetch failed'))],
    [
      'a sign-in page of the network',
      'not-the-service',
      () => new Response('<html>Sign in', { headers: { 'content-type': 'text/html' } }),
    ],
    [
      'a page that says it is JSON',
      'not-the-service',
      () => new Response('<html>', { headers: { 'content-type': 'application/json' } }),
    ],
    ['no content type', 'not-the-service', () => new Response(null, { status: 200 })],
    [
      'a redirect',
      'not-the-service',
      () => new Response(null, { status: 307, headers: { location: 'https://portal.example' } }),
    ],
    ['a redirect as a browser shows it', 'not-the-service', () => opaqueRedirect()],
    [
      "a gateway's page",
      'service-failed',
      () => new Response('<html>Bad gateway', { status: 502, headers: { 'content-type': 'text/html' } }),
    ],
    ['a failing service', 'service-failed', () => problem(500, 'The service failed.')],
    ['a refusal', 'refused', () => problem(422, '/cycle: the open cycle is 2027')],
    ['another row under the key', 'conflict', () => problem(409, 'The first row stands.')],
    ['a refusal without words', 'not-understood', () => json({ no: 'detail' }, 400)],
    ['another status', 'not-understood', () => json({}, 202)],
    ['no receipt', 'not-understood', () => json({ accepted: true }, 201)],
    ['a receipt with a field too many', 'not-understood', () => json({ ...receiptFor(), note: 'x' }, 201)],
    [
      'a receipt for another hash',
      'receipt-mismatch',
      () => json(receiptFor({ rowHash: '0'.repeat(64) }), 201),
    ],
    ['a receipt for another key', 'receipt-mismatch', () => json(receiptFor({ nullifier: keyOf(9) }), 201)],
    ['a receipt for another cycle', 'receipt-mismatch', () => json(receiptFor({ cycle: '2027' }), 201)],
    ['a body that breaks off', 'offline', () => brokenBody()],
  ];
  it.each(cases)('%s: %s', async (_, code, answer) => {
    expect(await outcome(answer)).toBe(code);
    expect((await messageOf(answer)).length).toBeGreaterThan(20);
  });

  it("repeats the service's own words, cut where they run on", async () => {
    expect(await messageOf(() => problem(422, '/cycle: the open cycle is 2027'))).toContain(
      'the open cycle is 2027',
    );
    expect((await messageOf(() => problem(422, 'x'.repeat(9_000)))).length).toBeLessThan(700);
  });

  it('a service that never answers: timeout, and the request is given up', async () => {
    const { client, calls, timers } = clientOver(() => new Promise<Response>(() => undefined));
    const result = client.submit(record);
    await Promise.resolve();
    expect(timers).toHaveLength(1);
    timers[0]!();
    expect(await result).toMatchObject({
      failure: { code: 'timeout', message: expect.stringContaining('20 seconds') as string },
    });
    expect(calls[0]?.init.signal?.aborted).toBe(true);
  });
});

describe('a signature', () => {
  const verify = ed25519Verifier(crypto.subtle);
  const answering =
    (receipt: Receipt, shown: object = cycle) =>
    (call: Call) =>
      call.url.endsWith('/v1/cycle') ? json(shown) : json(receipt, 201);

  it('that the shown key made is accepted', async () => {
    expect(await outcome(answering(receiptFor()), { verify })).toBe('receipt');
  });

  it('over other fields, or under another key, is refused', async () => {
    expect(await outcome(answering({ ...receiptFor(), revision: 2 }), { verify })).toBe('signature-invalid');
    const stranger = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })['x'] as string;
    const id = sha256(Buffer.from(stranger, 'base64url')).toString('base64url');
    const other = { ...cycle, receiptKey: { id, publicKey: stranger } };
    expect(await outcome(answering(receiptFor(), other), { verify })).toBe('signature-invalid');
  });

  it('under a key that is not what its id says is not taken for an answer', async () => {
    const mislabelled = { ...cycle, receiptKey: { id: keyOf(5), publicKey: publicText } };
    expect(await outcome(answering(receiptFor(), mislabelled), { verify })).toBe('not-understood');
  });

  it('that cannot be checked now leaves the row waiting', async () => {
    const answer = (call: Call) => {
      if (call.url.endsWith('/v1/cycle')) throw new TypeError('fetch failed');
      return json(receiptFor(), 201);
    };
    expect(await outcome(answer, { verify })).toBe('offline');
  });

  it('that this machine cannot check at all is kept for later', async () => {
    expect(await outcome(answering(receiptFor()), { verify: async () => 'unsupported' })).toBe('receipt');
    const old = { importKey: () => Promise.reject(new DOMException('no', 'NotSupportedError')) };
    const check = ed25519Verifier(old as unknown as SubtleCrypto);
    expect(await check(new Uint8Array(32), new Uint8Array(64), new Uint8Array(1))).toBe('unsupported');
  });
});

describe('reading from the service', () => {
  it('leaves out fields of the cycle that a later service adds', async () => {
    const { client, calls } = clientOver(() => json({ ...cycle, tokenKeys: ['later'] }));
    expect(await client.cycle()).toEqual({ ok: true, value: cycle });
    expect(calls[0]?.init).toMatchObject({
      method: 'GET',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    expect(calls[0]?.init.headers).toBeUndefined();
  });

  it('gives releases, and refuses what is none', async () => {
    const summary = { id: 'mdic-2022', title: 'MDIC', kind: 'published', cycle: '2022' };
    const listed = clientOver(() => json({ releases: [summary] }));
    expect(await listed.client.releases()).toEqual({ ok: true, value: [summary] });
    const strange = clientOver(() => json({ schema: 'jsp-benchmark/9' }));
    expect(await strange.client.release('a b/c')).toMatchObject({ failure: { code: 'not-understood' } });
    expect(strange.calls[0]?.url).toBe(`${ENDPOINT}/v1/releases/a%20b%2Fc`);
  });

  it("says in the service's words that a release is not there", async () => {
    const { client } = clientOver(() => problem(404, 'There is no release with this id.'));
    expect(await client.release('none')).toMatchObject({
      failure: { code: 'refused', message: expect.stringContaining('no release') as string },
    });
  });
});

function opaqueRedirect(): Response {
  return Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });
}

function brokenBody(): Response {
  const body = new ReadableStream({
    start: (controller) => controller.error(new TypeError('terminated')),
  });
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}
