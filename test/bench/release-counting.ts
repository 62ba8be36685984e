import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Release } from '../../src/rubric/release';
import { makeRelease, previewRelease } from '../../src/service/release/release-command';
import type { ReleaseSubject } from '../../src/service/release/draft-from-store';
import { RULES } from '../../src/service/release/rules';
import { openSigner } from '../../src/service/signing';
import type { StorePlace } from '../../src/service/store/open-store';
import type { OperatorStore } from '../../src/service/store/operator-store';
import { storeOver } from '../../src/service/store/store-over';
import type { Result } from '../../src/words/result';
import type { PostgresServer } from '../service/store/postgres-server';
import { startPostgres } from '../service/store/postgres-server';
import { CYCLE, rubric, words } from '../submission/fixtures';
import { engineAt, fillStore } from './fill-store';
import type { Bench, Table } from './measure';
import { figure, median, timed } from './measure';
import { compareQuartiles, PercentileClient } from './percentiles';

const SIZES = [10_000, 100_000];
const LARGE = 1_000_000;
const TURNS = 3;

/**
 * What a release costs over many rows on SQLite and on a PostgreSQL of its own, beside `percentile_cont` over the same
 * rows; and whether every published quartile is the one that PostgreSQL says: fails where one is not.
 */
export const releaseCounting = releaseBench('A release', SIZES);

/** The same over a million rows, which takes minutes. */
export const largeRelease = releaseBench('A release of a million rows', [LARGE]);

function releaseBench(title: string, sizes: readonly number[]): Bench {
  return {
    title,
    needs: [],
    async run() {
      const server = await startPostgres();
      try {
        const costs: Cost[] = [];
        for (const rows of sizes) costs.push(await measure(server, rows));
        return described(costs);
      } finally {
        await server.stop();
      }
    },
  };
}

/** Milliseconds of each part of the work, over so many rows. */
interface Cost {
  readonly rows: number;
  readonly sqlite: number;
  readonly postgres: number;
  readonly together: number;
  readonly groups: number;
  readonly madeSqlite: number;
  readonly madePostgres: number;
  readonly compared: number;
}

async function measure(server: PostgresServer, rows: number): Promise<Cost> {
  const home = mkdtempSync(join(tmpdir(), 'jsp-bench-'));
  const database = await server.newDatabase();
  const sqlite = await filled({ directory: join(home, 'sqlite') }, rows);
  const postgres = await filled({ directory: join(home, 'postgres'), database }, rows);
  const beside = new PercentileClient(database);
  try {
    await beside.open();
    const work = {
      'counted for a release, SQLite': () => preview(sqlite),
      'counted for a release, PostgreSQL': () => preview(postgres),
      'percentile_cont, all rows together': () => beside.ofAllRows(),
      'percentile_cont, the groups of a release': () => beside.ofEveryGroup(),
    };
    const times = await turnByTurn(work, rows < LARGE ? TURNS : 1);
    const made = [
      await timed(() => release(sqlite, join(home, 'sqlite'))),
      await timed(() => release(postgres, join(home, 'postgres'))),
    ];
    const percentiles = await beside.ofEveryGroup();
    const equal = made.map(({ outcome }) => compareQuartiles(outcome, percentiles));
    const [sqliteMs = NaN, postgresMs = NaN, together = NaN, groups = NaN] = times;
    const [madeSqlite = NaN, madePostgres = NaN] = made.map(({ ms }) => ms);
    const compared = equal.reduce((sum, one) => sum + one.compared, 0);
    const different = equal.reduce((sum, one) => sum + one.different, 0);
    if (different > 0 || compared === 0)
      throw new Error(
        `Of ${compared} published quartiles of ${rows} rows, ${different} are not PostgreSQL's`,
      );
    return {
      rows,
      sqlite: sqliteMs,
      postgres: postgresMs,
      together,
      groups,
      madeSqlite,
      madePostgres,
      compared,
    };
  } finally {
    await Promise.all([beside.close(), sqlite.close(), postgres.close()]);
    rmSync(home, { recursive: true, force: true });
  }
}

async function filled(place: StorePlace, rows: number): Promise<OperatorStore> {
  const engine = await engineAt(place);
  await fillStore(engine, rows);
  return storeOver(engine, [rubric]);
}

/** Milliseconds of each, the median of the turns. */
async function turnByTurn(work: Readonly<Record<string, () => Promise<unknown>>>, turns: number) {
  const times = new Map<string, number[]>(Object.keys(work).map((what) => [what, []]));
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [what, run] of Object.entries(work)) times.get(what)?.push((await timed(run)).ms);
  }
  return [...times.values()].map(median);
}

const subject = (store: OperatorStore): ReleaseSubject => ({
  store,
  cycle: CYCLE,
  rubric,
  closes: '2026-12-31',
  today: '2027-06-30',
  rules: RULES,
  words,
});

/** Everything of a release but the tree, the signature and the report; leaves nothing behind. */
const preview = async (store: OperatorStore) => valueOf(await previewRelease(subject(store)));

async function release(store: OperatorStore, directory: string): Promise<Release> {
  const signer = valueOf(openSigner(directory, words));
  const renderReport = () => Promise.resolve('');
  const made = await makeRelease({ ...subject(store), signer, random: randomBytes, renderReport });
  return valueOf(made).release;
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

function described(costs: readonly Cost[]): readonly Table[] {
  const times = (cost: Cost) =>
    [cost.sqlite, cost.postgres, cost.together, cost.groups, cost.madeSqlite, cost.madePostgres].map((ms) =>
      figure(ms, 'ms'),
    );
  const multiple = (what: string, of: (cost: Cost) => number) => [
    what,
    ...costs.map((cost) => figure(of(cost), 'x')),
  ];
  return [
    {
      columns: [
        'rows',
        'counted, SQLite',
        'counted, PostgreSQL',
        '`percentile_cont`, all rows',
        '`percentile_cont`, 9 groups',
        'made, SQLite',
        'made, PostgreSQL',
        'quartiles compared, different',
      ],
      rows: costs.map((cost) => [
        cost.rows.toLocaleString('en'),
        ...times(cost),
        `${cost.compared.toLocaleString('en')}, 0`,
      ]),
    },
    {
      columns: [
        '`percentile_cont` takes, as a multiple of counting on',
        ...costs.map(({ rows }) => rows.toLocaleString('en')),
      ],
      rows: [
        multiple('PostgreSQL, 9 groups', ({ groups, postgres }) => groups / postgres),
        multiple('PostgreSQL, all rows', ({ together, postgres }) => together / postgres),
        multiple('SQLite, 9 groups', ({ groups, sqlite }) => groups / sqlite),
        multiple('SQLite, all rows', ({ together, sqlite }) => together / sqlite),
      ],
    },
  ];
}
