import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { canonicalJson } from '../../submission/canonical';
import { receiptSchema } from '../../submission/record';
import { rowSchema } from '../../submission/row';
import { checkRow } from '../check-row';
import type { ServiceParts } from '../service-parts';
import { problemOf, problemResponses, sendProblem } from './problem';

/** The key in quotes, as a structured field string (RFC 9651). Other headers pass. */
const keyHeaders = z.looseObject({
  'idempotency-key': z.string().check(z.regex(/^"[A-Za-z0-9_-]{43}"$/)),
});

/**
 * POST /v1/submissions: 201 and a receipt; the same bytes under the same key again, 200 and the same receipt, also
 * after the cycle has closed. Nothing but canonical bytes is taken, so that the receipt's hash is the shown one.
 */
export function submissionRoutes(app: FastifyInstance, parts: ServiceParts): void {
  const { words, content, cycle, store, signer, today } = parts;
  const rubrics = content.rubrics.filter(({ id }) => id === cycle.rubric);
  const schema = {
    summary: words('service.docSubmit'),
    headers: keyHeaders,
    body: rowSchema,
    response: {
      200: receiptSchema,
      201: receiptSchema,
      ...problemResponses(words, 'bad-key', 'key-taken', 'too-large', 'wrong-type', 'wrong-fields', 'fault'),
    },
  };

  app.withTypeProvider<ZodTypeProvider>().post('/v1/submissions', { schema }, async (request, reply) => {
    const row = request.body;
    const bytes = request.rawBody;
    if (canonicalJson(row) !== bytes) {
      return sendProblem(reply, problemOf('not-canonical', words('service.notCanonical'), words));
    }
    const nullifier = request.headers['idempotency-key'].slice(1, -1);
    const rowHash = createHash('sha256').update(bytes).digest('hex');
    const earlier = await store.find(nullifier);
    const fault = earlier ? null : checkRow(row, { rubrics, cycle, today: today(), words });
    if (fault) {
      const errors = [{ pointer: fault.pointer, detail: fault.detail }];
      const detail = words('service.wrongField', { field: fault.pointer, reason: fault.detail });
      return sendProblem(reply, problemOf(fault.code, detail, words, errors));
    }
    const held = earlier ? { ...earlier, fresh: false } : await store.insert({ nullifier, rowHash, row });
    if (held.rowHash !== rowHash) {
      return sendProblem(reply, problemOf('key-taken', words('service.keyTaken'), words));
    }
    const receipt = signer.sign({ nullifier, revision: held.revision, cycle: row.cycle, rowHash });
    return reply.code(held.fresh ? 201 : 200).send(receipt);
  });
}
