import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { renderReportIndex } from '../report/render-report-index';
import { styleHash } from '../report/style-hash';
import type { ServiceParts } from '../service-parts';
import { answer, IMMUTABLE, NO_STORE, problems, releaseParams, textBody } from './describe';
import { plainProblem, sendProblem } from './problem';
import type { Shelf } from './shelf';
import { isBuilt } from './submit-page-routes';

const HTML_TYPE = 'text/html; charset=utf-8';

/** A page may show itself, by the hash of its own style, and do nothing else: nothing is loaded, run, sent or framed. */
const policyOf = (page: string): string =>
  `default-src 'none';style-src ${styleHash(page)};base-uri 'none';form-action 'none';frame-ancestors 'none'`;

/** Pages for people: the list of releases, and the report of each as it was stored. */
export function reportRoutes(
  app: FastifyInstance,
  { words, mode, submitPage }: Pick<ServiceParts, 'words' | 'mode' | 'submitPage'>,
  shelf: Shelf,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();

  const sendPage = (reply: FastifyReply, page: string, cache: string): FastifyReply =>
    reply
      .type(HTML_TYPE)
      .headers({ 'cache-control': cache, 'content-security-policy': policyOf(page) })
      .send(page);

  const takesRows = submitPage !== undefined && isBuilt(submitPage);
  const indexDoc = {
    tags: [words('service.docTagReleases')],
    summary: words('service.docReports'),
    response: {
      200: answer(words, 'service.docReportsAnswer', textBody, { type: HTML_TYPE }),
      ...problems(words),
    },
  };
  routes.get('/report', { schema: indexDoc }, async (_request, reply) => {
    const releases = (await shelf.list()).toReversed();
    return sendPage(reply, renderReportIndex({ releases, mode, words, submitPage: takesRows }), NO_STORE);
  });

  const reportDoc = {
    tags: [words('service.docTagReleases')],
    summary: words('service.docReport'),
    params: releaseParams(words),
    response: {
      200: answer(words, 'service.docReportAnswer', textBody, { type: HTML_TYPE, cache: IMMUTABLE }),
      ...problems(words, 'not-found', 'release-unknown'),
    },
  };
  routes.get('/report/:id', { schema: reportDoc }, async (request, reply) => {
    const release = await shelf.find(request.params.id);
    if (!release) return sendProblem(reply, plainProblem('release-unknown', words));
    return sendPage(reply, release.report, IMMUTABLE);
  });
}
