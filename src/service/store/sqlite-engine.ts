import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { isSystemError } from '../system-error';
import type { Dialect, Engine, Session, SqlValue } from './engine';
import { TryAgain } from './engine';
import { backUpSqlite } from './sqlite-backup';
import { damageIn } from './sqlite-damage';
import { StoreBusy } from './store-busy';

export const DATABASE_FILE = 'benchmark.sqlite';
const LOCK_FILE = 'benchmark.lock';
const SQLITE: Dialect = { tableSuffix: ' without rowid', keyType: 'text' };
const LONGEST_PAUSE_MS = 40;

/** Makes the directory where it is missing; only its owner may read it. */
export const makeDirectory = (directory: string): void =>
  void mkdirSync(directory, { recursive: true, mode: 0o700 });

/** A lock that the system lets go of when the process dies, however it dies; null where another process has it. */
export function lockDirectory(directory: string): { release(): void } | null {
  const lock = openDatabase(join(directory, LOCK_FILE), 0);
  try {
    lock.exec('begin exclusive');
    return { release: () => lock.close() };
  } catch (error) {
    lock.close();
    if (isBusy(error)) return null;
    throw error;
  }
}

function openDatabase(file: string, timeout: number): Database.Database {
  const database = new Database(file, { timeout });
  chmodSync(file, 0o600);
  return database;
}

const isBusy = (error: unknown): boolean => isSystemError(error) && error.code.startsWith('SQLITE_BUSY');

/**
 * Every commit waits for the disk, and what is deleted is overwritten. Left alone, better-sqlite3 is built with
 * synchronous=NORMAL for WAL, which loses the newest rows when the power goes.
 */
export function makeDurable(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('fullfsync = ON');
  database.pragma('secure_delete = ON');
}

/**
 * The database file of a directory. Other processes may have it open too: what they hold for longer than `patienceMs`
 * rejects with `StoreBusy`; until then the event loop goes on. Throws what SQLite and the system refuse.
 */
export function openSqliteEngine(directory: string, patienceMs: number): Engine {
  const database = openDatabase(join(directory, DATABASE_FILE), patienceMs);
  try {
    makeDurable(database);
    database.pragma('busy_timeout = 0');
    return engineOver(database, patienceMs);
  } catch (error) {
    database.close();
    throw error;
  }
}

function engineOver(database: Database.Database, patienceMs: number): Engine {
  const session = sessionOver(database);
  const alone = oneAtATime();
  const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
    const until = performance.now() + patienceMs;
    for (let wait = 1; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      try {
        return await alone(work);
      } catch (error) {
        if (!isBusy(error) && !(error instanceof TryAgain)) throw error;
        if (performance.now() >= until) throw new StoreBusy('Another process writes', { cause: error });
      }
      await pause(wait);
    }
  };
  const inTransaction = <T>(work: (session: Session) => Promise<T>) =>
    patiently(() => transact(database, () => work(session)));
  const logIsEmpty = (): boolean => {
    const [outcome] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return outcome?.busy === 0;
  };
  let toForget = false;
  const forgetLeft = () => alone(async () => void (toForget &&= !logIsEmpty()));
  const forgetting = async <T>(change: Promise<T>): Promise<T> => {
    const outcome = await change;
    if (toForget) await forgetLeft();
    return outcome;
  };
  return {
    dialect: SQLITE,
    all: (sql, values) => patiently(() => session.all(sql, values)),
    run: (sql, values) => forgetting(patiently(() => session.run(sql, values))),
    transaction: (_kind, work) => forgetting(inTransaction(work)),
    migration: inTransaction,
    forget: () => {
      toForget = true;
      return forgetLeft();
    },
    backup: (target) => alone(() => backUpSqlite(database, target, DATABASE_FILE)),
    examine: () => patiently(async () => examined(database)),
    close: () =>
      alone(async () => {
        if (!database.open) return;
        logIsEmpty();
        database.close();
      }),
  };
}

/** The write lock is taken at the start, so that no statement in the middle can find it taken. */
async function transact<T>(database: Database.Database, work: () => Promise<T>): Promise<T> {
  database.exec('begin immediate');
  try {
    const outcome = await work();
    database.exec('commit');
    return outcome;
  } finally {
    if (database.inTransaction) database.exec('rollback');
  }
}

function sessionOver(database: Database.Database): Session {
  const prepared = new Map<string, Database.Statement>();
  const statement = (sql: string): Database.Statement => {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  return {
    all: async <L extends object>(sql: string, values: readonly SqlValue[] = []) =>
      statement(sql).all(numbered(values)) as L[],
    run: async (sql, values = []) => statement(sql).run(numbered(values)).changes,
  };
}

/** better-sqlite3 takes `$1` for a name: the values go in as `{ 1: first, 2: second }`. */
const numbered = (values: readonly SqlValue[]) =>
  Object.fromEntries(values.map((value, i) => [String(i + 1), value]));

function examined(database: Database.Database) {
  const setting = (name: string): unknown => database.pragma(name, { simple: true });
  const version: unknown = database.prepare('select sqlite_version()').pluck().get();
  return {
    engine: `SQLite ${String(version)}`,
    durable: setting('journal_mode') === 'wal' && Number(setting('synchronous')) >= 2,
    damage: damageIn(database),
  };
}

/** One connection has one transaction: what comes meanwhile waits its turn. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
