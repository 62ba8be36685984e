import type { FastifyInstance } from 'fastify';

export interface Media {
  readonly schema: object;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
interface Described {
  readonly description: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, Media>>;
}
export interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly description?: string;
    readonly schema: object;
    readonly example?: unknown;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Described>>;
}
export interface ApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export const apiDocument = async (service: FastifyInstance): Promise<ApiDocument> =>
  (await service.inject('/openapi.json')).json();

/** Every operation as `GET /v1/cycle`. */
export const operationsOf = ({ paths }: ApiDocument): [name: string, operation: Operation][] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );

/** The examples of a media type, by name. */
export const examplesOf = ({ example, examples = {} }: Media): [name: string, value: unknown][] => [
  ...(example === undefined ? [] : [['example', example] as [string, unknown]]),
  ...Object.entries(examples).map(([name, { value }]): [string, unknown] => [name, value]),
];

interface Answered {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** What of an answer the description of its operation does not know: its status, media type or problem; null if all. */
export function undescribed(operation: Operation | undefined, { statusCode, headers, body }: Answered) {
  const described = operation?.responses[statusCode];
  if (!described) return `status ${statusCode}`;
  const type = String(headers['content-type']);
  const media = Object.entries(described.content ?? {}).find(([known]) => sameType(known, type))?.[1];
  if (!media) return `${statusCode} as ${type}`;
  if (!type.startsWith('application/problem+json')) return null;
  const problem = (JSON.parse(body) as { type: string }).type.replace(/^.*:/, '');
  return Object.hasOwn(media.examples ?? {}, problem) ? null : `${statusCode} ${problem}`;
}

const sameType = (one: string, other: string): boolean => one.split(';')[0] === other.split(';')[0];
