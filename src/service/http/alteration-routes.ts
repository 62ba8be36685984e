import { hash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { receiptSchema, withdrawalSchema } from '../../submission/record';
import { rowSchema } from '../../submission/row';
import type { ServiceParts } from '../service-parts';
import { answer, problems } from './describe';
import { exampleReceipt, exampleRow, exampleWithdrawal } from './examples';
import { plainProblem, sendProblem } from './problem';
import { canonicalHash, ROW_PROBLEMS, rowProblem } from './row-body';
import { correctionHeaders, ownerHeaders, rowParams, unquoted } from './row-headers';

/** The owner that a secret (base64url, 32 bytes) stands for, as the store keeps it. */
const ownerBy = (secretHeader: string): string =>
  hash('sha256', Buffer.from(unquoted(secretHeader), 'base64url'), 'base64url');

const REFUSALS = { unknown: 'row-unknown', revision: 'revision-stale' } as const;

/**
 * PUT and DELETE /v1/submissions/{nullifier}, for who shows the owner's secret. A key that no row has and another's
 * secret take the same way through here and get the same answer, word for word.
 */
export function alterationRoutes(app: FastifyInstance, parts: ServiceParts): void {
  const { words, content, cycle, store, signer } = parts;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const rubric = content.rubrics.find(({ id }) => id === cycle.rubric);

  const correction = {
    tags: [words('service.docTagRows')],
    summary: words('service.docCorrect'),
    params: rowParams(words),
    headers: correctionHeaders(words),
    body: rowSchema,
    bodyExample: rubric && exampleRow(rubric, cycle.cycle),
    response: {
      200: answer(words, 'service.docCorrected', receiptSchema, { example: exampleReceipt(cycle.cycle, 2) }),
      ...problems(words, ...ROW_PROBLEMS, 'not-found', 'row-unknown', 'revision-stale'),
    },
  };
  routes.put('/v1/submissions/:nullifier', { schema: correction }, async (request, reply) => {
    const row = request.body;
    const { nullifier } = request.params;
    const rowHash = canonicalHash(row, request.rawBody);
    if (rowHash === null) return sendProblem(reply, plainProblem('not-canonical', words));
    const earlier = await store.find(nullifier);
    // Bytes that are held already need no open cycle: it may have closed before the reply was lost.
    const isHeld = earlier !== null && !earlier.withdrawn && earlier.rowHash === rowHash;
    const problem = isHeld ? null : rowProblem(row, parts);
    if (problem) return sendProblem(reply, problem);
    const entry = { nullifier, rowHash, owner: ownerBy(request.headers['row-secret']), row };
    const altered = await store.correct(entry, Number(unquoted(request.headers['if-match'])));
    if ('refused' in altered) return sendProblem(reply, plainProblem(REFUSALS[altered.refused], words));
    return reply.send(signer.sign({ ...altered.held, nullifier }));
  });

  const withdrawal = {
    tags: [words('service.docTagRows')],
    summary: words('service.docWithdraw'),
    params: rowParams(words),
    headers: ownerHeaders(words),
    response: {
      200: answer(words, 'service.docWithdrawn', withdrawalSchema, {
        example: exampleWithdrawal(cycle.cycle),
      }),
      ...problems(words, 'bad-header', 'not-found', 'row-unknown'),
    },
  };
  routes.delete('/v1/submissions/:nullifier', { schema: withdrawal }, async (request, reply) => {
    const { nullifier } = request.params;
    const altered = await store.withdraw(nullifier, ownerBy(request.headers['row-secret']));
    if ('refused' in altered) return sendProblem(reply, plainProblem(REFUSALS[altered.refused], words));
    return reply.send(signer.signWithdrawal({ ...altered.held, nullifier }));
  });
}
