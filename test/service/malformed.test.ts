import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import type { Mode } from '../../src/service/service-parts';
import { CYCLE } from '../submission/fixtures';
import { type ApiDocument, apiDocument, type Operation, undescribed } from './api-document';
import { freshDirectory, openedService, problemIn, storedRows } from './fixtures';
import { type Malformed, malformed, notAdmitted } from './malformed-requests';
import { admitted, asOperator } from './members';
import { countOf } from '../depth';

const ROUNDS = 6;
const A_ROUND = countOf('malformedRequests');
const MODES: readonly Mode[] = ['open', 'code', 'blind'];
const MEBIBYTE = 1_048_576;

const services: { service: FastifyInstance; api: ApiDocument; dataDir: string; mode: Mode }[] = [];
let sent = 0;
beforeAll(async () => {
  for (const mode of MODES) {
    const dataDir = freshDirectory();
    const service = await openedService({ dataDir, mode });
    await admitted(dataDir, ['somebody']);
    services.push({ service, api: await apiDocument(service), dataDir, mode });
  }
});

/** The operation that a request is for; none where there is no such address. */
function operationFor({ paths }: ApiDocument, { method, url }: Malformed): Operation | undefined {
  const [path = ''] = url.split('?');
  const template = Object.keys(paths).find((one) =>
    new RegExp(`^${one.replace(/\./g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  return paths[template ?? '']?.[method.toLowerCase()];
}

/** Sends it and expects a refusal in words, one that the OpenAPI document knows. */
async function expectRefusal(request: Malformed, { service, api }: (typeof services)[number]): Promise<void> {
  sent += 1;
  const { method, url, headers, payload } = request;
  const answer = await service.inject({
    method,
    url,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect(answer.statusCode).toBeLessThan(500);
  if (method === 'HEAD') return;
  expect(problemIn(answer).detail.length).toBeLessThan(1_000);
  const operation = operationFor(api, request);
  if (operation) expect(undescribed(operation, answer)).toBeNull();
  else expect([400, 404]).toContain(answer.statusCode);
}

/** Nothing was kept and nothing spent. */
async function expectNothingStored(): Promise<void> {
  for (const { dataDir } of services) {
    expect(storedRows(dataDir)).toEqual([]);
    const codes = await asOperator(dataDir, (store) => store.codes(CYCLE));
    expect(codes).toEqual({ made: 1, spent: 0 });
  }
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
function bytesHeld(): number {
  collectGarbage();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}

describe('a malformed request', () => {
  it('made by chance, in every mode, is refused in words that are documented; memory stays flat', async () => {
    const held: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const target = services[round % services.length]!;
      await fc.assert(
        fc.asyncProperty(malformed, (request) => expectRefusal(request, target)),
        { numRuns: A_ROUND, seed: 7_000 + round },
      );
      held.push(bytesHeld());
    }
    await expectNothingStored();
    expect(sent).toBeGreaterThanOrEqual(ROUNDS * A_ROUND);
    // The first round fills caches: of compiled code, of statements.
    const growth = (held.at(-1) ?? 0) - (held[1] ?? 0);
    expect([growth / MEBIBYTE < 4, held]).toEqual([true, held]);
  }, 400_000);

  it.each<Mode>(['code', 'blind'])(
    'that is a good row, but not admitted, is refused in mode %s',
    async (mode) => {
      const target = services.find((one) => one.mode === mode)!;
      await fc.assert(
        fc.asyncProperty(notAdmitted, async (request) => {
          await expectRefusal(request, target);
        }),
        { numRuns: countOf('rowsNotAdmitted'), seed: 11 },
      );
      await expectNothingStored();
    },
    60_000,
  );
});
