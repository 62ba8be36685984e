import type { FastifyInstance } from 'fastify';
import { benchmarkSchema } from '../../src/rubric/benchmark';
import { buildService } from '../../src/service/build-service';
import { openService } from '../../src/service/open-service';
import { openKeys } from '../../src/service/keys';
import { StoreBusy } from '../../src/service/store/store-busy';
import type { Store } from '../../src/service/store/store';
import { canonicalJson } from '../../src/submission/canonical';
import { cycleSchema, keysSchema, releaseListSchema } from '../../src/submission/protocol';
import { MemoryStore } from './release/memory-store';
import { keyOf, rubric, someRow, words } from '../submission/fixtures';
import {
  faults,
  freshDirectory,
  openedService,
  optionsFor,
  ORIGIN,
  post,
  postRow,
  problemIn,
  TODAY,
} from './fixtures';

let service: FastifyInstance;
let bare: FastifyInstance;
beforeAll(async () => {
  service = await openedService();
  bare = await openedService({ sample: false });
});

describe('what anybody may read', () => {
  it('GET /v1/cycle names the cycle, its rubric and the receipt key', async () => {
    const response = await service.inject('/v1/cycle');
    const cycle = cycleSchema.parse(response.json());
    expect(cycle).toMatchObject({
      cycle: '2026',
      closes: '2026-12-31',
      mode: 'open',
      rubric: { id: 'jsp', versions: [rubric.version] },
    });
    expect(cycle).not.toHaveProperty('tokenKey');
  });

  it('says on the cycle page and every page for people that anybody may send rows, in mode open only', async () => {
    const coded = await openedService({ mode: 'code' });
    for (const url of ['/v1/cycle', '/report', '/openapi.json']) {
      expect((await service.inject(url)).body).toMatch(/Anybody (may|could) send rows/);
      expect((await coded.inject(url)).body).not.toMatch(/Anybody/);
    }
  });

  it('GET /v1/keys lists the key that signs receipts', async () => {
    const { receiptKey } = cycleSchema.parse((await service.inject('/v1/cycle')).json());
    const keys = keysSchema.parse((await service.inject('/v1/keys')).json());
    expect(keys).toEqual({ receipt: [{ ...receiptKey, state: 'current' }], token: [] });
  });

  it('GET /v1/releases lists the published figures, and the invented ones only where asked for', async () => {
    const list = async (from: typeof service) =>
      releaseListSchema.parse((await from.inject('/v1/releases')).json()).releases;
    expect((await list(bare)).map(({ kind, cycle }) => [kind, cycle])).toEqual([
      ['published', '2022'],
      ['published', '2023'],
    ]);
    expect((await list(service)).map(({ kind }) => kind)).toEqual(['published', 'published', 'sample']);
  });

  it('GET /v1/releases/:id gives each listed benchmark in the format of the Benchmark sheet', async () => {
    const { releases } = releaseListSchema.parse((await service.inject('/v1/releases')).json());
    for (const { id, kind } of releases) {
      const response = await service.inject(`/v1/releases/${id}`);
      expect(response.statusCode).toBe(200);
      expect(benchmarkSchema.parse(response.json())).toMatchObject({ id, kind });
    }
    const figures = (await service.inject('/v1/releases/mdic-2022')).json<{ composite: object }>();
    expect(figures.composite).toEqual({ mean: 151 });
    expect((await bare.inject('/v1/releases/sample-2026')).statusCode).toBe(404);
  });
});

