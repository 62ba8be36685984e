import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Words } from '../../words/words';
import { plainProblem, sendProblem } from './problem';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body's text as it came. */
    rawBody: string;
  }
}

/** Marks a body that is not JSON, told from every value that JSON can be. */
const NOT_JSON = Symbol('not JSON');

/**
 * Takes `application/json` and nothing else, and keeps the text beside the value: what was hashed and shown is the
 * text, and a value parsed from it no longer tells of doubled keys, spaces or spellings of numbers.
 */
export function takeRawJson(app: FastifyInstance, words: Words): void {
  app.decorateRequest('rawBody', '');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (request: FastifyRequest, text: string, done) => {
      request.rawBody = text;
      done(null, parse(text));
    },
  );
  app.addHook('preValidation', async (request, reply) => {
    // Some clients name a type with every request; a withdrawal has no body to be wrong.
    if (request.body !== NOT_JSON || request.method === 'DELETE') return undefined;
    return sendProblem(reply, plainProblem('not-json', words));
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return NOT_JSON;
    throw error;
  }
}
