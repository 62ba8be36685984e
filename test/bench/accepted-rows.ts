import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeOver } from '../../src/service/store/store-over';
import { rubric } from '../submission/fixtures';
import { engineAt } from './fill-store';
import type { Bench, Table } from './measure';
import { figure, median, timed } from './measure';
import type { PreparedRow } from './prepared-rows';
import { preparedRows } from './prepared-rows';
import { startRowServer } from './row-servers';

const ROUNDS = 5;
const ROWS = 2_000;
const WARM_UP = 500;

interface Taker {
  readonly what: string;
  take(rows: readonly PreparedRow[]): Promise<void>;
  stop(): Promise<void>;
}

/**
 * How many rows a second the service takes (mode open, SQLite, a receipt for each), beside its store's own commits of
 * one row each and a bare server that checks and keeps the same; turn by turn, each in a file of its own on one disk.
 */
export const acceptedRows: Bench = {
  title: 'Accepted rows',
  needs: [],
  async run() {
    const home = mkdtempSync(join(tmpdir(), 'jsp-bench-'));
    const takers: Taker[] = [];
    try {
      takers.push(
        await server(
          'the service over HTTP: mode open, SQLite, signed receipt',
          'test/service/serve-child.ts',
          join(home, 'service'),
        ),
        await server(
          'a bare `node:http` server: same schema, same check, same store; no receipt',
          'test/bench/bare-server.ts',
          join(home, 'bare'),
        ),
        await storeAlone(join(home, 'store')),
      );
      return [compared(takers, await turns(takers))];
    } finally {
      for (const { stop } of takers) await stop();
      rmSync(home, { recursive: true, force: true });
    }
  },
};

const server = async (what: string, program: string, directory: string): Promise<Taker> => ({
  what,
  ...(await startRowServer(program, directory)),
});

async function storeAlone(directory: string): Promise<Taker> {
  const store = storeOver(await engineAt({ directory }), [rubric]);
  return {
    what: 'the store alone, a commit a row, nothing checked',
    async take(rows) {
      for (const row of rows) await store.insert(row, null);
    },
    stop: () => store.close(),
  };
}

/** Rows a second, a list for each taker, a rate a turn. */
async function turns(takers: readonly Taker[]): Promise<readonly (readonly number[])[]> {
  for (const { take } of takers) await take(preparedRows('warm up', WARM_UP));
  const rates = takers.map((): number[] => []);
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const rows = preparedRows(`turn ${turn}`, ROWS);
    for (const [i, { take }] of takers.entries()) {
      const { ms } = await timed(() => take(rows));
      rates[i]?.push((ROWS * 1000) / ms);
    }
  }
  return rates;
}

function compared(takers: readonly Taker[], rates: readonly (readonly number[])[]): Table {
  const [service = []] = rates;
  return {
    columns: [
      `${ROUNDS} turns of ${ROWS.toLocaleString('en')} rows`,
      'rows a second, median',
      'lowest turn',
      'the service to it, median',
      'lowest turn',
    ],
    rows: takers.map(({ what }, i) => {
      const own = rates[i] ?? [];
      const ratios = own.map((rate, turn) => (service[turn] ?? NaN) / rate);
      const besides =
        i === 0 ? ['', ''] : [median(ratios), Math.min(...ratios)].map((value) => figure(value, 'x'));
      return [what, figure(median(own), 'a second'), figure(Math.min(...own), 'a second'), ...besides];
    }),
  };
}
