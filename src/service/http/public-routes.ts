import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { benchmarkSchema } from '../../rubric/benchmark';
import { cycleSchema, releaseListSchema } from '../../submission/protocol';
import type { ServiceParts } from '../service-parts';
import { problemOf, problemResponses, sendProblem } from './problem';

/** What anybody may read: the open cycle, and figures that are published. Nothing here comes from received rows. */
export function publicRoutes(app: FastifyInstance, parts: ServiceParts): void {
  const { words, content, cycle, signer } = parts;
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const versions = content.rubrics.filter(({ id }) => id === cycle.rubric).map(({ version }) => version);

  const cycleDoc = { summary: words('service.docCycle'), response: { 200: cycleSchema } };
  typed.get('/v1/cycle', { schema: cycleDoc }, () => ({
    cycle: cycle.cycle,
    rubric: { id: cycle.rubric, versions },
    closes: cycle.closes,
    mode: 'open' as const,
    receiptKey: { id: signer.keyId, publicKey: signer.publicKey },
  }));

  const listDoc = { summary: words('service.docReleases'), response: { 200: releaseListSchema } };
  typed.get('/v1/releases', { schema: listDoc }, () => ({
    releases: content.releases.map(({ id, title, kind, cycle: year }) => ({ id, title, kind, cycle: year })),
  }));

  const releaseDoc = {
    summary: words('service.docRelease'),
    params: z.object({ id: benchmarkSchema.shape.id }),
    response: { 200: benchmarkSchema, ...problemResponses(words, 'not-found') },
  };
  typed.get('/v1/releases/:id', { schema: releaseDoc }, async (request, reply) => {
    const release = content.releases.find(({ id }) => id === request.params.id);
    return release ?? sendProblem(reply, problemOf('not-found', words('service.releaseNotFound'), words));
  });
}
