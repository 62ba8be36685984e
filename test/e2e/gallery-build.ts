import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gallery</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/taskpane.css"><script type="module" src="/gallery-page.js"></script></head><body></body></html>`;

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

export interface Gallery {
  /** Of the page that shows one exhibit, named in the hash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Bundles the page of exhibits in memory, with the style sheet the pane ships, and serves both on this machine. */
export async function serveGallery(): Promise<Gallery> {
  const files = await bundle();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const body = path === '/' ? PAGE : files.get(path);
    const type = TYPES[path.split('.').pop() ?? ''] ?? 'text/html; charset=utf-8';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
  });
  server.listen({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bundle(): Promise<ReadonlyMap<string, Uint8Array>> {
  const out = join(process.cwd(), 'gallery');
  const { outputFiles } = await build({
    entryPoints: ['test/pane/gallery-page.tsx', 'src/addin/taskpane.css'].map((path) => ({
      in: path,
      out: path.replace(/^.*\//, '').replace(/\.\w+$/, ''),
    })),
    outdir: out,
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return new Map(outputFiles.map(({ path, contents }) => [path.slice(out.length), contents]));
}
