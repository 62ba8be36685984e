import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Serving, serving } from '../cli/benchmark/serving';
import { freshDirectory, ORIGIN } from '../service/fixtures';
import { madeRelease } from '../service/made-release';
import { certificates } from './certificates';
import { type Answered, askPlain, type Asked, farClient, headerCounts } from './far-client';
import { shippedProxy, type ShippedProxy } from './shipped-servers';

const folder = freshDirectory();
const tls = certificates(join(folder, 'tls'));
let service: Serving;
let proxy: ShippedProxy;
let contributor: ReturnType<typeof farClient>;

beforeAll(async () => {
  const dataDir = join(folder, 'data');
  service = await serving(['--data', dataDir, '--mode', 'open', '--origin', ORIGIN]);
  await madeRelease(dataDir, [0, 20]);
  proxy = await shippedProxy(join(folder, 'proxy'), tls, Number(new URL(service.url).port));
  contributor = farClient(proxy.port, tls.authority);
});
afterAll(async () => {
  await proxy.end();
  await service.end();
});

/** Says of a connection, not of an answer. */
const OF_A_CONNECTION = new Set([
  'connection',
  'keep-alive',
  'date',
  'content-length',
  'transfer-encoding',
  'server',
  'strict-transport-security',
]);
const saidOfAnswer = (headers: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_A_CONNECTION.has(name)));

function expectProxied(answered: Answered): void {
  expect(answered.headers).toMatchObject({
    server: 'nginx',
    'strict-transport-security': 'max-age=31536000',
  });
  const twice = Object.entries(headerCounts(answered)).filter(([, count]) => count > 1);
  expect(twice).toEqual([]);
}

const ROUTES: readonly [path: string, status: number, asked: Asked][] = [
  ['/healthz', 200, {}],
  ['/readyz', 200, {}],
  ['/v1/cycle', 200, {}],
  ['/v1/keys', 200, {}],
  ['/v1/releases', 200, {}],
  ['/v1/releases/r1', 200, {}],
  ['/v1/releases/r1.csv', 200, {}],
  ['/v1/releases/r1/proof?page=0', 200, {}],
  ['/report', 200, {}],
  ['/report/r1', 200, {}],
  ['/submit', existsSync('dist/submit/submit.html') ? 200 : 404, {}],
  ['/v1/tokens', 404, {}],
  ['/openapi.json', 200, {}],
  ['/docs', 200, {}],
  ['/docs/static/swagger-ui-bundle.js', 200, {}],
  ['/nothing-here', 404, {}],
  ['/v1/cycle', 200, { headers: { origin: ORIGIN } }],
  [
    '/v1/submissions',
    204,
    { method: 'OPTIONS', headers: { origin: ORIGIN, 'access-control-request-method': 'POST' } },
  ],
];

it.each(ROUTES)(
  '%s is what the service answers (%i), once each header, and HSTS by the proxy alone',
  async (path, status, asked) => {
    const direct = await fetch(`${service.url}${path}`, { redirect: 'manual', ...(asked as RequestInit) });
    expect(direct.headers.has('strict-transport-security')).toBe(false);
    const body = await direct.text();
    for (const answered of [await contributor.ask(path, asked), await contributor.askHttp2(path, asked)]) {
      expect([answered.status, answered.body]).toEqual([status, body]);
      expect(saidOfAnswer(answered.headers)).toEqual(saidOfAnswer(Object.fromEntries(direct.headers)));
      expectProxied(answered);
    }
  },
);

it('port 80 sends every request to the same path over HTTPS, whatever host it names', async () => {
  for (const host of ['benchmark.example', 'other.example']) {
    const answered = await askPlain(proxy.redirectPort, '/report/r1?a=1', host);
    expect(answered).toMatchObject({
      status: 308,
      headers: { location: 'https://benchmark.example/report/r1?a=1', server: 'nginx' },
    });
  }
});

it('answers to no other name: no handshake for one, and 421 for one inside a connection', async () => {
  const misled = await contributor.ask('/v1/cycle', { headers: { host: 'other.example' } });
  expect(misled.status).toBe(421);
  expect(await contributor.write('GET /v1/cycle HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  expect(misled.body).not.toContain('cycle');
  await expect(contributor.ask('/v1/cycle', {}, { servername: 'other.example' })).rejects.toThrow(
    /unrecognized name/,
  );
  await expect(contributor.ask('/v1/cycle', {}, { servername: '' })).rejects.toThrow(/unrecognized name/);
});
