import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { benchmarkSchema } from '../../rubric/benchmark';
import { type Release, releaseSchema } from '../../rubric/release';
import { proofPageSchema, releaseListSchema } from '../../submission/protocol';
import { releaseCsv } from '../release/release-csv';
import { proofPage } from '../release/tree';
import type { Words } from '../../words/words';
import type { ServiceParts } from '../service-parts';
import { answer, IMMUTABLE, problems, releaseParams, textBody } from './describe';
import { EXAMPLE_HASH } from './examples';
import { plainProblem, sendProblem } from './problem';
import type { Brief, Shelf } from './shelf';

const CSV_TYPE = 'text/csv; charset=utf-8; header=present';
const JSON_TYPE = 'application/json; charset=utf-8';

/** Which page of leaves; the first, if none is named. */
const pageQuery = (words: Words) =>
  z.object({
    page: z._default(
      z
        .string()
        .check(z.regex(/^(0|[1-9]\d{0,5})$/))
        .register(z.globalRegistry, { description: words('service.docPage'), examples: ['0'] }),
      '0',
    ),
  });

/** What anybody may read: figures that are published. A release and what is made of it never change. */
export function releaseRoutes(app: FastifyInstance, parts: ServiceParts, shelf: Shelf): void {
  const { words, content, store } = parts;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const params = releaseParams(words);
  const missing = () => plainProblem('release-unknown', words);
  const unknown = problems(words, 'not-found', 'release-unknown');

  const published = content.releases.map(({ id, title, kind, cycle }) => ({ id, title, kind, cycle }));
  const example = { releases: published };
  const listDoc = {
    tags: [words('service.docTagReleases')],
    summary: words('service.docReleases'),
    response: {
      200: answer(words, 'service.docReleasesAnswer', releaseListSchema, { example }),
      ...problems(words),
    },
  };
  routes.get('/v1/releases', { schema: listDoc }, async () => ({
    releases: [...published, ...(await shelf.list()).map(listed)],
  }));

  const releaseDoc = {
    tags: [words('service.docTagReleases')],
    summary: words('service.docRelease'),
    params,
    response: {
      200: answer(words, 'service.docReleaseAnswer', z.union([benchmarkSchema, releaseSchema]), {
        example: content.releases[0],
        cache: IMMUTABLE,
      }),
      ...unknown,
    },
  };
  routes.get('/v1/releases/:id', { schema: releaseDoc }, async (request, reply) => {
    const { id } = request.params;
    const release = await shelf.find(id);
    // The bytes as they were signed and stored.
    if (release) return reply.type(JSON_TYPE).header('cache-control', IMMUTABLE).send(release.body);
    return content.releases.find((one) => one.id === id) ?? sendProblem(reply, missing());
  });

  const csvDoc = {
    tags: [words('service.docTagReleases')],
    summary: words('service.docCsv'),
    params,
    response: {
      200: answer(words, 'service.docCsvAnswer', textBody, { type: CSV_TYPE, cache: IMMUTABLE }),
      ...unknown,
    },
  };
  routes.get('/v1/releases/:id.csv', { schema: csvDoc }, async (request, reply) => {
    const stored = await shelf.find(request.params.id);
    if (!stored) return sendProblem(reply, missing());
    const release = JSON.parse(stored.body) as Release;
    return reply
      .type(CSV_TYPE)
      .headers({
        'cache-control': IMMUTABLE,
        'content-disposition': `attachment; filename="jsp-benchmark-${release.id}.csv"`,
      })
      .send(releaseCsv(release, rubricOf(release, parts), words));
  });

  const proofDoc = {
    tags: [words('service.docTagReleases')],
    summary: words('service.docProof'),
    params,
    querystring: pageQuery(words),
    response: {
      200: answer(words, 'service.docProofAnswer', proofPageSchema, {
        example: { page: 0, pages: 1, leaves: [EXAMPLE_HASH], path: [] },
        cache: IMMUTABLE,
      }),
      ...unknown,
    },
  };
  routes.get('/v1/releases/:id/proof', { schema: proofDoc }, async (request, reply) => {
    const brief = await shelf.brief(request.params.id);
    if (!brief) return sendProblem(reply, missing());
    const leafPage = (page: number) => store.leafPage(brief.number, page);
    const page = await proofPage(leafPage, brief, Number(request.query.page));
    if (!page) return sendProblem(reply, missing());
    reply.header('cache-control', IMMUTABLE);
    return page;
  });
}

const listed = ({ id, title, cycle }: Brief) => ({ id, title, kind: 'release' as const, cycle });

/** The newest of the release's versions of its rubric. */
function rubricOf({ rubric: { id, versions } }: Release, { content }: Pick<ServiceParts, 'content'>) {
  const rubric = content.rubrics.findLast((one) => one.id === id && versions.includes(one.version));
  if (!rubric) throw new Error(`No rubric file for ${id} ${versions.join(', ')}`);
  return rubric;
}
