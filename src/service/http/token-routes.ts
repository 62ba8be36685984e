import { hash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { TOKEN_REQUEST_TYPE, TOKEN_RESPONSE_TYPE } from '../../submission/protocol';
import type { ServiceParts } from '../service-parts';
import { challenge, readMemberCode } from './admission';
import { answer, binaryBody, problems } from './describe';
import type { PlainCode } from './problem';
import { plainProblem, sendProblem } from './problem';

/** Token type (2 bytes), shortened key id (1), blinded message (256): RFC 9578, section 6.1. */
const REQUEST_BYTES = 259;
const BLINDED_FROM = 3;

/**
 * POST /v1/tokens (RFC 9578, sections 5.5 and 6.2): a member code buys one blind signature. The same code and request
 * again give the same answer, so that a lost reply costs nothing. It is signed before the code is spent: a request that
 * cannot be signed must not cost a code.
 */
export function tokenRoutes(app: FastifyInstance, parts: ServiceParts): void {
  const { words, cycle, store, issuer } = parts;
  const schema = {
    tags: [words('service.docTagKeys')],
    summary: words('service.docTokens'),
    consumes: [TOKEN_REQUEST_TYPE],
    body: binaryBody,
    security: [{ memberCode: [] }],
    response: {
      200: answer(words, 'service.docTokenAnswer', binaryBody, { type: TOKEN_RESPONSE_TYPE }),
      ...problems(
        words,
        ...(['no-tokens', 'code-missing', 'code-unknown', 'code-spent'] as const),
        ...(['too-large', 'wrong-type', 'bad-token-request'] as const),
      ),
    },
  };

  app.register((routes, _options, done) => {
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser(TOKEN_REQUEST_TYPE, { parseAs: 'buffer' }, (_request, body, parsed) =>
      parsed(null, body),
    );
    routes.post('/v1/tokens', { schema, bodyLimit: REQUEST_BYTES }, async (request, reply) => {
      const refuse = (code: PlainCode) => {
        challenge(reply, code, parts);
        return sendProblem(reply, plainProblem(code, words));
      };
      if (!issuer) return refuse('no-tokens');
      const codeHash = await readMemberCode(request.headers.authorization, words);
      if (codeHash === null) return refuse('code-missing');
      const blinded = request.body;
      if (!Buffer.isBuffer(blinded) || blinded.length !== REQUEST_BYTES) return refuse('bad-token-request');
      const response = issuer.issue(blinded);
      if (response === null) return refuse('bad-token-request');
      const requestHash = hash('sha256', blinded.subarray(BLINDED_FROM), 'base64url');
      const spent = await store.issue(cycle.cycle, codeHash, requestHash);
      if (spent !== 'issued') return refuse(spent);
      return reply.type(TOKEN_RESPONSE_TYPE).send(Buffer.from(response));
    });
    done();
  });
}
