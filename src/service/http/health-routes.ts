import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import type { ServiceParts } from '../service-parts';
import { answer, problems } from './describe';
import { plainProblem, sendProblem } from './problem';

const healthSchema = z.strictObject({ status: z.literal('ok') });
const OK = { status: 'ok' } as const;

/** `/healthz`: the process answers. `/readyz`: its store answers too. Neither tells anything about rows. */
export function healthRoutes(app: FastifyInstance, { words, store, log }: ServiceParts): void {
  const response = {
    200: answer(words, 'service.docHealthAnswer', healthSchema, { example: OK }),
    ...problems(words),
  };
  app.get(
    '/healthz',
    { schema: { tags: [words('service.docTagService')], summary: words('service.docHealth'), response } },
    () => OK,
  );

  app.get(
    '/readyz',
    { schema: { tags: [words('service.docTagService')], summary: words('service.docReady'), response } },
    async (_request, reply) => {
      const answers = await store.ready().catch((error: unknown) => {
        log({ event: 'fault', error });
        return false;
      });
      return answers ? OK : sendProblem(reply, plainProblem('not-ready', words));
    },
  );
}
