import type { FastifyReply } from 'fastify';
import type { ProblemDetails } from '../../submission/protocol';
import { problemSchema } from '../../submission/protocol';
import type { WordKey, Words } from '../../words/words';
import type { RowFault } from '../row-fault';

interface Kind {
  readonly status: number;
  readonly title: WordKey;
}

/** Every way in which the service says no. The code is the last part of the problem's `type`. */
const KINDS = {
  'bad-request': { status: 400, title: 'service.titleBadRequest' },
  'not-json': { status: 400, title: 'service.titleNotJson' },
  'bad-key': { status: 400, title: 'service.titleBadKey' },
  'not-found': { status: 404, title: 'service.titleNotFound' },
  'too-slow': { status: 408, title: 'service.titleTooSlow' },
  'key-taken': { status: 409, title: 'service.titleKeyTaken' },
  'too-large': { status: 413, title: 'service.titleTooLarge' },
  'wrong-type': { status: 415, title: 'service.titleWrongType' },
  'wrong-fields': { status: 422, title: 'service.titleWrongFields' },
  'not-canonical': { status: 422, title: 'service.titleNotCanonical' },
  'unknown-rubric': { status: 422, title: 'service.titleWrongFields' },
  'wrong-cycle': { status: 422, title: 'service.titleWrongFields' },
  'cycle-closed': { status: 422, title: 'service.titleCycleClosed' },
  'wrong-items': { status: 422, title: 'service.titleWrongFields' },
  'wrong-scores': { status: 422, title: 'service.titleWrongScores' },
  fault: { status: 500, title: 'service.titleFault' },
  later: { status: 501, title: 'service.titleLater' },
  'not-ready': { status: 503, title: 'service.titleNotReady' },
} as const satisfies Record<string, Kind> & Record<RowFault['code'], Kind>;

export type ProblemCode = keyof typeof KINDS;
export type FieldProblems = NonNullable<ProblemDetails['errors']>;

export const PROBLEM_TYPE = 'application/problem+json';

/** The problem (RFC 9457) of a code: `detail` is a sentence for the caller, `errors` names fields. */
export function problemOf(
  code: ProblemCode,
  detail: string,
  words: Words,
  errors?: FieldProblems,
): ProblemDetails {
  const { status, title } = KINDS[code];
  const problem = { type: `urn:jsp-benchmark:problem:${code}`, title: words(title), status, detail };
  return errors ? { ...problem, errors } : problem;
}

/** Answers with a problem. */
export const sendProblem = (reply: FastifyReply, problem: ProblemDetails): FastifyReply =>
  reply.code(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));

/** The part of a route's schema that says which problems it answers with. */
export const problemResponses = (words: Words, ...codes: readonly ProblemCode[]) =>
  Object.fromEntries(
    codes.map((code) => [
      KINDS[code].status,
      { description: words(KINDS[code].title), content: { [PROBLEM_TYPE]: { schema: problemSchema } } },
    ]),
  );
