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
import type { Bench, Measurement } from './measure';
import { median, timed } from './measure';
import { compareQuartiles, PercentileClient } from './percentiles';

const SIZES = [10_000, 100_000];
const LARGE = 1_000_000;
const TURNS = 3;

/**
 * What a release costs over many rows on SQLite and on a PostgreSQL of its own, beside `percentile_cont` over the same
 * rows; and whether every published quartile is the one that PostgreSQL says. Ends the program with 1 where one is not.
 */
export const releaseCounting = (large: boolean): Bench => ({
  title: 'A release beside percentile_cont (44 items, 4 domains, composite)',
  async run() {
    const server = await startPostgres();
    try {
      const lines: Measurement[] = [];
      for (const rows of large ? [...SIZES, LARGE] : SIZES) lines.push(...(await measure(server, rows)));
      return lines;
    } finally {
      await server.stop();
    }
  },
});

async function measure(server: PostgresServer, rows: number): Promise<Measurement[]> {
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
    return described(
      rows,
      times,
      made.map(({ ms }) => ms),
      equal,
    );
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

/** Milliseconds by what was done, the median of the turns. */
async function turnByTurn(work: Readonly<Record<string, () => Promise<unknown>>>, turns: number) {
  const times = new Map<string, number[]>(Object.keys(work).map((what) => [what, []]));
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [what, run] of Object.entries(work)) times.get(what)?.push((await timed(run)).ms);
  }
  return [...times].map(([what, values]) => ({ what, ms: median(values) }));
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

function described(
  rows: number,
  times: readonly { what: string; ms: number }[],
  made: readonly number[],
  equal: readonly { compared: number; different: number }[],
): Measurement[] {
  const [sqlite = NaN, postgres = NaN, together = NaN, groups = NaN] = times.map(({ ms }) => ms);
  const compared = equal.reduce((sum, one) => sum + one.compared, 0);
  const different = equal.reduce((sum, one) => sum + one.different, 0);
  if (different > 0 || compared === 0) process.exitCode = 1;
  const of = rows.toLocaleString('en');
  const line = (what: string, value: number, unit: Measurement['unit']) => ({
    what: `${of}: ${what}`,
    value,
    unit,
  });
  return [
    ...times.map(({ what, ms }) => line(what, ms, 'ms')),
    line('percentile_cont, all rows, to counting on SQLite', together / sqlite, 'times'),
    line('percentile_cont, all rows, to counting on PostgreSQL', together / postgres, 'times'),
    line('percentile_cont, groups, to counting on SQLite', groups / sqlite, 'times'),
    line('percentile_cont, groups, to counting on PostgreSQL', groups / postgres, 'times'),
    line('the release made, with tree, SQLite', made[0] ?? NaN, 'ms'),
    line('the release made, with tree, PostgreSQL', made[1] ?? NaN, 'ms'),
    line('published quartiles compared', compared, 'quartiles'),
    line('of them different', different, 'quartiles'),
  ];
}
