import { createPublicKey, verify } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { receiptBytes } from '../../src/submission/receipt';
import { receiptSchema } from '../../src/submission/record';
import type { Row } from '../../src/submission/row';
import { canonicalJson } from '../../src/submission/canonical';
import { keyOf, rowOf, rubric, sha256, someRow } from '../submission/fixtures';
import { freshDirectory, openedService, post, postRow, problemIn, storedRows } from './fixtures';

const dataDir = freshDirectory();
let service: FastifyInstance;
beforeAll(async () => {
  service = await openedService({ dataDir });
});

const storedCount = () => storedRows(dataDir).length;

describe('an accepted row', () => {
  it('is answered with a receipt that repeats the hash of the bytes', async () => {
    const row = someRow(1);
    const response = await postRow(service, row, keyOf('first'));
    expect(response.statusCode).toBe(201);
    const receipt = receiptSchema.parse(response.json());
    expect(receipt).toMatchObject({
      nullifier: keyOf('first'),
      revision: 1,
      cycle: row.cycle,
      rowHash: sha256(canonicalJson(row)).toString('hex'),
    });
  });

  it('is signed by the key that GET /v1/cycle shows: node:crypto and WebCrypto agree', async () => {
    const receipt = receiptSchema.parse((await postRow(service, someRow(1), keyOf('first'))).json());
    const cycle = (await service.inject('/v1/cycle')).json<{
      receiptKey: { id: string; publicKey: string };
    }>();
    const raw = Buffer.from(cycle.receiptKey.publicKey, 'base64url');
    expect(receipt.keyId).toBe(cycle.receiptKey.id);
    expect(sha256(raw).toString('base64url')).toBe(cycle.receiptKey.id);
    const signature = Buffer.from(receipt.signature, 'base64url');
    const nodeKey = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: cycle.receiptKey.publicKey },
      format: 'jwk',
    });
    const webKey = await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
    for (const [bytes, genuine] of [
      [receiptBytes(receipt), true],
      [receiptBytes({ ...receipt, revision: 2 }), false],
    ] as const) {
      expect(verify(null, bytes, nodeKey, signature)).toBe(genuine);
      expect(await crypto.subtle.verify('Ed25519', webKey, signature, bytes)).toBe(genuine);
    }
  });

  it('sent again gives 200, the same receipt and no second row', async () => {
    const first = await postRow(service, someRow(2), keyOf('twice'));
    const before = storedCount();
    const second = await postRow(service, someRow(2), keyOf('twice'));
    expect([first.statusCode, second.statusCode]).toEqual([201, 200]);
    expect(second.body).toBe(first.body);
    expect(storedCount()).toBe(before);
  });

  it('stands when other bytes come under its key: 409', async () => {
    await postRow(service, someRow(3), keyOf('taken'));
    const before = storedRows(dataDir);
    const response = await postRow(service, someRow(4), keyOf('taken'));
    expect(problemIn(response)).toMatchObject({ status: 409, type: 'urn:jsp-benchmark:problem:key-taken' });
    expect(storedRows(dataDir)).toEqual(before);
  });

  it('becomes one row under 50 parallel identical requests', async () => {
    const before = storedCount();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => postRow(service, someRow(5), keyOf('parallel'))),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(49);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(storedCount()).toBe(before + 1);
  });

  it('under 50 parallel different rows of one key is one of them', async () => {
    const before = storedCount();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => postRow(service, someRow(100 + i), keyOf('race'))),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, ...Array<number>(49).fill(409)]);
    expect(storedCount()).toBe(before + 1);
  });

  it('may hold domain scores only', async () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const response = await postRow(service, someRow(seed, 'domains'), keyOf(`domains ${seed}`));
      expect(response.statusCode).toBe(201);
    }
  });

  it("may be all N/A or all Don't know, with or without items", async () => {
    for (const state of ['na', 'unknown'] as const) {
      for (const detail of ['items', 'domains'] as const) {
        const row = rowOf(
          rubric.items.map(() => ({ state })),
          detail,
        );
        expect((await postRow(service, row, keyOf(`${state} ${detail}`))).statusCode).toBe(201);
      }
    }
  });
});

