import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod/mini';
import type { ProblemDetails } from '../../submission/protocol';
import { explainIssue } from '../../words/explain-issue';
import type { Words } from '../../words/words';
import type { Log } from '../log';
import { StoreBusy } from '../store/store-busy';
import { STRICT_HEADERS } from './headers';
import type { FieldProblems } from './problem';
import { plainProblem, PROBLEM_TYPE, problemOf, sendProblem } from './problem';
import { HEADER_EXAMPLES } from './row-headers';
import { InvalidInput } from './validation';

const FIELDS_AT_MOST = 10;
const CHARACTERS_AT_MOST = 200;

/** Makes every error of the routes a problem (RFC 9457) in words; a fault shows nothing of itself. */
export function answerErrors(app: FastifyInstance, words: Words, log: Log): void {
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    const problem = problemFor(error, words);
    if (problem.status >= 500 && !(error instanceof StoreBusy)) log({ event: 'fault', error });
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, plainProblem('not-found', words)));
}

/** For addresses that cannot be read, which no route or hook sees. */
export function answerBadAddress(words: Words) {
  return (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
    void sendProblem(reply.headers(STRICT_HEADERS), plainProblem('bad-request', words));
  };
}

/** For what is not HTTP, or comes too slowly: there is no request yet, so the answer is written by hand. */
export function answerBrokenRequest(words: Words) {
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const slow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
    const problem = plainProblem(slow ? 'too-slow' : 'bad-request', words);
    const body = JSON.stringify(problem);
    const headers = {
      ...STRICT_HEADERS,
      'content-type': PROBLEM_TYPE,
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    const status = slow ? '408 Request Timeout' : '400 Bad Request';
    socket.end(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
  };
}

function problemFor(error: FastifyError, words: Words): ProblemDetails {
  if (error instanceof InvalidInput) return invalidInput(error, words);
  if (error instanceof StoreBusy) return plainProblem('not-ready', words);
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return plainProblem('too-large', words);
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return plainProblem('wrong-type', words);
  }
  const isCallers = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;
  return plainProblem(isCallers ? 'bad-request' : 'fault', words);
}

function invalidInput({ part, issues }: InvalidInput, words: Words): ProblemDetails {
  if (part === 'headers') {
    const [header, example] = HEADER_EXAMPLES[String(issues[0]?.path[0])] ?? ['', ''];
    return problemOf('bad-header', words('service.badHeader', { header, example }), words);
  }
  if (part !== 'body') return plainProblem('not-found', words);
  const errors: FieldProblems = issues.slice(0, FIELDS_AT_MOST).map((issue) => ({
    pointer: shorten(pointerTo(issue.path)),
    detail: shorten(explainIssue(issue, words)),
  }));
  const [first] = errors;
  const values = { field: first?.pointer || '/', reason: first?.detail ?? '' };
  return problemOf('wrong-fields', words('service.wrongField', values), words, errors);
}

/** JSON pointer, RFC 6901. */
const pointerTo = (path: z.core.$ZodIssue['path']): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const shorten = (text: string): string =>
  text.length > CHARACTERS_AT_MOST ? `${text.slice(0, CHARACTERS_AT_MOST)}…` : text;
