import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Socket } from 'node:net';
import { answerBrokenRequest } from '../../src/service/http/errors';
import { type ListenOptions, type RunningService, startService } from '../../src/service/serve';
import { withService } from '../../src/service/with-service';
import { benchmarkClient } from '../../src/submission/client';
import { prepare } from '../../src/submission/prepare';
import { ed25519Verifier } from '../../src/submission/receipt';
import type { SubmissionRecord } from '../../src/submission/record';
import { leafOf } from '../../src/submission/release-tree';
import type { Row } from '../../src/submission/row';
import { keyOf, recordOf, someRow, words } from '../submission/fixtures';
import { freshDirectory, openedService, optionsFor, storedRows } from './fixtures';
import { madeRelease } from './made-release';
import { entryOf } from './release/fixtures';
import { digest, valueOf } from './tokens/fixtures';

const running: RunningService[] = [];
const servers: Server[] = [];
afterAll(async () => {
  await Promise.all(running.map((service) => service.close()));
  for (const server of servers) server.close();
});

async function started(dataDir: string, change: Partial<ListenOptions> = {}): Promise<RunningService> {
  const service = await startService({ ...optionsFor(dataDir), host: '127.0.0.1', port: 0, ...change });
  if (!service.ok) throw new Error(service.failure.message);
  running.push(service.value);
  return service.value;
}

async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const clientFor = (endpoint: string) =>
  benchmarkClient({
    endpoint,
    fetch,
    words,
    timeoutMs: 10_000,
    schedule: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    digest,
    verify: ed25519Verifier(crypto.subtle),
  });

describe('the client and the service', () => {
  it('take a row from its making to its receipt, once, however often it is sent', async () => {
    const dataDir = freshDirectory();
    const { url } = await started(dataDir);
    const client = clientFor(url);
    const made = await prepare(someRow(1), {
      records: [],
      endpoint: url,
      access: { nullifier: keyOf(1), owner: keyOf('owner'), authorization: null, bound: false },
      today: '2026-11-23',
      digest,
      words,
    });
    if (!made.ok) throw new Error(made.failure.message);
    const first = await client.submit(made.value.record);
    expect(first).toMatchObject({ ok: true, value: { rowHash: made.value.hash, revision: 1 } });
    expect(await client.submit(made.value.record)).toEqual(first);
    expect(storedRows(dataDir)).toHaveLength(1);
  });

  it('correct, withdraw and put back a row by its owner’s secret', async () => {
    const dataDir = freshDirectory();
    const { url } = await started(dataDir);
    const client = clientFor(url);
    const secret = Buffer.from(keyOf('secret'), 'base64url');
    const owner = Buffer.from(await digest(Uint8Array.from(secret))).toString('base64url');
    const sent: SubmissionRecord = { ...recordOf(someRow(1), keyOf(1), url), owner };
    const receipt = valueOf(await client.submit(sent));
    const correcting = (record: SubmissionRecord, row: Row): SubmissionRecord => {
      const { bytes, hash } = recordOf(row, keyOf(1), url);
      return { ...record, correction: { bytes, hash, prepared: '2026-11-23' } };
    };
    const accepted: SubmissionRecord = { ...sent, state: 'accepted', receipt };
    const change = correcting(accepted, someRow(2));
    const second = valueOf(await client.correct(change, keyOf('secret')));
    expect(second).toMatchObject({ revision: 2, rowHash: change.correction?.hash });
    expect(await client.correct(change, keyOf('wrong'))).toMatchObject({
      failure: { code: 'row-unknown' },
    });
    const withdrawal = valueOf(await client.withdraw({ ...accepted, receipt: second }, keyOf('secret')));
    expect(withdrawal).toMatchObject({ revision: 3 });
    expect(storedRows(dataDir)).toMatchObject([{ withdrawn: 1, row_hash: '' }]);
    const withdrawn: SubmissionRecord = { ...accepted, receipt: second, state: 'withdrawn', withdrawal };
    const back = await client.correct(correcting(withdrawn, someRow(3)), keyOf('secret'));
    expect(back).toMatchObject({ ok: true, value: { revision: 4 } });
  });

  it('agree on a release and on where each of its rows is counted', async () => {
    const dataDir = freshDirectory();
    const { url } = await started(dataDir);
    const made = await madeRelease(dataDir, [0, 30]);
    const client = clientFor(url);
    const release = valueOf(await client.release('r1'));
    expect(release).toMatchObject({ kind: 'release', release: made });
    const counts = await Promise.all(
      [entryOf(3), entryOf(99)].map(async ({ nullifier, rowHash }) =>
        client.countLeaf(made, await leafOf({ nullifier, revision: 1, rowHash }, made.id, digest)),
      ),
    );
    expect(counts).toEqual([
      { ok: true, value: 1 },
      { ok: true, value: 0 },
    ]);
  });

  it('agree on the cycle, the releases and their figures', async () => {
    const client = clientFor((await started(freshDirectory(), { prefix: '/jsp' })).url);
    expect(client.endpoint).toMatch(/\/jsp$/);
    expect(await client.cycle()).toMatchObject({ ok: true, value: { cycle: '2026', mode: 'open' } });
    const releases = await client.releases();
    if (!releases.ok) throw new Error(releases.failure.message);
    for (const { id } of releases.value)
      expect(await client.release(id)).toMatchObject({
        ok: true,
        value: { kind: 'benchmark', benchmark: { id } },
      });
    expect(await client.release('none')).toMatchObject({ ok: false, failure: { code: 'refused' } });
  });

  it('say why a row is refused, and that another holds the key', async () => {
    const { url } = await started(freshDirectory());
    const client = clientFor(url);
    const lie = { ...someRow(1), overall: { ...someRow(1).overall, composite: 500 } };
    expect(await client.submit(recordOf(lie, keyOf(1), url))).toMatchObject({
      failure: { code: 'refused', message: expect.stringContaining('/overall/composite') as string },
    });
    await client.submit(recordOf(someRow(2), keyOf(2), url));
    expect(await client.submit(recordOf(someRow(3), keyOf(2), url))).toMatchObject({
      failure: { code: 'conflict' },
    });
  });

  it('survive a stop between two tries: the row waits, then arrives once', async () => {
    const dataDir = freshDirectory();
    const first = await started(dataDir);
    const port = Number(new URL(first.url).port);
    await first.close();
    const client = clientFor(first.url);
    const record = recordOf(someRow(4), keyOf(4), first.url);
    expect(await client.submit(record)).toMatchObject({ failure: { code: 'offline' } });
    await started(dataDir, { port });
    expect(await client.submit(record)).toMatchObject({ ok: true });
    expect(storedRows(dataDir)).toHaveLength(1);
  });

  it('put nothing on the wire but the bytes, the key and what every request has', async () => {
    const seen: { headers: Record<string, unknown>; body: string; url: string }[] = [];
    const endpoint = await listening((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')));
      request.on('end', () => {
        seen.push({ headers: request.headers, body, url: request.url ?? '' });
        response.writeHead(503, { 'content-type': 'application/problem+json' }).end('{}');
      });
    });
    const record = recordOf(someRow(5), keyOf(5), endpoint);
    await clientFor(endpoint).submit(record);
    expect(seen).toHaveLength(1);
    const [{ headers, body, url }] = seen as [(typeof seen)[number]];
    expect([body, url]).toEqual([record.bytes, '/v1/submissions']);
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': `"${record.nullifier}"`,
    });
    const fromFetch = [
      'accept',
      'accept-encoding',
      'accept-language',
      'cache-control',
      'connection',
      'content-length',
      'host',
      'pragma',
      'sec-fetch-mode',
      'user-agent',
    ];
    const others = Object.keys(headers).filter((name) => !['content-type', 'idempotency-key'].includes(name));
    expect(others.filter((name) => !fromFetch.includes(name))).toEqual([]);
  });
});