describe('a row that lies', () => {
  const lies: [string, (row: Row) => void, string][] = [
    ['about a domain mean', (row) => ((row.domains['ORG'] ?? never()).mean = 499), '/domains/ORG/mean'],
    ['about a domain level', (row) => ((row.domains['DES'] ?? never()).level = 5), '/domains/DES/level'],
    ['about the composite', (row) => (row.overall.composite = 500), '/overall/composite'],
    ['about the item mean', (row) => (row.overall.itemMean = 1), '/overall/itemMean'],
    ['about the level', (row) => (row.overall.level = 4), '/overall/level'],
    ['by leaving an item out', (row) => delete (row.items ?? never())['RSK-01'], '/items/RSK-01'],
    ['by an item of its own', (row) => ((row.items ?? never())['ORG-99'] = 5), '/items/ORG-99'],
    ['by leaving a domain out', (row) => delete row.domains['CMP'], '/domains/CMP'],
    ['by a domain of its own', (row) => (row.domains['XYZ'] = { mean: 1, level: 0 }), '/domains/XYZ'],
    ['about its cycle', (row) => (row.cycle = '2031'), '/cycle'],
    ['about its rubric', (row) => (row.rubric.id = 'other'), '/rubric'],
    ['about its version', (row) => (row.rubric.version = '99.0.0'), '/rubric'],
  ];
  it.each(lies)('%s is refused by the name of the field', async (_, lie, pointer) => {
    const before = storedCount();
    const row = structuredClone(someRow(6));
    lie(row);
    const problem = problemIn(await postRow(service, row, keyOf(pointer)));
    expect(problem.status).toBe(422);
    expect(problem.errors?.[0]?.pointer).toBe(pointer);
    expect(problem.detail).toContain(pointer);
    expect(storedCount()).toBe(before);
  });

  const impossible: [string, (row: Row) => void, string][] = [
    ['a mean under the level', (row) => (row.domains['ORG'] = { mean: 250, level: 3 }), '/domains/ORG/mean'],
    [
      'a mean that no levels have',
      (row) => (row.domains['ORG'] = { mean: 301, level: 3 }),
      '/domains/ORG/mean',
    ],
    ['a level without mean', (row) => (row.domains['ORG'] = { mean: null, level: 3 }), '/domains/ORG/mean'],
    [
      'a mean where nothing applies',
      (row) => (row.domains['ORG'] = { mean: 300, level: null }),
      '/domains/ORG/mean',
    ],
    [
      'five everywhere but level 0',
      (row) => (row.domains['ORG'] = { mean: 500, level: 0 }),
      '/domains/ORG/mean',
    ],
    ['an overall level that no domain has', (row) => (row.overall.level = 5), '/overall/level'],
    ['a composite off the mean of the domains', (row) => (row.overall.composite = 310), '/overall/composite'],
    ['an open composite without cause', (row) => (row.overall.composite = 'open'), '/overall/composite'],
    ['an item mean beyond the domains', (row) => (row.overall.itemMean = 320), '/overall/itemMean'],
    ['no item mean', (row) => (row.overall.itemMean = null), '/overall/itemMean'],
  ];
  it.each(impossible)('in domain scores only, by %s, is refused', async (_, lie, pointer) => {
    const row = structuredClone(
      rowOf(
        rubric.items.map(() => ({ state: 'rated', level: 3 })),
        'domains',
      ),
    );
    lie(row);
    const problem = problemIn(await postRow(service, row, keyOf(`impossible ${pointer}`)));
    expect(problem).toMatchObject({ status: 422, errors: [{ pointer }] });
  });
});

