import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { ServiceParts } from '../service-parts';
import { answer, IMMUTABLE, NO_STORE, problems, textBody } from './describe';
import { plainProblem, sendProblem } from './problem';

const HTML_TYPE = 'text/html; charset=utf-8';
/** SHA-256 of the empty text: lets the page's library fill an empty style element by rules, and nothing else. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Everything comes from here and goes here; nothing frames it. */
const PAGE_POLICY =
  `default-src 'none';script-src 'self';style-src 'self' ${EMPTY_STYLE};img-src 'self';connect-src 'self';` +
  "base-uri 'none';form-action 'none';frame-ancestors 'none'";

/** The build names a file for what is in it, but for a few. */
const NAMED_FOR_CONTENT = /\.[0-9a-f]{16,}\.\w+$/;

/** The page that takes a row from a person, and its files, out of the folder that the build filled; 404 without it. */
export function submitPageRoutes(
  app: FastifyInstance,
  { words, submitPage }: Pick<ServiceParts, 'words' | 'submitPage'>,
  prefix: string,
): void {
  const page = submitPage === undefined ? null : pageIn(submitPage);
  const schema = {
    tags: [words('service.docTagRows')],
    summary: words('service.docSubmitPage'),
    response: {
      200: answer(words, 'service.docSubmitPageAnswer', textBody, { type: HTML_TYPE }),
      ...problems(words, 'no-submit-page'),
    },
  };
  app.get('/submit', { schema }, (_request, reply) =>
    page === null
      ? sendProblem(reply, plainProblem('no-submit-page', words))
      : reply.type(HTML_TYPE).header('content-security-policy', PAGE_POLICY).send(page),
  );
  if (page === null || submitPage === undefined) return;
  app.get('/submit/', { schema: { hide: true } }, (_request, reply) =>
    reply.redirect(`${prefix}/submit`, 308),
  );
  app.register((files, _options, done) => {
    files.addHook('onRequest', async ({ url }, reply) => {
      reply.header('cache-control', NAMED_FOR_CONTENT.test(url) ? IMMUTABLE : NO_STORE);
    });
    files.register(fastifyStatic, {
      root: submitPage,
      prefix: '/submit/',
      index: false,
      decorateReply: false,
      cacheControl: false,
    });
    done();
  });
}

/** Whether a page was built into a folder. */
export const isBuilt = (folder: string): boolean => existsSync(join(folder, 'submit.html'));

/** The page's text; its files are beside it. Null where nothing was built. */
const pageIn = (folder: string): string | null =>
  isBuilt(folder) ? readFileSync(join(folder, 'submit.html'), 'utf8') : null;
