import type { FastifyInstance } from 'fastify';
import type { WordKey } from '../../words/words';
import type { ServiceParts } from '../service-parts';
import { problemOf, problemResponses, sendProblem } from './problem';

/** Places in the protocol that a later version fills: they answer in words, whatever is sent to them. */
const LATER: readonly { method: 'POST' | 'PUT' | 'DELETE'; url: string; what: WordKey }[] = [
  { method: 'POST', url: '/v1/tokens', what: 'service.laterTokens' },
  { method: 'PUT', url: '/v1/submissions/:nullifier', what: 'service.laterCorrection' },
  { method: 'DELETE', url: '/v1/submissions/:nullifier', what: 'service.laterWithdrawal' },
];

export function laterRoutes(app: FastifyInstance, { words }: ServiceParts): void {
  for (const { method, url, what } of LATER) {
    app.route({
      method,
      url,
      schema: { summary: words(what), response: problemResponses(words, 'later') },
      onRequest: async (_request, reply) => sendProblem(reply, problemOf('later', words(what), words)),
      handler: () => {
        throw new Error('Answered before its body is read');
      },
    });
  }
}
