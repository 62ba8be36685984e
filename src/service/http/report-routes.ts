import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { ServiceParts } from '../service-parts';
import { answer, IMMUTABLE, NO_STORE, problems, releaseParams, textBody } from './describe';
import { escapeHtml, page, pagePolicy, withOpenNotice } from './page';
import { plainProblem, sendProblem } from './problem';
import type { Shelf, Shelved } from './shelf';

const HTML_TYPE = 'text/html; charset=utf-8';

/** Pages for people: the list of releases, and the report of each as it was stored. */
export function reportRoutes(
  app: FastifyInstance,
  { words, mode }: Pick<ServiceParts, 'words' | 'mode'>,
  shelf: Shelf,
  prefix: string,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  // A page that bears the notice is not the report for ever.
  const cache = mode === 'open' ? NO_STORE : IMMUTABLE;

  function sendPage(reply: FastifyReply, html: string, keep: string): FastifyReply {
    const shown = mode === 'open' ? withOpenNotice(html, words) : html;
    const headers = { 'cache-control': keep, 'content-security-policy': pagePolicy(shown) };
    return reply.type(HTML_TYPE).headers(headers).send(shown);
  }

  const indexDoc = {
    summary: words('service.docReports'),
    response: {
      200: answer(words, 'service.docReportsAnswer', textBody, { type: HTML_TYPE }),
      ...problems(words),
    },
  };
  routes.get('/report', { schema: indexDoc }, async (_request, reply) => {
    const releases = await shelf.list();
    const html =
      releases.length === 0 ? nothingYet() : `<ul>${releases.toReversed().map(entry).join('\n')}</ul>`;
    return sendPage(reply, page(words('service.reportsTitle'), html, words), NO_STORE);
  });

  const nothingYet = () => `<p>${escapeHtml(words('service.reportsNone'))}</p>`;
  const entry = ({ id, title }: Shelved) => {
    const link = (path: string, text: string) =>
      `<a href="${escapeHtml(prefix + path)}">${escapeHtml(text)}</a>`;
    const figures = [
      link(`/v1/releases/${id}`, words('service.reportsJson')),
      link(`/v1/releases/${id}.csv`, words('service.reportsCsv')),
    ];
    return `<li>${link(`/report/${id}`, title)}<br>${figures.join(' · ')}</li>`;
  };

  const reportDoc = {
    summary: words('service.docReport'),
    params: releaseParams(words),
    response: {
      200: answer(words, 'service.docReportAnswer', textBody, { type: HTML_TYPE, cache }),
      ...problems(words, 'not-found', 'release-unknown'),
    },
  };
  routes.get('/report/:id', { schema: reportDoc }, async (request, reply) => {
    const release = await shelf.find(request.params.id);
    if (!release) return sendProblem(reply, plainProblem('release-unknown', words));
    return sendPage(reply, release.report, cache);
  });
}
