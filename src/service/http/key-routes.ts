import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { cycleSchema, keysSchema } from '../../submission/protocol';
import type { ServiceParts } from '../service-parts';
import { padded } from './admission';
import { answer, problems } from './describe';
import { EXAMPLE_KEY } from './examples';
import { plainProblem, sendProblem } from './problem';

/** A service in mode `open` says in words that it is one. */
const noticedCycle = z.extend(cycleSchema, { notice: z.optional(z.string()) });

/** RFC 9578, section 4. */
const issuerDirectory = z.object({
  'issuer-request-uri': z.string(),
  'token-keys': z.array(z.object({ 'token-type': z.int(), 'token-key': z.string() })),
});
const DIRECTORY_TYPE = 'application/private-token-issuer-directory';
const BLIND_RSA = 2;

/** The open cycle, and the keys by which everything that the service says of it can be checked. */
export function keyRoutes(app: FastifyInstance, parts: ServiceParts, prefix: string): void {
  const { words, content, cycle, mode, signer, issuer, keys } = parts;
  const versions = content.rubrics.filter(({ id }) => id === cycle.rubric).map(({ version }) => version);
  const open: z.input<typeof noticedCycle> = {
    cycle: cycle.cycle,
    rubric: { id: cycle.rubric, versions },
    closes: cycle.closes,
    mode,
    receiptKey: { id: signer.keyId, publicKey: signer.publicKey },
    ...(mode === 'open' ? { notice: words('service.openNotice') } : {}),
    ...(issuer ? { tokenKey: issuer.tokenKey } : {}),
  };
  const cycleDoc = {
    tags: [words('service.docTagKeys')],
    summary: words('service.docCycle'),
    response: {
      200: answer(words, 'service.docCycleAnswer', noticedCycle, { example: open }),
      ...problems(words),
    },
  };
  app.get('/v1/cycle', { schema: cycleDoc }, () => open);

  const receiptKey = { id: EXAMPLE_KEY, publicKey: EXAMPLE_KEY, state: 'current' as const };
  const example: z.input<typeof keysSchema> = { receipt: [receiptKey], token: [] };
  const keysDoc = {
    tags: [words('service.docTagKeys')],
    summary: words('service.docKeys'),
    response: { 200: answer(words, 'service.docKeysAnswer', keysSchema, { example }), ...problems(words) },
  };
  app.get('/v1/keys', { schema: keysDoc }, () => keys());

  const directory = (publicKey: string): z.input<typeof issuerDirectory> => ({
    'issuer-request-uri': `${prefix}/v1/tokens`,
    'token-keys': [{ 'token-type': BLIND_RSA, 'token-key': padded(publicKey) }],
  });
  const directoryDoc = {
    tags: [words('service.docTagKeys')],
    summary: words('service.docDirectory'),
    response: {
      200: answer(words, 'service.docDirectoryAnswer', issuerDirectory, {
        type: DIRECTORY_TYPE,
        example: directory(EXAMPLE_KEY),
      }),
      ...problems(words, 'no-tokens'),
    },
  };
  app.get('/.well-known/private-token-issuer-directory', { schema: directoryDoc }, (_request, reply) => {
    if (!issuer) return sendProblem(reply, plainProblem('no-tokens', words));
    return reply.type(DIRECTORY_TYPE).send(JSON.stringify(directory(issuer.tokenKey.publicKey)));
  });
}
