import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import type { ServiceParts } from '../service-parts';
import { problemOf, problemResponses, sendProblem } from './problem';

const healthSchema = z.strictObject({ status: z.literal('ok') });

/** `/healthz`: the process answers. `/readyz`: its store answers too. Neither tells anything about rows. */
export function healthRoutes(app: FastifyInstance, { words, store, onFault }: ServiceParts): void {
  const alive = { summary: words('service.docHealth'), response: { 200: healthSchema } };
  app.get('/healthz', { schema: alive }, () => ({ status: 'ok' }));

  const ready = {
    summary: words('service.docReady'),
    response: { 200: healthSchema, ...problemResponses(words, 'not-ready') },
  };
  app.get('/readyz', { schema: ready }, async (_request, reply) => {
    const answers = await store.ready().catch((error: unknown) => {
      onFault(error);
      return false;
    });
    if (answers) return { status: 'ok' };
    return sendProblem(reply, problemOf('not-ready', words('service.notReady'), words));
  });
}
