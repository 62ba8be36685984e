import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, createServer as createTap, type AddressInfo, type Socket } from 'node:net';

export type Site = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

/** Everything a browser is given for an internet: sites by their host name, and a record of every byte that it sends. */
export interface TappedWeb {
  /** For `--proxy-server`. */
  readonly proxy: string;
  /** `METHOD address` of each request, in order. What asks for a host that is no site is among them, and gets nothing. */
  readonly requests: readonly string[];
  /** Every byte that came in, as it came. */
  sent(): Buffer;
  close(): Promise<void>;
}

/** Starts it: an HTTP proxy on a free port, behind a tap. Host names need no name server, and https leads nowhere. */
export async function tappedWeb(sites: Readonly<Record<string, Site>>): Promise<TappedWeb> {
  const requests: string[] = [];
  const bytes: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((incoming, response) => {
    requests.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`);
    const url = URL.canParse(incoming.url ?? '') ? new URL(incoming.url ?? '') : null;
    const site = url && sites[url.hostname];
    if (url && site) site(incoming, response, url);
    else response.writeHead(502).end();
  });
  server.on('connect', (incoming: IncomingMessage, socket: Socket) => {
    requests.push(`CONNECT ${incoming.url ?? ''}`);
    socket.end('HTTP/1.1 502 No way\r\n\r\n');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const behind = (server.address() as AddressInfo).port;

  const tap = createTap((near) => {
    const far = connect(behind, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    }
    near.on('data', (chunk: Buffer) => bytes.push(chunk));
    near.on('error', () => far.destroy()).pipe(far);
    far.on('error', () => near.destroy()).pipe(near);
  });
  await once(tap.listen(0, '127.0.0.1'), 'listening');
  return {
    proxy: `http://127.0.0.1:${(tap.address() as AddressInfo).port}`,
    requests,
    sent: () => Buffer.concat(bytes),
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([tap, server].map((one) => new Promise((resolve) => one.close(resolve))));
    },
  };
}

/** A site of fixed pages: by path, a media type (HTML where none is given), headers, and a body. */
export function pagesSite(
  pages: Readonly<
    Record<string, { readonly headers?: Record<string, string>; readonly body: string | Buffer }>
  >,
): Site {
  return (_request, response, url) => {
    const page = pages[url.pathname];
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.body);
  };
}

/** What a server on this computer gives, under another name, and so that any page may frame it. */
export function mirrorOf(address: string): Site {
  const { host, hostname, port, origin } = new URL(address);
  return (incoming, response, url) => {
    const headers: IncomingMessage['headers'] = { ...incoming.headers, host };
    if (headers.origin === url.origin) headers.origin = origin;
    const path = url.pathname + url.search;
    const onward = request({ host: hostname, port, method: incoming.method, path, headers }, (answer) => {
      const policy = answer.headers['content-security-policy'];
      const framed = [policy]
        .flat()
        .join('')
        .replace(/;? ?frame-ancestors[^;]*/, '');
      const given = policy === undefined ? {} : { 'content-security-policy': framed };
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...given });
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  };
}
