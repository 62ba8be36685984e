import { join } from 'node:path';
import { answersFile } from '../cli/answers';
import { benchmark, type Serving, serving } from '../cli/benchmark/serving';
import { cli, given, type Ran } from '../cli/run-cli';
import { freshDirectory, storedRows } from '../service/fixtures';
import { words } from '../submission/fixtures';
import { brokenHandshake } from './broken-handshake';
import { BENCHMARK_HOST, certificates } from './certificates';
import { FAR_ADDRESS, farClient } from './far-client';
import type { Nginx } from './nginx';
import { filesNaming, shippedProxy, type ShippedProxy, shippedRelay } from './shipped-servers';

/** Contributor, at FAR_ADDRESS → relay → proxy → service, each a process of its own, all at 127.0.0.1. */
const folder = freshDirectory();
const dataDir = join(folder, 'data');
const tls = certificates(join(folder, 'tls'));
let service: Serving;
let proxy: ShippedProxy;
let relay: Nginx & { readonly port: number };
let contributor: ReturnType<typeof farClient>;

beforeAll(async () => {
  service = await serving([
    '--data',
    dataDir,
    '--mode',
    'blind',
    '--cycle',
    '2026',
    '--closes',
    '2999-12-31',
  ]);
  proxy = await shippedProxy(join(folder, 'proxy'), tls, Number(new URL(service.url).port));
  relay = await shippedRelay(join(folder, 'relay'), proxy.port);
  contributor = farClient(relay.port, tls.authority);
});

afterEach(() => {
  // No address at all is in a file, not even the relay's; the service says its own when it starts.
  expect(filesNaming(folder, '127.0.0.')).toEqual([]);
  expect([relay.said(), proxy.said(), service.said().replaceAll(service.url, '')].join('')).not.toContain(
    '127.0.0.',
  );
});
afterAll(async () => {
  await relay.end();
  await proxy.end();
});

/** `submit` on a far machine, whose DNS knows the relay as the benchmark. */
const submit = (row: string, ...args: readonly string[]): Promise<Ran> =>
  cli('submit', [row, '--to', `https://${BENCHMARK_HOST}`, ...args], {
    NODE_OPTIONS: `--require ${join(__dirname, 'from-afar.cjs')}`,
    NODE_EXTRA_CA_CERTS: tls.authority,
    FAR_HOST: BENCHMARK_HOST,
    FAR_PORT: String(relay.port),
    FAR_ADDRESS,
  });

it('a row goes through relay and proxy with a blind token, and the same again gives the same signed receipt', async () => {
  const code = (await benchmark('codes', '--data', dataDir, '--count', '1')).out.trim();
  const row = given('team.json', answersFile());
  const first = await submit(row, '--code', code);
  expect(first).toMatchObject({ code: 0 });
  expect(JSON.parse(first.out)).toMatchObject({ schema: 'jsp-receipt/1', revision: 1 });
  expect(await submit(row, '--code', code)).toMatchObject({ code: 0, out: first.out });
  expect(storedRows(dataDir)).toHaveLength(1);
});

it('what is refused, broken or cut off leaves no address either', async () => {
  const row = { method: 'POST', headers: { 'content-type': 'application/json' } };
  expect((await contributor.ask('/v1/submissions', { ...row, body: '{}' })).status).toBe(422);
  expect((await contributor.ask('/v1/submissions', { ...row, body: 'x'.repeat(30_000) })).status).toBe(413);
  expect(await contributor.write('BROKEN\r\n\r\n')).toContain(' 400 ');
  expect(await contributor.writePlain(brokenHandshake(BENCHMARK_HOST))).not.toBe('');
  expect(await contributor.writePlain('GET / HTTP/1.1\r\n\r\n')).toContain(' 400 ');
  await Promise.all(
    [
      'POST /v1/submissions HTTP/1.1\r\nHost: benchmark.example\r\nContent-Length: 9\r\n\r\n{',
      'GET / HT',
    ].map((begun) => contributor.write(begun)),
  );
});

it('while the service is away, members are told so, and no address is noted', async () => {
  expect(await service.end()).toBe(0);
  const refused = await submit(given('other.json', answersFile()));
  const told = words('submission.serviceFailed', { endpoint: `https://${BENCHMARK_HOST}`, status: 503 });
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain(told);
  await proxy.end();
  expect(await submit(given('third.json', answersFile()))).toMatchObject({ code: 1, out: '' });
});
