import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';

/** A folder and where it is served, with the Content-Security-Policy of its pages. */
export interface Mount {
  readonly prefix: string;
  readonly folder: string;
  readonly policy: string;
}

/** One page whose text is made when it is asked for. */
export interface Page {
  readonly path: string;
  readonly policy: string;
  readonly html: () => Promise<string>;
}

/** Serves folders and pages of this computer, freshly read each time; not listening. */
export function servePages(mounts: readonly Mount[], pages: readonly Page[]): FastifyInstance {
  const app = Fastify({ logger: false, forceCloseConnections: true });
  for (const { path, policy, html } of pages) {
    app.get(path, async (_request, reply) =>
      reply
        .headers(headersFor(policy))
        .type('text/html; charset=utf-8')
        .send(await html()),
    );
  }
  mounts.forEach(({ prefix, folder, policy }, index) => {
    app.register(fastifyStatic, {
      root: folder,
      prefix,
      decorateReply: index === 0,
      cacheControl: false,
      index: false,
      setHeaders: (response) => {
        for (const [name, value] of Object.entries(headersFor(policy))) response.setHeader(name, value);
      },
    });
  });
  return app;
}

/** Not `no-store`: Excel may refuse icons that are sent with it. Never X-Frame-Options: Excel on the web frames the pane. */
const headersFor = (policy: string): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': policy,
  'Cache-Control': 'max-age=0, must-revalidate',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
});
