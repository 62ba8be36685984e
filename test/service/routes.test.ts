import { benchmarkSchema } from '../../src/rubric/benchmark';
import { buildService } from '../../src/service/build-service';
import { openService } from '../../src/service/open-service';
import { openSigner } from '../../src/service/signing';
import type { Store } from '../../src/service/store/store';
import { canonicalJson } from '../../src/submission/canonical';
import { cycleSchema, releaseListSchema } from '../../src/submission/protocol';
import { keyOf, rubric, someRow, words } from '../submission/fixtures';
import { faults, freshDirectory, openedService, optionsFor, ORIGIN, post, postRow, TODAY } from './fixtures';

const service = openedService();
const bare = openedService({ sample: false });

describe('what anybody may read', () => {
  it('GET /v1/cycle names the cycle, its rubric and the receipt key', async () => {
    const response = await service.inject('/v1/cycle');
    const cycle = cycleSchema.parse(response.json());
    expect(cycle).toEqual(response.json());
    expect(cycle).toMatchObject({
      cycle: '2026',
      closes: '2026-12-31',
      mode: 'open',
      rubric: { id: 'jsp', versions: [rubric.version] },
    });
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

  it('/openapi.json is 3.1 from the same schemas: the row takes no other field', async () => {
    const api = (await service.inject('/openapi.json')).json<{
      openapi: string;
      paths: Record<
        string,
        Record<string, { requestBody?: { content: Record<string, { schema: object }> } }>
      >;
    }>();
    expect(api.openapi).toBe('3.1.0');
    expect(Object.keys(api.paths).sort()).toEqual([
      '/healthz',
      '/readyz',
      '/v1/cycle',
      '/v1/releases',
      '/v1/releases/{id}',
      '/v1/submissions',
      '/v1/submissions/{nullifier}',
      '/v1/tokens',
    ]);
    const body = api.paths['/v1/submissions']?.['post']?.requestBody?.content['application/json']?.schema;
    expect(body).toMatchObject({
      additionalProperties: false,
      properties: { overall: { additionalProperties: false } },
    });
  });
});

describe('places that a later version fills', () => {
  it.each([
    ['POST', '/v1/tokens'],
    ['PUT', `/v1/submissions/${keyOf(1)}`],
    ['DELETE', `/v1/submissions/${keyOf(1)}`],
  ] as const)('%s %s says so in words, whatever is sent', async (method, url) => {
    for (const type of ['application/json', 'application/private-token-request', 'text/plain']) {
      const response = await service.inject({
        method,
        url,
        payload: 'anything',
        headers: { 'content-type': type },
      });
      expect(response.statusCode).toBe(501);
      expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(response.json<{ detail: string }>().detail).toContain('later version');
    }
  });
});

describe('every answer', () => {
  const requests = [
    { method: 'GET', url: '/v1/cycle' },
    { method: 'GET', url: '/v1/releases' },
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
        expect.arrayContaining([expect.stringMatching(/cookie|etag|last-modified|powered|server$/)]),
      );
    },
  );

  it.each(requests.filter(({ url }) => /nothing|%zz|xxx|NO|tokens|submissions/.test(url)))(
    'that refuses is a problem in words: $method $url',
    async (request) => {
      if (request.method === 'OPTIONS') return;
      const response = await service.inject(request);
      expect(response.statusCode).toBeGreaterThanOrEqual(400);
      expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(response.body).not.toMatch(/FST_|stack/);
    },
  );

  it('may be read by a page of a listed origin and by no other, never with credentials', async () => {
    const ask = (origin: string) =>
      service.inject({
        method: 'OPTIONS',
        url: '/v1/submissions',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const { headers } = await ask(ORIGIN);
    expect(headers['access-control-allow-origin']).toBe(ORIGIN);
    expect(headers['access-control-allow-headers']).toBe('Content-Type, Idempotency-Key');
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
    for (const origin of ['https://evil.example', `${ORIGIN}.evil.example`, 'null', 'http://addin.example']) {
      expect((await ask(origin)).headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  it('is the same before and after rows came: nothing counts them', async () => {
    const quiet = openedService();
    const look = async () =>
      Promise.all(
        ['/v1/cycle', '/v1/releases', '/healthz', '/readyz', '/openapi.json', '/v1/submissions'].map(
          async (url) => {
            const { statusCode, body, headers } = await quiet.inject(url);
            return { statusCode, body, headers: { ...headers, date: '' } };
          },
        ),
      );
    const before = await look();
    for (let seed = 0; seed < 7; seed += 1) await postRow(quiet, someRow(seed), keyOf(seed));
    expect(await look()).toEqual(before);
  });
});

describe('a fault of the service', () => {
  const directory = freshDirectory();
  const signer = openSigner(directory, words);
  if (!signer.ok) throw new Error(signer.failure.message);
  const store: Store = {
    find: async () => null,
    insert: () => Promise.reject(new Error('SECRET disk path')),
    ready: () => Promise.reject(new Error('SECRET disk path')),
    close: async () => undefined,
  };
  const broken = buildService({
    words,
    content: { rubrics: [rubric], releases: [] },
    cycle: { cycle: '2026', closes: '2026-12-31', rubric: 'jsp' },
    store,
    signer: signer.value,
    origins: [],
    today: () => TODAY,
    onFault: (error) => faults.push(error),
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

  it('makes it not ready', async () => {
    const response = await broken.inject('/readyz');
    expect(response.statusCode).toBe(503);
    expect(response.body).not.toContain('SECRET');
  });
});

describe('opening the service', () => {
  it.each(['*', 'https://addin.example/', 'https://addin.example/pane', 'addin.example', 'null'])(
    'refuses %s as an origin',
    (origin) => {
      expect(openService(optionsFor(freshDirectory(), { origins: [origin] }))).toMatchObject({
        failure: { code: 'origin-invalid' },
      });
    },
  );

  it('says which rubric is missing, and which files cannot be read', () => {
    const cycle = { cycle: '2026', closes: '2026-12-31', rubric: 'none' };
    expect(openService(optionsFor(freshDirectory(), { cycle }))).toMatchObject({
      failure: { code: 'rubric-missing' },
    });
    expect(openService(optionsFor(freshDirectory(), { rubricDir: 'no-such-directory' }))).toMatchObject({
      failure: {
        code: 'content-unreadable',
        message: expect.stringContaining('no-such-directory') as string,
      },
    });
  });

  it('serves under a prefix', async () => {
    const prefixed = openedService({ prefix: '/benchmark' });
    expect((await prefixed.inject('/benchmark/v1/cycle')).statusCode).toBe(200);
    expect((await prefixed.inject('/v1/cycle')).statusCode).toBe(404);
  });
});
