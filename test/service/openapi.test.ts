import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { openService } from '../../src/service/open-service';
import { KINDS } from '../../src/service/http/problem';
import { canonicalJson } from '../../src/submission/canonical';
import { keyOf } from '../submission/fixtures';
import {
  type ApiDocument,
  apiDocument,
  examplesOf,
  type Media,
  operationsOf,
  undescribed,
} from './api-document';
import { freshDirectory, optionsFor, post } from './fixtures';
import { valueOf } from './tokens/fixtures';

const registered: string[] = [];
let service: FastifyInstance;
let api: ApiDocument;
beforeAll(async () => {
  // Routes can be watched until the service is first waited for.
  const opened = valueOf(await openService(optionsFor(freshDirectory())));
  opened.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) registered.push(`${one} ${url}`);
  });
  await opened.ready();
  service = opened;
  api = await apiDocument(service);
});
afterAll(() => service.close());

const mediaOf = (): [place: string, media: Media][] =>
  operationsOf(api).flatMap(([name, { requestBody, responses }]) => [
    ...Object.entries(requestBody?.content ?? {}).map(([type, media]): [string, Media] => [
      `${name} ${type}`,
      media,
    ]),
    ...Object.entries(responses).flatMap(([status, { content = {} }]) =>
      Object.entries(content).map(([type, media]): [string, Media] => [`${name} ${status} ${type}`, media]),
    ),
  ]);

it('is 3.1, and the row takes no other field', () => {
  expect(api.openapi).toBe('3.1.0');
  const body = api.paths['/v1/submissions']?.['post']?.requestBody?.content['application/json']?.schema;
  expect(body).toMatchObject({
    additionalProperties: false,
    properties: { overall: { additionalProperties: false } },
  });
});

it('describes every route that there is, and none that there is not', () => {
  const routes = registered
    .filter((route) => !/^(HEAD|OPTIONS) | \/docs/.test(route))
    .map((route) => route.replace(/:(\w+)/g, '{$1}'));
  expect(routes.length).toBeGreaterThan(12);
  expect(
    operationsOf(api)
      .map(([name]) => name)
      .sort(),
  ).toEqual(routes.sort());
});

it('says in words what each operation and parameter is for', () => {
  for (const [name, { summary, parameters = [], responses }] of operationsOf(api)) {
    expect([name, summary]).toEqual([name, expect.stringMatching(/\w/)]);
    for (const parameter of parameters) {
      expect([name, parameter]).toEqual([
        name,
        expect.objectContaining({ description: expect.stringMatching(/\w/) as string }),
      ]);
    }
    for (const [status, { description, headers }] of Object.entries(responses)) {
      expect([name, status, description]).not.toContain('Default Response');
      expect(Object.keys(headers ?? {})).toContain('Cache-Control');
    }
  }
});

it('names the headers that rows and their owners send', () => {
  const headersOf = (method: string, path: string) =>
    api.paths[path]?.[method]?.parameters?.filter((one) => one.in === 'header').map(({ name }) => name);
  expect(headersOf('post', '/v1/submissions')).toEqual(['idempotency-key', 'row-owner']);
  expect(headersOf('put', '/v1/submissions/{nullifier}')).toEqual(['row-secret', 'if-match']);
  expect(headersOf('delete', '/v1/submissions/{nullifier}')).toEqual(['row-secret']);
});

it('has examples that are as their schemas say', () => {
  const checked = mediaOf().flatMap(([place, media]) =>
    examplesOf(media).map(([name, value]) => {
      const { error } = z.fromJSONSchema(media.schema as z.core.JSONSchema.JSONSchema).safeParse(value);
      return [place, name, error?.issues ?? []];
    }),
  );
  expect(checked.length).toBeGreaterThan(50);
  expect(checked.filter(([, , issues]) => (issues as unknown[]).length > 0)).toEqual([]);
  for (const [name, { parameters = [] }] of operationsOf(api)) {
    for (const { schema, example } of parameters) {
      const parsed = z.fromJSONSchema(schema as z.core.JSONSchema.JSONSchema).safeParse(example);
      expect([name, example, parsed.success]).toEqual([name, example, true]);
    }
  }
});

it('would find an example that is not as its schema says', () => {
  const [, media] = mediaOf().find(([place]) => place === 'POST /v1/submissions application/json') ?? [];
  const schema = z.fromJSONSchema((media?.schema ?? {}) as z.core.JSONSchema.JSONSchema);
  const [, row] = examplesOf(media ?? { schema: {} })[0] ?? [];
  expect(schema.safeParse(row).success).toBe(true);
  expect(schema.safeParse({ ...(row as object), company: 'ACME' }).success).toBe(false);
  expect(schema.safeParse({ ...(row as object), size: 'huge' }).success).toBe(false);
});

it('shows every problem that the service knows, under its status', () => {
  const shown = mediaOf()
    .filter(([place]) => place.endsWith(' application/problem+json'))
    .flatMap(([place, media]) =>
      examplesOf(media).map(([code, value]) => {
        expect([place.split(' ')[2], value]).toEqual([
          String(KINDS[code as keyof typeof KINDS].status),
          expect.objectContaining({ type: `urn:jsp-benchmark:problem:${code}` }),
        ]);
        return code;
      }),
    );
  expect([...new Set(shown)].sort()).toEqual(Object.keys(KINDS).sort());
});

it('shows a row that the service takes', async () => {
  const media = api.paths['/v1/submissions']?.['post']?.requestBody?.content['application/json'];
  const [, row] = examplesOf(media ?? { schema: {} })[0] ?? [];
  expect((await post(service, { body: canonicalJson(row), key: keyOf('example') })).statusCode).toBe(201);
});

it.each<[method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, path?: string]>([
  ['GET', '/v1/cycle'],
  ['GET', '/v1/keys'],
  ['GET', '/v1/releases'],
  ['GET', '/v1/releases/mdic-2022', '/v1/releases/{id}'],
  ['GET', '/v1/releases/r7', '/v1/releases/{id}'],
  ['GET', '/v1/releases/r7.csv', '/v1/releases/{id}.csv'],
  ['GET', '/v1/releases/r7/proof', '/v1/releases/{id}/proof'],
  ['GET', '/report'],
  ['GET', '/report/r7', '/report/{id}'],
  ['GET', '/submit'],
  ['GET', '/openapi.json'],
  ['GET', '/healthz'],
  ['GET', '/readyz'],
  ['GET', '/.well-known/private-token-issuer-directory'],
  ['POST', '/v1/tokens'],
  ['POST', '/v1/submissions'],
  ['PUT', `/v1/submissions/${keyOf(1)}`, '/v1/submissions/{nullifier}'],
  ['DELETE', `/v1/submissions/${keyOf(1)}`, '/v1/submissions/{nullifier}'],
])('knows what %s %s answers', async (method, url, path = url) => {
  const answer = await service.inject({ method, url });
  expect(undescribed(api.paths[path]?.[method.toLowerCase()], answer)).toBeNull();
});
