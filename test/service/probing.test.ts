import type { FastifyInstance, InjectOptions } from 'fastify';
import { buildService } from '../../src/service/build-service';
import { openKeys } from '../../src/service/keys';
import type { Mode } from '../../src/service/service-parts';
import { allColumns } from '../../src/service/store/columns';
import type { Engine, Session } from '../../src/service/store/engine';
import { migrate } from '../../src/service/store/migrate';
import { openSqliteEngine } from '../../src/service/store/sqlite-engine';
import { storeOver } from '../../src/service/store/store-over';
import { canonicalJson } from '../../src/submission/canonical';
import { CYCLE, keyOf, numbers, rubric, sha256, someRow, words } from '../submission/fixtures';
import { faults, freshDirectory, openedService, postRow, TODAY } from './fixtures';
import { madeRelease } from './made-release';
import { admitted, asOperator, boughtToken } from './members';
import { valueOf } from './tokens/fixtures';
import { countOf } from '../depth';

const quotedKey = (text: string) => `"${text}"`;
const secretOf = (name: string) => sha256(`secret ${name}`).toString('base64url');
const ownerOf = (name: string) => sha256(Buffer.from(secretOf(name), 'base64url')).toString('base64url');
const ownerHeaders = (name: string, revision: number) => ({
  'content-type': 'application/json',
  'row-secret': quotedKey(secretOf(name)),
  'if-match': quotedKey(String(revision)),
});

/** Everything that can be asked without knowing a row, with the headers by which caches are probed. */
const QUESTIONS: InjectOptions[] = [
  ...[
    '/v1/cycle',
    '/v1/keys',
    '/v1/releases',
    '/v1/releases/mdic-2022',
    '/v1/releases/r1',
    '/v1/releases/r1.csv',
    '/v1/releases/r1/proof',
    '/v1/releases/r2',
    '/report',
    '/report/r1',
    '/healthz',
    '/readyz',
    '/openapi.json',
    '/docs/',
    '/docs/static/swagger-ui.css',
    '/.well-known/private-token-issuer-directory',
    '/v1/submissions',
    '/v1/tokens',
    '/nothing',
    '/v1/%zz',
  ].flatMap((url): InjectOptions[] => [
    { method: 'GET', url },
    { method: 'HEAD', url },
    { method: 'GET', url, headers: { 'if-none-match': '*', 'if-modified-since': new Date(0).toUTCString() } },
    { method: 'GET', url, headers: { range: 'bytes=0-9', 'accept-encoding': 'gzip' } },
  ]),
  { method: 'DELETE', url: `/v1/submissions/${keyOf('none')}`, headers: ownerHeaders('none', 1) },
  { method: 'OPTIONS', url: '/v1/submissions' },
  { method: 'POST', url: '/v1/submissions' },
];

const look = (service: FastifyInstance) =>
  Promise.all(
    QUESTIONS.map(async (question) => {
      const { statusCode, rawPayload, headers } = await service.inject(question);
      return [question, statusCode, rawPayload.toString('base64'), { ...headers, date: '' }];
    }),
  );

/** Rows come, one is corrected, one withdrawn, codes are made and tokens bought; gives how many rows there are then. */
async function live(service: FastifyInstance, dataDir: string, mode: Mode): Promise<number> {
  for (let seed = 0; seed < 7; seed += 1) {
    const name = `${mode} ${seed}`;
    const [code = ''] = mode === 'open' ? [] : await admitted(dataDir, [name]);
    const token = mode === 'blind' ? await boughtToken(service, code, name) : null;
    const key = token?.nullifier ?? keyOf(name);
    const sent = await postRow(service, someRow(seed), key, {
      'row-owner': quotedKey(ownerOf(name)),
      authorization: token?.authorization ?? code,
    });
    expect(sent.statusCode).toBe(201);
    const url = `/v1/submissions/${key}`;
    const headers = ownerHeaders(name, 1);
    if (seed === 3) {
      const payload = canonicalJson(someRow(99));
      expect((await service.inject({ method: 'PUT', url, headers, payload })).statusCode).toBe(200);
    }
    if (seed === 4) expect((await service.inject({ method: 'DELETE', url, headers })).statusCode).toBe(200);
  }
  return asOperator(dataDir, async (store) => {
    let rows = 0;
    for await (const row of store.rows(CYCLE, 'jsp')) rows += row.revision > 0 ? 1 : 0;
    return rows;
  });
}

