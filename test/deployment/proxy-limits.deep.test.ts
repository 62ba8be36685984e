import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { connect, type ConnectionOptions } from 'node:tls';
import { STRICT_HEADERS } from '../../src/service/http/headers';
import { type PlainCode, plainProblem } from '../../src/service/http/problem';
import { freshDirectory } from '../service/fixtures';
import { words } from '../submission/fixtures';
import { brokenHandshake } from './broken-handshake';
import { BENCHMARK_HOST, certificates } from './certificates';
import { type Answered, type Asked, farClient, headerCounts } from './far-client';
import { filesNaming, shippedProxy, type ShippedProxy } from './shipped-servers';

/** In the place of the service: keeps what it is sent, and answers at length. */
const LONG_ANSWER = 'x'.repeat(4_000_000);
const received: { headers: IncomingHttpHeaders; bytes: number }[] = [];
const upstream: Server = createServer((request, response) => {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => (bytes += chunk.length));
  request.on('end', () => {
    received.push({ headers: request.headers, bytes });
    response.end(LONG_ANSWER);
  });
});

const folder = freshDirectory();
const tls = certificates(join(folder, 'tls'));
let proxy: ShippedProxy;
let contributor: ReturnType<typeof farClient>;

beforeAll(async () => {
  await once(upstream.listen(0, '127.0.0.1'), 'listening');
  proxy = await shippedProxy(join(folder, 'proxy'), tls, (upstream.address() as AddressInfo).port);
  contributor = farClient(proxy.port, tls.authority);
  // Where nginx would put what it does not keep in memory stands a file: an attempt would be a fault.
  for (const kind of ['client_body', 'proxy']) {
    rmSync(join(folder, 'proxy', 'temporary', kind), { recursive: true });
    writeFileSync(join(folder, 'proxy', 'temporary', kind), '');
  }
});
afterEach(() => {
  received.splice(0);
  expect(filesNaming(folder, '127.0.0.')).toEqual([]);
  expect(proxy.said()).not.toContain('127.0.0.');
});
afterAll(() => proxy.end());

/** The proxy says it as the service would, word for word. */
function expectProblem(answered: Answered, code: PlainCode): void {
  expect(JSON.parse(answered.body)).toEqual(plainProblem(code, words));
  expect(answered).toMatchObject({
    status: plainProblem(code, words).status,
    headers: {
      ...STRICT_HEADERS,
      'content-type': 'application/problem+json',
      'strict-transport-security': 'max-age=31536000',
      server: 'nginx',
    },
  });
  expect(Object.values(headerCounts(answered)).every((count) => count === 1)).toBe(true);
}

const post = (bytes: number, change: Asked = {}): Asked => ({
  ...{ method: 'POST', body: 'x'.repeat(bytes), headers: { 'content-type': 'application/json' } },
  ...change,
});

it('hands on what a row needs, and nothing of who sends it', async () => {
  const told = {
    'x-forwarded-for': '198.51.100.7',
    'x-real-ip': '198.51.100.7',
    forwarded: 'for=198.51.100.7',
    'user-agent': 'a browser',
    'accept-language': 'de-AT',
    referer: 'https://hospital.example/',
    cookie: 'visitor=7',
  };
  const needed = {
    'idempotency-key': '"key"',
    'row-owner': '"owner"',
    authorization: 'PrivateToken token="t"',
    'if-match': '"1"',
    origin: 'https://addin.example',
  };
  const asked = post(2, { headers: { ...told, ...needed, 'content-type': 'application/json' } });
  await contributor.ask('/v1/submissions', asked);
  await contributor.askHttp2('/v1/submissions', asked);
  expect(received).toHaveLength(2);
  for (const { headers } of received) {
    expect(headers).toMatchObject(needed);
    expect(Object.keys(headers).filter((name) => name in told)).toEqual([]);
    expect(JSON.stringify(headers)).not.toContain('127.0.0.77');
  }
});

