import { readFileSync } from 'node:fs';
import { connect as connectHttp2, type IncomingHttpHeaders as Http2Headers } from 'node:http2';
import { type IncomingHttpHeaders, request as requestPlain } from 'node:http';
import { Agent, request } from 'node:https';
import { connect as connectPlain } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import { BENCHMARK_HOST } from './certificates';

/** Where the contributor comes from; every server of a test is at 127.0.0.1. */
export const FAR_ADDRESS = '127.0.0.77';

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Without a length, in chunks. */
  readonly chunked?: boolean;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Name and value in turn, as they came: a header that stands twice is twice here. */
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

/** How often each header stands in an answer, by lower-case name. */
export function headerCounts({ rawHeaders }: Answered): Record<string, number> {
  const counts: Record<string, number> = {};
  rawHeaders.forEach((name, i) => {
    if (i % 2 === 0) counts[name.toLowerCase()] = (counts[name.toLowerCase()] ?? 0) + 1;
  });
  return counts;
}

/** A contributor whose requests go to a port of this machine, and who trusts the authority of the test only. */
export function farClient(port: number, authority: string) {
  const secure: ConnectionOptions = {
    ...{ host: '127.0.0.1', port, localAddress: FAR_ADDRESS },
    ...{ servername: BENCHMARK_HOST, ca: readFileSync(authority) },
  };
  const agent = new Agent({ keepAlive: false, maxCachedSessions: 0 });

  return {
    secure,
    /** One request over HTTP/1.1 and a connection of its own. */
    ask: (
      path: string,
      { method = 'GET', headers = {}, body, chunked = false }: Asked = {},
      otherwise: ConnectionOptions = {},
    ): Promise<Answered> =>
      answerTo(
        request({
          ...{ ...secure, ...otherwise, agent, path, method },
          headers: {
            host: BENCHMARK_HOST,
            ...(body === undefined || chunked ? {} : { 'content-length': Buffer.byteLength(body) }),
            ...headers,
          },
        }),
        body,
      ),

    /** One request over HTTP/2. */
    async askHttp2(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answered> {
      const session = connectHttp2(`https://${BENCHMARK_HOST}`, {
        createConnection: () => connectTls({ ...secure, ALPNProtocols: ['h2'] }),
      });
      return new Promise((resolve, reject) => {
        session.on('error', reject);
        const stream = session.request({ ':path': path, ':method': method, ...headers });
        let answer = { status: 0, headers: {} as IncomingHttpHeaders, rawHeaders: [] as string[], body: '' };
        stream.on('response', (fields: Http2Headers, _flags: number, rawHeaders: string[]) => {
          const { ':status': status, ...headers } = fields as IncomingHttpHeaders & { ':status': number };
          answer = { ...answer, status, headers, rawHeaders };
        });
        stream.on('data', (chunk: Buffer) => (answer.body += chunk.toString('utf8')));
        stream.on('end', () => {
          session.close();
          resolve(answer);
        });
        stream.on('error', reject);
        stream.end(body);
      });
    },

    /** Writes text over TLS as it is, and gives what comes until the other side hangs up. */
    write: (text: string): Promise<string> =>
      untilClosed(connectTls({ ...secure, ALPNProtocols: ['http/1.1'] }), 'secureConnect', text),

    /** Writes bytes without TLS. */
    writePlain: (bytes: string | Buffer): Promise<string> =>
      untilClosed(connectPlain({ host: '127.0.0.1', port, localAddress: FAR_ADDRESS }), 'connect', bytes),
  };
}

/** One request without TLS, such as to port 80. */
export const askPlain = (port: number, path: string, host: string): Promise<Answered> =>
  answerTo(
    requestPlain({
      host: '127.0.0.1',
      port,
      localAddress: FAR_ADDRESS,
      path,
      headers: { host },
      agent: false,
    }),
  );

function answerTo(asked: ReturnType<typeof request>, body?: string | Buffer): Promise<Answered> {
  return new Promise((resolve, reject) => {
    asked.on('response', (response) => {
      const { statusCode: status = 0, headers, rawHeaders } = response;
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      response.on('end', () => resolve({ status, headers, rawHeaders, body: text }));
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

type Connection = ReturnType<typeof connectPlain>;

function untilClosed(socket: Connection, ready: string, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on(ready, () => socket.write(bytes));
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    socket.on('close', () => resolve(text));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // The other side may hang up while we still write.
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
  });
}