describe('a row that is not as it must be', () => {
  const canonical = canonicalJson(someRow(7));
  const spellings: [string, string][] = [
    ['spaces', JSON.stringify(JSON.parse(canonical), null, 1)],
    [
      'keys in another order',
      JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(canonical) as object).reverse())),
    ],
    ['a doubled key', canonical.replace('{"cycle":', '{"cycle":"2031","cycle":')],
    ['a doubled item', canonical.replace('"items":{', '"items":{"ORG-01":5,')],
    ['a number with a fraction', canonical.replace(/"ORG-02":(\d)/, '"ORG-02":$1.0')],
    ['an escaped letter', canonical.replace('"schema"', '"\\u0073chema"')],
    ['a line end', `${canonical}\n`],
    ['__proto__', canonical.replace('"items":{', '"items":{"__proto__":5,')],
  ];
  it.each(spellings)('is refused for %s, since the hash would mean something else', async (_, body) => {
    expect(body).not.toBe(canonical);
    const problem = problemIn(await post(service, { body, key: keyOf('spelling') }));
    expect(problem).toMatchObject({ status: 422, type: 'urn:jsp-benchmark:problem:not-canonical' });
  });

  const fields: [string, object, string][] = [
    ['an extra field', { company: 'ACME' }, ''],
    ['a level above 5', { items: { 'ORG-01': 6 } }, '/items/ORG-01'],
    ['a level as text', { items: { 'ORG-01': '3' } }, '/items/ORG-01'],
    ['half a level', { items: { 'ORG-01': 2.5 } }, '/items/ORG-01'],
    ['an item id of another form', { items: { 'x/y': 1 } }, '/items/x~1y'],
    ['an unknown segment', { size: 'huge' }, '/size'],
    ['text for a cycle', { cycle: 'spring' }, '/cycle'],
    ['another schema', { schema: 'jsp-row/2' }, '/schema'],
  ];
  it.each(fields)('is refused for %s by the name of the field', async (_, change, pointer) => {
    const body = canonicalJson({ ...someRow(7), ...change });
    const problem = problemIn(await post(service, { body, key: keyOf('field') }));
    expect(problem.status).toBe(422);
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  it('names an extra field in words', async () => {
    const body = canonicalJson({ ...someRow(7), company: 'ACME' });
    expect(problemIn(await post(service, { body, key: keyOf('extra') })).detail).toContain('company');
  });

  it.each(['', '{', 'null', '[]', '"row"', '[1,2', 'undefined', '\u0000', '{"a":1}x'])(
    'is refused as body %j without a fault',
    async (body) => {
      const { status } = problemIn(await post(service, { body, key: keyOf('odd') }));
      expect([400, 422]).toContain(status);
    },
  );

  it('is refused over 16 KiB: 413', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(17_000) });
    expect(problemIn(await post(service, { body, key: keyOf('large') })).status).toBe(413);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/xml',
    'application/json-patch+json',
  ])('is refused as %s: 415', async (type) => {
    const response = await post(service, {
      body: canonical,
      key: keyOf('type'),
      headers: { 'content-type': type },
    });
    expect(problemIn(response).status).toBe(415);
  });

  it.each([undefined, 'short', `${'A'.repeat(42)}!`, 'A'.repeat(44)])(
    'is refused under the key %s: 400',
    async (key) => {
      const problem = problemIn(
        await post(service, { body: canonical, ...(key === undefined ? {} : { key }) }),
      );
      expect(problem).toMatchObject({ status: 400, type: 'urn:jsp-benchmark:problem:bad-header' });
    },
  );

  it('was never stored', () => {
    const keys = ['spelling', 'field', 'extra', 'odd', 'large', 'type'].map(keyOf);
    expect(storedRows(dataDir).filter(({ nullifier }) => keys.includes(String(nullifier)))).toEqual([]);
  });
});

describe('a closed cycle', () => {
  it('takes no new row, but still gives the receipt of an accepted one whose answer was lost', async () => {
    const directory = freshDirectory();
    let day = '2026-12-31';
    const closing = await openedService({ dataDir: directory, today: () => day });
    const first = await postRow(closing, someRow(8), keyOf('last minute'));
    expect(first.statusCode).toBe(201);
    day = '2027-01-01';
    const again = await postRow(closing, someRow(8), keyOf('last minute'));
    expect([again.statusCode, again.body]).toEqual([200, first.body]);
    const late = problemIn(await postRow(closing, someRow(9), keyOf('late')));
    expect(late).toMatchObject({ status: 422, type: 'urn:jsp-benchmark:problem:cycle-closed' });
    expect(late.detail).toContain('2026-12-31');
    expect(storedRows(directory)).toHaveLength(1);
  });
});

function never(): never {
  throw new Error('The row has this part');
}
