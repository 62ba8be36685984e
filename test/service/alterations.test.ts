import type { FastifyInstance } from 'fastify';
import { ed25519Verifier, verifyReceipt, verifyWithdrawal } from '../../src/submission/receipt';
import { receiptSchema, withdrawalSchema } from '../../src/submission/record';
import { canonicalJson } from '../../src/submission/canonical';
import { cycleSchema } from '../../src/submission/protocol';
import type { Row } from '../../src/submission/row';
import { keyOf, sha256, someRow } from '../submission/fixtures';
import { freshDirectory, openedService, postRow, problemCode, problemIn, storedRows } from './fixtures';

const dataDir = freshDirectory();
let day = '2026-11-23';
let service: FastifyInstance;
beforeAll(async () => {
  service = await openedService({ dataDir, today: () => day });
});
beforeEach(() => {
  day = '2026-11-23';
});

const secretOf = (name: string): string => sha256(`secret ${name}`).toString('base64url');
const ownerOf = (name: string): string =>
  sha256(Buffer.from(secretOf(name), 'base64url')).toString('base64url');

const send = (name: string, row: Row) =>
  postRow(service, row, keyOf(name), { 'row-owner': `"${ownerOf(name)}"` });

async function sent(name: string, row: Row): Promise<void> {
  expect((await send(name, row)).statusCode).toBe(201);
}

interface Change {
  readonly secret?: string | undefined;
  readonly revision?: string | undefined;
  readonly key?: string;
}

const correct = (
  name: string,
  row: Row,
  { secret = secretOf(name), revision = '"1"', key = keyOf(name) }: Change = {},
) =>
  service.inject({
    method: 'PUT',
    url: `/v1/submissions/${key}`,
    headers: { 'content-type': 'application/json', 'row-secret': `"${secret}"`, 'if-match': revision },
    payload: canonicalJson(row),
  });

const withdraw = (name: string, { secret = secretOf(name), key = keyOf(name) }: Change = {}) =>
  service.inject({
    method: 'DELETE',
    url: `/v1/submissions/${key}`,
    headers: { 'row-secret': `"${secret}"` },
  });

const stored = (name: string) => storedRows(dataDir).find(({ nullifier }) => nullifier === keyOf(name));
const hashOf = (row: Row): string => sha256(canonicalJson(row)).toString('hex');
const serviceKey = async () =>
  cycleSchema.parse((await service.inject('/v1/cycle')).json()).receiptKey.publicKey;
const verify = ed25519Verifier(crypto.subtle);

describe('a correction', () => {
  it('takes the place of the row, with a signed receipt of the next revision', async () => {
    await sent('one', someRow(1));
    const response = await correct('one', someRow(2));
    expect(response.statusCode).toBe(200);
    const receipt = receiptSchema.parse(response.json());
    expect(receipt).toMatchObject({ revision: 2, rowHash: hashOf(someRow(2)), nullifier: keyOf('one') });
    expect(await verifyReceipt(receipt, await serviceKey(), verify)).toBe(true);
    expect(stored('one')).toMatchObject({ row_hash: hashOf(someRow(2)), revision: 2 });
  });

  it('again, because its answer was lost, gives the same receipt, also after the cycle has closed', async () => {
    await sent('lost', someRow(1));
    const first = await correct('lost', someRow(2));
    expect((await correct('lost', someRow(2))).body).toBe(first.body);
    day = '2027-06-01';
    expect((await correct('lost', someRow(2))).body).toBe(first.body);
    expect(stored('lost')).toMatchObject({ revision: 2 });
  });

  it('of another revision than the held one is refused, and nothing changes: 412', async () => {
    await sent('stale', someRow(1));
    await correct('stale', someRow(2));
    const response = await correct('stale', someRow(3));
    expect([response.statusCode, problemCode(response)]).toEqual([412, 'revision-stale']);
    expect(stored('stale')).toMatchObject({ row_hash: hashOf(someRow(2)), revision: 2 });
    expect((await correct('stale', someRow(3), { revision: '"2"' })).statusCode).toBe(200);
  });

  it('under 50 at once is made by exactly one', async () => {
    await sent('race', someRow(1));
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => correct('race', someRow(100 + i))),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array<number>(49).fill(412)]);
    expect(stored('race')).toMatchObject({ revision: 2 });
  });

  it('is refused once the cycle has closed', async () => {
    await sent('late', someRow(1));
    day = '2027-01-01';
    const response = await correct('late', someRow(2));
    expect([response.statusCode, problemCode(response)]).toEqual([422, 'cycle-closed']);
    expect(stored('late')).toMatchObject({ row_hash: hashOf(someRow(1)), revision: 1 });
  });

  it('is checked as a new row is: a lie is named by its field', async () => {
    await sent('liar', someRow(1));
    const lie = structuredClone(someRow(2));
    lie.overall.composite = 499;
    expect(problemIn(await correct('liar', lie))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/overall/composite' }],
    });
    expect(stored('liar')).toMatchObject({ revision: 1 });
  });

  it.each(['1', '"0"', '"01"', '"x"', '"-1"', '"99999"', '*', 'W/"1"', ''])(
    'without a revision that can be is refused: If-Match %j',
    async (revision) => {
      const response = await correct('one', someRow(5), { revision });
      expect([response.statusCode, problemCode(response)]).toEqual([400, 'bad-header']);
      expect(problemIn(response).detail).toContain('If-Match');
    },
  );
});