it('takes 20 KiB, in memory only, however they come, and hands on an answer of any length so', async () => {
  const most = 20 * 1024;
  const answers = [
    await contributor.ask('/v1/submissions', post(most)),
    await contributor.ask('/v1/submissions', post(most, { chunked: true })),
    await contributor.askHttp2('/v1/submissions', post(most)),
  ];
  const chunk = '1\r\nx\r\n';
  const chunked =
    'POST / HTTP/1.1\r\nHost: benchmark.example\r\nTransfer-Encoding: chunked\r\nConnection: close';
  expect(await contributor.write(`${chunked}\r\n\r\n${chunk.repeat(most)}0\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 200 /,
  );
  expect(answers.map(({ status, body }) => [status, body.length])).toEqual(
    Array(3).fill([200, LONG_ANSWER.length]),
  );
  expect(received.map(({ bytes }) => bytes)).toEqual([most, most, most, most]);
});

it('refuses more in the words of the service, however it comes', async () => {
  const more = 20 * 1024 + 1;
  expectProblem(await contributor.ask('/v1/submissions', post(more)), 'too-large');
  expectProblem(await contributor.ask('/v1/submissions', post(more, { chunked: true })), 'too-large');
  expectProblem(await contributor.askHttp2('/v1/submissions', post(more)), 'too-large');
  expect(received).toEqual([]);
});

it.each<[string, string, Asked]>([
  ['an address that is too long', `/${'x'.repeat(40_000)}`, {}],
  ['headers that are too long', '/', { headers: { long: 'x'.repeat(40_000) } }],
  ['a method that traces', '/', { method: 'TRACE' }],
])('refuses %s in the words of the service', async (_what, path, asked) => {
  expectProblem(await contributor.ask(path, asked), 'bad-request');
  expect(received).toEqual([]);
});

it.each(['BROKEN\r\n\r\n', 'GET / HTTP/1.1\r\nHost: benchmark.example\r\nContent-Length: x\r\n\r\n'])(
  'answers %j in the words of the service',
  async (text) => {
    const [head = '', body = ''] = (await contributor.write(text)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(body)).toEqual(plainProblem('bad-request', words));
  },
);

it('gives up a request that does not go on for 15 seconds', async () => {
  const begun = ['GET / HT', 'POST / HTTP/1.1\r\nHost: benchmark.example\r\nContent-Length: 9\r\n\r\n{'];
  expect(await Promise.all(begun.map((text) => contributor.write(text)))).toEqual(['', '']);
  expect(received).toEqual([]);
});

it('notes nothing of a handshake that cannot be, or of no handshake', async () => {
  const alert = /^\x15\x03/;
  expect(await contributor.writePlain(brokenHandshake(BENCHMARK_HOST))).toMatch(alert);
  expect(await contributor.writePlain(brokenHandshake('other.example'))).toMatch(alert);
  expect(await contributor.writePlain('GET / HTTP/1.1\r\n\r\n')).toContain(' 400 ');
});

/** What a handshake comes to, after an answer has come over it. */
async function handshake(change: ConnectionOptions) {
  const socket = connect({ ...contributor.secure, ALPNProtocols: ['http/1.1'], ...change });
  const tickets: Buffer[] = [];
  await once(socket, 'secureConnect');
  if (socket.getProtocol() === 'TLSv1.3') socket.on('session', (ticket: Buffer) => tickets.push(ticket));
  const made = {
    protocol: socket.getProtocol(),
    alpn: socket.alpnProtocol,
    reused: socket.isSessionReused(),
    session: socket.getSession(),
  };
  if (socket.alpnProtocol === 'h2') socket.destroy();
  else socket.write('TRACE / HTTP/1.1\r\nHost: benchmark.example\r\nConnection: close\r\n\r\n');
  socket.resume();
  await once(socket, 'close');
  return { ...made, tickets };
}

it('speaks HTTP/2 where asked, TLS 1.2 and 1.3, and nothing older', async () => {
  expect(await handshake({ ALPNProtocols: ['h2', 'http/1.1'] })).toMatchObject({
    alpn: 'h2',
    protocol: 'TLSv1.3',
  });
  expect(await handshake({ maxVersion: 'TLSv1.2' })).toMatchObject({ alpn: 'http/1.1', protocol: 'TLSv1.2' });
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  await expect(handshake(old)).rejects.toThrow(/protocol version/);
});

it.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'takes up no session again, which would link two visits, in %s',
  async (maxVersion) => {
    const { tickets, session } = await handshake({ maxVersion });
    const kept = tickets.at(-1) ?? session;
    if (!kept) throw new Error('A connection has a session');
    expect(await handshake({ maxVersion, session: kept })).toMatchObject({
      protocol: maxVersion,
      reused: false,
    });
  },
);

it('says in the words of the service that the service is away, and when to come again', async () => {
  await once(upstream.close(), 'close');
  for (const answered of [
    await contributor.ask('/v1/cycle'),
    await contributor.ask('/v1/submissions', post(2)),
  ]) {
    expectProblem(answered, 'not-ready');
    expect(answered.headers['retry-after']).toBe('5');
  }
});
