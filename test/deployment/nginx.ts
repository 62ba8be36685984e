import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

const PROGRAM = '/usr/sbin/nginx';
/** Where Debian keeps what `load_module modules/…` means. */
const MODULES = '/usr/lib/nginx/modules';

const running = new Set<ChildProcessByStdio<null, Readable, Readable>>();
afterAll(() => {
  for (const child of running) child.kill('SIGTERM');
});

export interface Nginx {
  /** Everything that it wrote to its own output; its files are in its folder. */
  said(): string;
  end(): Promise<void>;
}

/**
 * nginx as an ordinary process with everything that is its own in `folder`, ready once it listens on `port` of
 * 127.0.0.1. `configuration` is a whole nginx.conf.
 */
export async function nginx(folder: string, configuration: string, port: number): Promise<Nginx> {
  for (const own of ['logs', 'temporary']) mkdirSync(join(folder, own), { recursive: true });
  symlinkSync(MODULES, join(folder, 'modules'));
  writeFileSync(join(folder, 'nginx.conf'), configuration);
  const child = spawn(
    PROGRAM,
    ['-p', `${folder}/`, '-c', 'nginx.conf', '-g', `daemon off; pid ${join(folder, 'pid')};`],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  running.add(child);
  let text = '';
  for (const output of [child.stdout, child.stderr]) {
    output.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  }
  const closed = once(child, 'close').finally(() => running.delete(child));
  const ended = closed.then(() => Promise.reject(new Error(`nginx ended before it was ready:\n${text}`)));
  await Promise.race([listensOn(port, child), ended]);
  ended.catch(() => undefined);
  return {
    said: () => text,
    async end() {
      child.kill('SIGTERM');
      await closed;
    },
  };
}

/** Debian's own frame around what is in conf.d, which writes down everything that nobody turned off. */
export const framed = (folder: string, site: string): string => `
worker_processes 1;
error_log logs/main.log info;
events {}
http {
  access_log logs/access.log;
  error_log logs/error.log info;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${join(folder, 'temporary', kind)};`)
    .join(' ')}
${site}
}
`;

async function listensOn(port: number, child: { readonly exitCode: number | null }): Promise<void> {
  while (child.exitCode === null) {
    const socket = connect(port, '127.0.0.1');
    const answers = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (answers) return;
  }
}

/** Ports of 127.0.0.1 that nobody has. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