describe('a withdrawal', () => {
  it('empties every value of the row, keeps its key, and is signed', async () => {
    await sent('gone', someRow(4));
    const response = await withdraw('gone');
    expect(response.statusCode).toBe(200);
    const withdrawal = withdrawalSchema.parse(response.json());
    expect(withdrawal).toMatchObject({ revision: 2, nullifier: keyOf('gone'), cycle: '2026' });
    expect(await verifyWithdrawal(withdrawal, await serviceKey(), verify)).toBe(true);
    const { nullifier, owner, cycle, rubric_id, ...rest } = stored('gone') ?? {};
    expect([nullifier, owner, cycle, rubric_id]).toEqual([keyOf('gone'), ownerOf('gone'), '2026', 'jsp']);
    const values = new Set(Object.values(rest).filter((value) => value !== null && value !== ''));
    expect([...values].sort()).toEqual([1, 2, 'undisclosed']);
  });

  it('again gives the same answer', async () => {
    await sent('twice', someRow(4));
    expect((await withdraw('twice')).body).toBe((await withdraw('twice')).body);
  });

  it('is never too late', async () => {
    await sent('after', someRow(4));
    day = '2031-01-01';
    expect((await withdraw('after')).statusCode).toBe(200);
  });

  it('leaves the key spent: the same row under it is refused, and only its owner can put it back', async () => {
    await sent('back', someRow(4));
    await withdraw('back');
    const again = await send('back', someRow(4));
    expect([again.statusCode, problemCode(again)]).toEqual([409, 'row-withdrawn']);
    const put = await correct('back', someRow(4), { revision: '"2"' });
    expect(receiptSchema.parse(put.json())).toMatchObject({ revision: 3, rowHash: hashOf(someRow(4)) });
  });
});

describe('who does not own the row', () => {
  const secrets = [secretOf('other'), keyOf('owned'), ownerOf('owned'), 'A'.repeat(43)];

  it('is told the same, word for word, as if there were no row', async () => {
    await sent('owned', someRow(6));
    for (const secret of secrets) {
      const wrong = await correct('owned', someRow(7), { secret });
      const missing = await correct('owned', someRow(7), { secret, key: keyOf('no such row') });
      expect(wrong.statusCode).toBe(404);
      expect([wrong.body, { ...wrong.headers, date: '' }]).toEqual([
        missing.body,
        { ...missing.headers, date: '' },
      ]);
      const kept = await withdraw('owned', { secret });
      const never = await withdraw('owned', { secret, key: keyOf('no such row') });
      expect(kept.statusCode).toBe(404);
      expect([kept.body, { ...kept.headers, date: '' }]).toEqual([
        never.body,
        { ...never.headers, date: '' },
      ]);
    }
    expect(stored('owned')).toMatchObject({ row_hash: hashOf(someRow(6)), revision: 1, withdrawn: 0 });
  });

  it('learns nothing from the closing of the cycle, either', async () => {
    await sent('shut', someRow(6));
    day = '2027-01-01';
    const wrong = await correct('shut', someRow(7), { secret: secretOf('other') });
    const missing = await correct('shut', someRow(7), { secret: secretOf('other'), key: keyOf('none') });
    expect([wrong.statusCode, wrong.body]).toEqual([missing.statusCode, missing.body]);
  });

  it('is everybody, where the row was sent without an owner', async () => {
    expect((await postRow(service, someRow(8), keyOf('ownerless'))).statusCode).toBe(201);
    expect((await withdraw('ownerless')).statusCode).toBe(404);
  });

  it.each(['', 'short', `${'A'.repeat(42)}!`, 'A'.repeat(44)])(
    'cannot show %j for a secret',
    async (secret) => {
      const answers = [await correct('one', someRow(5), { secret }), await withdraw('one', { secret })];
      for (const response of answers) {
        expect([response.statusCode, problemCode(response)]).toEqual([400, 'bad-header']);
        expect(problemIn(response).detail).toContain('Row-Secret');
      }
    },
  );
});

describe('an owner', () => {
  it('is named in one form only', async () => {
    const response = await postRow(service, someRow(9), keyOf('odd owner'), { 'row-owner': ownerOf('x') });
    expect([response.statusCode, problemCode(response)]).toEqual([400, 'bad-header']);
    expect(problemIn(response).detail).toContain('Row-Owner');
  });

  it('of a row of an earlier cycle gets no place in this one by correcting it', async () => {
    const directory = freshDirectory();
    const first = await openedService({ dataDir: directory });
    const owner = { 'row-owner': `"${ownerOf('old')}"` };
    expect((await postRow(first, someRow(1), keyOf('old'), owner)).statusCode).toBe(201);
    await first.close();
    const next = await openedService({
      dataDir: directory,
      cycle: { cycle: '2027', closes: '2027-12-31', rubric: 'jsp' },
    });
    const response = await next.inject({
      method: 'PUT',
      url: `/v1/submissions/${keyOf('old')}`,
      headers: {
        'content-type': 'application/json',
        'row-secret': `"${secretOf('old')}"`,
        'if-match': '"1"',
      },
      payload: canonicalJson({ ...someRow(2), cycle: '2027' }),
    });
    expect([response.statusCode, problemCode(response)]).toEqual([404, 'row-unknown']);
    expect(storedRows(directory)).toMatchObject([{ cycle: '2026', revision: 1 }]);
  });
});
