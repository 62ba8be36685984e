import pg from 'pg';
import type { ReleaseFigure } from '../../../src/rubric/release';
import { openOperatorStore } from '../../../src/service/store/open-store';
import type { OperatorStore } from '../../../src/service/store/operator-store';
import { CYCLE, rubric, words } from '../../submission/fixtures';
import { freshDirectory } from '../fixtures';
import type { PostgresServer } from '../store/postgres-server';
import { startPostgres } from '../store/postgres-server';
import { fill, pagesOf, range, released, valueOf } from './fixtures';
import { play } from './history';
import { MemoryStore } from './memory-store';
import { toNearest } from './plain-figures';

let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

async function withStore(work: (store: OperatorStore, client: pg.Client) => Promise<void>): Promise<void> {
  const database = await server.newDatabase();
  const store = valueOf(await openOperatorStore({ directory: freshDirectory(), database }, [rubric], words));
  const client = new pg.Client(database);
  try {
    await client.connect();
    await work(store, client);
  } finally {
    await client.end();
    await store.close();
  }
}

test(
  'PostgreSQL gives the releases, pages and ledgers that plain counting gives',
  () =>
    withStore(async (store) => {
      const memory = new MemoryStore(rubric);
      await play(store, 11, 3);
      await play(memory, 11, 3);
      expect(memory.kept.length).toBeGreaterThan(1);
      for (const { number, body, ledger } of memory.kept) {
        expect(await store.release(number)).toMatchObject({ body, ledger });
        expect(await pagesOf(store, number)).toEqual(await pagesOf(memory, number));
      }
    }),
  60_000,
);

const column = (id: string) => id.toLowerCase().replace('-', '_');

test(
  'quartiles of items are those of percentile_cont over the same rows',
  () =>
    withStore(async (store, client) => {
      await fill(store, range(0, 75));
      const { cells } = await released(store);
      const compared = new Set<string>();
      for (const [key, cell] of Object.entries(cells)) {
        if ('hidden' in cell) continue;
        const [dimension, category] = key.split(':');
        const within = category === undefined ? '' : ` and ${dimension} = '${category}'`;
        for (const [id, figure] of Object.entries(cell.items)) {
          if ('hidden' in figure || figure.p25 === undefined) continue;
          const { rows } = await client.query<{ quartiles: number[] }>(
            `select percentile_cont(array[0.25, 0.5, 0.75]) within group (order by ${column(id)}) as quartiles ` +
              `from submission where cycle = '${CYCLE}' and ${column(id)} >= 0${within}`,
          );
          const quartiles = rows[0]?.quartiles.map((level) => toNearest(100 * level, 1));
          expect([key, id, quartilesOf(figure)]).toEqual([key, id, quartiles]);
          compared.add(`${key} ${id}`);
        }
      }
      expect(compared.size).toBeGreaterThan(80);
    }),
  60_000,
);

const quartilesOf = ({ p25, median, p75 }: ReleaseFigure) => [p25, median, p75];
