import type { FastifyInstance } from 'fastify';
import { openTokenKey } from '../../src/service/tokens/token-keys';
import { canonicalJson } from '../../src/submission/canonical';
import { quoted } from '../../src/submission/protocol';
import type { Row } from '../../src/submission/row';
import { CYCLE, keyOf, rubric, sha256, someRow, words } from '../submission/fixtures';
import { Chance } from './attacks/chance';
import { freshDirectory, openedService, postRow, problemCode, problemIn, storedRows } from './fixtures';
import { admitted, rootSecret } from './members';
import { bought, issuerWith, valueOf } from './tokens/fixtures';
import { countOf } from '../depth';

/** Each attack is tried in so many histories made by chance, over HTTP and with the real store. */
const HISTORIES = countOf('attackedRows');
const histories = Array.from({ length: HISTORIES }, (_, seed) => seed);
const WITHIN = 120_000;

const stored = (dataDir: string) => new Set(storedRows(dataDir).map(({ nullifier }) => String(nullifier)));

describe('a row that lies about its scores', () => {
  type Lie = readonly [pointer: string, tell: (row: Row) => void];

  /** Another value of the same kind in any one of the row's scores. */
  function someLie(row: Row, chance: Chance): Lie {
    const domain = chance.pick(rubric.domains.map(({ id }) => [id, 1] as const));
    const field = chance.pick(
      (['mean', 'level', 'composite', 'itemMean', 'overall level'] as const).map((one) => [one, 1] as const),
    );
    const other = <T>(truth: unknown, values: readonly T[]): T =>
      chance.pick(values.filter((value) => value !== truth).map((value) => [value, 1] as const));
    const near = (truth: unknown) =>
      [-100, -10, -1, 1, 10, 100].map((step) => (typeof truth === 'number' ? truth : 200) + step);
    const inRange = (truth: unknown) => near(truth).filter((value) => value >= 0 && value <= 500);
    const levels = [0, 1, 2, 3, 4, 5, 'open', null] as const;
    const scores = row.domains[domain]!;
    const { overall } = row;
    switch (field) {
      case 'mean':
        return [
          `/domains/${domain}/mean`,
          () => (scores.mean = other(scores.mean, [...inRange(scores.mean), null])),
        ];
      case 'level':
        return [`/domains/${domain}/level`, () => (scores.level = other(scores.level, levels))];
      case 'composite':
        return [
          '/overall/composite',
          () => (overall.composite = other(overall.composite, [...inRange(overall.composite), 'open', null])),
        ];
      case 'itemMean':
        return [
          '/overall/itemMean',
          () => (overall.itemMean = other(overall.itemMean, [...inRange(overall.itemMean), null])),
        ];
      case 'overall level':
        return ['/overall/level', () => (overall.level = other(overall.level, levels))];
    }
  }

  it(
    'is refused by the name of the field, whichever it is, as a new row and as a correction',
    async () => {
      const dataDir = freshDirectory();
      const service = await openedService({ dataDir });
      const secret = sha256('secret');
      const owner = { 'row-owner': quoted(sha256(secret).toString('base64url')) };
      expect((await postRow(service, someRow(1), keyOf('honest'), owner)).statusCode).toBe(201);
      const lied = new Set<string>();
      for (const seed of histories) {
        const row = someRow(seed + 10);
        const [pointer, tell] = someLie(row, new Chance(seed));
        tell(row);
        lied.add(pointer);
        const answers = [
          await postRow(service, row, keyOf(`liar ${seed}`)),
          await service.inject({
            method: 'PUT',
            url: `/v1/submissions/${keyOf('honest')}`,
            headers: {
              'content-type': 'application/json',
              'row-secret': quoted(secret.toString('base64url')),
              'if-match': '"1"',
            },
            payload: canonicalJson(row),
          }),
        ];
        for (const answer of answers) {
          expect(problemIn(answer)).toMatchObject({
            type: 'urn:jsp-benchmark:problem:wrong-scores',
            errors: [{ pointer }],
          });
        }
      }
      expect(lied.size).toBe(11);
      expect(storedRows(dataDir)).toMatchObject([{ nullifier: keyOf('honest'), revision: 1 }]);
    },
    WITHIN,
  );
});

/** Sends some rows at once, each by one of the senders, and gives the answers. */
const allAtOnce = (
  service: FastifyInstance,
  sends: readonly { row: Row; key: string; authorization: string }[],
) => Promise.all(sends.map(({ row, key, authorization }) => postRow(service, row, key, { authorization })));

