import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Dialect, Engine, Session } from './engine';
import { TryAgain } from './engine';
import { asksAgain, isAway } from './postgres-errors';
import { DISTRIBUTION } from './statements';
import { StoreBusy } from './store-busy';

const POSTGRES: Dialect = { tableSuffix: '', keyType: 'text collate "C"' };
const CONNECTIONS = 10;
const CONNECT_WITHIN_MS = 5_000;
const TRIES = 12;
const LONGEST_PAUSE_MS = 200;
/** Any number that the service's processes agree on. */
const MIGRATION_LOCK = 7_409_281;
const BIGINT = 20;

/**
 * Every commit waits for the disk, whatever the database's default. Compiling a query of hundreds of counts takes
 * longer than running it, so that is off.
 */
const SET_UP =
  "select set_config('jit', 'off', false), set_config('client_min_messages', 'warning', false), " +
  "set_config('statement_timeout', $1, false), set_config('synchronous_commit', " +
  "case current_setting('synchronous_commit') when 'off' then 'on' else current_setting('synchronous_commit') end, false)";

const BEGIN = {
  change: 'begin isolation level read committed',
  release: 'begin isolation level repeatable read',
} as const;

const EXAMINE =
  "select current_setting('server_version') as version, current_setting('fsync') as fsync, " +
  "current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commits, " +
  "(select extversion from pg_extension where extname = 'citus') as citus";
const HAS_CITUS = "select 1 from pg_extension where extname = 'citus'";
const IS_SPREAD = 'select 1 from pg_dist_partition where logicalrelid = $1::regclass';
const SPREAD = 'select create_distributed_table($1, $2)';

type Parser = (text: string) => unknown;
const parserOf = (oid: number): Parser => pg.types.getTypeParser(oid) as Parser;

type Client = Pick<pg.ClientBase, 'query'>;

/**
 * A PostgreSQL or Citus database; nothing is connected yet. A statement that takes longer than `statementMs` (0: no
 * limit), and a database that is away, reject with `StoreBusy`; what else it refuses rejects with its own error.
 */
export function openPostgresEngine(address: string, statementMs: number): Engine {
  const pool = new pg.Pool({
    connectionString: address,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    types: { getTypeParser: (oid: number): Parser => (oid === BIGINT ? Number : parserOf(oid)) },
    // oxlint-disable-next-line typescript/no-misused-promises -- the pool waits for it; its types do not say so
    onConnect: (client) => client.query(SET_UP, [String(statementMs)]),
  });
  // A connection that ends while nobody uses it is replaced; one in use fails its query, which tells.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));

  async function transact<T>(begin: string, work: (session: Session) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken = true;
    try {
      await client.query(begin);
      const outcome = await work(sessionOver(client));
      await client.query('commit');
      broken = false;
      return outcome;
    } catch (error) {
      broken = await client.query('rollback').then(
        () => false,
        () => true,
      );
      throw error;
    } finally {
      client.release(broken);
    }
  }

  const inTransaction: Engine['transaction'] = (kind, work) =>
    persistently(() => transact(BEGIN[kind], work));
  const session = sessionOver(pool);
  return {
    dialect: POSTGRES,
    all: (sql, values) => persistently(() => session.all(sql, values)),
    run: (sql, values) => persistently(() => session.run(sql, values)),
    transaction: inTransaction,
    migration: (work) =>
      inTransaction('change', async (migrating) => {
        await migrating.all('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
        await migrating.run('set local statement_timeout = 0');
        const done = await work(migrating);
        if (done) await spread(migrating);
        return done;
      }),
    // Vacuuming, archived logs and backups are the database's own: docs say what they keep.
    forget: () => Promise.resolve(),
    backup: () => Promise.resolve('unsupported'),
    examine: () => persistently(() => examined(session)),
    close: async () => {
      if (!pool.ended) await pool.end();
    },
  };
}

/** Runs again what the database asks to run again; says in one way that it is away. */
async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let wait = 5, tries = 1; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS), tries += 1) {
    try {
      return await work();
    } catch (error) {
      const again = asksAgain(error) || error instanceof TryAgain;
      if (!again && !isAway(error)) throw error;
      if (!again || tries === TRIES) throw new StoreBusy('The database cannot answer now', { cause: error });
    }
    await pause(wait * (0.5 + Math.random()));
  }
}

function sessionOver(client: Client): Session {
  return {
    all: async <L extends object>(sql: string, values: readonly unknown[] = []) =>
      (await client.query<L>(sql, [...values])).rows,
    run: async (sql, values = []) => (await client.query(sql, [...values])).rowCount ?? 0,
  };
}

/** Rows are spread by their key where Citus is installed; the few other lines stay on the coordinator. */
async function spread(session: Session): Promise<void> {
  const { table, column } = DISTRIBUTION;
  if ((await session.all(HAS_CITUS)).length === 0) return;
  if ((await session.all(IS_SPREAD, [table])).length === 0) await session.all(SPREAD, [table, column]);
}

interface SettingsLine {
  readonly version: string;
  readonly fsync: string;
  readonly pages: string;
  readonly commits: string;
  readonly citus: string | null;
}

async function examined(session: Session) {
  const [line] = await session.all<SettingsLine>(EXAMINE);
  if (!line) throw new Error('PostgreSQL tells its settings in one line');
  return {
    engine: `PostgreSQL ${line.version}${line.citus === null ? '' : `, Citus ${line.citus}`}`,
    durable: line.fsync === 'on' && line.pages === 'on' && line.commits !== 'off',
    damage: [],
  };
}