describe('starting', () => {
  it('says in words that the port is taken or the store is in use, and lets go of both', async () => {
    const dataDir = freshDirectory();
    const { url } = await started(dataDir);
    const port = Number(new URL(url).port);
    const other = freshDirectory();
    const taken = { ...optionsFor(other), host: '127.0.0.1', port };
    expect(await startService(taken)).toMatchObject({
      failure: { code: 'cannot-listen', message: expect.stringContaining(String(port)) as string },
    });
    expect(await startService({ ...taken, dataDir, port: 0 })).toMatchObject({
      failure: { code: 'store-in-use' },
    });
    await started(other);
  });

  it('shares a port with a page', async () => {
    const dataDir = freshDirectory();
    const listener = await withService(await openedService({ dataDir }), (_request, response) =>
      response.end('page'),
    );
    const url = await listening(listener);
    expect(await (await fetch(`${url}/`)).text()).toBe('page');
    for (const path of ['/v1x', '/reports', '/docsets', '/.well-known/other', '/taskpane.html?v1/cycle']) {
      expect(await (await fetch(url + path)).text()).toBe('page');
    }
    const ofService = [
      '/v1/cycle',
      '/report',
      '/docs',
      '/docs/static/swagger-ui.css',
      '/openapi.json',
      '/readyz',
    ];
    for (const path of [...ofService, '/report/r1', '/.well-known/private-token-issuer-directory']) {
      const response = await fetch(url + path);
      expect([path, [200, 404]]).toEqual([path, expect.arrayContaining([response.status])]);
      expect(await response.text()).not.toBe('page');
    }
    expect(await clientFor(url).submit(recordOf(someRow(6), keyOf(6), url))).toMatchObject({ ok: true });
    expect(storedRows(dataDir)).toHaveLength(1);
  });
});

describe('what is not a request', () => {
  it('is answered by a problem, and the connection is closed', async () => {
    const { url } = await started(freshDirectory());
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write('NOT HTTP\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('content-type: application/problem+json');
    expect(answer).toContain("default-src 'none'");
  });

  it('or comes too slowly, is told so', () => {
    const written: string[] = [];
    const socket = { writable: true, end: (text: string) => written.push(text) } as unknown as Socket;
    const error = Object.assign(new Error('slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    answerBrokenRequest(words)(error, socket);
    expect(written[0]).toMatch(/^HTTP\/1\.1 408 /);
    expect(written[0]).toContain('urn:jsp-benchmark:problem:too-slow');
  });
});