describe('every answer', () => {
  const requests = [
    { method: 'GET', url: '/v1/cycle' },
    { method: 'GET', url: '/v1/keys' },
    { method: 'GET', url: '/v1/releases' },
    { method: 'GET', url: '/v1/releases/r1' },
    { method: 'GET', url: '/v1/releases/r1.csv' },
    { method: 'GET', url: '/v1/releases/r1/proof?page=7' },
    { method: 'GET', url: '/report/r1' },
    { method: 'GET', url: '/.well-known/private-token-issuer-directory' },
    { method: 'GET', url: '/healthz' },
    { method: 'GET', url: '/readyz' },
    { method: 'GET', url: '/openapi.json' },
    { method: 'HEAD', url: '/v1/cycle' },
    { method: 'GET', url: '/nothing/here' },
    { method: 'GET', url: '/v1/%zz' },
    { method: 'GET', url: `/v1/releases/${'x'.repeat(300)}` },
    { method: 'GET', url: '/v1/releases/NO' },
    { method: 'GET', url: '/v1/submissions' },
    { method: 'POST', url: '/v1/submissions' },
    { method: 'POST', url: '/v1/tokens' },
    { method: 'PUT', url: `/v1/submissions/${keyOf(1)}` },
    { method: 'DELETE', url: `/v1/submissions/${keyOf(1)}` },
    { method: 'DELETE', url: '/v1/submissions/none' },
    { method: 'OPTIONS', url: '/v1/submissions' },
  ] as const;

  it.each(requests)(
    'carries strict headers, no cookie and nothing to keep: $method $url',
    async (request) => {
      const { headers } = await service.inject({ ...request, headers: { cookie: 'me=1' } });
      expect(headers).toMatchObject({
        'content-security-policy': "default-src 'none';frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
      expect(Object.keys(headers)).not.toEqual(
        expect.arrayContaining([
          expect.stringMatching(/cookie|etag|last-modified|powered|server$|strict-transport/),
        ]),
      );
    },
  );

  it.each(
    requests.filter(
      ({ method, url }) =>
        method !== 'OPTIONS' && /nothing|%zz|xxx|NO|tokens|submissions|r1|well-known/.test(url),
    ),
  )('that refuses is a problem in words: $method $url', async (request) => {
    const response = await service.inject(request);
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.body).not.toMatch(/FST_|stack/);
  });

  it('may be read by a page of a listed origin and by no other, never with credentials', async () => {
    const ask = (origin: string) =>
      service.inject({
        method: 'OPTIONS',
        url: '/v1/submissions',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const { headers } = await ask(ORIGIN);
    expect(headers['access-control-allow-origin']).toBe(ORIGIN);
    expect(headers['access-control-allow-headers']).toBe(
      'Content-Type, Authorization, If-Match, Idempotency-Key, Row-Owner, Row-Secret',
    );
    expect(headers['access-control-allow-methods']).toBe('GET, POST, PUT, DELETE');
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
    for (const origin of ['https://evil.example', `${ORIGIN}.evil.example`, 'null', 'http://addin.example']) {
      expect((await ask(origin)).headers).not.toHaveProperty('access-control-allow-origin');
    }
  });
});

function serviceOver(store: Store): FastifyInstance {
  const keys = openKeys(freshDirectory(), { cycle: '2026', rubric: 'jsp', mode: 'open' }, words);
  if (!keys.ok) throw new Error(keys.failure.message);
  return buildService({
    words,
    content: { rubrics: [rubric], releases: [] },
    cycle: { cycle: '2026', closes: '2026-12-31', rubric: 'jsp' },
    mode: 'open',
    store,
    ...keys.value,
    origins: [],
    today: () => TODAY,
    log: (told) => faults.push(told.event === 'fault' ? told.error : told),
    requestWithinMs: 15_000,
  });
}

describe('a fault of the service', () => {
  const away = () => Promise.reject(new Error('SECRET disk path'));
  let broken: FastifyInstance;
  beforeAll(() => {
    const store = { ...new MemoryStore(rubric), insert: away, release: away, releases: away, ready: away };
    broken = serviceOver(store);
  });
  afterEach(() => {
    expect(faults.splice(0)).toEqual([new Error('SECRET disk path')]);
  });

  it('is told to the operator and shown to the caller as a sentence only', async () => {
    const response = await post(broken, { body: canonicalJson(someRow(1)), key: keyOf(1) });
    expect(response.statusCode).toBe(500);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.body).not.toContain('SECRET');
    expect(response.json<{ detail: string }>().detail).toContain('never becomes two');
  });

  it.each(['/v1/releases', '/report', '/v1/releases/r1', '/report/r1'])(
    'hides nothing behind it: %s answers 500 in words',
    async (url) => {
      const response = await broken.inject(url);
      expect(response.statusCode).toBe(500);
      expect(problemIn(response).detail).not.toContain('SECRET');
    },
  );

  it('makes it not ready', async () => {
    const response = await broken.inject('/readyz');
    expect(response.statusCode).toBe(503);
    expect(response.body).not.toContain('SECRET');
  });
});

describe('a store that is busy', () => {
  it('is answered 503 with the time to wait, and is no fault', async () => {
    const busy = () => Promise.reject(new StoreBusy('locked'));
    const waiting = serviceOver({
      ...new MemoryStore(rubric),
      find: busy,
      correct: busy,
      withdraw: busy,
      releases: busy,
      ready: () => Promise.resolve(false),
    });
    const owner = { 'row-secret': `"${keyOf('secret')}"`, 'if-match': '"1"' };
    const row = `/v1/submissions/${keyOf(1)}`;
    const answers = [
      await postRow(waiting, someRow(1), keyOf(1)),
      await waiting.inject({ method: 'DELETE', url: row, headers: owner }),
      await waiting.inject({
        method: 'PUT',
        url: row,
        headers: { ...owner, 'content-type': 'application/json' },
        payload: canonicalJson(someRow(1)),
      }),
      await waiting.inject('/v1/releases'),
      await waiting.inject('/readyz'),
    ];
    for (const answer of answers) {
      expect(problemIn(answer)).toMatchObject({ status: 503, type: 'urn:jsp-benchmark:problem:not-ready' });
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
  });
});

describe('opening the service', () => {
  it.each(['*', 'https://addin.example/', 'https://addin.example/pane', 'addin.example', 'null'])(
    'refuses %s as an origin',
    async (origin) => {
      expect(await openService(optionsFor(freshDirectory(), { origins: [origin] }))).toMatchObject({
        failure: { code: 'origin-invalid' },
      });
    },
  );

  it('says which rubric is missing, and which files cannot be read', async () => {
    const cycle = { cycle: '2026', closes: '2026-12-31', rubric: 'none' };
    expect(await openService(optionsFor(freshDirectory(), { cycle }))).toMatchObject({
      failure: { code: 'rubric-missing' },
    });
    expect(await openService(optionsFor(freshDirectory(), { rubricDir: 'no-such-directory' }))).toMatchObject(
      {
        failure: {
          code: 'content-unreadable',
          message: expect.stringContaining('no-such-directory') as string,
        },
      },
    );
  });

  it('serves under a prefix', async () => {
    const prefixed = await openedService({ prefix: '/benchmark' });
    expect((await prefixed.inject('/benchmark/v1/cycle')).statusCode).toBe(200);
    expect((await prefixed.inject('/v1/cycle')).statusCode).toBe(404);
  });
});