describe('a member code or token that is spent more than once', () => {
  it(
    'admits one row of those sent by a code at once, whatever keys they have',
    async () => {
      const dataDir = freshDirectory();
      const service = await openedService({ dataDir, mode: 'code' });
      const codes = await admitted(
        dataDir,
        histories.map((seed) => `member ${seed}`),
      );
      for (const seed of histories) {
        const chance = new Chance(seed);
        const sends = Array.from({ length: chance.between(2, 5) }, (_, i) => ({
          row: someRow(chance.between(0, 3)),
          key: keyOf(chance.happens(0.3) ? `code ${seed}` : `code ${seed} ${i}`),
          authorization: codes[seed] ?? '',
        }));
        const answers = await allAtOnce(service, sends);
        expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
        // 200: the very row that was kept, under its key.
        expect(answers.filter(({ statusCode }) => ![200, 201, 409].includes(statusCode))).toEqual([]);
      }
      expect(storedRows(dataDir)).toHaveLength(HISTORIES);
    },
    WITHIN,
  );

  it(
    'admits one row of those sent with a token at once, and none under another key',
    async () => {
      const dataDir = freshDirectory();
      const service = await openedService({ dataDir, mode: 'blind' });
      const issuer = issuerWith(valueOf(openTokenKey(dataDir, CYCLE, words)));
      const kept = new Set<string>();
      for (const seed of histories) {
        const chance = new Chance(seed);
        const token = await bought(issuer, { secret: rootSecret(`token ${seed}`) });
        const authorization = token.authorization ?? '';
        const genuine = Array.from({ length: chance.between(2, 4) }, (_, i) => ({
          row: someRow(seed + i),
          key: token.nullifier,
          authorization,
        }));
        const stray = { row: someRow(seed), key: keyOf(`stray ${seed}`), authorization };
        const [straying, ...answers] = await allAtOnce(service, [stray, ...genuine]);
        expect(straying?.statusCode).toBe(422);
        expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([
          201,
          ...answers.slice(1).map(() => 409),
        ]);
        kept.add(token.nullifier);
      }
      expect(stored(dataDir)).toEqual(kept);
    },
    WITHIN,
  );
});

describe("another's row sent again", () => {
  it(
    'under a new key is stopped by what admitted it, which is spent',
    async () => {
      const dataDir = freshDirectory();
      const service = await openedService({ dataDir, mode: 'code' });
      const codes = await admitted(
        dataDir,
        histories.map((seed) => `victim ${seed}`),
      );
      for (const seed of histories) {
        const chance = new Chance(seed);
        const authorization = codes[seed] ?? '';
        const row = someRow(seed);
        expect((await postRow(service, row, keyOf(`victim ${seed}`), { authorization })).statusCode).toBe(
          201,
        );
        // The thief saw the whole request, and those before it.
        const seen = codes[chance.between(0, seed)] ?? '';
        const thief = chance.pick([
          [authorization, 2],
          [seen, 2],
          ['', 1],
        ] as const);
        const answer = await postRow(service, row, keyOf(`thief ${seed}`), { authorization: thief });
        expect(['code-spent', 'code-missing']).toContain(problemCode(answer));
      }
      expect(stored(dataDir)).toEqual(new Set(histories.map((seed) => keyOf(`victim ${seed}`))));
    },
    WITHIN,
  );
});

describe('health and caches, asked after every step', () => {
  it(
    'say the same through histories of rows that come, change and go',
    async () => {
      const dataDir = freshDirectory();
      const service = await openedService({ dataDir });
      const ask = async () => {
        const urls = [
          '/healthz',
          '/readyz',
          '/v1/cycle',
          '/v1/keys',
          '/v1/releases',
          '/report',
          '/v1/releases/r1',
        ];
        const answers = await Promise.all(urls.map((url) => service.inject({ method: 'GET', url })));
        return answers.map(({ statusCode, body, headers }) => [statusCode, body, { ...headers, date: '' }]);
      };
      const empty = JSON.stringify(await ask());
      for (const seed of histories) {
        const chance = new Chance(seed);
        const url = `/v1/submissions/${keyOf(`probed ${seed}`)}`;
        const secret = sha256(`probed secret ${seed}`);
        const owner = { 'row-owner': quoted(sha256(secret).toString('base64url')) };
        const headers = {
          'content-type': 'application/json',
          'row-secret': quoted(secret.toString('base64url')),
        };
        await postRow(service, someRow(seed), keyOf(`probed ${seed}`), owner);
        for (let revision = 1; chance.happens(0.5); revision += 1) {
          const payload = canonicalJson(someRow(seed + revision));
          const change = chance.happens(0.3)
            ? service.inject({ method: 'DELETE', url, headers })
            : service.inject({
                method: 'PUT',
                url,
                headers: { ...headers, 'if-match': `"${revision}"` },
                payload,
              });
          expect((await change).statusCode).toBeLessThan(500);
        }
        expect(JSON.stringify(await ask())).toBe(empty);
      }
      expect(storedRows(dataDir)).toHaveLength(HISTORIES);
    },
    WITHIN,
  );
});