describe('nothing that can be asked tells how many rows there are', () => {
  it.each<Mode>(['open', 'code', 'blind'])(
    'in mode %s every answer and header is the same before and after rows came, changed and went',
    async (mode) => {
      const dataDir = freshDirectory();
      const service = await openedService({ dataDir, mode });
      const empty = await look(service);
      await madeRelease(dataDir, [1000, 1030]);
      const released = await look(service);
      expect(released).not.toEqual(empty);
      expect(await live(service, dataDir, mode)).toBe(36);
      expect(await look(service)).toEqual(released);
    },
    60_000,
  );

  it('no answer but that of a static file can be asked whether it changed', async () => {
    const dataDir = freshDirectory();
    const service = await openedService({ dataDir });
    await madeRelease(dataDir, [0, 30]);
    for (const question of QUESTIONS) {
      if (String(question.url).startsWith('/docs/static/')) continue;
      const { headers } = await service.inject(question);
      expect([question.url, headers['etag'], headers['last-modified']]).toEqual([
        question.url,
        undefined,
        undefined,
      ]);
    }
  });
});

/** The SQL texts that the store runs, in their order. */
function watchedEngine(engine: Engine): { engine: Engine; texts: string[] } {
  const texts: string[] = [];
  const watched = (session: Session): Session => ({
    all: (sql, values) => {
      texts.push(sql);
      return session.all(sql, values);
    },
    run: (sql, values) => {
      texts.push(sql);
      return session.run(sql, values);
    },
  });
  const transaction: Engine['transaction'] = (kind, work) =>
    engine.transaction(kind, (session) => {
      texts.push(`begin ${kind}`);
      return work(watched(session));
    });
  return { engine: { ...engine, ...watched(engine), transaction }, texts };
}

describe('who probes for a row without its secret', () => {
  it('costs the store the same statements, in the same order, whether the row is there or not: 4,000 tries', async () => {
    const directory = freshDirectory();
    const columns = allColumns([rubric]);
    const plain = openSqliteEngine(directory, 1_000);
    await migrate(plain, columns);
    const { engine, texts } = watchedEngine(plain);
    const service = buildService({
      words,
      content: { rubrics: [rubric], releases: [] },
      cycle: { cycle: CYCLE, closes: '2026-12-31', rubric: 'jsp' },
      mode: 'open',
      store: storeOver(engine, [rubric]),
      ...valueOf(openKeys(directory, { cycle: CYCLE, rubric: 'jsp', mode: 'open' }, words)),
      origins: [],
      today: () => TODAY,
      log: (told) => faults.push(told),
      requestWithinMs: 15_000,
    });
    const held = Array.from({ length: 50 }, (_, seed) => `held ${seed}`);
    for (const [seed, name] of held.entries()) {
      await postRow(service, someRow(seed), keyOf(name), { 'row-owner': quotedKey(ownerOf(name)) });
    }

    const cost = async (method: 'PUT' | 'DELETE', name: string, as: string): Promise<string> => {
      texts.length = 0;
      await service.inject({
        method,
        url: `/v1/submissions/${keyOf(name)}`,
        headers: ownerHeaders(as, 1),
        ...(method === 'PUT' ? { payload: canonicalJson(someRow(7)) } : {}),
      });
      return texts.join('\n');
    };
    const random = numbers(5);
    for (const method of ['PUT', 'DELETE'] as const) {
      const costs = new Set<string>();
      for (let i = 0; i < countOf('probes'); i += 1) {
        const name = held[Math.floor(random() * held.length)] ?? '';
        costs.add(await cost(method, name, `wrong ${i}`));
        costs.add(await cost(method, `missing ${i}`, `wrong ${i}`));
      }
      expect([...costs]).toHaveLength(1);
      // Told apart: the owner's own try takes another way.
      costs.add(await cost(method, 'held 0', 'held 0'));
      expect(costs.size).toBe(2);
    }
    await service.close();
  }, 60_000);
});
