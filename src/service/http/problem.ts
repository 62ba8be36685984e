import type { FastifyReply } from 'fastify';
import type { ProblemDetails } from '../../submission/protocol';
import type { WordKey, Words } from '../../words/words';
import type { RowFault } from '../../submission/row-fault';

interface Kind {
  readonly status: number;
  readonly title: WordKey;
}

/** Every way in which the service says no. The code is the last part of the problem's `type`. */
export const KINDS = {
  'bad-request': { status: 400, title: 'service.titleBadRequest' },
  'not-json': { status: 400, title: 'service.titleNotJson' },
  'bad-header': { status: 400, title: 'service.titleBadHeader' },
  'code-missing': { status: 401, title: 'service.titleCodeMissing' },
  'token-missing': { status: 401, title: 'service.titleTokenMissing' },
  'code-unknown': { status: 403, title: 'service.titleCodeUnknown' },
  'token-refused': { status: 403, title: 'service.titleTokenRefused' },
  'not-found': { status: 404, title: 'service.titleNotFound' },
  'release-unknown': { status: 404, title: 'service.titleNotFound' },
  'no-submit-page': { status: 404, title: 'service.titleNoSubmitPage' },
  'row-unknown': { status: 404, title: 'service.titleRowUnknown' },
  'no-tokens': { status: 404, title: 'service.titleNoTokens' },
  'too-slow': { status: 408, title: 'service.titleTooSlow' },
  'key-taken': { status: 409, title: 'service.titleKeyTaken' },
  'row-withdrawn': { status: 409, title: 'service.titleRowWithdrawn' },
  'code-spent': { status: 409, title: 'service.titleCodeSpent' },
  'revision-stale': { status: 412, title: 'service.titleRevisionStale' },
  'too-large': { status: 413, title: 'service.titleTooLarge' },
  'wrong-type': { status: 415, title: 'service.titleWrongType' },
  'wrong-fields': { status: 422, title: 'service.titleWrongFields' },
  'not-canonical': { status: 422, title: 'service.titleNotCanonical' },
  'unknown-rubric': { status: 422, title: 'service.titleWrongFields' },
  'wrong-cycle': { status: 422, title: 'service.titleWrongFields' },
  'cycle-closed': { status: 422, title: 'service.titleCycleClosed' },
  'wrong-items': { status: 422, title: 'service.titleWrongFields' },
  'wrong-scores': { status: 422, title: 'service.titleWrongScores' },
  'other-key': { status: 422, title: 'service.titleOtherKey' },
  'bad-token-request': { status: 422, title: 'service.titleBadTokenRequest' },
  fault: { status: 500, title: 'service.titleFault' },
  'not-ready': { status: 503, title: 'service.titleNotReady' },
} as const satisfies Record<string, Kind> & Record<RowFault['code'], Kind>;

export type ProblemCode = keyof typeof KINDS;
export type FieldProblems = NonNullable<ProblemDetails['errors']>;

export const PROBLEM_TYPE = 'application/problem+json';
export const RETRY_AFTER_SECONDS = '5';

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

/** Answers with a problem; nobody may keep it, whatever the route said of its answers. */
export function sendProblem(reply: FastifyReply, problem: ProblemDetails): FastifyReply {
  reply.header('cache-control', 'no-store');
  if (problem.status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS);
  return reply.code(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}

/** The sentence of a code that always has the same. */
const DETAILS = {
  'bad-request': 'service.badRequest',
  'not-json': 'service.notJson',
  'not-found': 'service.notFound',
  'release-unknown': 'service.releaseNotFound',
  'no-submit-page': 'service.noSubmitPage',
  'row-unknown': 'service.rowUnknown',
  'no-tokens': 'service.noTokens',
  'too-slow': 'service.tooSlow',
  'key-taken': 'service.keyTaken',
  'row-withdrawn': 'service.rowWithdrawn',
  'code-missing': 'service.codeMissing',
  'token-missing': 'service.tokenMissing',
  'code-unknown': 'service.codeUnknown',
  'token-refused': 'service.tokenRefused',
  'code-spent': 'service.codeSpent',
  'revision-stale': 'service.revisionStale',
  'too-large': 'service.tooLarge',
  'wrong-type': 'service.wrongType',
  'not-canonical': 'service.notCanonical',
  'other-key': 'service.otherKey',
  'bad-token-request': 'service.badTokenRequest',
  fault: 'service.fault',
  'not-ready': 'service.notReady',
} as const satisfies Partial<Record<ProblemCode, WordKey>>;
export type PlainCode = keyof typeof DETAILS;

export const plainProblem = (code: PlainCode, words: Words): ProblemDetails =>
  problemOf(code, words(DETAILS[code]), words);

/** A problem as the description of the service shows it. */
export function exampleProblem(code: ProblemCode, words: Words): ProblemDetails {
  if (code in DETAILS) return plainProblem(code as PlainCode, words);
  if (code === 'bad-header')
    return problemOf(code, words('service.badHeader', { header: 'If-Match', example: '"1"' }), words);
  const error = { pointer: '/overall/composite', detail: words('service.impossibleScore') };
  const detail = words('service.wrongField', { field: error.pointer, reason: error.detail });
  return problemOf(code, detail, words, [error]);
}
