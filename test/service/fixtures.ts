import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openService, type ServiceOptions } from '../../src/service/open-service';
import { sqliteDriver } from '../../src/service/store/sqlite-driver';
import { DATABASE_FILE } from '../../src/service/store/sqlite-engine';
import { canonicalJson } from '../../src/submission/canonical';
import type { Row } from '../../src/submission/row';
import { CYCLE, words } from '../submission/fixtures';

export const TODAY = '2026-11-23';
export const ORIGIN = 'https://addin.example';

const made: string[] = [];
const opened: FastifyInstance[] = [];
/** Faults of the service itself; a test that means one takes it out again. */
export const faults: unknown[] = [];

/** A new empty directory, gone after the tests of the file. */
export function freshDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'jsp-service-'));
  made.push(directory);
  return directory;
}

afterAll(async () => {
  await Promise.all(opened.map((service) => service.close()));
  expect(faults).toEqual([]);
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
});

export function optionsFor(dataDir: string, change: Partial<ServiceOptions> = {}): ServiceOptions {
  return {
    words,
    dataDir,
    rubricDir: 'rubric',
    cycle: { cycle: CYCLE, closes: '2026-12-31', rubric: 'jsp' },
    mode: 'open',
    origins: [ORIGIN],
    sample: true,
    today: () => TODAY,
    log: (told) => {
      if (told.event === 'fault') faults.push(told.error);
    },
    ...change,
  };
}

/** A service over a new store, unless told otherwise; closed after the tests of the file. */
export async function openedService(change: Partial<ServiceOptions> = {}): Promise<FastifyInstance> {
  const service = await openService(optionsFor(change.dataDir ?? freshDirectory(), change));
  if (!service.ok) throw new Error(service.failure.message);
  opened.push(service.value);
  return service.value;
}

export interface Sent {
  readonly body?: string | Buffer;
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

export function post(service: FastifyInstance, { body = '', key, headers }: Sent) {
  const idempotency = key === undefined ? {} : { 'idempotency-key': `"${key}"` };
  return service.inject({
    method: 'POST',
    url: '/v1/submissions',
    headers: { 'content-type': 'application/json', ...idempotency, ...headers },
    payload: body,
  });
}

export const postRow = (
  service: FastifyInstance,
  row: Row,
  key: string,
  headers: Record<string, string> = {},
) => post(service, { body: canonicalJson(row), key, headers });

interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: { pointer: string; detail: string }[];
}

/** The problem in an answer, which must be one in words that shows nothing of the service. */
export function problemIn(response: { statusCode: number; headers: object; json: () => unknown }): Problem {
  const problem = response.json() as Problem;
  expect(response.headers).toMatchObject({
    'content-type': expect.stringMatching(/^application\/problem\+json/) as string,
    'cache-control': 'no-store',
  });
  expect(problem.status).toBe(response.statusCode);
  expect(problem.type).toMatch(/^urn:jsp-benchmark:problem:[a-z-]+$/);
  expect(problem.title.length * problem.detail.length).toBeGreaterThan(0);
  expect(JSON.stringify(problem)).not.toMatch(/ at .*\.ts|node_modules|FST_|Sqlite/);
  return problem;
}

/** The last part of a problem's type. */
export const problemCode = (response: Parameters<typeof problemIn>[0]): string =>
  problemIn(response).type.replace(/^.*:/, '');

/** Every stored row, read beside the service. */
export function storedRows(
  dataDir: string,
  driver = sqliteDriver(),
): Record<string, string | number | null>[] {
  const database = driver.open(join(dataDir, DATABASE_FILE));
  try {
    return database.prepare('select * from submission').all() as Record<string, string | number | null>[];
  } finally {
    database.close();
  }
}
