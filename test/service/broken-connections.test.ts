import { connect, type Socket } from 'node:net';
import { type RunningService, startService } from '../../src/service/serve';
import { canonicalJson } from '../../src/submission/canonical';
import { keyOf, someRow } from '../submission/fixtures';
import { freshDirectory, optionsFor, storedRows } from './fixtures';
import { valueOf } from './tokens/fixtures';

const dataDir = freshDirectory();
const canonical = canonicalJson(someRow(1));
const sockets: Socket[] = [];
let service: RunningService;
beforeAll(async () => {
  service = valueOf(
    await startService({ ...optionsFor(dataDir), host: '127.0.0.1', port: 0, requestWithinMs: 500 }),
  );
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await service.close();
});

const head = (lines: readonly string[], path = 'POST /v1/submissions') =>
  [`${path} HTTP/1.1`, 'Host: benchmark.example', ...lines, '', ''].join('\r\n');
const row = (...lines: readonly string[]) =>
  head(['Content-Type: application/json', `Idempotency-Key: "${keyOf('broken')}"`, ...lines]);

/** Writes the pieces, the next every `everyMs`, and gives what comes back until the service hangs up. */
function talk(pieces: readonly (string | Buffer)[], everyMs = 0): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    sockets.push(socket);
    let text = '';
    const left = [...pieces];
    const next = (): void => {
      const piece = left.shift();
      if (piece === undefined || socket.destroyed) return;
      socket.write(piece);
      setTimeout(next, everyMs).unref();
    };
    socket.on('connect', next);
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('close', () => resolve(text));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // The service may hang up while we still write.
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
  });
}

afterEach(async () => {
  expect(storedRows(dataDir)).toEqual([]);
  expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
});

const whole = `Content-Length: ${canonical.length}`;
it.each<[string, readonly (string | Buffer)[]]>([
  ['a body that stops half way', [row(whole), canonical.slice(0, 200)]],
  ['a body of which nothing comes', [row(whole)]],
  ['headers that stop half way', [row(whole).slice(0, 60)]],
  ['a body a byte at a time', [row(whole), ...canonical]],
  ['a chunked body that never ends', [row('Transfer-Encoding: chunked'), '5\r\n{"cyc\r\n']],
])(
  '%s is given up in time, with a sentence: 408',
  async (_, pieces) => {
    const answer = await talk(pieces, 20);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('urn:jsp-benchmark:problem:too-slow');
    expect(answer.toLowerCase()).toContain('cache-control: no-store');
  },
  20_000,
);

it.each<[string, readonly (string | Buffer)[]]>([
  ['what is not HTTP', ['\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n']],
  ['bytes by chance', [Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 89) % 256)), '\r\n\r\n']],
  ['two lengths', [row(whole, 'Content-Length: 5'), canonical]],
  ['a length and chunks', [row(whole, 'Transfer-Encoding: chunked'), `0\r\n\r\n${canonical}`]],
  ['a length that is none', [row('Content-Length: -1'), canonical]],
  ['chunks of odd sizes', [row('Transfer-Encoding: chunked'), 'zz\r\nabc\r\n0\r\n\r\n']],
  ['headers of 64 KiB', [row(`X-Long: ${'x'.repeat(65_536)}`, whole), canonical]],
  ['2,500 headers', [row(...Array.from({ length: 2_500 }, (_, i) => `X-${i}: 1`), whole), canonical]],
  ['a header with a line end in it', [row('X-Odd: a\rb', whole), canonical]],
  ['no host', [`POST /v1/submissions HTTP/1.1\r\n${whole}\r\n\r\n`, canonical]],
  ['another protocol version', [head([], 'GET /v1/cycle').replace('1.1', '9.9')]],
])(
  '%s is refused, and the connection is closed',
  async (_, pieces) => {
    const answer = await talk(pieces);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toMatch(/^HTTP\/1\.1 [235]/m);
  },
  20_000,
);

it('a body far above the limit is refused before it has arrived', async () => {
  const answer = await talk([row('Content-Length: 1000000000'), 'x'.repeat(1_000)]);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
}, 20_000);

it('a body without a length is counted while it comes', async () => {
  const chunk = `1000\r\n${'x'.repeat(0x1000)}\r\n`;
  const answer = await talk(
    [row('Transfer-Encoding: chunked'), ...Array.from({ length: 12 }, () => chunk)],
    5,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
}, 20_000);

it('60 slow callers at once keep nobody else waiting', async () => {
  let ended = 0;
  const slow = Array.from({ length: 60 }, () =>
    talk([row(whole), ...canonical], 20).finally(() => (ended += 1)),
  );
  expect((await fetch(`${service.url}/v1/cycle`)).status).toBe(200);
  expect(ended).toBe(0);
  const answers = await Promise.all(slow);
  expect(answers.filter((answer) => !answer.startsWith('HTTP/1.1 408'))).toEqual([]);
}, 20_000);
