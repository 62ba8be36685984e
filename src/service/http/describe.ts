import type { SwaggerTransform } from '@fastify/swagger';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { problemSchema } from '../../submission/protocol';
import type { WordKey, Words } from '../../words/words';
import type { ProblemCode } from './problem';
import { exampleProblem, KINDS, PROBLEM_TYPE, RETRY_AFTER_SECONDS } from './problem';

declare module 'fastify' {
  interface FastifySchema {
    /** A body that the route takes, for the OpenAPI document. */
    bodyExample?: object | undefined;
  }
}

interface HeaderText {
  readonly type: 'string';
  readonly description: string;
  readonly examples: readonly [string];
}

/** One answer of a route: checked where it is JSON, and described in the OpenAPI document. */
interface Answer {
  readonly description: string;
  readonly headers: Readonly<Record<string, HeaderText>>;
  readonly content: Readonly<Record<string, Media>>;
}
interface Media {
  readonly schema: z.core.$ZodType;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

export const NO_STORE = 'no-store';
/** For what never changes: a release and everything made of it. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';

export const textBody = z.string();
/** Bytes; JSON Schema cannot say which. */
export const binaryBody = z.any().register(z.globalRegistry, { type: 'string', format: 'binary' });

/** The id in a release's path. */
export const releaseParams = (words: Words) =>
  z.object({
    id: z
      .string()
      .check(z.regex(/^[a-z0-9][a-z0-9-]{0,40}$/))
      .register(z.globalRegistry, { description: words('service.docReleaseId'), examples: ['r1'] }),
  });

interface AnswerOptions {
  readonly type?: string;
  readonly example?: unknown;
  readonly cache?: typeof NO_STORE | typeof IMMUTABLE;
}

/** A good answer; JSON that nobody keeps, unless told otherwise. */
export function answer(
  words: Words,
  about: WordKey,
  schema: z.core.$ZodType,
  { type = 'application/json', example, cache = NO_STORE }: AnswerOptions = {},
): Answer {
  const media = example === undefined ? { schema } : { schema, examples: { example: { value: example } } };
  return {
    description: words(about),
    headers: { 'Cache-Control': headerText(words('service.docCacheControl'), cache) },
    content: { [type]: media },
  };
}

const headerText = (description: string, example: string): HeaderText => ({
  type: 'string',
  description,
  examples: [example],
});

/** What any route may answer. */
const ALWAYS: readonly ProblemCode[] = ['bad-request', 'too-slow', 'fault', 'not-ready'];

/** The problems that a route answers with, each with an example, by status. */
export function problems(words: Words, ...codes: readonly ProblemCode[]): Record<number, Answer> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of [...codes, ...ALWAYS]) {
    const { status } = KINDS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [status, problemAnswer(words, status, ofStatus)]),
  );
}

function problemAnswer(words: Words, status: number, codes: readonly ProblemCode[]): Answer {
  const titles = new Set(codes.map((code) => words(KINDS[code].title)));
  const examples: Record<string, { value: unknown }> = {};
  for (const code of codes) examples[code] = { value: exampleProblem(code, words) };
  const cache = { 'Cache-Control': headerText(words('service.docCacheControl'), NO_STORE) };
  const retry = { 'Retry-After': headerText(words('service.docRetryAfter'), RETRY_AFTER_SECONDS) };
  const challenge = { 'WWW-Authenticate': headerText(words('service.docAuthenticate'), 'MemberCode') };
  return {
    description: [...titles].join(' · '),
    headers: { ...cache, ...(status === 503 ? retry : {}), ...(status === 401 ? challenge : {}) },
    content: { [PROBLEM_TYPE]: { schema: problemSchema, examples } },
  };
}

/** As `jsonSchemaTransform`, which forgets examples and the headers of answers. */
export const describeRoute: SwaggerTransform = (document) => {
  const { schema, url } = jsonSchemaTransform(document);
  const { bodyExample, response } = document.schema;
  const { body, response: answers } = schema as ToldSchema;
  if (body && bodyExample !== undefined) body.examples = [bodyExample];
  for (const [status, { headers, content }] of Object.entries((response ?? {}) as Record<string, Answer>)) {
    const told = answers?.[status];
    if (!told) continue;
    told.headers = headers;
    for (const [type, { examples }] of Object.entries(content)) {
      if (examples) Object.assign(told.content[type] ?? {}, { examples });
    }
  }
  return { schema, url };
};

/** What `jsonSchemaTransform` makes of a route. */
interface ToldSchema {
  readonly body?: { examples?: unknown[] };
  readonly response?: Record<string, { headers?: Answer['headers']; content: Record<string, object> }>;
}
