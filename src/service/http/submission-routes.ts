import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { receiptSchema } from '../../submission/record';
import { rowSchema } from '../../submission/row';
import type { Mode, ServiceParts } from '../service-parts';
import type { Held } from '../store/store';
import { admitRow, challenge } from './admission';
import { answer, problems } from './describe';
import { exampleReceipt, exampleRow } from './examples';
import type { PlainCode } from './problem';
import { plainProblem, sendProblem } from './problem';
import { canonicalHash, ROW_PROBLEMS, rowProblem } from './row-body';
import { sendHeaders, unquoted } from './row-headers';

const SECURITY: Readonly<Record<Mode, readonly Record<string, string[]>[]>> = {
  open: [],
  code: [{ memberCode: [] }],
  blind: [{ privateToken: [] }],
};

/**
 * POST /v1/submissions: 201 and a receipt; the same bytes under the same key again, 200 and the same receipt, also
 * after the cycle has closed and without a fresh code: whoever has both was let in before. Nothing but canonical bytes
 * is taken, so that the receipt's hash is the shown one.
 */
export function submissionRoutes(app: FastifyInstance, parts: ServiceParts): void {
  const { words, content, cycle, mode, store, signer } = parts;
  const rubric = content.rubrics.find(({ id }) => id === cycle.rubric);
  const receipt = { example: exampleReceipt(cycle.cycle, 1) };
  const schema = {
    tags: [words('service.docTagRows')],
    summary: words('service.docSubmit'),
    headers: sendHeaders(words),
    body: rowSchema,
    bodyExample: rubric && exampleRow(rubric, cycle.cycle),
    security: SECURITY[mode],
    response: {
      200: answer(words, 'service.docReceiptAgain', receiptSchema, receipt),
      201: answer(words, 'service.docReceipt', receiptSchema, receipt),
      ...problems(
        words,
        ...ROW_PROBLEMS,
        ...(['code-missing', 'code-unknown', 'code-spent', 'token-missing', 'token-refused'] as const),
        ...(['other-key', 'key-taken', 'row-withdrawn'] as const),
      ),
    },
  };

  app.withTypeProvider<ZodTypeProvider>().post('/v1/submissions', { schema }, async (request, reply) => {
    const row = request.body;
    const nullifier = unquoted(request.headers['idempotency-key']);
    const owner = request.headers['row-owner'];
    const refuse = (code: PlainCode) => {
      challenge(reply, code, parts);
      return sendProblem(reply, plainProblem(code, words));
    };
    const rowHash = canonicalHash(row, request.rawBody);
    if (rowHash === null) return refuse('not-canonical');

    const confirm = (held: Held, status: 200 | 201) => {
      if (held.withdrawn) return refuse('row-withdrawn');
      if (held.rowHash !== rowHash) return refuse('key-taken');
      return reply.code(status).send(signer.sign({ ...held, nullifier }));
    };
    const earlier = await store.find(nullifier);
    if (earlier) return confirm(earlier, 200);
    const admitted = await admitRow(parts, request.headers.authorization, nullifier);
    if ('refused' in admitted) return refuse(admitted.refused);
    const problem = rowProblem(row, parts);
    if (problem) return sendProblem(reply, problem);
    const entry = { nullifier, rowHash, owner: owner === undefined ? null : unquoted(owner), row };
    const inserted = await store.insert(entry, admitted.admission);
    if ('refused' in inserted) return refuse(inserted.refused);
    return confirm(inserted.held, inserted.fresh ? 201 : 200);
  });
}
